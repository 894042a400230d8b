import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { ApplicationContext } from "../../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../../platform/graphql/connections.js";
import { Allow } from "../../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../../platform/graphql/filters.js";
import { orderOf, type SortTerms } from "../../platform/graphql/sorting.js";
import { visibleTo } from "../../platform/graphql/visible-customers.js";
import { CashExceptionOrder, CashExceptionWhere } from "./cash-exception.input.js";
import {
  type CashExceptionRow,
  type CashExceptionTotalRow,
  countExceptions,
  pageOfExceptions,
  totalsOfExceptions,
} from "./cash-exception.queries.js";
import { HAS_PROPOSAL, REASON_OF_MATCH } from "./cash-exception.sql.js";
import { CashExceptionConnection, CashExceptionTotalType } from "./cash-exception.type.js";

@Resolver()
export class CashExceptionResolver {
  @Allow("receivables:read")
  @Query(() => CashExceptionConnection, {
    description:
      "The work queue of cash: money of receipts that is not applied, the oldest first unless told otherwise.",
  })
  async cashExceptions(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => CashExceptionWhere, { nullable: true, description: "Which ones." })
    where?: CashExceptionWhere,
    @Arg("orderBy", () => [CashExceptionOrder], { nullable: true, description: "In which order." })
    orderBy?: CashExceptionOrder[],
  ): Promise<Connection<CashExceptionRow>> {
    const page = keysetPage(args, orderOf(orderBy, OLDEST_FIRST, SORT_TERMS, sql`o.id`));
    const filter = exceptionFilter(context, where);
    const rows = await pageOfExceptions(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countExceptions(context.reads, context.tenantId, filter));
  }

  @Allow("receivables:read")
  @Query(() => [CashExceptionTotalType], {
    description: "How much is in the queue of cash, by reason and currency; the most receipts first.",
  })
  cashExceptionTotals(
    @Ctx() context: ApplicationContext,
    @Arg("where", () => CashExceptionWhere, { nullable: true, description: "Of which ones." })
    where?: CashExceptionWhere,
  ): Promise<CashExceptionTotalRow[]> {
    return totalsOfExceptions(context.reads, context.tenantId, exceptionFilter(context, where));
  }
}

const OLDEST_FIRST = { field: "RECEIVED_ON", direction: "ASC" } as const;

const SORT_TERMS: SortTerms = {
  RECEIVED_ON: { column: sql`o.due_date`, key: "receivedOn", type: "date" },
  AMOUNT: { column: sql`-o.open_amount`, key: "amountLeft", type: "decimal" },
  REASON: { column: REASON_OF_MATCH, key: "reason", type: "text" },
  CURRENCY: { column: sql`o.currency`, key: "currency", type: "text" },
  CUSTOMER: { column: sql`c.name`, key: "customerName", type: "text", nullable: true },
  COLLECTOR: { column: sql`c.collector`, key: "collector", type: "text", nullable: true },
  BUSINESS_UNIT: { column: sql`c.business_unit`, key: "businessUnit", type: "text", nullable: true },
};

function exceptionFilter(context: ApplicationContext, where: CashExceptionWhere | undefined): SqlFragment {
  const today = sql`(
    select (${context.now().toISOString()}::timestamptz at time zone z.time_zone)::date from tenant z
    where z.tenant_id = ${context.tenantId})`;
  const aged = (sign: SqlFragment, days: number | null | undefined) =>
    typeof days === "number" ? sql`o.due_date ${sign} ${today} - ${days}::integer` : null;
  const asked = whereSql(where, (w) => [
    idCondition(sql`o.id`, "itm", w.id),
    idCondition(sql`o.receipt_id`, "rct", w.receiptId),
    condition(REASON_OF_MATCH, w.reason),
    typeof w.hasProposal === "boolean" ? sql`${HAS_PROPOSAL} = ${w.hasProposal}` : null,
    condition(sql`(-o.open_amount)`, w.amountLeft),
    condition(sql`o.currency`, w.currency),
    condition(sql`o.due_date`, w.receivedOn),
    aged(sql`<=`, w.minAgeDays),
    aged(sql`>=`, w.maxAgeDays),
    idCondition(sql`o.customer_id`, "cus", w.customerId),
    condition(sql`c.collector`, w.collector),
    condition(sql`c.business_unit`, w.businessUnit),
  ]);
  return sql`${asked} and ${visibleTo(context.principal, sql`o.customer_id`)}`;
}
