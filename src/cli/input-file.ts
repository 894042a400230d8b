import { readFile } from "node:fs/promises";
import { UserFacingError } from "./user-facing-error.js";

/** The bytes of a file that the user names. Throws UserFacingError when it cannot be read. */
export async function readInput(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT") throw new UserFacingError(`There is no file ${file}.`);
    if (code === "EISDIR") throw new UserFacingError(`${file} is a folder. Name one file.`);
    throw new UserFacingError(`The file ${file} cannot be read (${code}).`);
  }
}
