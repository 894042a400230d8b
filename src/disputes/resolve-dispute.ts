import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import { type Claim, coverage, type DisputeResolution } from "./dispute.rules.js";
import {
  checkFinding,
  checkNote,
  closeDispute,
  emitDispute,
  type LockedDispute,
  lockDispute,
  NO_SUCH_DISPUTE,
  obstaclesToStep,
} from "./dispute-rows.js";
import { lockDocuments, type SettlingKind } from "./settling-documents.js";

export interface DisputeResolveInput {
  readonly disputeId: string;
  readonly resolution: DisputeResolution;
  /** UUIDs of the credit memos, write-offs or chargebacks that settle it; none of a rejected one. */
  readonly settledBy?: readonly string[] | null;
  /** Of what is disputed; the rest is rejected. As much as must be covered if not given. */
  readonly acceptedAmount?: string | null;
  readonly rootCause: string;
  readonly correctiveAction: string;
  readonly note?: string | null;
  readonly expectedVersion?: number | null;
}

const DOCUMENTS_MAX = 100;

/**
 * Ends a dispute with what came of it. It posts nothing: what it was settled by was posted before, with its own approval,
 * since the dispute was opened; it must concern the invoice, stand, and cover what is accepted beside other disputes. A
 * rejected dispute leaves its items as they are.
 */
export const resolveDispute: Command<DisputeResolveInput, { disputeId: string }> = {
  name: "disputeResolve",
  scope: "disputes:write",
  isCheckedBesideBadIds: true,
  async run(context, input) {
    const { resolution, rootCause, correctiveAction, note = null } = input;
    const checks = new InputChecks();
    checkFinding(checks, rootCause, "rootCause", "what caused it");
    checkFinding(checks, correctiveAction, "correctiveAction", "what was done about the cause");
    checkNote(checks, note, "note");
    const dispute = await lockDispute(context, input.disputeId);
    if (!dispute) return refuse(...checks.refusals, NO_SUCH_DISPUTE);
    checks.refusals.push(...obstaclesToStep(dispute, "resolved", input.expectedVersion));
    const settled =
      resolution === "REJECTED"
        ? rejected(input, checks)
        : await settledWith(context, dispute, resolution, input, checks);
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const accepted = settled.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
    const closing = { status: "RESOLVED", resolution, accepted, rootCause, correctiveAction, note } as const;
    await closeDispute(context, dispute, closing);
    if (resolution !== "REJECTED") await insertSettlements(context, dispute.id, resolution, settled);
    const acceptedAmount = formatAmount(accepted, dispute.currency);
    emitDispute(context, "DISPUTE_RESOLVED", dispute, { resolution, acceptedAmount });
    return { disputeId: dispute.id };
  },
};

/** A rejected dispute is settled by nothing. */
function rejected({ settledBy, acceptedAmount }: DisputeResolveInput, checks: InputChecks): Claim[] {
  if (settledBy != null && settledBy.length > 0)
    checks.add("INVALID_VALUE", "settledBy", "What is rejected is settled by nothing.");
  if (acceptedAmount != null)
    checks.add("INVALID_VALUE", "acceptedAmount", "Of what is rejected nothing is accepted.");
  return [];
}

async function settledWith(
  context: CommandContext,
  dispute: LockedDispute,
  kind: SettlingKind,
  { settledBy, acceptedAmount }: DisputeResolveInput,
  checks: InputChecks,
): Promise<Claim[]> {
  const { tx, tenant } = context;
  const { currency } = dispute;
  const disputed = new Decimal(dispute.amount);
  const accepted = acceptedAmount == null ? null : new Decimal(acceptedAmount);
  if (acceptedAmount != null) checks.amount(acceptedAmount, currency, "acceptedAmount");
  if (accepted?.gt(disputed)) {
    const message = `Only ${formatAmount(disputed, currency)} ${currency} are disputed.`;
    checks.add("INVALID_AMOUNT", "acceptedAmount", message);
  }
  const ids = settledBy ?? [];
  if (ids.length === 0) checks.add("REQUIRED", "settledBy", "Name what settles it.");
  if (ids.length > DOCUMENTS_MAX)
    checks.add("LIMIT_EXCEEDED", "settledBy", `At most ${DOCUMENTS_MAX} documents settle a dispute.`);
  if (ids.length === 0 || ids.length > DOCUMENTS_MAX) return [];
  const before = checks.refusals.length;
  const documents = await lockDocuments(context, dispute, kind, ids, checks);
  if (checks.refusals.length > before || accepted?.lte(0)) return [];
  const [row] = await tx.rows<{ open: string }>(sql`
    select coalesce(sum(open_amount), 0) as open from open_item
    where tenant_id = ${tenant.id} and invoice_id = ${dispute.invoiceId}`);
  const open = new Decimal(row?.open ?? 0);
  const settled = coverage({ disputed, accepted, open, currency, documents });
  if (Array.isArray(settled)) return settled;
  checks.refusals.push(settled);
  return [];
}

const COLUMNS = { CREDIT_MEMO: "credit_memo_id", WRITE_OFF: "write_off_id", BILL_BACK: "charge_id" } as const;

async function insertSettlements(
  { tx, tenant }: CommandContext,
  disputeId: string,
  kind: SettlingKind,
  settled: readonly Claim[],
): Promise<void> {
  await tx.rows(sql`
    insert into dispute_settlement (tenant_id, dispute_id, settlement_no, ${sql.identifier(COLUMNS[kind])}, amount)
    select ${tenant.id}, ${disputeId}, s.no, s.id, s.amount
    from unnest(${settled.map((s) => s.id)}::uuid[], ${settled.map((s) => s.amount.toFixed())}::numeric[])
      with ordinality as s(id, amount, no)`);
}
