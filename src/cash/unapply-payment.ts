import { lockItems } from "../ledger/index.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { readApplications, undoApplications } from "./undo-applications.js";

export interface PaymentUnapplyInput {
  readonly applicationIds: readonly string[];
  /** From which day on it is undone; today if not given, never before the application's own date. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
}

/** Undoes applications: the money is unapplied again and the items are open again, from the given day on. */
export const unapplyPayment: Command<PaymentUnapplyInput, { applicationIds: string[] }> = {
  name: "paymentUnapply",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    if (input.reason != null) checks.text(input.reason, "reason", "the reason", 1_000);
    const ids = [...new Set(input.applicationIds)];
    if (ids.length === 0) checks.add("REQUIRED", "applicationIds", "Name at least one application.");
    if (!date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const found = await readApplications(context, { ids });
    await lockItems(
      context,
      [...new Set(found.flatMap((a) => [a.creditItemId, a.debitItemId]))].map((id) => ({ id, from: date })),
    );
    // Read again now that the items are locked: another client may have undone one in the meantime.
    const applications = new Map((await readApplications(context, { ids })).map((a) => [a.id, a]));
    for (const [i, id] of ids.entries()) {
      const application = applications.get(id);
      const path = ["applicationIds", String(i)];
      if (!application) checks.refusals.push(refusal("NOT_FOUND", path, "There is no such application."));
      else if (application.reversed)
        checks.refusals.push(refusal("INVALID_STATE", path, "The application is undone already."));
      else if (date < application.effectiveDate) {
        const message = `The application is dated ${application.effectiveDate}; it cannot be undone before.`;
        checks.refusals.push(refusal("INVALID_DATE", "effectiveDate", message));
      }
    }
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await undoApplications(
      context,
      [...applications.values()].map((application) => ({ application, effectiveDate: date })),
      input.reason ?? null,
      "UNAPPLIED",
    );
    return { applicationIds: ids };
  },
};
