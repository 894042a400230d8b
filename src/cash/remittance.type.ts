import { Field, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../customers/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { bankEntryLoader } from "./bank-batch.loaders.js";
import type { BankEntryRow } from "./bank-batch.queries.js";
import { BankEntryType } from "./bank-batch.type.js";
import { receiptLoader } from "./receipt.loaders.js";
import type { ReceiptRow } from "./receipt.queries.js";
import { ReceiptType } from "./receipt.type.js";
import { RemittanceSource, RemittanceStatus } from "./remittance.input.js";
import { entryRemittancesLoader, receiptRemittanceLoader } from "./remittance.loaders.js";
import type { RemittanceRow } from "./remittance.queries.js";

registerIdPrefix("rem", "Remittance");

@Allow("receivables:read")
@ObjectType("Remittance", { description: "What a payer sent, and what it says it pays.", implements: Node })
export class RemittanceType {
  @IdField("rem")
  id!: string;

  @Field(() => RemittanceSource, { description: "Where it came from." })
  source!: string;

  @Field(() => RemittanceStatus, { description: "How far it was applied when it came in." })
  status!: string;

  @Derived<RemittanceRow>(
    () => CustomerType,
    { nullable: true, description: "Who paid; null while the payer is unknown." },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  customer!: object | null;

  @Derived<RemittanceRow>(
    () => ReceiptType,
    { nullable: true, description: "The money, as it was recorded." },
    (row, _, context) => context.load(receiptLoader, row.receiptId),
  )
  receipt!: object | null;

  @Derived<RemittanceRow>(
    () => BankEntryType,
    { nullable: true, description: "The bank file's entry that brought it; null when it came otherwise." },
    (row, _, context) => (row.bankEntryId ? context.load(bankEntryLoader, row.bankEntryId) : null),
  )
  bankEntry!: object | null;

  @MoneyField("How much.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Field(() => DateScalar, { description: "The day the money came in." })
  receivedOn!: string;

  @Field(() => String, { nullable: true, description: "The payer's name, as it came." })
  payerName!: string | null;

  @Field(() => String, { nullable: true, description: "IBAN or number of the payer's account." })
  payerAccount!: string | null;

  @Field(() => String, { nullable: true, description: "Our number of the customer, as the payer gives it." })
  customerNumber!: string | null;

  @Field(() => String, { nullable: true, description: "The payer's own reference (end-to-end id)." })
  payerReference!: string | null;

  @Field(() => [String], { description: "What the payer wrote, line by line." })
  advice!: string[];

  @Field(() => [String], { description: "Document numbers that were found in it." })
  referencesFound!: string[];

  @Field(() => DateTime, { description: "When it was taken in." })
  createdAt!: Date;
}

export const RemittanceConnection = connectionType("Remittance", () => RemittanceType);

// A receipt and a bank file's entry are read without what the payer wrote.
Derived<ReceiptRow>(
  () => RemittanceType,
  {
    nullable: true,
    description: "What the payer wrote; null when it was recorded without.",
    columns: ["id"],
  },
  (row, _, context) => context.load(receiptRemittanceLoader, row.id),
)(ReceiptType.prototype, "remittance");

Derived<BankEntryRow>(
  () => [RemittanceType],
  { description: "The payments in it that were recorded." },
  (row, _, context) => context.load(entryRemittancesLoader, row.id),
)(BankEntryType.prototype, "remittances");
