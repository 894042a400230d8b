import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { ChargeType, chargeLoader } from "../adjustments/index.js";
import { type CustomerRow, CustomerType } from "../customers/index.js";
import { type OpenItemRow, OpenItemType, openItemLoader } from "../ledger/index.js";
import { ConnectionArgs, connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import {
  customerPlans,
  instalmentsAtLoader,
  itemPlanLoader,
  schedulesLoader,
} from "./payment-plan.loaders.js";
import type { PaymentPlanRow } from "./payment-plan.queries.js";

registerIdPrefix("pln", "PaymentPlan");

export const PaymentPlanStatus = defineEnum("PaymentPlanStatus", "Where a payment plan stands.", {
  PROPOSED: "It is offered; nothing depends on it yet.",
  ACTIVE: "It is agreed, and its items are paid by its instalments.",
  COMPLETED: "Its items are settled.",
  DEFAULTED: "Too many instalments were missed: all that is left is due.",
  CANCELLED: "It was given up; what is left is collected as usual.",
});

export const PaymentPlanChargeKind = defineEnum(
  "PaymentPlanChargeKind",
  "What a plan costs the customer beside its items.",
  { INTEREST: "Interest for the time.", FEE: "A fee for the plan." },
);

export const InstalmentStatusEnum = defineEnum(
  "PaymentPlanInstalmentStatus",
  "Where an instalment stands at a date.",
  {
    PAID: "It is settled whole.",
    PARTIAL: "A part of it is settled, and its grace days are not over.",
    OPEN: "Nothing of it is settled, and its grace days are not over.",
    MISSED: "It is not settled whole, and its grace days are over.",
  },
);

@Allow("receivables:read")
@ObjectType({ description: "A part of a plan's amount and the day on which it is due." })
export class PaymentPlanPlannedInstalment {
  @Field(() => Int, { description: "Which one, from 1; the down payment is 0." })
  instalmentNo!: number;

  @Field(() => DateScalar, {
    description: "When it is due. The due dates of the plan's items stay as they are.",
  })
  dueDate!: string;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "An instalment as it stands at a date." })
export class PaymentPlanInstalment {
  @Field(() => Int, { description: "Which one, from 1; the down payment is 0." })
  instalmentNo!: number;

  @Field(() => DateScalar, { description: "When it is due." })
  dueDate!: string;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField(
    "What of it is settled at the date: what was paid, credited or written off of the plan's items.",
    {
      amount: "paidAmount",
      currency: "currency",
    },
  )
  paidAmount!: object;

  @MoneyField("What is left of it at the date.", { amount: "openAmount", currency: "currency" })
  openAmount!: object;

  @Field(() => InstalmentStatusEnum, { description: "Where it stands at the date." })
  status!: string;
}

@Allow("receivables:read")
@ObjectType({ description: "A version of a plan's schedule. Amending makes a new one; none is changed." })
export class PaymentPlanSchedule {
  @Field(() => Int, { description: "Which version, from 1; the last one is in force." })
  scheduleNo!: number;

  @Field(() => DateScalar, { description: "The day from which it holds." })
  startsOn!: string;

  @MoneyField("What its instalments sum to: what the plan's items had open when it was made.", {
    amount: "amount",
    currency: "currency",
  })
  amount!: object;

  @Field(() => String, { nullable: true, description: "Why the one before was amended; null for the first." })
  reason!: string | null;

  @Field(() => String, { description: "Who made it: a user's subject or an API key's id." })
  madeBy!: string;

  @Field(() => [PaymentPlanPlannedInstalment], { description: "Its instalments, in their order." })
  instalments!: PaymentPlanPlannedInstalment[];
}

@ArgsType()
export class InstalmentsArgs {
  @Field(() => DateScalar, { nullable: true, description: "At the end of this day; today when left out." })
  asOf?: string | null;
}

@Allow("receivables:read")
@ObjectType("PaymentPlan", {
  description:
    "An agreement with a customer to pay open items in instalments. It hides nothing: the items keep their due dates.",
  implements: Node,
})
export class PaymentPlanType {
  @IdField("pln")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's plans are numbered without gaps." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Whose items it is over." })
  customer!: object | null;

