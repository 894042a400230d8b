import { v7 as uuidv7 } from "uuid";
import { reverse } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";

/** An application that is undone, and from which day on. */
interface UndoneApplication {
  readonly applicationId: string;
  readonly effectiveDate: BusinessDate;
}

interface Recovery {
  readonly applicationId: string;
  readonly writeOffId: string;
  readonly number: string;
  readonly itemId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: string;
  readonly entryId: string;
}

/**
 * Takes back what the applications had recovered of write-offs, on the day from which each is undone: without the money
 * nothing was recovered, and the item is written off again. The items must be locked and the applications undone.
 */
export async function undoRecoveries(
  context: CommandContext,
  undone: readonly UndoneApplication[],
): Promise<void> {
  const days = new Map(undone.map((one) => [one.applicationId, one.effectiveDate]));
  const recoveries = (await readRecoveries(context, [...days.keys()])).map((recovery) => ({
    ...recovery,
    effectiveDate: days.get(recovery.applicationId) ?? context.today,
    reversalId: uuidv7(),
    description: `Recovery of write-off ${recovery.number} undone`,
  }));
  if (recoveries.length === 0) return;
  await reverse(context, recoveries);
  await lower(context, recoveries);
  for (const { writeOffId, number, customerId, itemId, currency, amount, effectiveDate } of recoveries) {
    context.emit({
      type: "WRITE_OFF_RECOVERY_UNDONE",
      subjectId: writeOffId,
      customerId,
      payload: {
        ...{ writeOffId, number, openItemId: itemId },
        ...{ amount: formatAmount(amount, currency), currency, effectiveDate },
      },
    });
  }
}

/** A recovery and the application that pays it are posted by the same transaction, and by none other. */
function readRecoveries({ tx, tenant }: CommandContext, ids: readonly string[]): Promise<Recovery[]> {
  return tx.rows<Recovery>(sql`
    select a.id as "applicationId", w.id as "writeOffId", w.number, w.item_id as "itemId", w.customer_id as "customerId",
           w.currency, a.amount, r.id as "entryId"
    from application a
    join journal_entry e on e.tenant_id = a.tenant_id and e.id = a.entry_id
    join write_off w on w.tenant_id = a.tenant_id and w.item_id = a.debit_item_id
    join journal_entry r on r.tenant_id = w.tenant_id and r.document_id = w.id and r.kind = 'RECOVERY'
     and r.transaction_id = e.transaction_id
    where a.tenant_id = ${tenant.id} and a.id = any(${ids}) order by a.id`);
}

async function lower({ tx, tenant }: CommandContext, recoveries: readonly Recovery[]): Promise<void> {
  const amounts = new Map<string, Decimal>();
  for (const { writeOffId, amount } of recoveries)
    amounts.set(writeOffId, (amounts.get(writeOffId) ?? new Decimal(0)).plus(amount));
  const rows = [...amounts].map(([id, amount]) => ({ id, amount: amount.toFixed() }));
  await tx.rows(sql`
    update write_off w set recovered = w.recovered - r.amount, version = w.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, amount numeric)
    where w.tenant_id = ${tenant.id} and w.id = r.id`);
}
