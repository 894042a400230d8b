import { Arg, Args, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { v7 as uuidv7 } from "uuid";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { requestError } from "../platform/graphql/errors.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import type { MutationPayload } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { followRun } from "./follow-run.js";
import { importRunLoader, seesImports } from "./import-run.loaders.js";
import { countRuns, type ImportRunRow, pageOfRuns } from "./import-run.queries.js";
import { ImportRunConnection, ImportRunType, ImportStartInput } from "./import-run.type.js";
import { startImport } from "./start-import.js";

const ImportStartPayload = payloadType("ImportStartPayload", {
  importRun: { type: () => ImportRunType, description: "The import; follow it with `importProgress`." },
});

/** Newest first: ids are UUIDs of version 7, which sort by the moment they were made. */
const NEWEST_FIRST = totalOrder(
  [{ column: sql`r.id`, key: "id", type: "uuid", direction: "DESC" }],
  sql`r.id`,
);

@Resolver()
export class ImportRunResolver {
  @Allow("receivables:read")
  @Query(() => ImportRunType, { nullable: true, description: "An import by id." })
  importRun(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<ImportRunRow | null> {
    return context.load(importRunLoader, requireId("imp", id));
  }

  @Allow("receivables:read")
  @Query(() => ImportRunConnection, { description: "Imports, newest first." })
  async importRuns(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ImportRunRow>> {
    const page = keysetPage(args, NEWEST_FIRST);
    const visible = sql`${seesImports(context)}::boolean`;
    const rows = await pageOfRuns(context.reads, context.tenantId, visible, page);
    return buildConnection(rows, page, () => countRuns(context.reads, context.tenantId, visible));
  }

  @Allow("imports:write")
  @Mutation(() => ImportStartPayload, {
    description:
      "Starts the import of a CSV file and returns at once; rows that are in already are passed over. Open credit memos are taken in from who may make them alone: with `adjustments:write` and within their limit.",
  })
  async importStart(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ImportStartInput, { description: "The file." }) input: ImportStartInput,
  ): Promise<MutationPayload> {
    const runId = uuidv7();
    const refusals = await startImport(context, runId, input);
    if (refusals.length > 0) return { userErrors: refusals, replayed: false };
    await context.refresh();
    const importRun = await context.load(importRunLoader, runId);
    return { ...{ importRun }, userErrors: [], replayed: false };
  }

  @Allow("receivables:read")
  @Subscription(() => ImportRunType, {
    description: "An import as it goes on; ends when the import does.",
    subscribe: ({ args, context }: { args: { id: string }; context: ApplicationContext }) =>
      followRun(context, requireId("imp", args.id)),
  })
  importProgress(
    @Root() run: ImportRunRow,
    @Arg("id", () => ID, { description: "Id of the import." }) _id: string,
  ): ImportRunRow {
    if (!run) throw requestError("BAD_USER_INPUT", "There is no such import.");
    return run;
  }
}
