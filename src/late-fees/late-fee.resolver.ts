import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { businessDate } from "../platform/business-date.js";
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
import { CurrencyCode, DateScalar } from "../platform/graphql/scalars.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { LateFeeWhere } from "./late-fee.input.js";
import { lateFeeLoader, lateFeeRunLoader, lateFeeWaiverLoader, visibleFees } from "./late-fee.loaders.js";
import {
  countLateFees,
  countPreviews,
  type LateFeePreviewRow,
  type LateFeeRow,
  type LateFeeRunRow,
  type LateFeeWaiverRow,
  pageOfLateFees,
  pageOfPreviews,
} from "./late-fee.queries.js";
import {
  LateFeeConnection,
  LateFeePreviewConnection,
  LateFeeRunType,
  LateFeeType,
  LateFeeWaiverType,
} from "./late-fee.type.js";
import type { LateFeeScope } from "./late-fee-lines.sql.js";
import { type LateFeePolicyRow, readPolicies } from "./late-fee-policy.queries.js";
import { LateFeePolicy } from "./late-fee-policy.type.js";

@Resolver()
export class LateFeeResolver {
  @Allow("receivables:read")
  @Query(() => LateFeeType, { nullable: true, description: "A late fee by id." })
  lateFee(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<LateFeeRow | null> {
    return context.load(lateFeeLoader, requireId("ltf", id));
  }

  @Allow("receivables:read")
  @Query(() => LateFeeConnection, { description: "Late fees, the newest first." })
  async lateFees(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => LateFeeWhere, { nullable: true, description: "Which ones." })
    where?: LateFeeWhere,
  ): Promise<Connection<LateFeeRow>> {
    const { reads, tenantId } = context;
    const page = keysetPage(args, NEWEST_FIRST);
    const filter = sql`${filterOf(where)} and ${visibleFees(context)}`;
    const rows = await pageOfLateFees(reads, tenantId, filter, page);
    return buildConnection(rows, page, () => countLateFees(reads, tenantId, filter));
  }

  @Allow("receivables:read")
  @Query(() => LateFeeRunType, { nullable: true, description: "A run that charged late fees, by id." })
  lateFeeRun(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<LateFeeRunRow | null> {
    return context.load(lateFeeRunLoader, requireId("ltr", id));
  }

  @Allow("receivables:read")
  @Query(() => LateFeeWaiverType, { nullable: true, description: "A waiver of a late fee, by id." })
  lateFeeWaiver(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<LateFeeWaiverRow | null> {
    return context.load(lateFeeWaiverLoader, requireId("ltw", id));
  }

  @Allow("receivables:read")
  @Query(() => [LateFeePolicy], {
    description: "What is charged on late items: every version, by currency, the newest first.",
  })
  lateFeePolicies(
    @Ctx() { reads, tenantId }: ApplicationContext,
    @Arg("currency", () => CurrencyCode, { nullable: true, description: "Only in this currency." })
    currency?: string | null,
  ): Promise<LateFeePolicyRow[]> {
    return readPolicies(reads, tenantId, currency ?? null);
  }

  @Allow("receivables:read")
  @Query(() => LateFeePreviewConnection, {
    description:
      "What a run up to a day would charge now, by the customer's number, and how it is computed. Days that were charged already are not told.",
  })
  async lateFeePreview(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("asOf", () => DateScalar, { description: "The last day that would be charged." }) asOf: string,
    @Arg("customerIds", () => [ID], { nullable: true, description: "Only these customers." })
    customerIds?: string[] | null,
  ): Promise<Connection<LateFeePreviewRow>> {
    const page = keysetPage(args, BY_CUSTOMER);
    const ids = customerIds?.map((id) => requireId("cus", id));
    const asked = ids ? sql`i.customer_id = any(${ids})` : sql`true`;
    const scope: LateFeeScope = {
      tenantId: context.tenantId,
      asOf: businessDate(asOf),
      schedule: null,
      items: sql`${asked} and ${visibleTo(context.principal, sql`i.customer_id`)}`,
    };
    const rows = await pageOfPreviews(context.reads, scope, page);
    return buildConnection(rows, page, () => countPreviews(context.reads, scope));
  }
}

const NEWEST_FIRST = totalOrder(
  [{ column: sql`d.document_date`, key: "documentDate", type: "date", direction: "DESC" }],
  sql`d.id`,
);

const BY_CUSTOMER = totalOrder(
  [{ column: sql`p.number`, key: "customerNumber", type: "text", direction: "ASC" }],
  sql`p.id`,
);

function filterOf(where: LateFeeWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`d.id`, "ltf", w.id),
    idCondition(sql`d.customer_id`, "cus", w.customerId),
    condition(sql`d.number`, w.number),
    condition(sql`d.document_date`, w.documentDate),
    idCondition(sql`d.run_id`, "ltr", w.runId),
  ]);
}
