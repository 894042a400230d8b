import { Field, Int, ObjectType } from "type-graphql";
import { type CustomerRow, CustomerType } from "../customers/index.js";
import {
  JournalEntryType,
  journalEntryLoader,
  type OpenItemRow,
  OpenItemType,
  openItemLoader,
} from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import {
  exemptionsLoader,
  itemLateFeeLinesLoader,
  itemLateFeeLoader,
  lateFeeLinesLoader,
  lateFeeRunLoader,
  lateFeeWaiversLoader,
} from "./late-fee.loaders.js";
import type {
  LateFeeLineRow,
  LateFeePreviewRow,
  LateFeeRow,
  LateFeeRunRow,
  LateFeeWaiverRow,
} from "./late-fee.queries.js";
import { LateFeeDayCount, LateFeeExemption, LateFeeSchedule } from "./late-fee-policy.type.js";

registerIdPrefix("ltf", "LateFee");
registerIdPrefix("ltr", "LateFeeRun");
registerIdPrefix("ltw", "LateFeeWaiver");

export const LateFeeLineKind = defineEnum("LateFeeLineKind", "What a line of a late fee is.", {
  INTEREST: "Interest on what was late of an item, for some days.",
  FLAT: "The flat fee of an item that became late.",
  MINIMUM:
    "What brings the month's fees up to the minimum; negative: what the minimum of the month has covered already.",
  MAXIMUM: "What is above the month's maximum, taken off; negative.",
});

@Allow("receivables:read")
@ObjectType({ description: "What is charged of what, and how it is computed." })
export class LateFeeLine {
  @Field(() => LateFeeLineKind, { description: "What it is." })
  kind!: string;

  @Derived<LateFeeLineRow>(
    () => OpenItemType,
    { nullable: true, description: "The late item; null of a minimum or a maximum.", columns: ["itemId"] },
    (row, _, context) => (row.itemId ? context.load(openItemLoader, row.itemId) : null),
  )
  openItem!: object | null;

  @Field(() => DateScalar, { nullable: true, description: "The first day that is charged." })
  fromDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day that is charged." })
  toDate!: string | null;

  @Field(() => Int, { nullable: true, description: "How many days of interest these are." })
  days!: number | null;

  @MoneyField("What was open on each of these days.", {
    amount: "principal",
    currency: "currency",
    nullable: true,
  })
  principal!: object | null;

  @Field(() => Decimal, { nullable: true, description: "Per cent a year." })
  annualRatePercent!: string | null;

  @Field(() => LateFeeDayCount, { nullable: true, description: "How days become parts of a year." })
  dayCount!: string | null;

  @MoneyField(
    "How much; principal × rate × days, rounded so that all interest of the item is the rounded sum of its days.",
    { amount: "amount", currency: "currency" },
  )
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "What a run would charge a customer in a currency." })
export class LateFeePreview {
  @IdField("ltp")
  id!: string;

  @Derived<LateFeePreviewRow>(
    () => CustomerType,
    { nullable: true, description: "Who would be charged.", columns: ["customer"] },
    (row) => row.customer,
  )
  customer!: object | null;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Derived<LateFeePreviewRow>(
    () => [LateFeeLine],
    { description: "Of what; they sum to the amount.", columns: ["lines"] },
    (row) => [...row.lines],
  )
  lines!: object[];
}

@Allow("receivables:read")
@ObjectType("LateFeeWaiver", { description: "What of a late fee was let go.", implements: Node })
export class LateFeeWaiverType {
  @IdField("ltw")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's waivers are numbered without gaps." })
  number!: string;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Field(() => String, { description: "Code of the reason." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note!: string | null;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is reversed." })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was reversed." })
  reversalReason!: string | null;

  @Derived<LateFeeWaiverRow>(
    () => JournalEntryType,
    {
      nullable: true,
      description: "What it posted; null for credentials that are bound to some customers.",
      columns: ["entryId"],
    },
    (row, _, context) => context.load(journalEntryLoader, row.entryId),
  )
  journalEntry!: object | null;

  @Field(() => Int, { description: "Counts the changes." })
  version!: number;
}

