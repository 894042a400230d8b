import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { UserFacingError } from "./user-facing-error.js";

/** Where a batch's file goes. It has another name (`….part`) until it is whole. */
export class JournalFile {
  constructor(
    private readonly path: string,
    private readonly force: boolean,
  ) {}

  /** Throws when the file could not be written there. */
  async tryOut(): Promise<void> {
    try {
      const there = await this.#stat();
      if (there && !there.isFile()) throw new UserFacingError(`${this.path} is not a file.`);
      const file = await open(this.#partial, "w");
      await file.close();
      await this.drop();
    } catch (error) {
      throw this.toldOf(error);
    }
  }

  /** Throws when there is a file that has other bytes than these, unless it may be written over. */
  async refuseOther(sha256: string | null): Promise<void> {
    if (this.force || !(await this.#stat()) || (sha256 !== null && (await this.#sha256()) === sha256)) return;
    throw new UserFacingError(
      `There is another file at ${this.path} already. Name a new one, or write over it with --force.`,
    );
  }

  stream(): WriteStream {
    return createWriteStream(this.#partial);
  }

  /** Gives the whole file its name. */
  async keep(): Promise<void> {
    await rename(this.#partial, this.path);
  }

  async drop(): Promise<void> {
    await rm(this.#partial, { force: true });
  }

  /** The error in words, if it is about the file. */
  toldOf(error: unknown): unknown {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return ["ENOENT", "ENOTDIR", "EACCES", "EPERM", "EISDIR", "ENOSPC", "EROFS"].includes(code)
      ? new UserFacingError(
          `The file ${this.path} cannot be written (${code}). A batch that is taken is written with --again.`,
        )
      : error;
  }

  get #partial(): string {
    return `${this.path}.part`;
  }

  #stat() {
    return stat(this.path).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
      throw error;
    });
  }

  async #sha256(): Promise<string> {
    const hash = createHash("sha256");
    await pipeline(createReadStream(this.path), hash);
    return hash.digest("hex");
  }
}
