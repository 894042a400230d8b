import { Field, ObjectType } from "type-graphql";
import { type InvoiceRow, InvoiceType, invoiceLoader } from "../invoicing/index.js";
import { OpenItemType, openItemLoader } from "../ledger/index.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { invoiceApplicationsLoader, receiptApplicationsLoader } from "./application.loaders.js";
import type { ApplicationRow } from "./application.queries.js";
import { receiptLoader } from "./receipt.loaders.js";
import type { ReceiptRow } from "./receipt.queries.js";
import { ReceiptType } from "./receipt.type.js";

registerIdPrefix("app", "Application");

@Allow("receivables:read")
@ObjectType("Application", {
  description:
    "What of a credit was applied to an open item. It is undone by `paymentUnapply`, never removed.",
  implements: Node,
})
export class ApplicationType {
  @IdField("app")
  id!: string;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField("What was let go beside it for being paid early; the item is credited with both.", {
    amount: "discount",
    currency: "currency",
  })
  discount!: object;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => DateTime, { description: "When it became known." })
  recordedAt!: Date;

  @Derived<ApplicationRow>(
    () => ReceiptType,
    { nullable: true, description: "The payment." },
    (row, _, context) => (row.receiptId ? context.load(receiptLoader, row.receiptId) : null),
  )
  receipt!: object | null;

  @Derived<ApplicationRow>(
    () => InvoiceType,
    { nullable: true, description: "The invoice that it pays; null when it pays another kind of item." },
    (row, _, context) => (row.invoiceId ? context.load(invoiceLoader, row.invoiceId) : null),
  )
  invoice!: object | null;

  @Derived<ApplicationRow>(
    () => OpenItemType,
    { nullable: true, description: "The open item that it pays." },
    (row, _, context) => context.load(openItemLoader, row.openItemId),
  )
  openItem!: object | null;

  @MoneyField(
    "Realised exchange difference in the tenant's functional currency: what is applied at the payment's rate less what it was booked at, each rounded to the cent; a gain is positive.",
    { amount: "realisedFx", currency: "functionalCurrency" },
  )
  realisedFx!: object;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it is undone; null while it stands.",
  })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was undone." })
  reversalReason!: string | null;
}

// The invoice knows no payments, and a receipt is read without what it is applied to.
Derived<InvoiceRow>(
  () => [ApplicationType],
  {
    description: "Payments on it, also those undone, in the order in which they were made.",
    columns: ["id"],
  },
  (row, _, context) => context.load(invoiceApplicationsLoader, row.id),
)(InvoiceType.prototype, "applications");

Derived<ReceiptRow>(
  () => [ApplicationType],
  {
    description: "What it was applied to, also what was undone, in the order in which it was made.",
    columns: ["id"],
  },
  (row, _, context) => context.load(receiptApplicationsLoader, row.id),
)(ReceiptType.prototype, "applications");
