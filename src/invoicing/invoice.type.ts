import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType, PaymentTermsType, termsLoader } from "../customers/index.js";
import { invoiceItemsLoader, type OpenItemRow, OpenItemType } from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { CustomerInvoiceArgs, InvoiceStatus } from "./invoice.input.js";
import {
  type CustomerInvoicesArguments,
  customerInvoices,
  invoiceLoader,
  linesLoader,
} from "./invoice.loaders.js";
import type { InvoiceRow } from "./invoice.queries.js";

registerIdPrefix("inv", "Invoice");

@Allow("receivables:read")
@ObjectType({ description: "A tax on a line." })
export class InvoiceLineTax {
  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => Decimal, { description: "Per cent of the line's net." })
  ratePercent!: string;

  @MoneyField("The tax.", { amount: "amount", currency: "currency" })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "A line of an invoice." })
export class InvoiceLine {
  @IdField("inl")
  id!: string;

  @Field(() => Int, { description: "Its place in the invoice, from 1." })
  lineNo!: number;

  @Field(() => String, { description: "The product." })
  product!: string;

  @Field(() => String, { nullable: true, description: "The product line." })
  productLine!: string | null;

  @Field(() => String, { nullable: true, description: "In words." })
  description!: string | null;

  @Field(() => Decimal, { description: "How many." })
  quantity!: string;

  @Field(() => Decimal, {
    description: "Price of one before tax, in the invoice's currency; may have more decimals than it has.",
  })
  unitPrice!: string;

  @MoneyField("Quantity × unit price, before tax.", { amount: "net", currency: "currency" })
  net!: object;

  @MoneyField("Sum of its taxes.", { amount: "tax", currency: "currency" })
  tax!: object;

  @MoneyField("Net and tax.", { amount: "gross", currency: "currency" })
  gross!: object;

  @Field(() => [InvoiceLineTax], { description: "Its taxes, by name." })
  taxes!: InvoiceLineTax[];
}

@Allow("receivables:read")
@ObjectType("Invoice", { description: "An invoice, from its draft on.", implements: Node })
export class InvoiceType {
  @IdField("inv")
  id!: string;

  @Field(() => String, { nullable: true, description: "Its number, unique in the tenant; a draft has none." })
  number!: string | null;

  @Field(() => InvoiceStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who owes it." })
  customer!: object | null;

  @Field(() => DateScalar, { description: "The invoice's date." })
  documentDate!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When its last instalment is due; a draft has none.",
  })
  dueDate!: string | null;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Derived<InvoiceRow>(
    () => PaymentTermsType,
    { nullable: true, description: "Its payment terms.", columns: ["termsId"] },
    (row, _, context) => context.load(termsLoader, row.termsId),
  )
  terms!: object | null;

  @Field(() => String, { nullable: true, description: "The customer's order number." })
  purchaseOrder!: string | null;

  @MoneyField("Total before tax.", { amount: "netTotal", currency: "currency" })
  netTotal!: object;

  @MoneyField("Total of the taxes.", { amount: "taxTotal", currency: "currency" })
  taxTotal!: object;

  @MoneyField("Total with tax.", { amount: "total", currency: "currency" })
  total!: object;

  @MoneyField(
    "What is open over all instalments, by everything that is posted, also what is dated later; zero for a draft and when void. `openItems { balance(asOf) }` tells what is open at a date.",
    { amount: "openAmount", currency: "currency" },
  )
  openAmount!: object;

  @Derived<InvoiceRow>(
    () => [InvoiceLine],
    { description: "Its lines, in their order.", columns: ["id"] },
    (row, _, context) => context.load(linesLoader, row.id),
  )
  lines!: InvoiceLine[];

  @Derived<InvoiceRow>(
    () => [OpenItemType],
    { description: "Its instalments, by due date; none for a draft.", columns: ["id"] },
    (row, _, context) => context.load(invoiceItemsLoader, row.id),
  )
  openItems!: object[];

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is void." })
  voidedOn!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const InvoiceConnection = connectionType("Invoice", () => InvoiceType);

// Customers and the ledger know no invoices, so the ways from them to invoices are added here.
Derived<{ id: string }, CustomerInvoicesArguments>(
  () => InvoiceConnection,
  { description: "Its invoices, the newest first.", columns: ["id"], args: () => CustomerInvoiceArgs },
  (row, args, context) => customerInvoices(row.id, args, context),
)(CustomerType.prototype, "invoices");

Derived<OpenItemRow>(
  () => InvoiceType,
  { nullable: true, description: "The invoice that it is an instalment of.", columns: ["invoiceId"] },
  (row, _, context) => (row.invoiceId ? context.load(invoiceLoader, row.invoiceId) : null),
)(OpenItemType.prototype, "invoice");
