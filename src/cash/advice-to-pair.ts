import type { CommandContext } from "../platform/commands/command.js";
import type { InputChecks } from "../platform/commands/input-checks.js";
import { refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

/** An advice that a person works on; its row is locked. Amounts as text. */
export interface AdviceToPair {
  readonly id: string;
  readonly outcome: "TAKEN" | "DUPLICATE" | "QUARANTINED";
  readonly currency: string | null;
  readonly total: string | null;
  readonly paidOn: string | null;
  readonly version: number;
}

/** Which advice, and at which version it was read. */
export interface AdviceNamed {
  readonly remittanceAdviceId: string;
  readonly expectedVersion?: number | null;
}

/** Locks the advice and says whether it is the one that was read; null when there is none. */
export async function lockAdvice(
  { tx, tenant }: CommandContext,
  { remittanceAdviceId, expectedVersion }: AdviceNamed,
  checks: InputChecks,
): Promise<AdviceToPair | null> {
  const [advice] = await tx.rows<AdviceToPair>(sql`
    select id, outcome, currency, total::text as total, paid_on as "paidOn", version
    from remittance_advice where tenant_id = ${tenant.id} and id = ${remittanceAdviceId} for update`);
  if (!advice) {
    checks.add("NOT_FOUND", "remittanceAdviceId", "There is no such advice.");
    return null;
  }
  if (expectedVersion != null && expectedVersion !== advice.version) {
    const message = `The advice was changed: it is at version ${advice.version}, you expected ${expectedVersion}.`;
    checks.refusals.push(
      refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: advice.version }),
    );
  }
  return advice;
}

/** A pairing that stands: nobody took it apart, and its receipt was not reversed. */
export interface StandingPair {
  readonly adviceId: string;
  readonly receiptId: string;
  readonly pairingNo: number;
}

/** What the advice or the receipt is paired with now. */
export function standingPairs(
  { tx, tenant }: CommandContext,
  either: { readonly adviceId: string; readonly receiptId: string | null },
): Promise<StandingPair[]> {
  return tx.rows<StandingPair>(sql`
    select p.advice_id as "adviceId", p.receipt_id as "receiptId", p.pairing_no as "pairingNo"
    from remittance_advice_pairing p join receipt r on r.tenant_id = p.tenant_id and r.id = p.receipt_id
    where p.tenant_id = ${tenant.id} and (p.advice_id = ${either.adviceId} or p.receipt_id = ${either.receiptId})
      and p.unpaired_at is null and r.reversal_entry_id is null`);
}
