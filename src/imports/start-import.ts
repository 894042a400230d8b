import { ForbiddenError } from "../platform/commands/pipeline.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { requestError } from "../platform/graphql/errors.js";
import { refuseUnstorable } from "../platform/graphql/storable-text.js";
import { findProfile, ImportProfileError, parseProfile } from "./import-profile.js";
import type { ImportStartInput } from "./import-run.type.js";
import type { ImportProfile } from "./profile-schema.js";
import { runImport } from "./run-import.js";

/**
 * Starts an import and returns as soon as its run is on record; the rows follow in the background. Returns what
 * stands in the way, if anything does.
 */
export async function startImport(
  context: ApplicationContext,
  runId: string,
  input: ImportStartInput,
): Promise<Refusal[]> {
  const unstorable = refuseUnstorable(input);
  if (unstorable.length > 0) return unstorable;
  const found = await profileOf(input);
  if (!("profile" in found)) return [found];
  const content = Buffer.from(input.content, "base64");
  if (content.length === 0)
    return [refusal("INVALID_FILE", "content", "The file is empty, or its content is not base64.")];
  const { commands } = context.services;
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  runImport(commands, context.principal, {
    content,
    fileName: input.fileName,
    profileName: found.name,
    profile: found.profile,
    runId,
    onBegun: resolve,
  }).catch(reject);
  await begun.catch((error: unknown) => {
    if (error instanceof ForbiddenError) throw requestError("FORBIDDEN", error.message);
    throw error;
  });
  return [];
}

async function profileOf(
  input: ImportStartInput,
): Promise<{ name: string; profile: ImportProfile } | Refusal> {
  if (input.profile != null && input.profileText != null) {
    const message = "Two profiles are given: leave out the name of a shipped one, or your own text.";
    return refusal("INVALID_VALUE", "profileText", message);
  }
  if (input.profile == null && input.profileText == null)
    return refusal("REQUIRED", "profile", "Name a shipped profile, or give your own as `profileText`.");
  try {
    if (input.profileText != null)
      return { name: "(sent)", profile: parseProfile(input.profileText, "profileText") };
    const name = input.profile ?? "";
    // A client names what is shipped; paths are for the command line, which reads the user's own disk.
    if (!/^[\w-]+$/.test(name))
      return refusal("INVALID_VALUE", "profile", `"${name}" is not the name of a shipped profile.`);
    return { name, profile: await findProfile(name) };
  } catch (error) {
    if (error instanceof ImportProfileError) return refusal("INVALID_VALUE", "profile", error.message);
    throw error;
  }
}
