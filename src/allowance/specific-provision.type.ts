import { Field, ID, InputType, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../customers/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import type { SpecificProvisionRow } from "./specific-provision.queries.js";

@Allow("journal:read")
@ObjectType({
  description:
    "What is provided for a customer instead of the matrix's rates, from a day on. What was said is never changed; the next one takes its place.",
})
export class SpecificProvision {
  @IdField("spv")
  id!: string;

  @Derived<SpecificProvisionRow>(
    () => CustomerType,
    { nullable: true, description: "Whose." },
    (row, _, context) => context.load(customerLoader, row.customerId),
  )
  customer!: object | null;

  @Field(() => DateScalar, { description: "The first day on which it counts." })
  effectiveFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which it counts; null when nothing follows it. Before `effectiveFrom` when one of the same day took its place.",
  })
  endsOn!: string | null;

  @Field(() => Decimal, { nullable: true, description: "In per cent of what the customer owes." })
  percent!: string | null;

  @MoneyField("In functional currency; no more than what the customer owes counts.", {
    amount: "amount",
    currency: "functionalCurrency",
    nullable: true,
  })
  amount!: object | null;

  @Field(() => Boolean, { description: "Whether it is the end of the one before: the matrix counts again." })
  isEnd!: boolean;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { description: "Who said so." })
  actor!: string;

  @Field(() => DateTime, { description: "When." })
  recordedAt!: Date;
}

export const SpecificProvisionConnection = connectionType("SpecificProvision", () => SpecificProvision);

@InputType({ description: "What to provide for a customer instead of the matrix's rates." })
export class SpecificProvisionSetInput extends MutationInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "In per cent of what the customer owes, from 0 to 100. Either this or `amount`.",
  })
  percent?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "In functional currency; no more than what the customer owes counts. Either this or `percent`.",
  })
  amount?: string | null;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which it counts; today when left out.",
  })
  effectiveFrom?: string | null;
}

@InputType({ description: "The end of a customer's specific provision." })
export class SpecificProvisionEndInput extends MutationInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day on which the matrix counts again; today when left out.",
  })
  effectiveFrom?: string | null;
}
