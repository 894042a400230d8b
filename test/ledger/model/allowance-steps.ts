import { expect } from "vitest";
import { reverseAllowance } from "../../../src/allowance/reverse-allowance.js";
import { runAllowance } from "../../../src/allowance/run-allowance.js";
import { setProvisionMatrix } from "../../../src/allowance/set-provision-matrix.js";
import { endSpecificProvision, setSpecificProvision } from "../../../src/allowance/set-specific-provision.js";
import { Decimal } from "../../../src/platform/money.js";
import { allowanceOn, owedOn, requiredBy } from "./allowance-model.js";
import { decimal } from "./ledger-model.js";
import type { ModelledBooks } from "./modelled-books.js";
import type { AskedFor } from "./requests.js";
import { after, dayOf2026, mostly, pickOf, type Step } from "./step.js";

const SCHEMES = [[30], [10, 45], [15, 30, 60]] as const;

export async function setMatrix(ledger: ModelledBooks, step: Step): Promise<void> {
  const effectiveFrom = dayOf2026(step.day % 80);
  const bounds = pickOf(SCHEMES, step.pick) ?? [30];
  const lossPercents = [...bounds, 0, 0].map((_, n) =>
    String(((step.cents + 1) * (n + 1) * 0.37) % 100).slice(0, 5),
  );
  const segments = [{ lossPercents }];
  const input = { effectiveFrom, scheme: bounds, segmentBy: "NONE" as const, segments };
  const done = await ledger.execute(true, setProvisionMatrix, input);
  if (done) ledger.provisioning.matrices.push({ effectiveFrom, bounds, segments });
}

/** Provides for a customer by itself, or ends that. */
export async function provide(ledger: ModelledBooks, step: Step): Promise<void> {
  const { provisioning } = ledger;
  const customerId = pickOf(ledger.customers, step.other);
  if (!customerId) return;
  const effectiveFrom = dayOf2026(step.day % 97);
  const about = { customerId, effectiveFrom, reason: "Doubtful" };
  if (step.cents % 3 === 0) {
    const allowed = provisioning.provisionOn(customerId, effectiveFrom) !== null;
    const ended = await ledger.execute(allowed, endSpecificProvision, about);
    if (ended) provisioning.provisions.push({ customerId, effectiveFrom, provision: null });
    return;
  }
  const provision =
    step.pick % 2 === 0 ? { percent: String(step.cents % 101) } : { amount: decimal(5 * step.cents) };
  const done = await ledger.execute(true, setSpecificProvision, { ...about, ...provision });
  if (done) provisioning.provisions.push({ customerId, effectiveFrom, provision });
}

export async function allow(ledger: ModelledBooks, step: Step): Promise<void> {
  await ledger.does(allowanceAsked(ledger, step));
}

/** The allowance as it is to be on a day. A manager has no limit for it: whatever they change waits. */
export function allowanceAsked(ledger: ModelledBooks, step: Step): AskedFor<typeof runAllowance> {
  const { books, provisioning } = ledger;
  const asOf = dayOf2026(step.day % 97);
  let expected = { required: "0.00", balance: "0.00", change: "0.00" };
  return {
    command: runAllowance,
    input: { asOf },
    async canBeDone(areOpen) {
      const matrix = provisioning.matrixOn(asOf);
      if (!matrix || asOf > books.today) return false;
      const each = requiredBy(matrix, provisioning.provisionsOn(asOf), await owedOn(books, asOf), asOf);
      const required = [...each.values()].reduce((sum, one) => sum.plus(one.required), new Decimal(0));
      const balance = await allowanceOn(books, asOf);
      expected = { required: required.toFixed(2), balance, change: required.minus(balance).toFixed(2) };
      return Number(expected.change) === 0 || areOpen([asOf]);
    },
    maker: "AR_MANAGER",
    waits: () => Number(expected.change) !== 0,
    async keep({ runId, required, balance, change }) {
      expect({ required, balance, change }).toEqual(expected);
      expect(await allowanceOn(books, asOf)).toBe(required);
      ledger.allowanceRuns.push({ id: runId, day: asOf, change, reversed: false });
    },
  };
}

export async function reverseOneAllowance(ledger: ModelledBooks, step: Step): Promise<void> {
  const asked = allowanceReversalAsked(ledger, step);
  if (asked) await ledger.does(asked);
}

export function allowanceReversalAsked(
  ledger: ModelledBooks,
  step: Step,
): AskedFor<typeof reverseAllowance> | null {
  const { books, allowanceRuns } = ledger;
  const found = mostly(allowanceRuns, (one) => !one.reversed && Number(one.change) !== 0, step.pick);
  if (!found) return null;
  const effectiveDate = after(found.day, step.later);
  let left = "0.00";
  return {
    command: reverseAllowance,
    input: { allowanceRunId: found.id, reason: "By the wrong rates", effectiveDate },
    async canBeDone(areOpen) {
      left = new Decimal(await allowanceOn(books, effectiveDate)).minus(found.change).toFixed(2);
      return (
        !found.reversed &&
        Number(found.change) !== 0 &&
        effectiveDate >= found.day &&
        areOpen([effectiveDate])
      );
    },
    maker: "AR_MANAGER",
    waits: () => true,
    async keep() {
      found.reversed = true;
      expect(await allowanceOn(books, effectiveDate)).toBe(left);
    },
  };
}
