import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { type OpenItemRow, OpenItemType } from "../ledger/index.js";
import { ConnectionArgs, connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar } from "../platform/graphql/scalars.js";
import { ReceiptMethodEnum, ReceiptStatus } from "./receipt.input.js";
import { customerReceipts, receiptLoader } from "./receipt.loaders.js";

registerIdPrefix("rct", "Receipt");

@Allow("receivables:read")
@ObjectType("Receipt", { description: "Money that came in.", implements: Node })
export class ReceiptType {
  @IdField("rct")
  id!: string;

  @Field(() => String, { description: "Its number, unique in the tenant." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who paid; null while the payer is unknown." })
  customer!: object | null;

  @MoneyField("How much came in.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField("What of it is not applied now; zero when reversed.", {
    amount: "unappliedAmount",
    currency: "currency",
  })
  unappliedAmount!: object;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => DateScalar, { description: "The day the money came in." })
  receivedOn!: string;

  @Field(() => ReceiptMethodEnum, { description: "How it came." })
  method!: string;

  @Field(() => String, { nullable: true, description: "The payer's or the bank's reference." })
  reference!: string | null;

  @Field(() => ReceiptStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day the money went back." })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it went back." })
  reversalReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const ReceiptConnection = connectionType("Receipt", () => ReceiptType);

// Customers and the ledger know no receipts, so the ways from them to receipts are added here.
Derived<{ id: string }, ConnectionArgs>(
  () => ReceiptConnection,
  { description: "Money that came from it, the newest first.", columns: ["id"], args: () => ConnectionArgs },
  (row, args, context) => customerReceipts(row.id, args, context),
)(CustomerType.prototype, "receipts");

Derived<OpenItemRow>(
  () => ReceiptType,
  { nullable: true, description: "The receipt whose unapplied money it is.", columns: ["receiptId"] },
  (row, _, context) => (row.receiptId ? context.load(receiptLoader, row.receiptId) : null),
)(OpenItemType.prototype, "receipt");
