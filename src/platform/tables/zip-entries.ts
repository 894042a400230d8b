import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** An archive that cannot be read, or that unpacks to more than is allowed; the message says which. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

const MAX_ENTRIES = 10_000;

/**
 * Unpacks the entries of a ZIP archive whose names are wanted, by their names. No more than `maxBytes` are unpacked
 * over all, whatever the archive says of itself, so that a small file cannot fill the memory.
 * @throws ArchiveError
 */
export async function readZipEntries(
  content: Buffer,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Promise<Map<string, Buffer>> {
  try {
    const archive = await fromBufferPromise(content, { lazyEntries: true });
    return await unpack(archive, wanted, maxBytes);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError(
      `The archive is damaged (${error instanceof Error ? error.message : "unreadable"}).`,
    );
  }
}

async function unpack(
  archive: ZipFile,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Promise<Map<string, Buffer>> {
  if (archive.entryCount > MAX_ENTRIES)
    throw new ArchiveError(`The archive has ${archive.entryCount} entries.`);
  const found = new Map<string, Buffer>();
  let left = maxBytes;
  for await (const entry of archive.eachEntry()) {
    if (!wanted(entry.fileName)) continue;
    const bytes = await unpackEntry(archive, entry, left);
    left -= bytes.length;
    found.set(entry.fileName, bytes);
  }
  return found;
}

async function unpackEntry(archive: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const stream = await archive.openReadStreamPromise(entry);
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > most) {
      stream.destroy();
      throw new ArchiveError("The archive unpacks to more than is read.");
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
