import { v7 as uuidv7 } from "uuid";
import { lockItems, reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { supersedeWaiting } from "./matches/waiting-match.js";
import { otherUses } from "./other-uses.js";
import { pairAdviceOfReversed } from "./pair-freed-advices.js";
import { readApplications, undoApplications } from "./undo-applications.js";

export interface ReceiptReverseInput {
  readonly receiptId: string;
  /** The day the money went back; today if not given, never before the receipt. */
  readonly effectiveDate?: string | null;
  readonly reason?: string | null;
  readonly expectedVersion?: number | null;
}

interface ReceiptRow {
  readonly number: string;
  readonly customerId: string | null;
  readonly receivedOn: BusinessDate;
  readonly version: number;
  readonly reversed: boolean;
}

/** Takes a receipt back (a bounced cheque, a returned transfer): its applications first, then itself. */
export const reverseReceipt: Command<ReceiptReverseInput, { receiptId: string }> = {
  name: "receiptReverse",
  scope: "cash:write",
  async run(context, input) {
    const checks = new InputChecks();
    const date = checks.date(input.effectiveDate ?? context.today, "effectiveDate");
    const receipt = await lockReceipt(context, input.receiptId);
    if (!receipt) return refuse(refusal("NOT_FOUND", "receiptId", "There is no such receipt."));
    if (input.expectedVersion != null && input.expectedVersion !== receipt.version) {
      const message = `The receipt was changed: it is at version ${receipt.version}, you expected ${input.expectedVersion}.`;
      checks.refusals.push(
        refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: receipt.version }),
      );
    }
    if (receipt.reversed)
      checks.add("INVALID_STATE", "receiptId", `Receipt ${receipt.number} is reversed already.`);
    if (date && date < receipt.receivedOn) {
      checks.add(
        "INVALID_DATE",
        "effectiveDate",
        `The receipt is dated ${receipt.receivedOn}; it cannot go back before.`,
      );
    }
    if (!date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const items = await lockOwnItems(context, input.receiptId, date);
    const inTheWay = await otherUses(context, items);
    if (inTheWay) {
      const message = `Receipt ${receipt.number} is not only applied. ${inTheWay}`;
      return refuse(refusal("INVALID_STATE", "receiptId", message));
    }
    const reversalId = await reverseAll(context, input, receipt, date);
    await context.tx.rows(sql`
      update receipt set reversal_entry_id = ${reversalId}, reversed_on = ${date}, reversal_reason = ${input.reason ?? null},
             version = version + 1
      where tenant_id = ${context.tenant.id} and id = ${input.receiptId}`);
    await supersedeWaiting(context, [input.receiptId], `Receipt ${receipt.number} was reversed.`);
    await pairAdviceOfReversed(context, input.receiptId);
    context.emit({
      type: "RECEIPT_REVERSED",
      subjectId: input.receiptId,
      customerId: receipt.customerId,
      payload: {
        receiptId: input.receiptId,
        number: receipt.number,
        effectiveDate: date,
        reason: input.reason ?? null,
      },
    });
    return { receiptId: input.receiptId };
  },
};

async function lockReceipt({ tx, tenant }: CommandContext, id: string): Promise<ReceiptRow | undefined> {
  const [row] = await tx.rows<ReceiptRow>(sql`
    select number, customer_id as "customerId", received_on as "receivedOn", version,
           reversal_entry_id is not null as reversed
    from receipt where tenant_id = ${tenant.id} and id = ${id} for update`);
  return row;
}

/** The receipt's own items, one for whoever held its money, locked; their ids. */
async function lockOwnItems(
  context: CommandContext,
  receiptId: string,
  date: BusinessDate,
): Promise<string[]> {
  const { tx, tenant } = context;
  const own = await tx.rows<{ id: string }>(
    sql`select id from open_item where tenant_id = ${tenant.id} and receipt_id = ${receiptId}`,
  );
  await lockItems(
    context,
    own.map(({ id }) => ({ id, from: date })),
  );
  return own.map(({ id }) => id);
}

/** Undoes what the receipt is applied to, each no earlier than it was applied, then its own entries. Its items must be locked. */
async function reverseAll(
  context: CommandContext,
  { receiptId, reason }: ReceiptReverseInput,
  receipt: ReceiptRow,
  date: BusinessDate,
): Promise<string> {
  const { tx, tenant } = context;
  const standing = (await readApplications(context, { receiptId })).filter((a) => !a.reversed);
  await lockItems(
    context,
    [...new Set(standing.map((a) => a.debitItemId))].map((id) => ({ id, from: date })),
  );
  const undone = standing.map((application) => ({
    application,
    effectiveDate: later(date, application.effectiveDate),
  }));
  await undoApplications(context, undone, reason ?? `Receipt ${receipt.number} reversed`, "RECEIPT_REVERSED");
  const entries = await tx.rows<{ id: string; effectiveDate: BusinessDate; kind: string }>(sql`
    select e.id, e.effective_date as "effectiveDate", e.kind from journal_entry e
    where e.tenant_id = ${tenant.id} and e.document_id = ${receiptId} and e.kind in ('RECEIPT', 'RECEIPT_IDENTIFIED', 'RECEIPT_TRANSFERRED')
    order by e.id desc`);
  const reversals = entries.map((entry) => ({
    entryId: entry.id,
    reversalId: uuidv7(),
    effectiveDate: later(date, entry.effectiveDate),
    description: `Receipt ${receipt.number} reversed`,
    kind: entry.kind,
  }));
  for (const reversal of reversals) await reverse(context, [reversal]);
  return reversals.find((r) => r.kind === "RECEIPT")?.reversalId ?? "";
}

function later(a: BusinessDate, b: BusinessDate): BusinessDate {
  return a > b ? a : b;
}
