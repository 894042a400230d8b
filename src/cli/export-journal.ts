import { createHash } from "node:crypto";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  batchBytes,
  exportByNumber,
  exportsByIds,
  fileOf,
  findLayout,
  firstFormatOf,
  type JournalExportFile,
  type JournalExportRow,
  readAccountsFile,
  startJournalExport,
  totalsOf,
  writeJournalExport,
} from "../exports/index.js";
import type { Installation } from "../main.js";
import type { Actor, Command } from "../platform/commands/command.js";
import { resultOf } from "../platform/commands/pipeline.js";
import { ReadSession } from "../platform/database/read-session.js";
import { formatAmount } from "../platform/money.js";
import { createProgress } from "../platform/terminal/progress.js";
import { JournalFile } from "./journal-file.js";
import { operatorOf } from "./operator.js";
import { UserFacingError } from "./user-facing-error.js";

export interface ExportJournalOptions {
  readonly format?: string;
  readonly to?: string;
  /** Whether a file that is there already, and is another, may be written over. */
  readonly force?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly accounts?: string;
  /** Number of a batch that there is already. */
  readonly again?: string;
  readonly tenant?: string;
}

/** Writes a new batch of journal entries, or one again. Returns false when it was refused. */
export async function exportJournal(
  installation: Installation,
  options: ExportJournalOptions,
): Promise<boolean> {
  const actor = await operatorOf(installation, options.tenant);
  const exporter = new JournalExporter(installation, actor);
  const target = options.to === undefined ? null : new JournalFile(options.to, options.force ?? false);
  // Before a batch is taken, which is for ever.
  await target?.tryOut();
  if (options.again === undefined) await target?.refuseOther(null);
  const made = options.again === undefined ? await exporter.start(options) : await exporter.again(options);
  if (!made) return true;
  await target?.refuseOther(made.file.sha256);
  await exporter.write(made, target);
  await exporter.tell(made);
  return true;
}

interface Made {
  readonly batch: JournalExportRow;
  readonly file: JournalExportFile;
}

class JournalExporter {
  constructor(
    private readonly installation: Installation,
    private readonly actor: Actor,
  ) {}

  /** A new batch; null when there is nothing to export. */
  async start(options: ExportJournalOptions): Promise<Made | null> {
    const { from, until } = options;
    if (options.format === undefined) throw new UserFacingError("Name a format with --format.");
    const layout = await layoutOf(options.format, options);
    const request = { format: formatName(options.format), layout, from, until };
    const progress = createProgress({ label: "Taking entries", unit: "entries" });
    const command = startJournalExport((entries) => progress.update(entries));
    const result = await this.#execute(command, request, "NOTHING_TO_EXPORT");
    progress.finish();
    if (result === null) {
      warn("Every journal entry is in a batch already; nothing was written.");
      return null;
    }
    return this.#made(result.exportId, result.fileNo);
  }

  /** A batch as it was written before, or in a further format. */
  async again({ again, format, from, until, ...options }: ExportJournalOptions): Promise<Made> {
    if (from !== undefined || until !== undefined)
      throw new UserFacingError(
        "--from and --until choose entries for a new batch; --again has its entries.",
      );
    const number = Number(again);
    const batch = Number.isSafeInteger(number)
      ? await this.#read((db) => exportByNumber(db, this.actor.tenantId, number))
      : undefined;
    if (!batch) throw new UserFacingError(`There is no batch ${again}.`);
    const { tenantId } = this.actor;
    const wanted = format ?? (await this.#read((db) => firstFormatOf(db, tenantId, batch.id))) ?? "";
    const name = formatName(wanted);
    const file = await this.#read((db) => fileOf(db, tenantId, batch.id, { format: name }));
    if (file && options.accounts === undefined) return { batch, file };
    const layout = await layoutOf(wanted, options);
    const request = { journalExportId: batch.id, format: name, layout };
    const progress = createProgress({ label: "Reading entries", unit: "entries", total: batch.entryCount });
    const result = await this.#execute(
      writeJournalExport((entries) => progress.update(entries)),
      request,
    );
    progress.finish();
    if (result === null) throw new Error("a batch that is there was not written");
    return this.#made(result.exportId, result.fileNo);
  }

