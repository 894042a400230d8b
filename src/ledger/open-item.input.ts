import { ArgsType, Field, InputType } from "type-graphql";
import { ConnectionArgs } from "../platform/graphql/connections.js";
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
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { SortDirection } from "../platform/graphql/sorting.js";

export const OpenItemKind = defineEnum("OpenItemKind", "What kind of document the item belongs to.", {
  INVOICE: "An instalment of an invoice.",
  DEBIT_MEMO: "A debit memo.",
  LATE_FEE: "A late fee or finance charge.",
  CHARGEBACK: "A short payment that is claimed back.",
  CREDIT_MEMO: "A credit memo; a credit.",
  RECEIPT: "Money received that is not applied; a credit.",
  DEPOSIT: "A customer's deposit; a credit.",
});
const OpenItemKindFilter = enumFilter("OpenItemKindFilter", OpenItemKind);

export const OpenItemStatus = defineEnum("OpenItemStatus", "Which items.", {
  OPEN: "Those with something open.",
  ALL: "Also those that are settled.",
});

@ArgsType()
export class OpenItemArgs extends ConnectionArgs {
  @Field(() => OpenItemStatus, { defaultValue: "OPEN", description: "Open ones only, or all." })
  status!: string;
}

@ArgsType()
export class OpenItemsArgs extends OpenItemArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "OPEN means what was open at the end of this day. When left out: by everything that is posted, also what is dated later.",
  })
  asOf?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "OPEN means what was open as known at this instant; now when left out.",
  })
  knownAt?: Date | null;
}

@ArgsType()
export class CustomerBalanceArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "At the end of this day; today in the tenant's time zone when left out.",
  })
  asOf?: string | null;
}

@ArgsType()
export class BalanceArgs {
  @Field(() => DateScalar, { nullable: true, description: "At the end of this day; today when left out." })
  asOf?: string | null;

  @Field(() => DateTime, { nullable: true, description: "As known at this instant; now when left out." })
  knownAt?: Date | null;
}

@InputType({ description: "Which open items. Everything that is given must hold." })
export class OpenItemWhere implements Combination<OpenItemWhere> {
  @Field(() => [OpenItemWhere], { nullable: true, description: "All of these hold." })
  and?: OpenItemWhere[] | null;

  @Field(() => [OpenItemWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: OpenItemWhere[] | null;

  @Field(() => OpenItemWhere, { nullable: true, description: "This does not hold." })
  not?: OpenItemWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => OpenItemKindFilter, { nullable: true, description: "By kind." })
  kind?: EnumFilter | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: "By customer; without one while the payer is unknown.",
  })
  customerId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By invoice." })
  invoiceId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By receipt." })
  receiptId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the document's number." })
  documentNumber?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the document's date." })
  documentDate?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By due date." })
  dueDate?: DateFilter | null;

  @Field(() => DateFilter, {
    nullable: true,
    description: "By the day on which it was settled for good; nothing that is open or voided has one.",
  })
  settledOn?: DateFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's region." })
  region?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's sales representative." })
  salesRepresentative?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's collector." })
  collector?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's business unit." })
  businessUnit?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's risk class." })
  riskClass?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DecimalFilter, {
    nullable: true,
    description: "By the original amount; credits are negative.",
  })
  originalAmount?: DecimalFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what is open; credits are negative." })
  openAmount?: DecimalFilter | null;
}

export const OpenItemOrderField = defineEnum("OpenItemOrderField", "What open items can be sorted by.", {
  DUE_DATE: "Due date.",
  DOCUMENT_DATE: "The document's date.",
  DOCUMENT_NUMBER: "The document's number.",
  OPEN_AMOUNT: "What is open, whatever the currency.",
});

@InputType({ description: "A sort order of open items." })
export class OpenItemOrder {
  @Field(() => OpenItemOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
