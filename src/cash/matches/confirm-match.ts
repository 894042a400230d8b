import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import type { ApplicationReason } from "../post-applications.js";
import { applyChosen } from "./apply-chosen.js";
import type { ChosenPart } from "./chosen-parts.rules.js";
import { learnPayer } from "./learn-payer.js";
import { insertMatchApplications, insertParts, type RecordedApplication } from "./match-record.js";
import {
  closeMatch,
  keepOutcomes,
  lockWaitingMatch,
  type PartOutcome,
  readParts,
  type StoredPart,
  type WaitingMatch,
} from "./waiting-match.js";

export interface MatchPartChoice {
  readonly openItemId: string;
  /** Positive on what is owed, negative for a credit that is netted. */
  readonly amount: string;
  /** Whether it takes the discount that the item offers to money that came in time; yes if not given. */
  readonly takeDiscount?: boolean | null;
}

export interface MatchProposalConfirmInput {
  readonly matchProposalId: string;
  /** What to apply instead of what is proposed. */
  readonly parts?: readonly MatchPartChoice[] | null;
  /** Whether the payer's name and account are learned; yes if not given. */
  readonly learn?: boolean | null;
  /** Today if not given. */
  readonly effectiveDate?: string | null;
  readonly expectedVersion?: number | null;
}

export interface MatchDecided {
  readonly matchProposalId: string;
  readonly receiptId: string;
  readonly applicationIds: string[];
  readonly payerAliasIds: string[];
}

const PARTS_MAX = 1_000;

/** Applies what is proposed, or what the person chose instead, and learns by what to know the payer. */
export const confirmMatch: Command<MatchProposalConfirmInput, MatchDecided> = {
  name: "matchProposalConfirm",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    if (input.parts && (input.parts.length === 0 || input.parts.length > PARTS_MAX))
      checks.add("LIMIT_EXCEEDED", "parts", `Between 1 and ${PARTS_MAX} parts fit in one request.`);
    const match = await lockWaitingMatch(context, input, checks);
    if (!match || !date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const stored = await readParts(context, match.id);
    const chosen = input.parts ? input.parts.map(choiceOf(stored)) : stored.flatMap(proposedPart);
    if (chosen.length === 0)
      checks.add(
        "REQUIRED",
        "parts",
        "Nothing is proposed that could be confirmed as it is: choose the items.",
      );
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const decided = { stored, chosen };
    const applications = await applyChosen(
      context,
      match,
      chosen,
      { at: "parts", effectiveDate: date, mustBeWhole: false, reasonOf: reasonIn(match, stored) },
      checks,
    );
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const learn = input.learn ?? true;
    return keepDecision(context, match, decided, applications, learn);
  },
};

/** As it is proposed. */
function proposedPart(part: StoredPart, index: number): ChosenPart[] {
  if (part.decision !== "PROPOSED" || part.amount === null) return [];
  return [
    {
      ...{ partId: part.id, itemId: part.itemId, customerId: null, path: ["parts", String(index)] },
      ...{ amount: new Decimal(part.amount), discount: new Decimal(part.discount) },
    },
  ];
}

/** What the client names: the part that proposes just that, or one of its own. */
function choiceOf(stored: readonly StoredPart[]) {
  return ({ openItemId, amount, takeDiscount }: MatchPartChoice, index: number): ChosenPart => {
    const given = new Decimal(amount);
    const same = stored.find(
      (part) => part.decision === "PROPOSED" && part.itemId === openItemId && given.eq(part.amount ?? "NaN"),
    );
    const discount = takeDiscount === false ? new Decimal(0) : same ? new Decimal(same.discount) : null;
    const isAsProposed = same !== undefined && takeDiscount !== false;
    return {
      ...{ partId: isAsProposed ? same.id : uuidv7(), itemId: openItemId, customerId: null },
      ...{ amount: given, discount, path: ["parts", String(index)] },
    };
  };
}

export function reasonIn({ id }: WaitingMatch, stored: readonly StoredPart[]) {
  return (partId: string): ApplicationReason => {
    const part = stored.find((one) => one.id === partId);
    const score = part?.score ? Number(part.score) : null;
    return {
      ...{ matchProposalId: id, matchPartId: partId, score },
      ...{ rule: part?.rule ?? null, evidence: part?.evidence ?? null },
    };
  };
}

/** Keeps what a person decided, part by part, and what came of it. The applications are posted. */
export async function keepDecision(
  context: CommandContext,
  match: WaitingMatch,
  { stored, chosen }: { readonly stored: readonly StoredPart[]; readonly chosen: readonly ChosenPart[] },
  applications: readonly RecordedApplication[],
  learn: boolean,
): Promise<MatchDecided> {
  await keepOutcomes(context, outcomesOf(stored, chosen));
  const known = new Set(stored.map(({ id }) => id));
  const last = Math.max(0, ...stored.map(({ partNo }) => partNo));
  const added = chosen.filter(({ partId, itemId }) => itemId !== null && !known.has(partId));
  await insertParts(
    context,
    added.map(({ partId, itemId, amount, discount }, i) => ({
      ...{ id: partId, matchId: match.id, partNo: last + i + 1, decision: "CHOSEN" as const },
      ...{ itemId: itemId ?? "", currency: match.currency, amount, discount: discount ?? 0 },
      ...{ deduction: null, deductionReason: null, writeOff: 0 },
      ...{ rule: null, score: null, evidence: null, outcome: "ACCEPTED" as const },
    })),
  );
  await insertMatchApplications(context, applications);
  await closeMatch(context, match.id, "CONFIRMED", null);
  const applicationIds = applications.map(({ applicationId }) => applicationId);
  const customerId = (await payerNow(context, match)) ?? "";
  const confirmed = { receiptId: match.receipt.id, matchId: match.id, customerId };
  const payerAliasIds = learn ? await learnPayer(context, confirmed) : [];
  context.emit({
    type: "MATCH_CONFIRMED",
    subjectId: match.id,
    customerId: customerId === "" ? null : customerId,
    payload: { matchProposalId: match.id, receiptId: match.receipt.id, applicationIds, payerAliasIds },
  });
  return { matchProposalId: match.id, receiptId: match.receipt.id, applicationIds, payerAliasIds };
}

function outcomesOf(stored: readonly StoredPart[], chosen: readonly ChosenPart[]): PartOutcome[] {
  return stored.flatMap(({ id, decision, itemId }): PartOutcome[] => {
    if (decision !== "PROPOSED" && decision !== "ALTERNATIVE") return [];
    if (chosen.some((part) => part.partId === id)) return [{ id, outcome: "ACCEPTED" }];
    const isItem = chosen.some((part) => part.itemId === itemId);
    if (!isItem) return [{ id, outcome: "DECLINED" }];
    return [{ id, outcome: decision === "PROPOSED" ? "CHANGED" : "ACCEPTED" }];
  });
}

async function payerNow({ tx, tenant }: CommandContext, { receipt }: WaitingMatch): Promise<string | null> {
  const [row] = await tx.rows<{ customerId: string | null }>(
    sql`select customer_id as "customerId" from receipt where tenant_id = ${tenant.id} and id = ${receipt.id}`,
  );
  return row?.customerId ?? null;
}
