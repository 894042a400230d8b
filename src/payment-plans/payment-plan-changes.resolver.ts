import { Arg, Ctx, Int, Mutation, Resolver } from "type-graphql";
import { APPROVAL, pendingIn } from "../adjustments/index.js";
import { ApplicationType, applicationLoader } from "../cash/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { Money } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { formatAmount } from "../platform/money.js";
import { activatePaymentPlan } from "./activate-payment-plan.js";
import { amendPaymentPlan } from "./amend-payment-plan.js";
import { cancelPaymentPlan } from "./cancel-payment-plan.js";
import { payPaymentPlan } from "./pay-payment-plan.js";
import {
  PaymentPlanActivateInput,
  PaymentPlanAmendInput,
  PaymentPlanCancelInput,
  PaymentPlanPayInput,
  PaymentPlanProposeInput,
  PaymentPlanReviewInput,
} from "./payment-plan.input.js";
import { paymentPlanLoader } from "./payment-plan.loaders.js";
import { PaymentPlanPlannedInstalment, PaymentPlanType } from "./payment-plan.type.js";
import { type PlannedSchedule, proposePaymentPlan } from "./propose-payment-plan.js";
import { reviewPaymentPlans, type WholeReview } from "./review-payment-plans.js";

const PLAN = { paymentPlan: { type: () => PaymentPlanType, description: "The payment plan." } };
const SCHEDULE = {
  schedule: {
    type: () => [PaymentPlanPlannedInstalment],
    description: "What is to be paid when; also with `validateOnly`.",
  },
};
const PaymentPlanProposePayload = payloadType("PaymentPlanProposePayload", {
  ...PLAN,
  ...SCHEDULE,
  chargeAmount: {
    type: () => Money,
    description: "What of the schedule is interest or a fee, also with `validateOnly`; null when nothing.",
  },
});
const PaymentPlanActivatePayload = payloadType("PaymentPlanActivatePayload", {
  ...PLAN,
  ...APPROVAL,
  ...WOULD_POST,
});
const PaymentPlanAmendPayload = payloadType("PaymentPlanAmendPayload", { ...PLAN, ...SCHEDULE });
const PaymentPlanCancelPayload = payloadType("PaymentPlanCancelPayload", { ...PLAN, ...WOULD_POST });
const PaymentPlanPayPayload = payloadType("PaymentPlanPayPayload", {
  ...PLAN,
  applications: { type: () => [ApplicationType], description: "How the money was applied." },
  ...WOULD_POST,
});
const PaymentPlanReviewPayload = payloadType("PaymentPlanReviewPayload", {
  reviewed: { type: () => Int, description: "How many active plans were looked at." },
  missed: { type: () => Int, description: "How many instalments were found missed that were not before." },
  completed: { type: () => [PaymentPlanType], description: "The plans that are paid." },
  defaulted: { type: () => [PaymentPlanType], description: "The plans with too many missed instalments." },
  reopened: {
    type: () => [PaymentPlanType],
    description: "The plans that were completed and are active again, since their items opened again.",
  },
});

@Resolver()
export class PaymentPlanChangesResolver {
  @Allow("adjustments:write")
  @Mutation(() => PaymentPlanProposePayload, {
    description: "Offers a payment plan over open items; with `validateOnly` a preview of its schedule.",
  })
  paymentPlanPropose(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentPlanProposeInput, { description: "The offer." })
    input: PaymentPlanProposeInput,
  ): Promise<MutationPayload> {
    const ids = { "openItemIds.*": "itm" };
    return runCommand(context, proposePaymentPlan, input, ids, planned(context), undefined, scheduleOf);
  }

  @Allow("adjustments:write")
  @Mutation(() => PaymentPlanActivatePayload, {
    description:
      "Makes a proposed plan the one by which its items are paid, and posts its interest or fee. Above the caller's limit for debit memos it waits for approval.",
  })
  paymentPlanActivate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentPlanActivateInput, { description: "Which plan." })
    input: PaymentPlanActivateInput,
  ): Promise<MutationPayload> {
    return runCommand(context, activatePaymentPlan, input, PLAN_ID, planOf(context), pendingIn(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => PaymentPlanAmendPayload, {
    description: "Gives what is left of a plan another schedule. The ones before stay as its history.",
  })
  paymentPlanAmend(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentPlanAmendInput, { description: "The new schedule." })
    input: PaymentPlanAmendInput,
  ): Promise<MutationPayload> {
    return runCommand(context, amendPaymentPlan, input, PLAN_ID, planned(context), undefined, scheduleOf);
  }

  @Allow("adjustments:write")
  @Mutation(() => PaymentPlanCancelPayload, {
    description: "Gives a plan up: what is left is collected as usual.",
  })
  paymentPlanCancel(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentPlanCancelInput, { description: "Which plan." }) input: PaymentPlanCancelInput,
  ): Promise<MutationPayload> {
    return runCommand(context, cancelPaymentPlan, input, PLAN_ID, planOf(context));
  }

  @Allow("cash:write")
  @Mutation(() => PaymentPlanPayPayload, {
    description:
      "Applies a receipt to a plan: to its oldest unpaid instalments, and through them to its items, the oldest due first.",
  })
  paymentPlanPay(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentPlanPayInput, { description: "What pays what." }) input: PaymentPlanPayInput,
  ): Promise<MutationPayload> {
    return runCommand(context, payPaymentPlan, input, { ...PLAN_ID, receiptId: "rct" }, (result) => ({
      ...planOf(context)(result),
      applications: async () => {
        const { applicationIds } = result;
        const found = await Promise.all(applicationIds.map((id) => context.load(applicationLoader, id)));
        return found.filter((one) => one !== null);
      },
    }));
  }

  @Allow("adjustments:write")
  @Mutation(() => PaymentPlanReviewPayload, {
    description:
      "Makes completed plans active again whose items opened again, and looks through the active plans as they stand today: notes missed instalments, completes and defaults. A job does it every hour.",
  })
  paymentPlanReview(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PaymentPlanReviewInput, { description: "How to run it." })
    input: PaymentPlanReviewInput,
  ): Promise<MutationPayload> {
    const found = (review: WholeReview) => {
      const plans = (ids: readonly string[]) => () =>
        Promise.all(ids.map((id) => context.load(paymentPlanLoader, id)));
      return {
        ...countsOf(review),
        completed: plans(review.completedIds),
        defaulted: plans(review.defaultedIds),
        reopened: plans(review.reopenedIds ?? []),
      };
    };
    return runCommand(context, reviewPaymentPlans, input, {}, found, undefined, countsOf);
  }
}

const PLAN_ID = { paymentPlanId: "pln" };

/** Read only when the client selects it. */
function planOf(context: ApplicationContext) {
  return ({ paymentPlanId }: { readonly paymentPlanId: string }) => ({
    paymentPlan: () => context.load(paymentPlanLoader, paymentPlanId),
  });
}

function planned(context: ApplicationContext) {
  return (result: PlannedSchedule) => ({ ...planOf(context)(result), ...scheduleOf(result) });
}

function scheduleOf({ instalments, currency, chargeAmount }: PlannedSchedule): object {
  return {
    schedule: instalments.map((instalment) => ({ ...instalment, currency })),
    chargeAmount: chargeAmount === null ? null : { amount: formatAmount(chargeAmount, currency), currency },
  };
}

function countsOf({ reviewed, missed }: WholeReview): object {
  return { reviewed, missed };
}