  @Derived<PaymentPlanRow>(
    () => [OpenItemType],
    { description: "The items that it is over, the oldest due first.", columns: ["itemIds"] },
    async (row, _, context) => {
      const items = await Promise.all(row.itemIds.map((id) => context.load(openItemLoader, id)));
      return items.filter((item) => item !== null);
    },
  )
  openItems!: object[];

  @Field(() => CurrencyCode, { description: "ISO 4217 code; its items are all in it." })
  currency!: string;

  @Field(() => PaymentPlanStatus, { description: "Where it stands now." })
  status!: string;

  @MoneyField("What the instalments of its schedule sum to.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField(
    "What its items have open now, in or out of the plan; its interest or fee from its activation on. It is what its instalments have open and, beyond them, what is `unscheduled`.",
    {
      amount: "outstanding",
      currency: "currency",
    },
  )
  outstanding!: object;

  @MoneyField(
    "What of `outstanding` is in no instalment, since more is open than was planned: a payment from before the plan bounced. What is settled next settles it first; amending the plan takes it into the schedule.",
    { amount: "unscheduled", currency: "currency" },
  )
  unscheduled!: object;

  @Field(() => PaymentPlanChargeKind, {
    nullable: true,
    description: "What it costs beside its items; null when nothing.",
  })
  chargeKind!: string | null;

  @MoneyField("How much it costs beside its items; a part of its instalments.", {
    amount: "chargeAmount",
    currency: "currency",
    nullable: true,
  })
  chargeAmount!: object | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Of interest that was worked out when it was proposed: per cent a year.",
  })
  chargeRatePercent!: string | null;

  @Derived<PaymentPlanRow>(
    () => ChargeType,
    {
      nullable: true,
      description: "Its interest or fee as it was posted; null before the plan is active.",
      columns: ["chargeId"],
    },
    (row, _, context) => (row.chargeId === null ? null : context.load(chargeLoader, row.chargeId)),
  )
  charge!: object | null;

  @Derived<PaymentPlanRow, InstalmentsArgs>(
    () => [PaymentPlanInstalment],
    {
      description: "The instalments of the schedule in force at a date, as they stood at that date.",
      columns: ["id"],
      args: () => InstalmentsArgs,
    },
    (row, { asOf }, context) => context.load(instalmentsAtLoader, { planId: row.id, asOf: asOf ?? null }),
  )
  instalments!: PaymentPlanInstalment[];

  @Derived<PaymentPlanRow>(
    () => [PaymentPlanSchedule],
    { description: "Every version of its schedule, the first one first.", columns: ["id"] },
    (row, _, context) => context.load(schedulesLoader, row.id),
  )
  schedules!: PaymentPlanSchedule[];

  @Field(() => Int, { description: "How many days after its due date an instalment is missed." })
  graceDays!: number;

  @Field(() => Int, { description: "With how many missed instalments it defaults." })
  missesToDefault!: number;

  @Field(() => Int, {
    description: "How many instalments were missed so far, over all versions of its schedule.",
  })
  misses!: number;

  @Field(() => String, { description: "Who agreed for the customer." })
  contactName!: string;

  @Field(() => String, { nullable: true, description: "Their e-mail address." })
  contactEmail!: string | null;

  @Field(() => String, { nullable: true, description: "Who signed the agreement." })
  signatory!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was signed." })
  signedOn!: string | null;

  @Field(() => String, { nullable: true, description: "What was agreed, in words." })
  agreement!: string | null;

  @Field(() => DateScalar, { description: "When it was proposed." })
  proposedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: "When it became active." })
  activatedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was completed, cancelled or in default.",
  })
  endedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "When it was completed before, and became active again since a payment bounced or was unapplied: the last time.",
  })
  reopenedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was cancelled, or how it defaulted." })
  endReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const PaymentPlanConnection = connectionType("PaymentPlan", () => PaymentPlanType);

// Neither the ledger nor the customers know plans, so the ways to them are added here.
Derived<OpenItemRow>(
  () => PaymentPlanType,
  { nullable: true, description: "The active payment plan that it is in.", columns: ["id"] },
  (row, _, context) => context.load(itemPlanLoader, row.id),
)(OpenItemType.prototype, "paymentPlan");

Derived<CustomerRow, ConnectionArgs>(
  () => PaymentPlanConnection,
  { description: "Its payment plans, the newest first.", columns: ["id"], args: () => ConnectionArgs },
  (row, args, context) => customerPlans(row.id, args, context),
)(CustomerType.prototype, "paymentPlans");
