import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "../platform/commands/command.js";
import { type CommandPipeline, ForbiddenError } from "../platform/commands/pipeline.js";
import { carriedOut } from "./carried-out.js";
import type { ByteSource } from "./file-encoding.js";
import { importCustomerChunk } from "./import-customers.js";
import type { ImportFileError } from "./import-file-error.js";
import { importInvoiceChunk } from "./import-invoices.js";
import { importRateChunk } from "./import-rates.js";
import type { Rejection } from "./import-row.rules.js";
import { importRows, type RunningImport } from "./import-rows.js";
import { finishRun, type ImportCounts, startRun, storable } from "./import-run.js";
import type { ImportProfile } from "./profile-schema.js";
import { readCustomers, readInvoices, readRates } from "./read-import.js";

export interface ImportRequest {
  readonly content: Buffer;
  readonly fileName: string;
  readonly profileName: string;
  readonly profile: ImportProfile;
  /** The run's id, if the caller has told it to someone already. */
  readonly runId?: string;
  /** The run is on record; rows follow. */
  readonly onBegun?: () => void;
  /** Told after each chunk, with how many bytes of the content were read for it. */
  readonly onProgress?: (counts: ImportCounts, bytesRead: number) => void;
  /** Gets each piece of the file of rejected rows. */
  readonly onRejected?: (bytes: Buffer, rejections: readonly Rejection[]) => void;
}

export interface ImportSummary extends ImportCounts {
  readonly runId: string;
  /** Why the file could not be read to its end, and where to go on; the rows before that are dealt with. */
  readonly failure: string | null;
  /** Columns of currencies that there are no more; their values were passed over, in rows that were taken otherwise. */
  readonly skippedColumns: readonly string[];
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
  await carriedOut(commands, actor, startRun, { runId, kind, profile: profileName, fileName, fileHash });
  request.onBegun?.();
  const counts = { rowsRead: 0, rowsImported: 0, rowsDuplicate: 0, rowsRejected: 0 };
  const read = { bytes: 0 };
  const run = { commands, actor, request, runId, counts, read };
  try {
    const skipped = new Set<string>();
    const broken = await importAll(run, inPieces(content, read), skipped);
    const failure = broken && storable(failureOf(broken, counts));
    await carriedOut(commands, actor, finishRun, { runId, counts, failure });
    return { runId, failure, skippedColumns: [...skipped], ...counts };
  } catch (error) {
    const failure = "The import was cut off by a fault. Import the file again.";
    await carriedOut(commands, actor, finishRun, { runId, counts, failure }).catch(() => undefined);
    throw error;
  }
}

const KINDS = { invoices: "INVOICES", customers: "CUSTOMERS", rates: "RATES" } as const;

function importAll(
  run: RunningImport,
  source: ByteSource,
  skipped: Set<string>,
): Promise<ImportFileError | null> {
  const { profile } = run.request;
  switch (profile.what) {
    case "invoices":
      return importRows(run, readInvoices(source, profile), importInvoiceChunk, profile);
    case "customers":
      return importRows(run, readCustomers(source, profile), importCustomerChunk, profile);
    case "rates":
      return importRows(run, readRates(source, profile, skipped), importRateChunk, {});
  }
}

const PIECE_BYTES = 65_536;

async function* inPieces(content: Buffer, read: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += PIECE_BYTES) {
    const piece = content.subarray(at, at + PIECE_BYTES);
    read.bytes += piece.length;
    yield piece;
  }
}

function failureOf({ message, line }: ImportFileError, { rowsRead }: ImportCounts): string {
  if (rowsRead === 0) return `${message} Nothing was imported.`;
  return (
    `${message} The rows before line ${line} are dealt with; from there on nothing was read. ` +
    "Correct it and import the whole file again: rows that are in are passed over."
  );
}
