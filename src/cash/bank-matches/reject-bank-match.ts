import type { Command } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused } from "../../platform/commands/refusal.js";
import { Decimal } from "../../platform/money.js";
import { insertBankMatch, lockBankMatches, matched, type SidesInput } from "./bank-match-rows.js";
import { readSides } from "./named-sides.js";

export interface BankMatchRejectInput extends SidesInput {
  readonly reason: string;
}

/** Says that a bank line is not the money of movements: the two are not proposed for each other again. */
export const rejectBankMatch: Command<BankMatchRejectInput, { bankMatchId: string }> = {
  name: "bankMatchReject",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks().text(input.reason, "reason", "the reason", 1_000);
    await lockBankMatches(context);
    const sides = await readSides(context, input, checks);
    if (!sides || checks.refusals.length > 0) return new Refused(checks.refusals);
    const { line, movements, currency, sum } = sides;
    const bankMatchId = await insertBankMatch(context, {
      ...{ bankEntryId: line?.id ?? null, currency, ledgerAmount: sum, note: input.reason },
      bankAmount: new Decimal(line?.amount ?? 0),
      ...{ differenceReason: null, keep: "RECORDED", status: "REJECTED" },
      movements: matched(movements),
    });
    return { bankMatchId };
  },
};
