import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { closeScope, readChecklist } from "./close-checklist.queries.js";
import type { ReviewedCheck } from "./close-checks.js";
import { closeMonth } from "./close-month.rules.js";

export interface CloseCheckReviewInput {
  /** The first day of the month. */
  readonly startsOn: string;
  readonly check: ReviewedCheck;
  readonly note?: string | null;
  /** How many things the reviewer saw; refused when there are others by now. */
  readonly expectedCount?: number | null;
}

/** Notes that a person has looked at what a check counts. It holds until that changes. */
export const reviewCheck: Command<CloseCheckReviewInput, { startsOn: string; check: string }> = {
  name: "closeCheckReview",
  scope: "close:write",
  async run({ tx, tenant, actor, emit, today }, { startsOn, check, note, expectedCount }) {
    const month = closeMonth(startsOn);
    const checks = new InputChecks();
    if (note != null) checks.text(note, "note", "the note", 1_000);
    if ("code" in month) checks.refusals.push(month);
    if ("code" in month || checks.refusals.length > 0) return new Refused(checks.refusals);
    const items = await readChecklist(tx, closeScope(tenant, month, today));
    const item = items.find((one) => one.check === check);
    if (!item) throw new Error(`the checklist has no ${check}`);
    if (expectedCount != null && expectedCount !== item.count) {
      const message = `There are ${item.count} by now, you expected ${expectedCount}: look again.`;
      return refuse(refusal("INVALID_STATE", "expectedCount", message));
    }
    const id = uuidv7();
    await tx.rows(sql`
      insert into close_review (tenant_id, id, period_starts_on, check_name, fingerprint, item_count, note, actor)
      values (${tenant.id}, ${id}, ${month.startsOn}, ${check}, ${item.fingerprint}, ${item.count}, ${note ?? null},
              ${actor.subject})`);
    emit({
      type: "CLOSE_CHECK_REVIEWED",
      subjectId: id,
      customerId: null,
      payload: { startsOn: month.startsOn, check, count: item.count },
    });
    return { startsOn: month.startsOn, check };
  },
};
