import { lockItems } from "../../ledger/index.js";
import type { Command } from "../../platform/commands/command.js";
import { InputChecks } from "../../platform/commands/input-checks.js";
import { Refused } from "../../platform/commands/refusal.js";
import { sql } from "../../platform/database/sql.js";
import { becomesCustomers } from "../identify-receipt.js";
import { learnPayer } from "./learn-payer.js";
import { rematchReceipts } from "./rematch-receipts.js";
import { lockReceiptRow } from "./waiting-match.js";

export interface RemittanceIdentifyInput {
  readonly remittanceId: string;
  readonly customerId: string;
  /** Whether the payer's name and account are learned; yes if not given. */
  readonly learn?: boolean | null;
  /** From which day on the payer counts as known; today if not given. */
  readonly effectiveDate?: string | null;
}

export interface RemittanceIdentified {
  readonly remittanceId: string;
  readonly receiptId: string;
  readonly matchProposalId: string | null;
  readonly payerAliasIds: string[];
}

/** Says who sent a remittance, learns by what to know the payer, and matches the money with what that customer owes. */
export const identifyRemittance: Command<RemittanceIdentifyInput, RemittanceIdentified> = {
  name: "remittanceIdentify",
  scope: "cash:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const [remittance] = await tx.rows<{ receiptId: string }>(
      sql`select receipt_id as "receiptId" from remittance where tenant_id = ${tenant.id} and id = ${input.remittanceId}`,
    );
    const receipt = remittance && (await lockReceiptRow(context, remittance.receiptId));
    const customer = await tx.rows(
      sql`select 1 from customer where tenant_id = ${tenant.id} and id = ${input.customerId}`,
    );
    if (!receipt) checks.add("NOT_FOUND", "remittanceId", "There is no such remittance.");
    if (customer.length === 0) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
    if (receipt?.isReversed)
      checks.add("INVALID_STATE", "remittanceId", `Receipt ${receipt.number} is reversed.`);
    if (receipt?.customerId != null)
      checks.add("INVALID_STATE", "remittanceId", `The payer of receipt ${receipt.number} is known already.`);
    if (date && receipt && date < receipt.receivedOn)
      checks.add(
        "INVALID_DATE",
        "effectiveDate",
        `The money came on ${receipt.receivedOn}; nobody's before.`,
      );
    if (!date || !receipt || checks.refusals.length > 0) return new Refused(checks.refusals);
    const ids = await tx.rows<{ id: string }>(
      sql`select id from open_item where tenant_id = ${tenant.id} and receipt_id = ${receipt.id} and is_open`,
    );
    const [item] = await lockItems(
      context,
      ids.map(({ id }) => ({ id, from: date })),
    );
    if (!item) throw new Error("a receipt without its open item");
    await becomesCustomers(context, receipt, item, input.customerId, date);
    const confirmed = { receiptId: receipt.id, matchId: null, customerId: input.customerId };
    const payerAliasIds = (input.learn ?? true) ? await learnPayer(context, confirmed) : [];
    const { matches } = await rematchReceipts(context, [receipt.id]);
    const { remittanceId } = input;
    return { remittanceId, receiptId: receipt.id, matchProposalId: matches[0]?.id ?? null, payerAliasIds };
  },
};
