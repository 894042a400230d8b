import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { UserFacingError } from "./user-facing-error.js";

/** Makes the folder that the option names, with those above it. Throws UserFacingError when that cannot be. */
export async function makeFolder(option: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new UserFacingError(`${option}: the folder ${folder} cannot be made (${codeOf(error)}).`);
  });
}

/** Looks, before work is begun, whether the file that the option names could be written. Throws UserFacingError. */
export async function requireFilePlace(option: string, file: string): Promise<void> {
  const refused = (why: string) => new UserFacingError(`${option}: ${file} cannot be written (${why}).`);
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw refused("it is a folder");
  await access(there ? file : path.dirname(path.resolve(file)), constants.W_OK).catch((error: unknown) => {
    throw refused(codeOf(error));
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
