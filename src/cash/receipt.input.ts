import { Field, ID, InputType, Int } from "type-graphql";
import {
  type Combination,
  DateFilter,
  DecimalFilter,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { SortDirection } from "../platform/graphql/sorting.js";
import type { ReceiptMethod } from "./post-receipts.js";

export const ReceiptMethodEnum = defineEnum("ReceiptMethod", "How the money came.", {
  BANK_TRANSFER: "By bank transfer.",
  CARD: "By card.",
  CHEQUE: "By cheque.",
  CASH: "In cash.",
  DIRECT_DEBIT: "Drawn from the customer's account.",
  OTHER: "Otherwise.",
});
const ReceiptMethodFilter = enumFilter("ReceiptMethodFilter", ReceiptMethodEnum);

export const ReceiptStatus = defineEnum("ReceiptStatus", "Where a receipt stands.", {
  RECORDED: "The money is there.",
  REVERSED: "The money went back.",
});
const ReceiptStatusFilter = enumFilter("ReceiptStatusFilter", ReceiptStatus);

@InputType({ description: "Money that came in." })
export class ReceiptRecordInput extends PostingInput {
  @Field(() => ID, {
    nullable: true,
    description: "Id of the customer; left out while the payer is unknown.",
  })
  customerId?: string | null;

  @Field(() => Decimal, { description: "How much; more than zero, not more decimals than the currency has." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day it came in; today when left out." })
  receivedOn?: string | null;

  @Field(() => ReceiptMethodEnum, { description: "How it came." })
  method!: ReceiptMethod;

  @Field(() => String, { nullable: true, description: "The payer's or the bank's reference." })
  reference?: string | null;
}

@InputType({ description: "Which receipt to take back." })
export class ReceiptReverseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the receipt." })
  receiptId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day the money went back; today when left out.",
  })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why, e.g. a bounced cheque." })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the receipt is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Who paid a receipt." })
export class ReceiptIdentifyInput extends PostingInput {
  @Field(() => ID, { description: "Id of the receipt." })
  receiptId!: string;

  @Field(() => ID, { description: "Id of the customer who paid." })
  customerId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "From which day on the payer counts as known; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "Which receipts. Everything that is given must hold." })
export class ReceiptWhere implements Combination<ReceiptWhere> {
  @Field(() => [ReceiptWhere], { nullable: true, description: "All of these hold." })
  and?: ReceiptWhere[] | null;

  @Field(() => [ReceiptWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: ReceiptWhere[] | null;

  @Field(() => ReceiptWhere, { nullable: true, description: "This does not hold." })
  not?: ReceiptWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By number." })
  number?: StringFilter | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: "By customer; without one while the payer is unknown.",
  })
  customerId?: IdFilter | null;

  @Field(() => ReceiptStatusFilter, { nullable: true, description: "By status." })
  status?: EnumFilter | null;

  @Field(() => ReceiptMethodFilter, { nullable: true, description: "By how the money came." })
  method?: EnumFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the day the money came in." })
  receivedOn?: DateFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By amount." })
  amount?: DecimalFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what is not applied now." })
  unappliedAmount?: DecimalFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By reference." })
  reference?: StringFilter | null;
}

export const ReceiptOrderField = defineEnum("ReceiptOrderField", "What receipts can be sorted by.", {
  RECEIVED_ON: "The day the money came in.",
  NUMBER: "Number.",
  AMOUNT: "Amount, whatever the currency.",
});

@InputType({ description: "A sort order of receipts." })
export class ReceiptOrder {
  @Field(() => ReceiptOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
