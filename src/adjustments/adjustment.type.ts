import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { InvoiceType, invoiceLoader } from "../invoicing/index.js";
import { type OpenItemRow, OpenItemType, openItemLoader } from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { creditMemoLoader, itemWriteOffsLoader } from "./adjustment.loaders.js";
import type { CreditMemoRow, WriteOffRow } from "./adjustment.queries.js";

registerIdPrefix("crm", "CreditMemo");
registerIdPrefix("wof", "WriteOff");

export const CreditMemoStatus = defineEnum("CreditMemoStatus", "Where a credit memo stands.", {
  POSTED: "It counts.",
  VOID: "It was taken back.",
});

export const WriteOffStatus = defineEnum("WriteOffStatus", "Where a write-off stands.", {
  POSTED: "It counts.",
  REVERSED: "It was taken back; the item is owed again.",
});

export const WriteOffMethodEnum = defineEnum("WriteOffMethod", "What a write-off is booked against.", {
  DIRECT: "Bad-debt expense.",
  ALLOWANCE: "The allowance for doubtful accounts that was made for it.",
  SMALL_BALANCE: "Small-balance write-off: not worth collecting.",
});

@Allow("receivables:read")
@ObjectType({ description: "What a credit memo credits of an invoice's line." })
export class CreditMemoLine {
  @Field(() => Int, { description: "Its place in the memo, from 1." })
  lineNo!: number;

  @Field(() => Int, { description: "The place of the credited line in the invoice." })
  invoiceLineNo!: number;

  @Field(() => String, { description: "The product." })
  product!: string;

  @Field(() => Decimal, { nullable: true, description: "How many; null when an amount was credited." })
  quantity!: string | null;

  @MoneyField("Before tax; positive.", { amount: "net", currency: "currency" })
  net!: object;

  @MoneyField("The tax that goes with it; positive.", { amount: "tax", currency: "currency" })
  tax!: object;

  @MoneyField("Net and tax.", { amount: "gross", currency: "currency" })
  gross!: object;
}

@Allow("receivables:read")
@ObjectType("CreditMemo", {
  description: "What a customer is credited, against an invoice or on account.",
  implements: Node,
})
export class CreditMemoType {
  @IdField("crm")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's memos are numbered without gaps." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who is credited." })
  customer!: object | null;

  @Derived<CreditMemoRow>(
    () => InvoiceType,
    {
      nullable: true,
      description: "The invoice that it is against; null on account.",
      columns: ["invoiceId"],
    },
    (row, _, context) => (row.invoiceId ? context.load(invoiceLoader, row.invoiceId) : null),
  )
  invoice!: object | null;

  @Derived<CreditMemoRow>(
    () => OpenItemType,
    { nullable: true, description: "Its open item, a credit.", columns: ["itemId"] },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @Field(() => DateScalar, { description: "Its date, and the day from which it counts." })
  documentDate!: string;

  @MoneyField("Before tax; positive.", { amount: "netTotal", currency: "currency" })
  netTotal!: object;

  @MoneyField("The tax; positive.", { amount: "taxTotal", currency: "currency" })
  taxTotal!: object;

  @MoneyField("Net and tax; positive.", { amount: "total", currency: "currency" })
  total!: object;

  @MoneyField("What of it is not applied now; zero when void.", {
    amount: "unappliedAmount",
    currency: "currency",
  })
  unappliedAmount!: object;

  @Field(() => [CreditMemoLine], { description: "What it credits; none on account." })
  lines!: CreditMemoLine[];

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => String, { description: "Code of the reason." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note!: string | null;

  @Field(() => CreditMemoStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is void." })
  voidedOn!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

@Allow("receivables:read")
@ObjectType("WriteOff", {
  description: "What is not expected to be paid any more, taken off an open item.",
  implements: Node,
})
export class WriteOffType {
  @IdField("wof")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's write-offs are numbered without gaps." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who owed it." })
  customer!: object | null;

  @Derived<WriteOffRow>(
    () => OpenItemType,
    { nullable: true, description: "The item that it is taken off.", columns: ["itemId"] },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField("What of it was paid after all.", { amount: "recovered", currency: "currency" })
  recovered!: object;

  @Field(() => WriteOffMethodEnum, { description: "What it is booked against." })
  method!: string;

  @Field(() => String, { description: "Code of the reason." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note!: string | null;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => WriteOffStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is reversed." })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was reversed." })
  reversalReason!: string | null;

  @Field(() => Int, { description: "Counts the changes." })
  version!: number;
}

export const CreditMemoConnection = connectionType("CreditMemo", () => CreditMemoType);
export const WriteOffConnection = connectionType("WriteOff", () => WriteOffType);

// The ledger knows no adjustments, so the ways from an item to them are added here.
Derived<OpenItemRow>(
  () => [WriteOffType],
  { description: "What of it was written off, also what was reversed since.", columns: ["id"] },
  (row, _, context) => context.load(itemWriteOffsLoader, row.id),
)(OpenItemType.prototype, "writeOffs");

Derived<OpenItemRow>(
  () => CreditMemoType,
  { nullable: true, description: "The credit memo whose credit it is.", columns: ["creditMemoId"] },
  (row, _, context) => (row.creditMemoId ? context.load(creditMemoLoader, row.creditMemoId) : null),
)(OpenItemType.prototype, "creditMemo");
