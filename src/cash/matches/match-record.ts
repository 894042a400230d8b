import type { BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import type { Decimal } from "../../platform/money.js";
import type { MatchedPart, MatchRule } from "../matching/index.js";
import { isAmbiguous } from "./ambiguous-match.rules.js";
import type { MatchedPayment } from "./match-payments.js";

export type MatchStatus = "APPLIED" | "OPEN" | "NONE" | "CONFIRMED" | "REJECTED" | "SUPERSEDED";

/** A part of a match with its id, as it is kept. */
export interface MatchRecordPart extends Omit<MatchedPart, "decision"> {
  readonly id: string;
  readonly decision: "AUTO" | "PROPOSED";
}

/** A receipt's match on its way to being kept. */
export interface MatchRecord {
  readonly id: string;
  readonly receiptId: string;
  readonly receivedOn: BusinessDate;
  readonly currency: string;
  /** What the receipt has to be applied. */
  readonly amount: Decimal;
  readonly matched: MatchedPayment;
  readonly parts: readonly MatchRecordPart[];
  readonly obstacle: string | null;
}

/** What was applied for a part. */
export interface RecordedApplication {
  readonly applicationId: string;
  readonly matchId: string;
  readonly partId: string;
  readonly creditPartId: string | null;
}

export function statusOf({ parts, amount, matched }: MatchRecord): MatchStatus {
  const applied = parts.filter(({ decision }) => decision === "AUTO");
  const rest = applied.reduce((left, part) => left.minus(part.amount), amount);
  const isProposed = applied.length < parts.length || matched.alternatives.length > 0;
  if (isProposed && rest.gt(0)) return "OPEN";
  return applied.length > 0 ? "APPLIED" : "NONE";
}

/** What is told of a match with an event: why each part is where it is, and why something is left. */
export function toldOf(record: MatchRecord): object {
  const { remainder, duplicateOf } = record.matched;
  return {
    matchProposalId: record.id,
    status: statusOf(record),
    parts: record.parts.map(({ itemId, amount, discount, decision, rule, score, evidence }) => ({
      ...{ openItemId: itemId, amount: amount.toFixed(), discount: discount.toFixed() },
      ...{ decision, rule, score, evidence },
    })),
    remainder: remainder && { amount: remainder.amount.toFixed(), reason: remainder.reason },
    obstacle: record.obstacle,
    duplicateOf,
  };
}

/** Keeps matches with their parts and what was applied for them. Set-based. */
export async function insertMatches(
  context: CommandContext,
  runId: string,
  records: readonly MatchRecord[],
  applications: readonly RecordedApplication[],
): Promise<void> {
  if (records.length === 0) return;
  const { tx, tenant, actor } = context;
  await tx.rows(sql`
    insert into receipt_match (tenant_id, id, receipt_id, run_id, customer_id, payer_score, payer_evidence, currency, amount,
      status, remainder_amount, remainder_disposition, remainder_reason, obstacle, is_ambiguous, duplicate_of, matched_by)
    select ${tenant.id}, m.id, m."receiptId", ${runId}, m."customerId", m."payerScore", m."payerEvidence", m.currency, m.amount,
      m.status, m."remainderAmount", m."remainderDisposition", m."remainderReason", m.obstacle, m."isAmbiguous",
      array(select jsonb_array_elements_text(m."duplicateOf")::uuid), ${actor.subject}
    from jsonb_to_recordset(${JSON.stringify(records.map(matchRow))}::jsonb)
      as m(id uuid, "receiptId" uuid, "customerId" uuid, "payerScore" numeric, "payerEvidence" text, currency text,
           amount numeric, status text, "remainderAmount" numeric, "remainderDisposition" text, "remainderReason" text,
           obstacle text, "isAmbiguous" boolean, "duplicateOf" jsonb)`);
  await insertParts(context, records.flatMap(partRows));
  await insertMatchApplications(context, applications);
}

function matchRow(record: MatchRecord) {
  const { id, receiptId, currency, amount, obstacle, matched } = record;
  const { payer, remainder, duplicateOf } = matched;
  return {
    ...{ id, receiptId, currency, amount, obstacle, duplicateOf, status: statusOf(record) },
    isAmbiguous: isAmbiguous(record),
    customerId: payer?.customerId ?? null,
    payerScore: payer?.score ?? null,
    payerEvidence: payer?.evidence ?? null,
    remainderAmount: remainder?.amount ?? 0,
    remainderDisposition: remainder?.disposition ?? null,
    remainderReason: remainder?.reason ?? null,
  };
}

/** A part as its row. */
export interface PartRow {
  readonly id?: string;
  readonly matchId: string;
  readonly partNo: number;
  readonly decision: "AUTO" | "PROPOSED" | "ALTERNATIVE" | "CHOSEN";
  readonly itemId: string;
  readonly currency: string;
  readonly amount: Decimal | null;
  readonly discount: Decimal | number;
  readonly deduction: Decimal | null;
  readonly deductionReason: string | null;
  readonly writeOff: Decimal | number;
  readonly rule: MatchRule | null;
  readonly score: number | null;
  readonly evidence: string | null;
  readonly outcome: "APPLIED" | "ACCEPTED" | null;
}

function partRows({ id: matchId, currency, parts, matched }: MatchRecord): PartRow[] {
  const money = parts.map(({ deduction, decision, ...part }, i) => ({
    ...{ ...part, matchId, currency, decision, partNo: i + 1 },
    deduction: deduction?.amount ?? null,
    deductionReason: deduction?.reason ?? null,
    outcome: decision === "AUTO" ? ("APPLIED" as const) : null,
  }));
  const alternatives = matched.alternatives.map((alternative, i) => ({
    ...{ ...alternative, matchId, currency, partNo: parts.length + i + 1 },
    ...{
      decision: "ALTERNATIVE" as const,
      amount: null,
      discount: 0,
      writeOff: 0,
      rule: null,
      outcome: null,
    },
    ...{ deduction: null, deductionReason: null },
  }));
  return [...money, ...alternatives];
}

export async function insertParts({ tx, tenant }: CommandContext, parts: readonly PartRow[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.rows(sql`
    insert into match_part (tenant_id, id, match_id, part_no, decision, item_id, currency, amount, discount, deduction,
      deduction_reason, write_off, rule, score, evidence, outcome)
    select ${tenant.id}, coalesce(p.id, new_id()), p."matchId", p."partNo", p.decision, p."itemId", p.currency, p.amount,
      p.discount, p.deduction, p."deductionReason", p."writeOff", p.rule, p.score, p.evidence, p.outcome
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb)
      as p(id uuid, "matchId" uuid, "partNo" integer, decision text, "itemId" uuid, currency text, amount numeric,
           discount numeric, deduction numeric, "deductionReason" text, "writeOff" numeric, rule text, score numeric,
           evidence text, outcome text)`);
}

export async function insertMatchApplications(
  { tx, tenant }: CommandContext,
  applications: readonly RecordedApplication[],
): Promise<void> {
  if (applications.length === 0) return;
  await tx.rows(sql`
    insert into match_application (tenant_id, application_id, match_id, part_id, credit_part_id)
    select ${tenant.id}, a."applicationId", a."matchId", a."partId", a."creditPartId"
    from jsonb_to_recordset(${JSON.stringify(applications)}::jsonb)
      as a("applicationId" uuid, "matchId" uuid, "partId" uuid, "creditPartId" uuid)`);
}
