import { Field, ID, InputType, Int } from "type-graphql";
import { PaymentApplicationInput } from "../cash/index.js";
import { type Combination, DateFilter, IdFilter, StringFilter } from "../platform/graphql/filters.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { WriteOffMethodEnum } from "./adjustment.type.js";
import type { WriteOffMethod } from "./request-write-off.js";

@InputType({
  description: "What of an invoice's line is credited: a quantity, an amount, or all that is left.",
})
export class CreditMemoLineInput {
  @Field(() => ID, { description: "Id of the invoice's line." })
  invoiceLineId!: string;

  @Field(() => Decimal, { nullable: true, description: "How many." })
  quantity?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Or how much before tax; its tax goes with it." })
  netAmount?: string | null;
}

@InputType({ description: "A credit, against an invoice or on account." })
export class CreditMemoCreateInput extends PostingInput {
  @Field(() => ID, { nullable: true, description: "Id of the invoice that is credited." })
  invoiceId?: string | null;

  @Field(() => [CreditMemoLineInput], {
    nullable: true,
    description:
      "What is credited of the invoice, at least one line; all that is left of every line when left out.",
  })
  lines?: CreditMemoLineInput[] | null;

  @Field(() => ID, { nullable: true, description: "On account: id of the customer." })
  customerId?: string | null;

  @Field(() => Decimal, { nullable: true, description: "On account: how much, without tax." })
  amount?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: "On account: the customer's own when left out." })
  currency?: string | null;

  @Field(() => String, { description: "Code of the reason; see `reasonCodes`." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Its date and the day from which it counts; today when left out.",
  })
  documentDate?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether it is applied to its invoice at once, oldest due first, as far as that is open.",
  })
  applyToInvoice!: boolean;
}

@InputType({ description: "What a credit memo pays." })
export class CreditMemoApplyInput extends PostingInput {
  @Field(() => ID, { description: "Id of the credit memo." })
  creditMemoId!: string;

  @Field(() => [PaymentApplicationInput], { description: "1 to 1,000 parts; all are applied, or none." })
  applications!: PaymentApplicationInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "Which applications of credit memos to undo." })
export class CreditMemoUnapplyInput extends PostingInput {
  @Field(() => [ID], { description: "Ids of the applications; all are undone, or none." })
  applicationIds!: string[];

  @Field(() => DateScalar, { nullable: true, description: "The day from which; today when left out." })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@InputType({ description: "A credit memo to take back." })
export class CreditMemoVoidInput extends PostingInput {
  @Field(() => ID, { description: "Id of the credit memo." })
  creditMemoId!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which; today when left out." })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the memo is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "What to write off." })
export class WriteOffRequestInput extends PostingInput {
  @Field(() => ID, { description: "Id of the open item." })
  openItemId!: string;

  @Field(() => Decimal, { nullable: true, description: "How much; all that is open when left out." })
  amount?: string | null;

  @Field(() => WriteOffMethodEnum, { defaultValue: "DIRECT", description: "What it is booked against." })
  method!: WriteOffMethod;

  @Field(() => String, { description: "Code of the reason; see `reasonCodes`." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "A write-off to take back." })
export class WriteOffReverseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the write-off." })
  writeOffId!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which; today when left out." })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@InputType({ description: "Money that came for what was written off." })
export class WriteOffRecoverInput extends PostingInput {
  @Field(() => ID, { description: "Id of the write-off." })
  writeOffId!: string;

  @Field(() => ID, { description: "Id of the receipt; its money is unapplied so far." })
  receiptId!: string;

  @Field(() => Decimal, {
    description: "How much; not more than is left of the write-off and of the receipt.",
  })
  amount!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;
}

/** What all adjustments have. */
@InputType()
abstract class AdjustmentColumns {
  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "The customer." })
  customerId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "The number." })
  number?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "The day from which it counts." })
  effectiveDate?: DateFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "Code of the reason." })
  reasonCode?: StringFilter | null;
}

@InputType({ description: "Which adjustments. All that is given must hold." })
export class AdjustmentWhere extends AdjustmentColumns implements Combination<AdjustmentWhere> {
  @Field(() => [AdjustmentWhere], { nullable: true, description: "All of these hold." })
  and?: AdjustmentWhere[] | null;

  @Field(() => [AdjustmentWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: AdjustmentWhere[] | null;

  @Field(() => AdjustmentWhere, { nullable: true, description: "This does not hold." })
  not?: AdjustmentWhere | null;
}

@InputType({ description: "Which write-offs. All that is given must hold." })
export class WriteOffWhere extends AdjustmentColumns implements Combination<WriteOffWhere> {
  @Field(() => [WriteOffWhere], { nullable: true, description: "All of these hold." })
  and?: WriteOffWhere[] | null;

  @Field(() => [WriteOffWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: WriteOffWhere[] | null;

  @Field(() => WriteOffWhere, { nullable: true, description: "This does not hold." })
  not?: WriteOffWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "The run over small balances that they came of." })
  runId?: IdFilter | null;
}
