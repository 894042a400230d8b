import { closeSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { UserFacingError } from "./user-facing-error.js";

/**
 * The file of rejected rows, made with the first of them. Where it cannot be, it is said, and a new file in the present
 * folder takes them.
 */
export class RejectsFile {
  #path: string;
  #descriptor: number | null = null;

  constructor(
    path: string,
    private readonly warn: (text: string) => void,
  ) {
    this.#path = path;
  }

  /** Throws UserFacingError when there is no place for them. */
  write(bytes: Buffer): void {
    this.#descriptor ??= this.#open();
    writeSync(this.#descriptor, bytes);
  }

  /** Its path; null when no row was rejected. */
  close(): string | null {
    if (this.#descriptor === null) return null;
    closeSync(this.#descriptor);
    this.#descriptor = null;
    return this.#path;
  }

  #open(): number {
    const wanted = this.#path;
    const opened = opening(() => openSync(wanted, "w"));
    if (typeof opened === "number") return opened;
    const name = path.basename(wanted);
    for (let attempt = 1; ; attempt++) {
      this.#path = attempt === 1 ? name : name.replace(/(\.csv)?$/, `-${attempt}$1`);
      const instead = opening(() => openSync(this.#path, "wx"));
      if (typeof instead === "number") {
        this.warn(
          `${wanted} cannot be written (${opened}): the rejected rows go to ${path.resolve(this.#path)}.`,
        );
        return instead;
      }
      if (instead === "EEXIST" && attempt < ATTEMPTS_MAX) continue;
      throw new UserFacingError(
        `The rejected rows can be written neither to ${wanted} (${opened}) nor to ${path.resolve(this.#path)} (${instead}). Name a file with --rejects and import again: rows that are in are passed over.`,
      );
    }
  }
}

/** What is there already, of earlier imports, is left alone. */
const ATTEMPTS_MAX = 1_000;

/** The descriptor, or the code of the error. */
function opening(open: () => number): number | string {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
    throw error;
  }
}
