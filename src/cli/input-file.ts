import { readFile } from "node:fs/promises";
import { UserFacingError } from "./user-facing-error.js";

/** The bytes of a file that the user names. Throws UserFacingError when it cannot be read. */
export async function readInput(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new UserFacingError(
      code === "ENOENT" ? `There is no file ${file}.` : `The file ${file} cannot be read (${code}).`,
    );
  }
}
