import { createHash } from "node:crypto";
import { readAdviceFile, type TakenAdviceFile, takeAdviceFile } from "../cash/index.js";
import type { Command } from "../platform/commands/command.js";
import { refusal, refuse } from "../platform/commands/refusal.js";
import { ImportProfileError, parseAdviceProfile } from "./import-profile.js";
import { readAdviceTable } from "./read-advice-table.js";

export interface RemittanceIngestInput {
  readonly fileName: string;
  /** The file, in base64. */
  readonly content: string;
  /** Text of a profile of what: advices, for CSV and XLSX; without one these are read by their headers. */
  readonly profile?: string | null;
}

/** Takes in a file of remittance advices, in whatever format, and pairs them with receipts. */
export const ingestAdvices: Command<RemittanceIngestInput, TakenAdviceFile> = {
  name: "remittanceIngest",
  scope: "bank-files:import",
  auditedInput: ({ fileName, content, profile }) => ({
    fileName,
    profile: profile ?? null,
    sha256: createHash("sha256").update(Buffer.from(content, "base64")).digest("hex"),
  }),
  async run(context, { fileName, content, profile }) {
    const bytes = Buffer.from(content, "base64");
    try {
      const table = profile == null ? undefined : readAdviceTable(parseAdviceProfile(profile, "profile"));
      return await takeAdviceFile(context, { fileName, content: bytes }, await readAdviceFile(bytes, table));
    } catch (error) {
      if (error instanceof ImportProfileError)
        return refuse(refusal("INVALID_VALUE", "profile", error.message));
      throw error;
    }
  },
};
