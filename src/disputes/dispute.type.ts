import { Field, Int, ObjectType } from "type-graphql";
import {
  ChargeType,
  CreditMemoType,
  chargeLoader,
  creditMemoLoader,
  WriteOffType,
  writeOffLoader,
} from "../adjustments/index.js";
import { CustomerType } from "../customers/index.js";
import { type InvoiceRow, InvoiceType, invoiceLoader } from "../invoicing/index.js";
import { BalanceArgs, type OpenItemRow, OpenItemType, openItemLoader } from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, Money } from "../platform/graphql/scalars.js";
import { formatAmount } from "../platform/money.js";
import {
  type AtPoint,
  disputedByLoader,
  invoiceDisputesLoader,
  itemDisputedLoader,
  statusAtLoader,
} from "./dispute.loaders.js";
import type { DisputeRow } from "./dispute.queries.js";

registerIdPrefix("dsp", "Dispute");

export const DisputeStatusEnum = defineEnum("DisputeStatus", "Where a dispute stands.", {
  OPEN: "It was told; nobody has taken it up.",
  UNDER_REVIEW: "Its owner looks into it.",
  RESOLVED: "It was decided, and settled or rejected.",
  WITHDRAWN: "The customer gave it up, or it was a mistake.",
});

export const DisputeScopeEnum = defineEnum("DisputeScope", "What of an invoice is disputed.", {
  INVOICE: "All that was open and not disputed yet.",
  LINES: "Some of its lines, whole or in part.",
  AMOUNT: "An amount, of whatever lines.",
});

export const DisputeResolutionEnum = defineEnum("DisputeResolution", "What came of a dispute.", {
  CREDIT_MEMO: "The customer was right: a credit memo settles it.",
  WRITE_OFF: "It is not worth pursuing: a write-off settles it.",
  BILL_BACK: "It became an item of its own: a chargeback settles it.",
  REJECTED: "The customer was not right: the items are owed as before.",
});

@Allow("receivables:read")
@ObjectType({ description: "How much of an open item is disputed." })
export class DisputeItem {
  @Derived<{ readonly itemId: string }>(
    () => OpenItemType,
    { nullable: true, description: "The open item." },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @MoneyField("How much was disputed of it when the dispute was opened; positive.", {
    amount: "amount",
    currency: "currency",
  })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "How much of an invoice's line is disputed." })
export class DisputeLine {
  @Field(() => Int, { description: "The place of the line in the invoice." })
  invoiceLineNo!: number;

  @Field(() => String, { description: "The product." })
  product!: string;

  @MoneyField("How much, with tax; positive.", { amount: "amount", currency: "currency" })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({
  description: "A document that settles a dispute. It stays named here when it is taken back later.",
})
export class DisputeSettlement {
  @Derived<{ readonly creditMemoId: string | null }>(
    () => CreditMemoType,
    { nullable: true, description: "The credit memo, if it is one." },
    (row, _, context) => (row.creditMemoId ? context.load(creditMemoLoader, row.creditMemoId) : null),
  )
  creditMemo!: object | null;

  @Derived<{ readonly writeOffId: string | null }>(
    () => WriteOffType,
    { nullable: true, description: "The write-off, if it is one." },
    (row, _, context) => (row.writeOffId ? context.load(writeOffLoader, row.writeOffId) : null),
  )
  writeOff!: object | null;

  @Derived<{ readonly chargeId: string | null }>(
    () => ChargeType,
    { nullable: true, description: "The chargeback, if it is one." },
    (row, _, context) => (row.chargeId ? context.load(chargeLoader, row.chargeId) : null),
  )
  chargeback!: object | null;

  @MoneyField("How much of the document is for this dispute; positive.", {
    amount: "amount",
    currency: "currency",
  })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "What was done with a dispute. Never changed." })
export class DisputeStep {
  @Field(() => Int, { description: "Which step, from 1." })
  stepNo!: number;

  @Field(() => DisputeStatusEnum, { description: "Where the dispute stood from then on." })
  status!: string;

  @Field(() => String, { description: "Which department answered for it from then on." })
  ownerDepartment!: string;

  @Field(() => String, { nullable: true, description: "In words." })
  note!: string | null;

  @Field(() => String, { description: "Who did it: a user's subject or an API key's id." })
  madeBy!: string;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  madeOn!: string;

  @Field(() => DateTime, { description: "When it became known." })
  recordedAt!: Date;
}

const keyOf = ({ id }: { readonly id: string }, { asOf, knownAt }: BalanceArgs): AtPoint => ({
  id,
  asOf: asOf ?? null,
  knownAt: knownAt ?? null,
});

