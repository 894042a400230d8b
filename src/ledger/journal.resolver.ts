import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { endOfMonth } from "../platform/business-date.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { type SortOrder, totalOrder } from "../platform/graphql/keyset.js";
import { Decimal } from "../platform/money.js";
import {
  countEntries,
  type JournalEntryRow,
  type PeriodRow,
  pageOfEntries,
  readPeriods,
  readTrialBalance,
  type TrialBalanceRow,
} from "./journal.queries.js";
import { JournalEntryConnection, JournalEntryWhere, PeriodType, TrialBalance } from "./journal.type.js";
import { PointArgs } from "./reconciliation.resolver.js";
import { reportPoint } from "./report-point.js";
import { inFigure } from "./roll-forward.queries.js";
import { monthFrom } from "./roll-forward.resolver.js";
import type { ArRollForwardFilter } from "./roll-forward.type.js";
import { requireWholeBooks } from "./whole-books.js";

@Resolver()
export class JournalResolver {
  @Allow("journal:read")
  @Query(() => JournalEntryConnection, {
    description: "Journal entries by effective date, the latest first.",
  })
  async journalEntries(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => JournalEntryWhere, { nullable: true, description: "Which ones." })
    where?: JournalEntryWhere,
  ): Promise<Connection<JournalEntryRow>> {
    const { reads, principal } = context;
    requireWholeBooks(principal);
    const page = keysetPage(args, LATEST_FIRST);
    const filter = entryFilter(where);
    const rows = await pageOfEntries(reads, principal.tenantId, filter, page);
    return buildConnection(rows, page, () => countEntries(reads, principal.tenantId, filter));
  }

  @Allow("journal:read")
  @Query(() => TrialBalance, { description: "The balances of all accounts, at any point." })
  async trialBalance(
    @Args(() => PointArgs) args: PointArgs,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    requireWholeBooks(context.principal);
    const point = await reportPoint(context, args);
    const lines = await readTrialBalance(context.reads, point);
    return {
      asOf: point.asOf,
      knownAt: point.knownAt,
      lines,
      functionalCurrency: point.tenant.functionalCurrency,
      functionalDebits: sumOf(lines, "functionalDebits"),
      functionalCredits: sumOf(lines, "functionalCredits"),
    };
  }

  @Allow("journal:read")
  @Query(() => [PeriodType], {
    description: "Accounting periods, the latest first; a month without any posting has none.",
  })
  periods(@Ctx() { reads, principal }: RequestContext): Promise<PeriodRow[]> {
    return readPeriods(reads, principal.tenantId);
  }
}

const LATEST_FIRST: SortOrder = totalOrder(
  [{ column: sql`e.effective_date`, key: "effectiveDate", type: "date", direction: "DESC" }],
  sql`e.id`,
);

function sumOf(lines: readonly TrialBalanceRow[], column: "functionalDebits" | "functionalCredits"): string {
  return lines.reduce((sum, line) => sum.plus(line[column]), new Decimal(0)).toFixed();
}

function entryFilter(where: JournalEntryWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`e.id`, "jre", w.id),
    condition(sql`e.effective_date`, w.effectiveDate),
    condition(sql`e.recorded_at`, w.recordedAt),
    condition(sql`e.kind`, w.kind),
    lineExists(idCondition(sql`l.customer_id`, "cus", w.customerId)),
    lineExists(idCondition(sql`l.item_id`, "itm", w.openItemId)),
    lineExists(condition(sql`a.code`, w.accountCode)),
    figureCondition(w.rollForward),
  ]);
}

function figureCondition(filter: ArRollForwardFilter | null | undefined): SqlFragment | null {
  if (!filter) return null;
  const from = monthFrom(filter.startsOn);
  return inFigure({ ...filter, from, to: endOfMonth(from) });
}

function lineExists(found: SqlFragment | null): SqlFragment | null {
  return (
    found &&
    sql`exists (
      select from journal_line l join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
      where l.tenant_id = e.tenant_id and l.entry_id = e.id and ${found})`
  );
}
