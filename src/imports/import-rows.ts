import type { Actor, Command } from "../platform/commands/command.js";
import type { CommandPipeline } from "../platform/commands/pipeline.js";
import { carriedOut } from "./carried-out.js";
import type { ImportedCustomer } from "./customer-rows.rules.js";
import { ImportFileError } from "./import-file-error.js";
import type { RawRow, Rejection } from "./import-row.rules.js";
import { type ImportCounts, recordProgress } from "./import-run.js";
import type { UnknownTerms } from "./import-terms.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";
import type { ImportProfile } from "./profile-schema.js";
import type { ImportedRates } from "./rate-rows.rules.js";
import type { ReadRow } from "./read-import.js";
import type { ChunkResult, RefusedRow } from "./refused-row.js";
import { RejectionFile } from "./rejections.js";
import { cellAt } from "./row-reader.rules.js";
import type { ImportRequest } from "./run-import.js";

/** Rows that are committed together: large enough to be set-based, small enough to show progress. */
const CHUNK_ROWS = 1_000;

/** A run on its way; the counts and the bytes grow. */
export interface RunningImport {
  readonly commands: CommandPipeline;
  readonly actor: Actor;
  readonly request: ImportRequest;
  readonly runId: string;
  readonly counts: { -readonly [Name in keyof ImportCounts]: ImportCounts[Name] };
  readonly read: { readonly bytes: number };
}

/**
 * Takes the rows in, chunk by chunk. Where the file cannot be read on, everything before that place is dealt with
 * as if the file ended there, and the error is returned.
 */
export async function importRows<Imported extends ImportedInvoice | ImportedCustomer | ImportedRates>(
  run: RunningImport,
  rows: AsyncIterable<ReadRow<Imported>>,
  command: Command<Chunk<Imported>, ChunkResult>,
  { unknownTerms }: Pick<Chunk<Imported>, "unknownTerms">,
): Promise<ImportFileError | null> {
  const chunks = new Chunks(run, (chunk: Pick<Chunk<Imported>, "runId" | "rows">) =>
    carriedOut(run.commands, run.actor, command, { ...chunk, unknownTerms }),
  );
  let broken: ImportFileError | null = null;
  try {
    for await (const row of rows) {
      run.counts.rowsRead += 1;
      chunks.add(row);
      if (chunks.size >= CHUNK_ROWS) await chunks.commit();
    }
  } catch (error) {
    if (!(error instanceof ImportFileError)) throw error;
    broken = error;
  }
  await chunks.commit();
  return broken;
}

/** What is committed together, and what the profile says of it. */
interface Chunk<Imported> {
  readonly runId: string;
  readonly rows: readonly Imported[];
  readonly unknownTerms?: UnknownTerms | undefined;
}

interface RejectedRow {
  readonly row: RawRow;
  readonly rejections: readonly Rejection[];
}

/** Rows that wait to be committed, and those that are told as rejected with them. */
class Chunks<Imported> {
  #accepted: { row: RawRow; record: Imported }[] = [];
  #rejected: RejectedRow[] = [];
  /** Rows imported when the planner last looked at the tables. */
  #analysed = 0;
  readonly #file: RejectionFile;

  constructor(
    private readonly run: RunningImport,
    private readonly take: (chunk: {
      readonly runId: string;
      readonly rows: readonly Imported[];
    }) => Promise<ChunkResult>,
  ) {
    this.#file = new RejectionFile(run.request.profile);
  }

  get size(): number {
    return this.#accepted.length + this.#rejected.length;
  }

  add({ row, result }: ReadRow<Imported>): void {
    if (result.ok) this.#accepted.push({ row, record: result.record });
    else this.#rejected.push({ row, rejections: result.rejections });
  }

  async commit(): Promise<void> {
    const { commands, actor, request, runId, counts, read } = this.run;
    await this.#importAccepted();
    // What is wrong with the text of a row is known before the ledger says what it thinks of the others.
    const rejected = this.#rejected.sort((a, b) => a.row.line - b.row.line);
    this.#rejected = [];
    counts.rowsRejected += rejected.length;
    for (const { row, rejections } of rejected)
      request.onRejected?.(this.#file.row(row, rejections), rejections);
    const hasGrown = counts.rowsImported > 0 && counts.rowsImported >= 2 * this.#analysed;
    if (hasGrown) this.#analysed = counts.rowsImported;
    await carriedOut(commands, actor, recordProgress, {
      runId,
      hasGrown,
      counts: { ...counts },
      rejections: rejected.flatMap(({ row, rejections }) =>
        rejections.map((r) => ({ ...r, cells: row.cells })),
      ),
    });
    request.onProgress?.({ ...counts }, read.bytes);
  }

  async #importAccepted(): Promise<void> {
    const chunk = this.#accepted;
    this.#accepted = [];
    if (chunk.length === 0) return;
    const { request, runId, counts } = this.run;
    const result = await this.take({ runId, rows: chunk.map((one) => one.record) });
    counts.rowsImported += result.imported;
    counts.rowsDuplicate += result.duplicates;
    // A row once, with all of its reasons.
    for (const [index, reasons] of Map.groupBy(result.refused, (one) => one.index)) {
      const row = chunk[index]?.row;
      if (row)
        this.#rejected.push({
          row,
          rejections: reasons.map((one) => rejectionOf(row, one, request.profile)),
        });
    }
  }
}

function rejectionOf(row: RawRow, refused: RefusedRow, profile: ImportProfile): Rejection {
  const { reason, field, code = "REFUSED", cell } = refused;
  if (cell) return { line: row.line, ...cell, reason };
  const source = field && columnOf(profile, field);
  const place = source ? cellAt(row, source.column) : { column: null, value: null };
  return { line: row.line, ...place, code, reason };
}

function columnOf(profile: ImportProfile, field: NonNullable<RefusedRow["field"]>) {
  if (profile.what === "rates") return undefined;
  if (field === "termsCode") return profile.columns.termsCode;
  return profile.what === "customers" ? profile.columns.parentNumber : undefined;
}
