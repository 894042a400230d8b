import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from "type-graphql";
import { PeriodType, periodLoader, reportPoint, requireWholeBooks } from "../ledger/index.js";
import { todayIn } from "../platform/business-date.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { requestError } from "../platform/graphql/errors.js";
import { Allow } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { closePeriod, reopenPeriod } from "./change-period.js";
import { closeScope, readChecklist } from "./close-checklist.queries.js";
import { CloseChecklist, CloseChecklistItem, CloseCheckReviewInput } from "./close-checklist.type.js";
import { closeMonth } from "./close-month.rules.js";
import { reviewCheck } from "./review-check.js";

const PeriodCloseMode = defineEnum("PeriodCloseMode", "How far to close a period.", {
  SOFT_CLOSED: "Only controllers post into it.",
  CLOSED: "Nobody posts into it.",
});

const PeriodReopenMode = defineEnum("PeriodReopenMode", "How far to reopen a period.", {
  OPEN: "Everyone who may post.",
  SOFT_CLOSED: "Only controllers post into it.",
});

@InputType({ description: "A period to close." })
export class PeriodCloseInput extends MutationInput {
  @Field(() => DateScalar, { description: "The first day of its month." })
  startsOn!: string;

  @Field(() => PeriodCloseMode, { defaultValue: "CLOSED", description: "How far." })
  status!: "SOFT_CLOSED" | "CLOSED";

  @Field(() => String, {
    nullable: true,
    description:
      "Why the period is closed in spite of what its checklist has open; kept on the audit trail, with what that was.",
  })
  overrideReason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the period is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "A period to open again." })
export class PeriodReopenInput extends MutationInput {
  @Field(() => DateScalar, { description: "The first day of its month." })
  startsOn!: string;

  @Field(() => String, { description: "Why; kept on the audit trail." })
  reason!: string;

  @Field(() => PeriodReopenMode, { defaultValue: "OPEN", description: "How far." })
  status!: "OPEN" | "SOFT_CLOSED";

  @Field(() => Int, { nullable: true, description: "Refuse when the period is no longer at this version." })
  expectedVersion?: number | null;
}

const PERIOD = { period: { type: () => PeriodType, description: "The period." } };
const PeriodClosePayload = payloadType("PeriodClosePayload", PERIOD);
const PeriodReopenPayload = payloadType("PeriodReopenPayload", PERIOD);
const CloseCheckReviewPayload = payloadType("CloseCheckReviewPayload", {
  item: { type: () => CloseChecklistItem, description: "The check as it now stands." },
});

@Resolver()
export class CloseResolver {
  @Allow("journal:read")
  @Query(() => CloseChecklist, { description: "What is to be settled before a month is closed." })
  closeChecklist(
    @Ctx() context: ApplicationContext,
    @Arg("startsOn", () => DateScalar, { description: "The first day of the month." }) startsOn: string,
  ): Promise<object> {
    requireWholeBooks(context.principal);
    return checklistOf(context, startsOn);
  }

  @Allow("close:write")
  @Mutation(() => CloseCheckReviewPayload, {
    description: "Notes that a person has looked at what a check found; holds until that changes.",
  })
  closeCheckReview(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CloseCheckReviewInput, { description: "The check." }) input: CloseCheckReviewInput,
  ): Promise<MutationPayload> {
    return runCommand(context, reviewCheck, input, {}, async ({ startsOn, check }) => {
      const { items } = await checklistOf(context, startsOn);
      return { item: items.find((item) => item.check === check) };
    });
  }

  @Allow("periods:write")
  @Mutation(() => PeriodClosePayload, {
    description:
      "Closes a month to postings, once those in flight are done; for good only with nothing open on its checklist.",
  })
  periodClose(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PeriodCloseInput, { description: "The period." }) input: PeriodCloseInput,
  ): Promise<MutationPayload> {
    return runCommand(context, closePeriod, input, {}, ({ periodId }) => ({
      period: () => context.load(periodLoader, periodId),
    }));
  }

  @Allow("periods:write")
  @Mutation(() => PeriodReopenPayload, {
    description: "Opens a closed month to postings again; later months that are closed are reopened first.",
  })
  periodReopen(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PeriodReopenInput, { description: "The period." }) input: PeriodReopenInput,
  ): Promise<MutationPayload> {
    return runCommand(context, reopenPeriod, input, {}, ({ periodId }) => ({
      period: () => context.load(periodLoader, periodId),
    }));
  }
}

async function checklistOf(context: ApplicationContext, startsOn: string) {
  const month = closeMonth(startsOn);
  if ("code" in month) throw requestError("BAD_USER_INPUT", month.message);
  const { tenant } = await reportPoint(context, {});
  const items = await readChecklist(
    context.reads,
    closeScope(tenant, month, todayIn(tenant.timeZone, context.now())),
  );
  return {
    startsOn: month.startsOn,
    endsOn: month.endsOn,
    isClear: items.every(({ status }) => status !== "OPEN"),
    items,
  };
}
