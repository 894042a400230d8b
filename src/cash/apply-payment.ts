import { type ItemState, lockItems } from "../ledger/index.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal } from "../platform/commands/refusal.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { checkAmount, planApplications, type RequestedApplication } from "./application.rules.js";
import { type ApplicationInput, findTargets } from "./application-targets.js";
import { offersTo } from "./discount-offers.js";
import { supersedeSpent } from "./matches/waiting-match.js";
import { postApplications } from "./post-applications.js";

export interface ApplicationsInput {
  readonly applications: readonly ApplicationInput[];
  /** Today if not given; never before the credit's or the item's own date. */
  readonly effectiveDate?: string | null;
}

export interface PaymentApplyInput extends ApplicationsInput {
  readonly receiptId: string;
}

const APPLICATIONS_MAX = 1_000;

/** Applies a receipt to one or many items, all or none. */
export const applyPayment: Command<PaymentApplyInput, { receiptId: string; applicationIds: string[] }> = {
  name: "paymentApply",
  scope: "cash:write",
  async run(context, input) {
    const { receiptId } = input;
    const applicationIds = await applyCredit(context, input, {
      where: sql`i.receipt_id = ${receiptId} and exists (
        select from receipt r where r.tenant_id = i.tenant_id and r.id = i.receipt_id and r.reversal_entry_id is null)`,
      missing: refusal("NOT_FOUND", "receiptId", "There is no such receipt, or it was reversed."),
    });
    return applicationIds instanceof Refused ? applicationIds : { receiptId, applicationIds };
  },
};

/** What is applied, and what to say when there is none of it. */
export interface AppliedCredit {
  /** The credit's items, of alias `i`. */
  readonly where: SqlFragment;
  readonly missing: Refusal;
}

/** Applies a credit (a receipt's money, a credit memo) to one or many items, all or none; the applications' ids. */
export async function applyCredit(
  context: CommandContext,
  input: ApplicationsInput,
  credited: AppliedCredit,
): Promise<string[] | Refused> {
  const checks = new InputChecks();
  const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
  const malformed = checkShape(checks, input.applications);
  if (!date || input.applications.length > APPLICATIONS_MAX) return new Refused(checks.refusals);
  const targets = await findTargets(context, input.applications, credited.where);
  const { requests } = targets;
  const wellFormed = requests.filter((_, i) => !malformed.has(i));
  const ids = [...targets.creditIds, ...new Set(wellFormed.flatMap((r) => r.targetItemIds))];
  const items = await lockItems(
    context,
    ids.map((id) => ({ id, from: date })),
  );
  const credits = items.filter((i) => targets.creditIds.includes(i.id));
  const owed = new Set(items.filter((i) => !targets.creditIds.includes(i.id)).map((i) => i.customerId));
  const credit = credits.find((i) => owed.has(i.customerId)) ?? credits.find((i) => i.customerId !== null);
  if (!credit) {
    return new Refused([...checks.refusals, ...withoutCredit(credits[0], credited.missing, requests)]);
  }
  const byId = new Map(items.filter((i) => i.id !== credit.id).map((i) => [i.id, i]));
  const offers = await offersTo(context, targets.receivedOn, [...byId.values()]);
  const { planned, refusals } = planApplications(credit, byId, wellFormed, date, offers);
  // All at once: also the amounts of those whose target is not even named rightly.
  checks.refusals.push(
    ...requests.filter((_, i) => malformed.has(i)).flatMap((r) => checkAmount(r, credit.currency)),
    ...refusals,
  );
  if (checks.refusals.length > 0) return new Refused(checks.refusals);
  const applied = await postApplications(
    context,
    planned.map(({ debit, amount, discount }) => ({ credit, debit, amount, discount, effectiveDate: date })),
  );
  if (credit.receiptId !== null) await supersedeSpent(context, [credit.receiptId]);
  return applied;
}

/** Returns the indexes of applications whose target is not named rightly. */
function checkShape(checks: InputChecks, applications: readonly ApplicationInput[]): ReadonlySet<number> {
  const malformed = new Set<number>();
  if (applications.length === 0)
    checks.add("REQUIRED", "applications", "Name at least one item to apply the payment to.");
  if (applications.length > APPLICATIONS_MAX) {
    checks.add(
      "LIMIT_EXCEEDED",
      "applications",
      `At most ${APPLICATIONS_MAX} applications fit in one request.`,
    );
  }
  for (const [i, a] of applications.entries()) {
    if ((a.openItemId == null) === (a.invoiceId == null)) {
      malformed.add(i);
      checks.add("REQUIRED", `applications.${i}`, "Name either an open item or an invoice.");
    } else if (a.instalment != null && a.invoiceId == null) {
      malformed.add(i);
      checks.add(
        "INVALID_VALUE",
        `applications.${i}.instalment`,
        "An instalment is named together with its invoice.",
      );
    }
  }
  return malformed;
}

/** Why there is nothing to apply from, and what else can be told without it. */
function withoutCredit(
  receipt: ItemState | undefined,
  missing: Refusal,
  requests: readonly RequestedApplication[],
): Refusal[] {
  const why = receipt
    ? refusal("INVALID_STATE", "receiptId", "The receipt's payer is not known yet. Identify it first.")
    : missing;
  return [why, ...requests.flatMap((request) => checkAmount(request, receipt?.currency ?? null))];
}
