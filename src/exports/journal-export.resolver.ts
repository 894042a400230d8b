import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Refusal } from "../platform/commands/refusal.js";
import { refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import {
  JournalExportContentArgs,
  JournalExportStartInput,
  JournalExportWriteInput,
} from "./journal-export.input.js";
import { journalExportLoader, seesExports } from "./journal-export.loaders.js";
import { countExports, type JournalExportRow, pageOfExports } from "./journal-export.queries.js";
import {
  JournalExportConnection,
  JournalExportContent,
  JournalExportPreview,
  JournalExportType,
} from "./journal-export.type.js";
import { fileOf } from "./journal-export-file.js";
import { findLayout, JournalProfileError } from "./journal-profile.js";
import type { JournalLayout } from "./layout-schema.js";
import { type JournalExportResult, startJournalExport } from "./start-journal-export.js";
import { batchPiece } from "./write-batch.js";
import { writeJournalExport } from "./write-journal-export.js";

const BATCH = { journalExport: { type: () => JournalExportType, description: "The batch." } };
const JournalExportStartPayload = payloadType("JournalExportStartPayload", {
  ...BATCH,
  preview: {
    type: () => JournalExportPreview,
    description: "With `validateOnly`: what the batch would have. Null otherwise.",
  },
});
const JournalExportWritePayload = payloadType("JournalExportWritePayload", BATCH);

const NEWEST_FIRST = totalOrder(
  [{ column: sql`x.number`, key: "number", type: "integer", direction: "DESC" }],
  sql`x.id`,
);

@Resolver()
export class JournalExportResolver {
  @Allow("journal:read")
  @Query(() => JournalExportType, { nullable: true, description: "A batch by id." })
  journalExport(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<JournalExportRow | null> {
    return context.load(journalExportLoader, requireId("jex", id));
  }

  @Allow("journal:read")
  @Query(() => JournalExportConnection, {
    description: "Batches of journal entries that went to the general ledger, newest first.",
  })
  async journalExports(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<JournalExportRow>> {
    const page = keysetPage(args, NEWEST_FIRST);
    if (!seesExports(context)) return buildConnection([], page, async () => 0);
    const rows = await pageOfExports(context.reads, context.tenantId, page);
    return buildConnection(rows, page, () => countExports(context.reads, context.tenantId));
  }

  @Allow("journal:read")
  @Query(() => JournalExportContent, {
    nullable: true,
    description:
      "A batch's file, piece by piece; null when there is no such file, or nothing after `afterEntry`.",
  })
  async journalExportContent(
    @Ctx() context: ApplicationContext,
    @Args(() => JournalExportContentArgs) { id, fileNo, afterEntry }: JournalExportContentArgs,
  ): Promise<JournalExportContent | null> {
    const { reads, tenantId } = context;
    const exportId = requireId("jex", id);
    const file = seesExports(context) ? await fileOf(reads, tenantId, exportId, { fileNo }) : undefined;
    const piece = file && (await batchPiece(reads, { tenantId, exportId, layout: file.layout }, afterEntry));
    return piece ? { text: piece.text, nextAfterEntry: piece.isLast ? null : piece.last } : null;
  }

  @Allow("journal:export")
  @Mutation(() => JournalExportStartPayload, {
    description: "Takes every journal entry that is in no batch yet into a new one.",
  })
  async journalExportStart(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => JournalExportStartInput, { description: "The batch." })
    { format, accounts, settings, ...input }: JournalExportStartInput,
  ): Promise<MutationPayload> {
    const name = format.toLowerCase();
    const layout = await layoutOf(name, { accounts, settings });
    if ("refused" in layout) return { userErrors: layout.refused, replayed: false };
    const given = { ...input, format: name, layout };
    return runCommand(
      context,
      startJournalExport(),
      given,
      {},
      batchOf(context),
      undefined,
      ({ controlTotals }) => ({ preview: controlTotals }),
    );
  }

  @Allow("journal:export")
  @Mutation(() => JournalExportWritePayload, {
    description: "Writes a batch in a further format, or with other accounts; its entries stay the same.",
  })
  async journalExportWrite(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => JournalExportWriteInput, { description: "The batch and the format." })
    { format, accounts, settings, journalExportId, ...input }: JournalExportWriteInput,
  ): Promise<MutationPayload> {
    const name = format.toLowerCase();
    const layout = await layoutOf(name, { accounts, settings });
    if ("refused" in layout) return { userErrors: layout.refused, replayed: false };
    const given = { ...input, journalExportId, format: name, layout };
    const ids = { journalExportId: "jex" };
    return runCommand(context, writeJournalExport(), given, ids, batchOf(context));
  }
}

/** What the mutations answer with. */
function batchOf(context: ApplicationContext) {
  return ({ exportId }: JournalExportResult) => ({
    journalExport: () => context.load(journalExportLoader, exportId),
  });
}

type GivenReceiver = Pick<JournalExportStartInput, "accounts" | "settings">;

async function layoutOf(
  format: string,
  { accounts, settings }: GivenReceiver,
): Promise<JournalLayout | { readonly refused: readonly Refusal[] }> {
  const named = accounts && Object.fromEntries(accounts.map(({ code, account }) => [code, account]));
  const set = Object.fromEntries((settings ?? []).map(({ name, value }) => [name, value]));
  try {
    return await findLayout(format, { accounts: named ?? undefined, settings: set });
  } catch (error) {
    if (!(error instanceof JournalProfileError)) throw error;
    const missing = error.missing.map(({ setting }) => missingRefusal(format.toUpperCase(), setting));
    return { refused: missing.length > 0 ? missing : [refusal("INVALID_VALUE", "format", error.message)] };
  }
}

function missingRefusal(format: string, setting: string | null): Refusal {
  return setting === null
    ? refusal(
        "INVALID_VALUE",
        "accounts",
        `${format} needs an account of theirs for each of ours: give \`accounts\`.`,
      )
    : refusal(
        "INVALID_VALUE",
        "settings",
        `${format} needs settings.${setting}: give it in \`settings\`, with the name "${setting}".`,
      );
}
