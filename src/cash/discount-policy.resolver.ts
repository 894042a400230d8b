import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { discountPolicyOf, setDiscountPolicy } from "./discount-policy.js";

@Allow("receivables:read")
@ObjectType({ description: "How early-payment discounts are booked." })
export class DiscountPolicy {
  @Field(() => Boolean, {
    description: "Whether a discount takes back its share of the invoice's tax; else it is discounts given.",
  })
  reducesTax!: boolean;
}

@InputType({ description: "How early-payment discounts are booked from now on." })
export class DiscountPolicySetInput extends MutationInput {
  @Field(() => Boolean, { description: "Whether a discount takes back its share of the invoice's tax." })
  reducesTax!: boolean;
}

const DiscountPolicySetPayload = payloadType("DiscountPolicySetPayload", {
  discountPolicy: { type: () => DiscountPolicy, description: "As it is now." },
});

@Resolver()
export class DiscountPolicyResolver {
  @Allow("receivables:read")
  @Query(() => DiscountPolicy, { description: "How early-payment discounts are booked." })
  discountPolicy(@Ctx() { reads, tenantId }: ApplicationContext): Promise<object> {
    return discountPolicyOf(reads, tenantId);
  }

  @Allow("tenant:manage")
  @Mutation(() => DiscountPolicySetPayload, {
    description: "Sets how early-payment discounts are booked from now on.",
  })
  discountPolicySet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => DiscountPolicySetInput, { description: "How." }) input: DiscountPolicySetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setDiscountPolicy, input, {}, (discountPolicy) => ({ discountPolicy }));
  }
}
