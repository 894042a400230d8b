import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Allow, IdField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { Node } from "../platform/graphql/node.js";
import { Decimal } from "../platform/graphql/scalars.js";

registerIdPrefix("trm", "PaymentTerms");

@Allow("receivables:read")
@ObjectType({ description: "One part of an invoice and when it falls due." })
export class PaymentTermsInstalment {
  @Field(() => Decimal, { description: "Its share of the invoice, in per cent." })
  percent!: string;

  @Field(() => Int, { description: "Days from the document date to the due date." })
  netDays!: number;
}

@Allow("receivables:read")
@ObjectType("PaymentTerms", {
  description: "When invoices fall due, and what paying early earns.",
  implements: Node,
})
export class PaymentTermsType {
  @IdField("trm")
  id!: string;

  @Field(() => String, { description: "Short name, unique in the tenant, e.g. 2/10NET30." })
  code!: string;

  @Field(() => String, { description: "In words." })
  name!: string;

  @Field(() => Decimal, { nullable: true, description: "Early-payment discount in per cent." })
  discountPercent!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days from the document date in which the discount is earned.",
  })
  discountDays!: number | null;

  @Field(() => [PaymentTermsInstalment], {
    description: "The parts, in the order in which they fall due; they sum to 100 per cent.",
  })
  instalments!: PaymentTermsInstalment[];
}

@InputType({ description: "One part of an invoice and when it falls due." })
export class PaymentTermsInstalmentInput {
  @Field(() => Decimal, { description: "Its share of the invoice, in per cent; all sum to 100." })
  percent!: string;

  @Field(() => Int, { description: "Days from the document date to the due date." })
  netDays!: number;
}

@InputType({ description: "New payment terms." })
export class PaymentTermsCreateInput extends MutationInput {
  @Field(() => String, { description: "Short name, unique in the tenant." })
  code!: string;

  @Field(() => String, { description: "In words." })
  name!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "Early-payment discount in per cent, together with its days.",
  })
  discountPercent?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days from the document date in which the discount is earned.",
  })
  discountDays?: number | null;

  @Field(() => [PaymentTermsInstalmentInput], {
    description: "The parts; one of 100 per cent for plain net terms.",
  })
  instalments!: PaymentTermsInstalmentInput[];
}
