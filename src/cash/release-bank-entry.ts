import type { Command, CommandContext } from "../platform/commands/command.js";
import { refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import type { BankEntry } from "./bank-files/index.js";
import { examineHeld, postReleased } from "./release-held-entries.js";
import { NO_RATE } from "./taken-entry.js";

export interface BankEntryReleaseInput {
  readonly entryId: string;
  /** A person has made sure that the entry is another one than that of the same reference, or dealt with the return by hand. */
  readonly confirmDuplicate?: boolean | null;
}

export interface BankEntryReleaseResult {
  readonly entryId: string;
  readonly receiptIds: string[];
}

interface EntryRow {
  readonly account: string;
  readonly reference: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly obstacle: string | null;
  readonly content: BankEntry | null;
}

/** Posts a quarantined entry of a bank file, when what held it is gone, just as the import would have. */
export const releaseBankEntry: Command<BankEntryReleaseInput, BankEntryReleaseResult> = {
  name: "bankEntryRelease",
  scope: "bank-files:import",
  // It posts on the day on which the bank booked the entry.
  postingDateAt: "entryId",
  async run(context, { entryId, confirmDuplicate }) {
    const row = await lockEntry(context, entryId);
    if (!row) return refuse(refusal("NOT_FOUND", "entryId", "There is no such entry."));
    if (row.outcome !== "QUARANTINED") {
      const message = `The entry is not held back: it is ${row.outcome}.`;
      return refuse(refusal("INVALID_STATE", "entryId", message));
    }
    if (!row.content) {
      const message =
        "What the entry says was not kept when it was taken in. Import its file again from the command line: that tries it again.";
      return refuse(refusal("INVALID_STATE", "entryId", message));
    }
    const isConfirmed = confirmDuplicate ?? false;
    const { account, reference, content: entry } = row;
    const held = { id: entryId, account, reference, entry };
    const why = { obstacle: row.obstacle ?? NO_RATE, reason: row.reason ?? "" };
    const examined = await examineHeld(context, { ...held, ...why }, isConfirmed);
    if ("code" in examined) return refuse(examined);
    const { receiptIds, held: still } = await postReleased(context, [examined], isConfirmed);
    const [left] = still;
    if (left) return refuse(refusal("INVALID_STATE", "entryId", left.reason ?? ""));
    return { entryId, receiptIds };
  },
};

/** Of two releases at once the second waits here, and then finds the entry released. */
async function lockEntry({ tx, tenant }: CommandContext, id: string): Promise<EntryRow | undefined> {
  const [row] = await tx.rows<EntryRow>(sql`
    select account, reference, outcome, outcome_reason as reason, obstacle, content
    from bank_entry where tenant_id = ${tenant.id} and id = ${id} for update`);
  return row;
}
