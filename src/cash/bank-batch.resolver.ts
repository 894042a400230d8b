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
import { BankBatchWhere } from "./bank-batch.input.js";
import { bankBatchLoader, visibleBankFiles } from "./bank-batch.loaders.js";
import { type BankBatchRow, countBatches, pageOfBatches } from "./bank-batch.queries.js";
import { BankBatchConnection, BankBatchType } from "./bank-batch.type.js";

@Resolver()
export class BankBatchResolver {
  @Allow("receivables:read")
  @Query(() => BankBatchType, { nullable: true, description: "A bank batch by id." })
  bankBatch(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<BankBatchRow | null> {
    return context.load(bankBatchLoader, requireId("bat", id));
  }

  @Allow("receivables:read")
  @Query(() => BankBatchConnection, { description: "Bank files that were taken in, the newest first." })
  async bankBatches(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => BankBatchWhere, { nullable: true, description: "Which ones." })
    where?: BankBatchWhere,
  ): Promise<Connection<BankBatchRow>> {
    const page = keysetPage(args, NEWEST_FIRST);
    const filter = sql`${batchFilter(where)} and ${visibleBankFiles(context)}`;
    const rows = await pageOfBatches(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countBatches(context.reads, context.tenantId, filter));
  }
}

// Ids are UUIDs of version 7: they sort by the moment they were made.
const NEWEST_FIRST: SortOrder = [{ column: sql`b.id`, key: "id", type: "uuid", direction: "DESC" }];

function batchFilter(where: BankBatchWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`b.id`, "bat", w.id),
    condition(sql`b.file_name`, w.fileName),
    condition(sql`b.file_hash`, w.fileHash),
    condition(sql`b.message_id`, w.messageId),
    condition(sql`b.imported_at`, w.importedAt),
  ]);
}
