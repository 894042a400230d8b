import { Field, Int, ObjectType } from "type-graphql";
import { businessDate, daysBetween, todayIn } from "../platform/business-date.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, Decimal, Money } from "../platform/graphql/scalars.js";
import { Decimal as DecimalAmount, formatAmount } from "../platform/money.js";
import { BalanceArgs, OpenItemKind } from "./open-item.input.js";
import { balanceAtLoader, movementsLoader } from "./open-item.loaders.js";
import type { OpenItemRow } from "./open-item.queries.js";

registerIdPrefix("itm", "OpenItem");

@Allow("receivables:read")
@ObjectType({ description: "One change of an open item. Posted once, never changed." })
export class Movement {
  @IdField("mov")
  id!: string;

  @Field(() => String, {
    description:
      "POSTING, APPLICATION, DISCOUNT (for paying early), REALISED_FX, TRANSFER (of a receipt to its payer), WRITE_OFF, RECOVERY, REFUND, CHARGEBACK, WAIVER (of a late fee) or REVERSAL.",
  })
  kind!: string;

  @MoneyField("In the document's currency; debits positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField("In the tenant's functional currency; debits positive.", {
    amount: "functionalAmount",
    currency: "functionalCurrency",
  })
  functionalAmount!: object;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => DateTime, { description: "When it became known." })
  recordedAt!: Date;
}

@Allow("receivables:read")
@ObjectType("OpenItem", {
  description:
    "A part of what a customer owes (positive) or has to its credit (negative): an instalment, a receipt.",
  implements: Node,
})
export class OpenItemType {
  @IdField("itm")
  id!: string;

  @Field(() => OpenItemKind, { description: "What kind of document it belongs to." })
  kind!: string;

  @Field(() => String, { description: "The document's number." })
  documentNumber!: string;

  @Field(() => DateScalar, { description: "The document's date." })
  documentDate!: string;

  @Field(() => DateScalar, { description: "When it is due." })
  dueDate!: string;

  @Derived<OpenItemRow>(
    () => Int,
    {
      nullable: true,
      description:
        "Today in the tenant's time zone less the due date; zero or negative when not past due. Null for credits and for what is settled.",
      columns: ["dueDate", "openAmount", "timeZone"],
    },
    ({ dueDate, openAmount, timeZone }, _, context) =>
      new DecimalAmount(openAmount).gt(0)
        ? daysBetween(businessDate(dueDate), todayIn(timeZone, context.now()))
        : null,
  )
  daysPastDue!: number | null;

  @Field(() => CurrencyCode, { description: "The document's currency." })
  currency!: string;

  @MoneyField("At the beginning; credits are negative.", { amount: "originalAmount", currency: "currency" })
  originalAmount!: object;

  @MoneyField(
    "What is open by everything that is posted, also what is dated later; credits are negative. `balance(asOf)` tells what is open at a date.",
    { amount: "openAmount", currency: "currency" },
  )
  openAmount!: object;

  @MoneyField("`openAmount` in the tenant's functional currency at the document's rate.", {
    amount: "functionalOpen",
    currency: "functionalCurrency",
  })
  functionalOpen!: object;

  @Derived<OpenItemRow, BalanceArgs>(
    () => Money,
    {
      description: "What was open at a date, as known at an instant; credits are negative.",
      columns: ["id", "currency"],
      args: () => BalanceArgs,
    },
    (row, { asOf, knownAt }, context) =>
      context
        .load(balanceAtLoader, { itemId: row.id, asOf: asOf ?? null, knownAt: knownAt ?? null })
        .then((balance) => ({ amount: formatAmount(balance, row.currency), currency: row.currency })),
  )
  balance!: object;

  @Field(() => Decimal, { nullable: true, description: "Early-payment discount in per cent." })
  discountPercent!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day on which the discount is earned." })
  discountUntil!: string | null;

  @Field(() => Int, { nullable: true, description: "Which instalment of its invoice it is, from 1." })
  instalmentNo!: number | null;

  @Derived<OpenItemRow>(
    () => [Movement],
    { description: "Everything that changed it, in the order in which it was recorded.", columns: ["id"] },
    (row, _, context) => context.load(movementsLoader, row.id),
  )
  movements!: Movement[];
}

export const OpenItemConnection = connectionType("OpenItem", () => OpenItemType);

@Allow("receivables:read")
@ObjectType({ description: "What a customer owes in one currency at the end of a day." })
export class CustomerBalance {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @MoneyField("What it owes; zero or positive.", { amount: "receivable", currency: "currency" })
  receivable!: object;

  @MoneyField("Its receipts and credits that are not applied; zero or negative.", {
    amount: "unappliedCredits",
    currency: "currency",
  })
  unappliedCredits!: object;

  @MoneyField("Both together; negative when the customer has more to its credit than it owes.", {
    amount: "balance",
    currency: "currency",
  })
  balance!: object;
}
