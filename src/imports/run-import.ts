import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor, Command } from "../platform/commands/command.js";
import { type CommandPipeline, ForbiddenError } from "../platform/commands/pipeline.js";
import type { ImportedCustomer } from "./customer-rows.rules.js";
import { importCustomerChunk } from "./import-customers.js";
import { ImportFileError } from "./import-file-error.js";
import { type ChunkResult, importInvoiceChunk } from "./import-invoices.js";
import { importRateChunk } from "./import-rates.js";
import type { RawRow, Rejection } from "./import-row.rules.js";
import { finishRun, type ImportCounts, recordProgress, startRun } from "./import-run.js";
import type { ImportedInvoice } from "./invoice-rows.rules.js";
import type { ImportProfile } from "./profile-schema.js";
import type { ImportedRates } from "./rate-rows.rules.js";
import { type ReadRow, readCustomers, readInvoices, readRates } from "./read-import.js";
import { RejectionFile } from "./rejections.js";

/** Rows that are committed together: large enough to be set-based, small enough to show progress. */
const CHUNK_ROWS = 1_000;

export interface ImportRequest {
  readonly content: Buffer;
  readonly fileName: string;
  readonly profileName: string;
  readonly profile: ImportProfile;
  /** The run's id, if the caller has told it to someone already. */
  readonly runId?: string;
  /** The run is on record; rows follow. */
  readonly onBegun?: () => void;
  readonly onProgress?: (counts: ImportCounts) => void;
  /** Gets each piece of the file of rejected rows. */
  readonly onRejected?: (bytes: Buffer, rejections: readonly Rejection[]) => void;
}

export interface ImportSummary extends ImportCounts {
  readonly runId: string;
  /** Why the file could not be read to its end; what came before is in. */
  readonly failure: string | null;
}

/**
 * Imports a CSV file by its profile. Rows are committed in chunks and known again by their number and content,
 * so an import that was cut off, or the same file again, takes in only what is missing.
 */
export async function runImport(
  commands: CommandPipeline,
  actor: Actor,
  request: ImportRequest,
): Promise<ImportSummary> {
  const runId = request.runId ?? uuidv7();
  const { profile, fileName, profileName, content } = request;
  const fileHash = createHash("sha256").update(content).digest("hex");
  if (profile.what === "rates" && !actor.scopes.has(importRateChunk.scope))
    throw new ForbiddenError(`This needs the scope "${importRateChunk.scope}".`);
  const kind = KINDS[profile.what];
  await must(commands, actor, startRun, { runId, kind, profile: profileName, fileName, fileHash });
  request.onBegun?.();
  const counts = { rowsRead: 0, rowsImported: 0, rowsDuplicate: 0, rowsRejected: 0 };
  let failure: string | null = null;
  try {
    await importAll(commands, actor, request, runId, counts);
  } catch (error) {
    failure =
      error instanceof ImportFileError
        ? error.message
        : "The import was cut off by a fault. Import the file again.";
    if (!(error instanceof ImportFileError)) {
      await must(commands, actor, finishRun, { runId, counts, failure }).catch(() => undefined);
      throw error;
    }
  }
  await must(commands, actor, finishRun, { runId, counts, failure });
  return { runId, failure, ...counts };
}

const KINDS = { invoices: "INVOICES", customers: "CUSTOMERS", rates: "RATES" } as const;

function importAll(
  commands: CommandPipeline,
  actor: Actor,
  request: ImportRequest,
  runId: string,
  counts: Mutable<ImportCounts>,
): Promise<void> {
  const { content, profile } = request;
  const take = <Imported extends AnyImported>(
    rows: AsyncIterable<ReadRow<Imported>>,
    command: Command<{ runId: string; rows: readonly Imported[] }, ChunkResult>,
  ) => importRows(commands, actor, request, runId, counts, rows, command);
  switch (profile.what) {
    case "invoices":
      return take(readInvoices(content, profile), importInvoiceChunk);
    case "customers":
      return take(readCustomers(content, profile), importCustomerChunk);
    case "rates":
      return take(readRates(content, profile), importRateChunk);
  }
}

type AnyImported = ImportedInvoice | ImportedCustomer | ImportedRates;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function importRows<Imported extends AnyImported>(
  commands: CommandPipeline,
  actor: Actor,
  request: ImportRequest,
  runId: string,
  counts: Mutable<ImportCounts>,
  rows: AsyncIterable<ReadRow<Imported>>,
  command: Command<{ runId: string; rows: readonly Imported[] }, ChunkResult>,
): Promise<void> {
  const file = new RejectionFile(request.profile);
  let accepted: { row: RawRow; record: Imported }[] = [];
  let rejected: { row: RawRow; rejections: readonly Rejection[] }[] = [];
  let chunks = 0;
  const flush = async () => {
    chunks += 1;
    const chunk = accepted;
    accepted = [];
    if (chunk.length > 0) {
      const result = await must(commands, actor, command, { runId, rows: chunk.map((c) => c.record) });
      counts.rowsImported += result.imported;
      counts.rowsDuplicate += result.duplicates;
      rejected.push(...rejectedOf(chunk, result));
    }
    counts.rowsRejected += rejected.length;
    for (const { row, rejections } of rejected) request.onRejected?.(file.row(row, rejections), rejections);
    const told = rejected.flatMap(({ row, rejections }) =>
      rejections.map((r) => ({ ...r, cells: row.cells })),
    );
    rejected = [];
    await must(commands, actor, recordProgress, {
      runId,
      hasGrown: isPowerOfTwo(chunks),
      counts: { ...counts },
      rejections: told,
    });
    request.onProgress?.({ ...counts });
  };
  for await (const { row, result } of rows) {
    counts.rowsRead += 1;
    if (result.ok) accepted.push({ row, record: result.record });
    else rejected.push({ row, rejections: result.rejections });
    if (accepted.length + rejected.length >= CHUNK_ROWS) await flush();
  }
  await flush();
}

/** The refused rows of a chunk, each once, with all of its reasons. */
function rejectedOf(
  chunk: readonly { readonly row: RawRow }[],
  { refused }: ChunkResult,
): { row: RawRow; rejections: Rejection[] }[] {
  return [...Map.groupBy(refused, ({ index }) => index)].flatMap(([index, reasons]) => {
    const row = chunk[index]?.row;
    if (!row) return [];
    const rejections = reasons.map(({ reason, cell }) => ({
      line: row.line,
      column: cell?.column ?? null,
      value: cell?.value ?? null,
      code: cell?.code ?? ("REFUSED" as const),
      reason,
    }));
    return [{ row, rejections }];
  });
}

function isPowerOfTwo(n: number): boolean {
  return (n & (n - 1)) === 0;
}

/** These commands refuse nothing as a whole; if one does, it is a fault. */
async function must<Input, Result>(
  commands: CommandPipeline,
  actor: Actor,
  command: Command<Input, Result>,
  input: Input,
): Promise<Result> {
  const outcome = await commands.execute(actor, command, input);
  if (outcome.kind === "REFUSED") throw new Error(outcome.refusals.map((r) => r.message).join(" "));
  return outcome.result;
}
