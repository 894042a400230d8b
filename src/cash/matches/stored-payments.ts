import type { BusinessDate } from "../../platform/business-date.js";
import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import { Decimal } from "../../platform/money.js";
import { linesOfAdvices } from "../advice-lines.js";
import { textOf } from "../bank-payments.rules.js";
import type { AdviceLine, MatchPayment } from "../matching/index.js";
import { referenceForm } from "../matching/reference-form.rules.js";

/** A receipt that has money to apply, as matching sees it. */
export interface StoredPayment {
  readonly receiptId: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly receivedOn: BusinessDate;
  /** The item that holds the money. */
  readonly itemId: string;
  readonly payment: MatchPayment;
}

interface ReceiptRow {
  readonly receiptId: string;
  readonly number: string;
  readonly customerId: string | null;
  readonly receivedOn: BusinessDate;
  readonly currency: string;
  readonly reference: string | null;
  readonly itemId: string;
  readonly open: string;
  readonly ownNumber: string | null;
  readonly remittanceId: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly customerNumber: string | null;
  readonly advice: readonly string[] | null;
  readonly references: readonly string[] | null;
  /** Of the remittance advice that explains it. */
  readonly adviceId: string | null;
}

interface LineRow extends Omit<AdviceLine, "amount"> {
  readonly remittanceId: string;
  readonly amount: string | null;
}

/** The receipts among these that have money to apply, with what their payers said; the oldest first. */
export async function storedPayments(
  { tx, tenant }: CommandContext,
  receiptIds: readonly string[],
): Promise<StoredPayment[]> {
  const rows = await tx.rows<ReceiptRow>(sql`
    select distinct on (r.received_on, r.id) r.id as "receiptId", r.number, r.customer_id as "customerId",
           r.received_on as "receivedOn", r.currency, r.reference, i.id as "itemId", -i.open_amount as open,
           c.number as "ownNumber", n.id as "remittanceId", n.payer_name as "payerName",
           n.payer_account as "payerAccount", n.customer_number as "customerNumber", n.advice,
           n.references_found as "references", p.advice_id as "adviceId"
    from receipt r
    join open_item i on i.tenant_id = r.tenant_id and i.receipt_id = r.id and i.is_open
    left join customer c on c.tenant_id = r.tenant_id and c.id = r.customer_id
    left join remittance n on n.tenant_id = r.tenant_id and n.receipt_id = r.id
    left join remittance_advice_pairing p on p.tenant_id = r.tenant_id and p.receipt_id = r.id and p.unpaired_at is null
    where r.tenant_id = ${tenant.id} and r.id = any(${receiptIds}) and r.reversal_entry_id is null
    order by r.received_on, r.id, i.customer_id is distinct from r.customer_id, i.id, n.id`);
  const lines = await linesOf(
    { tx, tenant },
    rows.flatMap(({ remittanceId }) => remittanceId ?? []),
  );
  const advised = await linesOfAdvices(
    { tx, tenant },
    rows.flatMap(({ adviceId }) => adviceId ?? []),
  );
  const settled = await settledBy({ tx, tenant }, receiptIds);
  return rows.map(({ receiptId, number, customerId, receivedOn, itemId, ...row }) => {
    const said = advised.get(row.adviceId ?? "") ?? lines.get(row.remittanceId ?? "") ?? [];
    const done = settled.get(receiptId) ?? new Set();
    const advice = said.filter(
      ({ reference }) => reference === null || !done.has(referenceForm(reference).plain),
    );
    const payment = paymentOf(receiptId, receivedOn, row, advice);
    return { receiptId, number, customerId, receivedOn, itemId, payment };
  });
}

/** The documents that each receipt has settled: a line that names one says nothing of the money that is left. */
async function settledBy(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  receiptIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx.rows<{ receiptId: string; number: string }>(sql`
    select c.receipt_id as "receiptId", d.document_number as number
    from unnest(${receiptIds}::uuid[]) as asked(id)
    join open_item c on c.tenant_id = ${tenant.id} and c.receipt_id = asked.id
    join application a on a.tenant_id = c.tenant_id and a.credit_item_id = c.id
    join open_item d on d.tenant_id = a.tenant_id and d.id = a.debit_item_id and not d.is_open
    where not exists (
      select from application_reversal x where x.tenant_id = a.tenant_id and x.application_id = a.id)`);
  const own = Map.groupBy(rows, ({ receiptId }) => receiptId);
  return new Map(
    [...own].map(([id, all]) => [id, new Set(all.map(({ number }) => referenceForm(number).plain))]),
  );
}

async function linesOf(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  remittanceIds: readonly string[],
): Promise<Map<string, AdviceLine[]>> {
  const rows = await tx.rows<LineRow>(sql`
    select remittance_id as "remittanceId", place, reference, amount, memo from remittance_line
    where tenant_id = ${tenant.id} and remittance_id = any(${remittanceIds}) order by remittance_id, line_no`);
  const own = Map.groupBy(rows, ({ remittanceId }) => remittanceId);
  return new Map(
    [...own].map(([id, lines]) => [
      id,
      lines.map(({ place, reference, amount, memo }) => ({
        ...{ place, reference, memo },
        amount: amount === null ? null : new Decimal(amount),
      })),
    ]),
  );
}

/** What its payer said, as when it came in; of a payer that is known since, with its number. */
function paymentOf(
  id: string,
  date: BusinessDate,
  row: Omit<ReceiptRow, "receiptId" | "number" | "customerId" | "receivedOn" | "itemId">,
  advice: readonly AdviceLine[],
): MatchPayment {
  const named = new Set(advice.map(({ reference }) => reference));
  const words = (row.advice ?? []).filter((line) => !named.has(line.trim()));
  const text = row.remittanceId === null ? (row.reference === null ? [] : [row.reference]) : words;
  return {
    ...{ id, date, advice, currency: row.currency, amount: new Decimal(row.open) },
    ...{ payerName: row.payerName, payerAccount: row.payerAccount },
    customerNumber: row.ownNumber ?? row.customerNumber,
    text: textOf(text, row.references ?? [], advice),
  };
}
