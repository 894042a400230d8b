import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
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
import { MutationInput, PostingInput } from "../platform/graphql/mutation.input.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { SortDirection } from "../platform/graphql/sorting.js";

export const InvoiceStatus = defineEnum("InvoiceStatus", "Where an invoice stands.", {
  DRAFT: "Has no number and owes nothing yet.",
  ISSUED: "Posted: it is owed until it is paid.",
  VOID: "Taken back.",
});
const InvoiceStatusFilter = enumFilter("InvoiceStatusFilter", InvoiceStatus);

@ArgsType()
export class CustomerInvoiceArgs extends ConnectionArgs {
  @Field(() => InvoiceStatus, { nullable: true, description: "Only those; all when left out." })
  status?: string | null;
}

@InputType({ description: "A tax on a line." })
export class InvoiceTaxInput {
  @Field(() => String, { description: "Name, once a line, e.g. VAT." })
  name!: string;

  @Field(() => Decimal, { description: "Per cent of the line's net." })
  ratePercent!: string;
}

@InputType({ description: "A line of an invoice." })
export class InvoiceLineInput {
  @Field(() => String, { description: "The product." })
  product!: string;

  @Field(() => String, { nullable: true, description: "The product line, for reports." })
  productLine?: string | null;

  @Field(() => String, { nullable: true, description: "In words." })
  description?: string | null;

  @Field(() => Decimal, { description: "How many; more than zero." })
  quantity!: string;

  @Field(() => Decimal, {
    description: "Price of one before tax, in the invoice's currency; may have more decimals.",
  })
  unitPrice!: string;

  @Field(() => [InvoiceTaxInput], { nullable: true, description: "Its taxes; none when left out." })
  taxes?: InvoiceTaxInput[];
}

@InputType({ description: "A new draft." })
export class InvoiceCreateInput extends MutationInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => DateScalar, { nullable: true, description: "The invoice's date; today when left out." })
  documentDate?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: "The customer's currency when left out." })
  currency?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the payment terms; the customer's when left out.",
  })
  termsId?: string | null;

  @Field(() => String, { nullable: true, description: "The customer's order number." })
  purchaseOrder?: string | null;

  @Field(() => [InvoiceLineInput], { description: "1 to 1,000 lines." })
  lines!: InvoiceLineInput[];
}

@InputType({ description: "Which draft to issue." })
export class InvoiceIssueInput extends PostingInput {
  @Field(() => ID, { description: "Id of the invoice." })
  invoiceId!: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the invoice is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Which invoice to take back." })
export class InvoiceVoidInput extends PostingInput {
  @Field(() => ID, { description: "Id of the invoice." })
  invoiceId!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it is void; today when left out.",
  })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the invoice is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Which invoices. Everything that is given must hold." })
export class InvoiceWhere implements Combination<InvoiceWhere> {
  @Field(() => [InvoiceWhere], { nullable: true, description: "All of these hold." })
  and?: InvoiceWhere[] | null;

  @Field(() => [InvoiceWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: InvoiceWhere[] | null;

  @Field(() => InvoiceWhere, { nullable: true, description: "This does not hold." })
  not?: InvoiceWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By number; drafts have none." })
  number?: StringFilter | null;

  @Field(() => InvoiceStatusFilter, { nullable: true, description: "By status." })
  status?: EnumFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By customer." })
  customerId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's number." })
  customerNumber?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's name." })
  customerName?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the invoice's date." })
  documentDate?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the last due date; drafts have none." })
  dueDate?: DateFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By the total with tax." })
  total?: DecimalFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what is open now." })
  openAmount?: DecimalFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the customer's order number." })
  purchaseOrder?: StringFilter | null;
}

export const InvoiceOrderField = defineEnum("InvoiceOrderField", "What invoices can be sorted by.", {
  DOCUMENT_DATE: "The invoice's date.",
  DUE_DATE: "The last due date; drafts, which have none, come last when rising.",
  NUMBER: "The number; drafts, which have none, come last when rising.",
  TOTAL: "The total with tax, whatever the currency.",
});

@InputType({ description: "A sort order of invoices." })
export class InvoiceOrder {
  @Field(() => InvoiceOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