@Allow("receivables:read")
@ObjectType("Dispute", {
  description: "What a customer does not accept of an invoice. It posts nothing: what is open stays open.",
  implements: Node,
})
export class DisputeType {
  @IdField("dsp")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's disputes are numbered without gaps." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who disputes." })
  customer!: object | null;

  @Derived<DisputeRow>(
    () => InvoiceType,
    { nullable: true, description: "What is disputed.", columns: ["invoiceId"] },
    (row, _, context) => context.load(invoiceLoader, row.invoiceId),
  )
  invoice!: object | null;

  @Field(() => CurrencyCode, { description: "ISO 4217 code; the invoice's." })
  currency!: string;

  @Field(() => DisputeScopeEnum, { description: "What of the invoice it is on." })
  scope!: string;

  @MoneyField("How much was disputed when it was opened; positive.", {
    amount: "amount",
    currency: "currency",
  })
  amount!: object;

  @Derived<DisputeRow, BalanceArgs>(
    () => Money,
    {
      description:
        "How much was disputed by it at a date, as known at an instant: zero before it was opened and once it is closed, and never more than what its items had open. What the items have open goes to the oldest of several disputes first.",
      columns: ["id", "currency"],
      args: () => BalanceArgs,
    },
    (row, args, context) =>
      context
        .load(disputedByLoader, keyOf(row, args))
        .then((amount) => ({ amount: formatAmount(amount, row.currency), currency: row.currency })),
  )
  disputedAmount!: object;

  @Field(() => [DisputeItem], { description: "The open items that it is on, the oldest due first." })
  items!: DisputeItem[];

  @Field(() => [DisputeLine], { description: "The lines that it is on; none unless it is on lines." })
  lines!: DisputeLine[];

  @Field(() => String, { description: "Code of the reason." })
  reasonCode!: string;

  @Field(() => String, { description: "Which department answers for it." })
  ownerDepartment!: string;

  @Field(() => String, { nullable: true, description: "What was noted when it was opened." })
  note!: string | null;

  @Field(() => DisputeStatusEnum, { description: "Where it stands now." })
  status!: string;

  @Derived<DisputeRow, BalanceArgs>(
    () => DisputeStatusEnum,
    {
      nullable: true,
      description: "Where it stood at a date, as known at an instant; null before it was opened.",
      columns: ["id"],
      args: () => BalanceArgs,
    },
    (row, args, context) => context.load(statusAtLoader, keyOf(row, args)),
  )
  statusAt!: string | null;

  @Field(() => DateScalar, { description: "When it was opened; from this day on it is disputed." })
  openedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was resolved or withdrawn; from this day on it is not disputed any more.",
  })
  closedOn!: string | null;

  @Field(() => DisputeResolutionEnum, {
    nullable: true,
    description: "What came of it, once it is resolved.",
  })
  resolution!: string | null;

  @MoneyField("Of a resolved one, what was accepted of `amount`; zero when it was rejected.", {
    amount: "acceptedAmount",
    currency: "currency",
    nullable: true,
  })
  acceptedAmount!: object | null;

  @Field(() => [DisputeSettlement], { description: "What settled it; none unless it was accepted." })
  settledBy!: DisputeSettlement[];

  @Field(() => String, { nullable: true, description: "What caused it, as found when it was closed." })
  rootCause!: string | null;

  @Field(() => String, { nullable: true, description: "What was done about the cause." })
  correctiveAction!: string | null;

  @Field(() => [DisputeStep], { description: "What was done with it, in its order." })
  history!: DisputeStep[];

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const DisputeConnection = connectionType("Dispute", () => DisputeType);

// Neither invoices nor the ledger know disputes, so the ways to them are added here.
Derived<InvoiceRow>(
  () => [DisputeType],
  { description: "Its disputes, also closed ones, the oldest first.", columns: ["id"] },
  (row, _, context) => context.load(invoiceDisputesLoader, row.id),
)(InvoiceType.prototype, "disputes");

Derived<OpenItemRow, BalanceArgs>(
  () => Money,
  {
    description:
      "What of it was disputed at a date, as known at an instant: by all disputes that stood then together, never more than was open.",
    columns: ["id", "currency"],
    args: () => BalanceArgs,
  },
  (row, args, context) =>
    context
      .load(itemDisputedLoader, keyOf(row, args))
      .then((amount) => ({ amount: formatAmount(amount, row.currency), currency: row.currency })),
)(OpenItemType.prototype, "disputedAmount");
