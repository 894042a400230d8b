import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { requireId } from "../platform/graphql/ids.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import { AdjustmentWhere, WriteOffWhere } from "./adjustment.input.js";
import { creditMemoLoader, visibleAdjustments, writeOffLoader } from "./adjustment.loaders.js";
import {
  type AdjustmentTable,
  CREDIT_MEMOS,
  type CreditMemoRow,
  countOf,
  pageOf,
  WRITE_OFFS,
  type WriteOffRow,
} from "./adjustment.queries.js";
import { CreditMemoConnection, CreditMemoType, WriteOffConnection, WriteOffType } from "./adjustment.type.js";

@Resolver()
export class AdjustmentResolver {
  @Allow("receivables:read")
  @Query(() => CreditMemoType, { nullable: true, description: "A credit memo by id." })
  creditMemo(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<CreditMemoRow | null> {
    return context.load(creditMemoLoader, requireId("crm", id));
  }

  @Allow("receivables:read")
  @Query(() => CreditMemoConnection, { description: "Credit memos, the newest first." })
  creditMemos(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => AdjustmentWhere, { nullable: true, description: "Which ones." })
    where?: AdjustmentWhere,
  ): Promise<Connection<CreditMemoRow>> {
    return newestFirst(context, args, where, MEMOS);
  }

  @Allow("receivables:read")
  @Query(() => WriteOffType, { nullable: true, description: "A write-off by id." })
  writeOff(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<WriteOffRow | null> {
    return context.load(writeOffLoader, requireId("wof", id));
  }

  @Allow("receivables:read")
  @Query(() => WriteOffConnection, { description: "Write-offs, the newest first." })
  writeOffs(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => WriteOffWhere, { nullable: true, description: "Which ones." })
    where?: WriteOffWhere,
  ): Promise<Connection<WriteOffRow>> {
    return newestFirst(context, args, where, WRITTEN_OFF);
  }
}

/** How a kind of adjustment is listed: its table, its ids, and its date by column and property. */
export interface Listed<Row> {
  readonly table: AdjustmentTable<Row>;
  readonly prefix: string;
  readonly date: SqlFragment;
  readonly key: string;
}

const MEMOS: Listed<CreditMemoRow> = {
  table: CREDIT_MEMOS,
  prefix: "crm",
  date: sql`d.document_date`,
  key: "documentDate",
};
const WRITTEN_OFF: Listed<WriteOffRow> = {
  table: WRITE_OFFS,
  prefix: "wof",
  date: sql`d.effective_date`,
  key: "effectiveDate",
};

/** A page of adjustments of a kind, the newest first. Only write-offs are of a run. */
export async function newestFirst<Row>(
  context: ApplicationContext,
  args: ConnectionArgs,
  where: WriteOffWhere | undefined,
  { table, prefix, date, key }: Listed<Row>,
): Promise<Connection<Row>> {
  const page = keysetPage(
    args,
    totalOrder([{ column: date, key, type: "date", direction: "DESC" }], sql`d.id`),
  );
  const asked = whereSql(where, (w) => [
    idCondition(sql`d.id`, prefix, w.id),
    idCondition(sql`d.customer_id`, "cus", w.customerId),
    condition(sql`d.number`, w.number),
    condition(date, w.effectiveDate),
    condition(sql`d.reason_code`, w.reasonCode),
    idCondition(sql`d.run_id`, "sbr", w.runId),
  ]);
  const filter = sql`${asked} and ${visibleAdjustments(context)}`;
  const rows = await pageOf(context.reads, table, context.tenantId, filter, page);
  return buildConnection(rows, page, () => countOf(context.reads, table, context.tenantId, filter));
}
