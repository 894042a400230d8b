import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { createPaymentTerms } from "./create-payment-terms.js";
import { termsLoader } from "./customer.loaders.js";
import { allTerms } from "./payment-terms.queries.js";
import type { PaymentTerms } from "./payment-terms.rules.js";
import { PaymentTermsCreateInput, PaymentTermsType } from "./payment-terms.type.js";

const PaymentTermsCreatePayload = payloadType("PaymentTermsCreatePayload", {
  paymentTerms: { type: () => PaymentTermsType, description: "The payment terms." },
});

@Resolver()
export class PaymentTermsResolver {
  @Allow("receivables:read")
  @Query(() => [PaymentTermsType], { description: "All payment terms, by code." })
  paymentTerms(@Ctx() context: ApplicationContext): Promise<PaymentTerms[]> {
    return allTerms(context.reads, context.tenantId);
  }

  @Allow("customers:write")
  @Mutation(() => PaymentTermsCreatePayload, {
    description: "Creates payment terms. They never change afterwards.",
  })
  paymentTermsCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentTermsCreateInput, { description: "The new terms." })
    input: PaymentTermsCreateInput,
  ): Promise<object> {
    const { discountPercent = null, discountDays = null } = input;
    const terms = { ...input, discountPercent, discountDays };
    return runCommand(context, createPaymentTerms, terms, {}, (result) => ({
      paymentTerms: () => context.load(termsLoader, result.termsId),
    }));
  }
}
