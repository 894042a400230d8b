import { type ApprovalSubject, approvableCommand } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type EntryPreview, previewOf } from "../platform/commands/entry-preview.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { formatAmount } from "../platform/money.js";
import { samePostings } from "./approval.rules.js";
import { actorCovers } from "./approval-policy.js";

/** What was asked for, and what its maker was shown of it. */
export interface AskedFor {
  readonly id: string;
  readonly command: string;
  readonly input: unknown;
  readonly kind: string;
  /** Positive, in the currency. */
  readonly amount: string;
  readonly currency: string;
  readonly wouldPost: readonly EntryPreview[];
}

/**
 * Runs the command as if its maker's limit were enough, but against the books and the approver's limit of now. What it
 * would post otherwise than it was shown is refused: nobody has asked for that.
 */
export async function carryOut(context: CommandContext, request: AskedFor): Promise<unknown> {
  const { tx, tenant, actor } = context;
  const subjects: ApprovalSubject[] = [];
  const rerun = approvableCommand(request.command);
  const inner: CommandContext = {
    ...context,
    approvalId: request.id,
    needsApproval: (subject) => void subjects.push(subject),
  };
  const result = await rerun(inner, request.input);
  if (result instanceof Refused) return new Refused(result.refusals.map(atRequest));
  await tx.flush();
  const changed = changeOf(request, subjects, await previewOf(inner));
  if (changed) return refuse(changed);
  for (const subject of subjects) {
    if (await actorCovers(tx, tenant.id, actor, subject)) continue;
    const message = `It is about ${shown(subject)} too, which your limit does not cover.`;
    return refuse(refusal("ABOVE_LIMIT", "approvalId", message));
  }
  return result;
}

/** The approver gave no such field; whoever asked did. */
function atRequest(one: Refusal): Refusal {
  const where = one.path.length > 0 ? ` (\`${one.path.join(".")}\` of what was asked for)` : "";
  return { ...one, path: ["approvalId"], message: `${one.message}${where}` };
}

function changeOf(
  request: AskedFor,
  subjects: readonly ApprovalSubject[],
  entries: readonly EntryPreview[],
): Refusal | null {
  const { kind, currency } = request;
  const asked = shown(request);
  const again = "Nothing was posted: reject it or have it withdrawn, and ask for it again.";
  // Of a command that asks for several, the one that was beyond its maker's limit.
  const same = subjects.filter((subject) => subject.kind === kind && subject.currency === currency);
  const found = same.find((subject) => shown(subject) === asked) ?? same[0];
  const now = found ? shown(found) : `0 ${currency}`;
  const data = {
    requested: { amount: formatAmount(request.amount, currency), currency },
    now: { amount: formatAmount(found?.amount ?? "0", currency), currency },
  };
  if (now !== asked) {
    const message = `${asked} were asked for and shown; by now it would be ${now}. ${again}`;
    return refusal("REQUEST_CHANGED", "approvalId", message, data);
  }
  if (samePostings(request.wouldPost, entries)) return null;
  const message = `It is ${asked} as asked for, but by now it would post other entries than those shown. ${again}`;
  return refusal("REQUEST_CHANGED", "approvalId", message, data);
}

function shown({ amount, currency }: Pick<ApprovalSubject, "amount" | "currency">): string {
  return `${formatAmount(amount, currency)} ${currency}`;
}
