import { Field, ID, InputType, Int } from "type-graphql";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { DateScalar, Decimal } from "../platform/graphql/scalars.js";

@InputType({ description: "A part of a payment, and what it pays: either an open item or an invoice." })
export class PaymentApplicationInput {
  @Field(() => ID, { nullable: true, description: "Id of the open item." })
  openItemId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the invoice; its instalments are paid in the order in which they fall due.",
  })
  invoiceId?: string | null;

  @Field(() => Int, { nullable: true, description: "Only this instalment of the invoice, from 1." })
  instalment?: number | null;

  @Field(() => Decimal, { description: "How much, in the receipt's currency; more than zero." })
  amount!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether it takes the early-payment discount of items that the money came in time for. Credit memos take none.",
  })
  takeDiscount!: boolean;
}

@InputType({ description: "What a payment pays." })
export class PaymentApplyInput extends PostingInput {
  @Field(() => ID, { description: "Id of the receipt." })
  receiptId!: string;

  @Field(() => [PaymentApplicationInput], { description: "1 to 1,000 parts; all are applied, or none." })
  applications!: PaymentApplicationInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day from which it counts; today when left out, never before the receipt's or the item's date.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "Which applications to undo." })
export class PaymentUnapplyInput extends PostingInput {
  @Field(() => [ID], { description: "Ids of the applications; all are undone, or none." })
  applicationIds!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which they are undone; today when left out, never before their own date.",
  })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}
