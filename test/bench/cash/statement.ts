import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type pg from "pg";
import { formatAmount } from "../../../src/platform/money.js";

/** An entry of the statement, and what a peer needs of it without reading the file. */
export interface StatementEntry {
  readonly reference: string;
  /** Of a payment, in euros. */
  readonly amount: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly text: string;
}

interface Source {
  readonly n: number;
  readonly number: string;
  readonly amount: string;
  readonly name: string;
  readonly account: string;
}

export const BOOKED_ON = "2026-09-10";

/**
 * Payments of so many of the tenant's open invoices, each in full; `run` begins their references. Of a hundred, 80 name their invoice's number as it is, 10
 * write it otherwise ("re 1000117"), 6 name nothing, 4 are from nobody that is known and name nothing.
 */
export async function paymentsOf(
  client: pg.ClientBase,
  tenantId: string,
  run: string,
  count: number,
): Promise<StatementEntry[]> {
  const { rows } = await client.query<Source>(
    `select row_number() over ()::integer as n, i.document_number as number, i.open_amount::text as amount, c.name,
            coalesce(a.account, '') as account
     from (select * from open_item where tenant_id = $1 and is_open and kind = 'INVOICE' order by substr(document_number, 9), document_number limit $2) i
     join customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
     left join customer_bank_account a on a.tenant_id = i.tenant_id and a.customer_id = i.customer_id`,
    [tenantId, count],
  );
  return rows.map((row) => entryOf(row, run));
}

function entryOf({ n, number, amount, name, account }: Source, run: string): StatementEntry {
  const kind = n % 100;
  const known = kind < 96;
  return {
    reference: `${run}N${n}`,
    amount: formatAmount(amount, "EUR"),
    payerName: known ? name : `Unbekannt ${n}`,
    payerAccount: known ? account : "",
    text: kind < 80 ? `Rechnung ${number}` : kind < 90 ? `re ${number.slice(3)} danke` : "Zahlung",
  };
}

/** Writes them as one MT940 statement of one account. */
export async function writeStatement(
  file: string,
  id: string,
  entries: readonly StatementEntry[],
): Promise<void> {
  const out = createWriteStream(file, "latin1");
  out.write(`:20:${id}\r\n:25:DE02120300000000202051\r\n:28C:1/1\r\n:60F:C260909EUR0,00\r\n`);
  for (const { reference, amount, payerName, payerAccount, text } of entries) {
    const account = payerAccount === "" ? "" : `?31${payerAccount}`;
    const lines =
      `:61:2609100910C${amount.replace(".", ",")}NTRFNONREF//${reference}\r\n` +
      `:86:166?00GUTSCHRIFT?20SVWZ+${text}${account}?32${payerName}\r\n`;
    if (!out.write(lines)) await once(out, "drain");
  }
  const cents = entries.reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n);
  out.write(`:62F:C260910EUR${cents / 100n},${String(cents % 100n).padStart(2, "0")}\r\n-\r\n`);
  out.end();
  await once(out, "finish");
}