  /** Writes the file, under another name until it is whole; throws when it is not what was recorded. */
  async write({ batch, file }: Made, target: JournalFile | null): Promise<void> {
    const progress = createProgress({ label: "Writing", unit: "entries", total: batch.entryCount });
    const hash = createHash("sha256");
    const source = { tenantId: this.actor.tenantId, exportId: batch.id, layout: file.layout };
    try {
      await this.#read((db) =>
        pipeline(
          Readable.from(batchBytes(db, source, (entries) => progress.update(entries))),
          async function* (pieces: AsyncIterable<Buffer>) {
            for await (const piece of pieces) {
              hash.update(piece);
              yield piece;
            }
          },
          target?.stream() ?? standardOutput(),
        ),
      );
      progress.finish();
      if (hash.digest("hex") !== file.sha256)
        throw new UserFacingError(
          `Batch ${batch.number} is not what it was when it was written first (SHA-256 ${file.sha256}).`,
        );
      await target?.keep();
    } catch (error) {
      await target?.drop();
      throw target?.toldOf(error) ?? error;
    }
  }

  /** Control totals, on standard error because the file may be on standard output. */
  async tell({ batch, file }: Made): Promise<void> {
    const { entryCount, lineCount, firstEffectiveDate: first, lastEffectiveDate: last } = batch;
    warn(`Batch ${batch.number}: ${entryCount} entries, ${lineCount} lines, effective ${first} to ${last}.`);
    const sums = (currency: string, debits: string, credits: string) =>
      `${currency} debits ${formatAmount(debits, currency)}, credits ${formatAmount(credits, currency)}`;
    const [totals = []] = await this.#read((db) => totalsOf(db, this.actor.tenantId, [batch.id]));
    for (const { currency, debits, credits } of totals) warn(`  ${sums(currency, debits, credits)}`);
    const { functionalCurrency, functionalDebits, functionalCredits } = batch;
    warn(`  in functional currency ${sums(functionalCurrency, functionalDebits, functionalCredits)}`);
    warn(`  ${file.format}, SHA-256 ${file.sha256}`);
  }

  async #made(exportId: string, fileNo: number): Promise<Made> {
    const { tenantId } = this.actor;
    const [batch] = await this.#read((db) => exportsByIds(db, tenantId, [exportId]));
    const file = await this.#read((db) => fileOf(db, tenantId, exportId, { fileNo }));
    if (!batch || !file) throw new Error("the batch is not there");
    return { batch, file };
  }

  /** The result of a command; null when it was refused for the one reason that is not a mistake. */
  async #execute<Input, Result>(
    command: Command<Input, Result>,
    input: Input,
    harmless?: string,
  ): Promise<Result | null> {
    const outcome = await this.installation.application.commands.execute(this.actor, command, input);
    if (outcome.kind !== "REFUSED") return resultOf(outcome);
    if (outcome.refusals.every(({ code }) => code === harmless)) return null;
    throw new UserFacingError(outcome.refusals.map(({ message }) => message).join("\n"));
  }

  async #read<Value>(work: (db: ReadSession) => Promise<Value>): Promise<Value> {
    const session = new ReadSession(this.installation.application.database, this.actor.tenantId);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }
}

async function layoutOf(format: string, { accounts }: ExportJournalOptions) {
  return findLayout(format, accounts === undefined ? undefined : await readAccountsFile(accounts));
}

/** A shipped format's own name; of a profile's path the file's name. */
function formatName(format: string): string {
  return path.basename(format, path.extname(format));
}

/** Standard output, which stays open. */
function standardOutput(): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      process.stdout.write(chunk, done);
    },
  });
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
