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
import type { SortOrder } from "../platform/graphql/keyset.js";
import { RemittanceAdviceBatchWhere, RemittanceAdviceWhere } from "./advice.input.js";
import { adviceBatchLoader, adviceLoader } from "./advice.loaders.js";
import {
  type AdviceBatchRow,
  type AdviceRow,
  countAdviceBatches,
  countAdvices,
  pageOfAdviceBatches,
  pageOfAdvices,
} from "./advice.queries.js";
import {
  RemittanceAdviceBatchConnection,
  RemittanceAdviceBatchType,
  RemittanceAdviceConnection,
  RemittanceAdviceType,
} from "./advice.type.js";
import { visibleBankFiles } from "./bank-batch.loaders.js";

@Resolver()
export class RemittanceAdviceResolver {
  @Allow("receivables:read")
  @Query(() => RemittanceAdviceBatchType, {
    nullable: true,
    description: "A file of remittance advices by id.",
  })
  remittanceAdviceBatch(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<AdviceBatchRow | null> {
    return context.load(adviceBatchLoader, requireId("rab", id));
  }

  @Allow("receivables:read")
  @Query(() => RemittanceAdviceBatchConnection, {
    description: "Files of remittance advices that were taken in, the newest first.",
  })
  async remittanceAdviceBatches(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => RemittanceAdviceBatchWhere, { nullable: true, description: "Which ones." })
    where?: RemittanceAdviceBatchWhere,
  ): Promise<Connection<AdviceBatchRow>> {
    const page = keysetPage(args, NEWEST_BATCHES_FIRST);
    const filter = sql`${batchFilter(where)} and ${visibleBankFiles(context)}`;
    const rows = await pageOfAdviceBatches(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countAdviceBatches(context.reads, context.tenantId, filter));
  }

  @Allow("receivables:read")
  @Query(() => RemittanceAdviceType, { nullable: true, description: "A remittance advice by id." })
  remittanceAdvice(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<AdviceRow | null> {
    return context.load(adviceLoader, requireId("rav", id));
  }

  @Allow("receivables:read")
  @Query(() => RemittanceAdviceConnection, {
    description: "Remittance advices that were taken in, the newest first.",
  })
  async remittanceAdvices(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => RemittanceAdviceWhere, { nullable: true, description: "Which ones." })
    where?: RemittanceAdviceWhere,
  ): Promise<Connection<AdviceRow>> {
    const page = keysetPage(args, NEWEST_FIRST);
    const filter = sql`${adviceFilter(where)} and ${visibleBankFiles(context)}`;
    const rows = await pageOfAdvices(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countAdvices(context.reads, context.tenantId, filter));
  }
}

// Ids are UUIDs of version 7: they sort by the moment they were made.
const NEWEST_FIRST: SortOrder = [{ column: sql`a.id`, key: "id", type: "uuid", direction: "DESC" }];

const NEWEST_BATCHES_FIRST: SortOrder = [{ column: sql`b.id`, key: "id", type: "uuid", direction: "DESC" }];

function batchFilter(where: RemittanceAdviceBatchWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`b.id`, "rab", w.id),
    condition(sql`b.file_name`, w.fileName),
    condition(sql`b.file_hash`, w.fileHash),
    condition(sql`b.message_id`, w.messageId),
    condition(sql`b.taken_at`, w.takenAt),
  ]);
}

function adviceFilter(where: RemittanceAdviceWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`a.id`, "rav", w.id),
    idCondition(sql`a.batch_id`, "rab", w.batchId),
    idCondition(sql`p.receipt_id`, "rct", w.receiptId),
    condition(sql`a.payer_name`, w.payerName),
    condition(sql`a.number`, w.number),
    condition(sql`a.outcome`, w.outcome),
    typeof w.isPaired === "boolean" ? sql`coalesce(p.stands, false) = ${w.isPaired}` : null,
    condition(sql`a.total`, w.total),
    condition(sql`a.currency`, w.currency),
    condition(sql`a.paid_on`, w.paidOn),
  ]);
}
