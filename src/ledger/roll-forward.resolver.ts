import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { businessDate, endOfMonth, startOfMonth } from "../platform/business-date.js";
import { Allow } from "../platform/graphql/access.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requestError } from "../platform/graphql/errors.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { Decimal } from "../platform/money.js";
import { reportPoint } from "./report-point.js";
import { readRollForward } from "./roll-forward.queries.js";
import type { RollForwardLine } from "./roll-forward.rules.js";
import { ArRollForward } from "./roll-forward.type.js";
import { requireWholeBooks } from "./whole-books.js";

@Resolver()
export class RollForwardResolver {
  @Allow("journal:read")
  @Query(() => ArRollForward, {
    description:
      "Opening, invoices, cash, credits, write-offs, exchange differences and closing of each control account in a month.",
  })
  async arRollForward(
    @Ctx() context: RequestContext,
    @Arg("startsOn", () => DateScalar, { description: "The first day of the month." }) startsOn: string,
    @Arg("knownAt", () => DateTime, {
      nullable: true,
      description:
        "What was recorded up to this instant; now by default. A past one gives the same figures for ever.",
    })
    knownAt?: Date | null,
  ): Promise<object> {
    requireWholeBooks(context.principal);
    const from = monthFrom(startsOn);
    const point = await reportPoint(context, { asOf: endOfMonth(from), knownAt });
    const lines = await readRollForward(context.reads, point, from);
    return {
      startsOn: from,
      endsOn: point.asOf,
      knownAt: point.knownAt,
      isReconciled: lines.every(agrees),
      lines,
    };
  }
}

/** The first day of a month; throws BAD_USER_INPUT for any other day. */
export function monthFrom(startsOn: string) {
  const day = businessDate(startsOn);
  if (startOfMonth(day) === day) return day;
  throw requestError("BAD_USER_INPUT", `A period begins on the first of a month; ${startsOn} is not one.`);
}

function agrees({ difference, functionalDifference }: RollForwardLine): boolean {
  return new Decimal(difference).isZero() && new Decimal(functionalDifference).isZero();
}