@Allow("receivables:read")
@ObjectType({ description: "What was charged in a currency." })
export class LateFeeRunTotal {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Int, { description: "How many fees; one for each customer." })
  fees!: number;

  @MoneyField("How much in all; positive.", { amount: "amount", currency: "currency" })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType("LateFeeRun", {
  description: "One run that charged late fees. Its fees are `lateFees` with its id.",
  implements: Node,
})
export class LateFeeRunType {
  @IdField("ltr")
  id!: string;

  @Field(() => DateScalar, { description: "The last day that it charged, and the date of its fees." })
  asOf!: string;

  @Field(() => LateFeeSchedule, {
    nullable: true,
    description: "The schedule by which the clock started it; null when a person did.",
  })
  schedule!: string | null;

  @Derived<LateFeeRunRow>(
    () => [LateFeeRunTotal],
    { description: "What was charged, by currency.", columns: ["totals"] },
    (row) => [...row.totals],
  )
  totals!: object[];

  @Field(() => DateTime, { description: "When it ran." })
  createdAt!: Date;
}

@Allow("receivables:read")
@ObjectType("LateFee", {
  description: "What a customer is charged for paying late: interest, flat fees, or both.",
  implements: Node,
})
export class LateFeeType {
  @IdField("ltf")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's late fees are numbered without gaps." })
  number!: string;

  @Derived<LateFeeRow>(
    () => CustomerType,
    { nullable: true, description: "Who is charged.", columns: ["customer"] },
    (row) => row.customer,
  )
  customer!: object | null;

  @Derived<LateFeeRow>(
    () => OpenItemType,
    { nullable: true, description: "Its open item; due on the fee's date.", columns: ["itemId"] },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @Field(() => DateScalar, {
    description: "Its date, the last day that it charges, and the day from which it counts.",
  })
  documentDate!: string;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField("What of it was waived.", { amount: "waived", currency: "currency" })
  waived!: object;

  @Derived<LateFeeRow>(
    () => [LateFeeLine],
    { description: "Of what; they sum to the amount.", columns: ["id"] },
    (row, _, context) => context.load(lateFeeLinesLoader, row.id),
  )
  lines!: object[];

  @Derived<LateFeeRow>(
    () => [LateFeeWaiverType],
    { description: "What of it was waived, also what was reversed since.", columns: ["id"] },
    (row, _, context) => context.load(lateFeeWaiversLoader, row.id),
  )
  waivers!: object[];

  @Derived<LateFeeRow>(
    () => JournalEntryType,
    {
      nullable: true,
      description: "What it posted; null for credentials that are bound to some customers.",
      columns: ["entryId"],
    },
    (row, _, context) => context.load(journalEntryLoader, row.entryId),
  )
  journalEntry!: object | null;

  @Derived<LateFeeRow>(
    () => LateFeeRunType,
    {
      nullable: true,
      description: "The run that it is of; null for credentials that are bound to some customers.",
      columns: ["runId"],
    },
    (row, _, context) => context.load(lateFeeRunLoader, row.runId),
  )
  run!: object | null;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Int, { description: "Counts the changes." })
  version!: number;
}

export const LateFeeConnection = connectionType("LateFee", () => LateFeeType);
export const LateFeePreviewConnection = connectionType("LateFeePreview", () => LateFeePreview);

// Neither the ledger nor the customers know late fees, so the ways to them are added here.
Derived<OpenItemRow>(
  () => LateFeeType,
  { nullable: true, description: "The late fee whose item it is.", columns: ["id"] },
  (row, _, context) => context.load(itemLateFeeLoader, row.id),
)(OpenItemType.prototype, "lateFee");

Derived<OpenItemRow>(
  () => [LateFeeLine],
  { description: "What was charged because it was late.", columns: ["id"] },
  (row, _, context) => context.load(itemLateFeeLinesLoader, row.id),
)(OpenItemType.prototype, "lateFeeLines");

Derived<CustomerRow>(
  () => [LateFeeExemption],
  {
    description: "Since when it is exempt from late fees, or is not any more; the newest first.",
    columns: ["id"],
  },
  (row, _, context) => context.load(exemptionsLoader, row.id),
)(CustomerType.prototype, "lateFeeExemptions");
