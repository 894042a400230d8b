import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, fitsCurrency, formatAmount, isCurrency } from "../platform/money.js";
import type { AdviceCorrection } from "./advice.queries.js";
import { adviceIdentity, type IdentifiedAdvice } from "./advice-identity.rules.js";
import { type AdviceNamed, type AdviceToPair, lockAdvice } from "./advice-to-pair.js";
import { pairFreed } from "./pair-freed-advices.js";

export interface RemittanceAdviceReleaseInput extends AdviceNamed {
  /** Why it may be used. */
  readonly reason: string;
  /** What is right where the file is not; as it stands where left out. */
  readonly currency?: string | null;
  readonly total?: string | null;
  readonly paidOn?: string | null;
}

export interface RemittanceAdviceReleaseResult {
  readonly remittanceAdviceId: string;
}

/**
 * Releases an advice from quarantine, as it is or put right, and pairs it with its payment if that is there, just as if it
 * had come so.
 */
export const releaseAdvice: Command<RemittanceAdviceReleaseInput, RemittanceAdviceReleaseResult> = {
  name: "remittanceAdviceRelease",
  scope: "bank-files:import",
  postingDateAt: "remittanceAdviceId",
  async run(context, input) {
    const checks = new InputChecks().text(input.reason, "reason", "the reason", 1_000);
    const advice = await lockAdvice(context, input, checks);
    if (!advice) return new Refused(checks.refusals);
    if (advice.outcome !== "QUARANTINED") {
      const message = `The advice is not held back: it is ${advice.outcome}.`;
      checks.add("INVALID_STATE", "remittanceAdviceId", message);
    }
    const right = asCorrected(advice, input, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const identity = await identityOf(context, right);
    await refuseRepetition(context, identity, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    await keepReleased(context, right, identity, input.reason);
    await pairFreed(context, { adviceIds: [advice.id], receiptIds: [] });
    return { remittanceAdviceId: advice.id };
  },
};

interface Corrected extends Pick<AdviceToPair, "id" | "currency" | "total" | "paidOn"> {
  readonly corrections: readonly AdviceCorrection[];
}

/** The advice with what the person put right, which is checked; without a currency that exists it is of no use. */
function asCorrected(
  advice: AdviceToPair,
  input: RemittanceAdviceReleaseInput,
  checks: InputChecks,
): Corrected {
  const currency = input.currency ?? advice.currency;
  const isKnown = currency === null || isCurrency(currency);
  if (input.currency != null) checks.currency(input.currency, "currency");
  else if (!isKnown)
    checks.add("REQUIRED", "currency", `"${currency}" is no currency: say which one is meant.`);
  if (input.total != null && isKnown) {
    if (currency !== null) checks.amount(input.total, currency, "total");
    else checks.size(input.total, "total");
  }
  const paidOn = input.paidOn == null ? advice.paidOn : checks.date(input.paidOn, "paidOn");
  const total = totalOf(advice, input.total ?? null, isKnown ? currency : null);
  const corrections = [
    ...corrected("CURRENCY", advice.currency, currency),
    ...(isSameAmount(advice.total, total) ? [] : corrected("TOTAL", advice.total, total)),
    ...corrected("PAID_ON", advice.paidOn, paidOn),
  ];
  return { id: advice.id, currency, total, paidOn, corrections };
}

/** With the decimals of its currency, as the advice has when it comes so. */
function totalOf(advice: AdviceToPair, given: string | null, currency: string | null): string | null {
  const total = given ?? advice.total;
  return total !== null && currency !== null && fitsCurrency(total, currency)
    ? formatAmount(new Decimal(total), currency)
    : total;
}

function isSameAmount(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && new Decimal(one).eq(other);
}

function corrected(
  field: AdviceCorrection["field"],
  was: string | null,
  now: string | null,
): AdviceCorrection[] {
  return now === null || now === was ? [] : [{ field, was, now }];
}

async function identityOf({ tx, tenant }: CommandContext, right: Corrected): Promise<string> {
  const [row] = await tx.rows<Omit<IdentifiedAdvice, "id" | "total" | "currency" | "paidOn">>(sql`
    select payer_name as "payerName", payer_identifiers as "payerIdentifiers", payment_references[1] as reference, number,
      (select coalesce(jsonb_agg(jsonb_build_object('reference', l.reference, 'paid', l.paid::text)), '[]'::jsonb)
       from remittance_advice_line l where l.tenant_id = ${tenant.id} and l.advice_id = ${right.id}) as lines
    from remittance_advice where tenant_id = ${tenant.id} and id = ${right.id}`);
  if (!row) throw new Error("an advice that is locked is gone");
  return adviceIdentity({ ...row, ...right });
}

/** An advice is used once, in whatever file it came. */
async function refuseRepetition(
  { tx, tenant }: CommandContext,
  identity: string,
  checks: InputChecks,
): Promise<void> {
  const [same] = await tx.rows<{ fileName: string; adviceNo: number }>(sql`
    select b.file_name as "fileName", a.advice_no as "adviceNo" from remittance_advice a
    join remittance_advice_batch b on b.tenant_id = a.tenant_id and b.id = a.batch_id
    where a.tenant_id = ${tenant.id} and a.identity = ${identity} and a.outcome = 'TAKEN'`);
  if (!same) return;
  const message = `The same advice is there: number ${same.adviceNo} of ${same.fileName}. Leave this one where it is.`;
  checks.add("ALREADY_EXISTS", "remittanceAdviceId", message);
}

async function keepReleased(
  { tx, tenant, actor }: CommandContext,
  { id, currency, total, paidOn, corrections }: Corrected,
  identity: string,
  reason: string,
): Promise<void> {
  await tx.rows(sql`
    update remittance_advice
    set outcome = 'TAKEN', currency = ${currency}, total = ${total}::numeric, paid_on = ${paidOn}::date, identity = ${identity},
        corrections = ${JSON.stringify(corrections)}::jsonb, released_at = clock_timestamp(), released_by = ${actor.subject},
        release_reason = ${reason}, version = version + 1
    where tenant_id = ${tenant.id} and id = ${id}`);
}
