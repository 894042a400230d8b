import { createHash, randomUUID } from "node:crypto";
import { createCreditMemo } from "../../../src/adjustments/create-credit-memo.js";
import { importBankFile } from "../../../src/cash/index.js";
import { createCustomer } from "../../../src/customers/create-customer.js";
import { importInvoiceChunk } from "../../../src/imports/import-invoices.js";
import { ingestAdvices } from "../../../src/imports/index.js";
import { setExchangeRate } from "../../../src/ledger/exchange-rate.js";
import { sql } from "../../../src/platform/database/sql.js";
import type { AppliedLine } from "../../bench/matching/match-score.js";
import type { Books } from "../../support/books.js";
import { type CorpusFile, LOCKBOX_BANK, micrOf, originatorOf } from "./corpus-files.js";
import { type Corpus, numberedAs } from "./corpus-payments.js";

/** Puts the corpus' customers, with the accounts that they pay from, its invoices and its credits into the books. */
export async function fillBooks(books: Books, corpus: Corpus): Promise<Corpus> {
  const rates = [
    ["EUR", "1.10"],
    ["GBP", "1.25"],
    ["CHF", "1.15"],
    ["JPY", "0.0067"],
  ] as const;
  for (const [currency, rate] of rates)
    await books.does(setExchangeRate, { currency, rateDate: "2026-01-01", rate });
  const customers = await makeCustomers(books, corpus);
  const invoices = corpus.problem.invoices.filter(({ amount }) => amount.gt(0));
  const rows = invoices.map((invoice) => ({
    ...{ sourceKey: invoice.invoice_id, contentHash: hashOf(invoice.invoice_id), kind: "INVOICE" as const },
    ...{
      number: invoice.invoice_id,
      customerNumber: invoice.customer_id,
      customerName: invoice.customer_name,
    },
    ...{ documentDate: invoice.invoice_date, dueDate: invoice.due_date },
    termsCode: invoice.discount_amount ? "2/10NET30" : null,
    ...{ currency: invoice.currency ?? "USD", amount: invoice.amount.toFixed(2), net: null, tax: null },
    ...{
      productLine: null,
      revenueAccount: null,
      purchaseOrder: invoice.purchase_order ?? null,
      region: null,
    },
    ...{ businessUnit: null, disputed: false, settledDate: null },
  }));
  const { refused } = await books.does(importInvoiceChunk, { runId: randomUUID(), rows });
  if (refused.length > 0) throw new Error(JSON.stringify(refused.slice(0, 3)));
  const numbers = await makeCredits(books, corpus, customers);
  // The server takes its statistics by itself within a minute or so; a bank file does not come sooner than that.
  await books.library.owner.pool.query("analyze");
  return numberedAs(corpus, numbers);
}

async function makeCustomers(books: Books, { problem }: Corpus): Promise<Map<string, string>> {
  const byNumber = new Map(problem.invoices.map((invoice) => [invoice.customer_id, invoice]));
  const owned = new Set<string>();
  const ids = new Map<string, string>();
  for (const [number, { customer_name: name, customer_account: account }] of byNumber) {
    // An account that several pay from is the first one's.
    const own = account && !owned.has(account) ? account : undefined;
    if (own) owned.add(own);
    const bankAccounts = own ? [own, `${LOCKBOX_BANK}${micrOf(own)}`, `ACH${originatorOf(own)}`] : [];
    const { customerId } = await books.does(createCustomer, { number, name, bankAccounts });
    ids.set(number, customerId);
  }
  return ids;
}

/** The numbers that the books gave the corpus' credits. */
async function makeCredits(
  books: Books,
  { problem }: Corpus,
  customers: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  for (const credit of problem.invoices.filter(({ amount }) => amount.lt(0))) {
    const { creditMemoId } = await books.does(createCreditMemo, {
      customerId: customers.get(credit.customer_id) ?? null,
      ...{ amount: credit.amount.neg().toFixed(2), currency: credit.currency ?? "USD" },
      ...{ reasonCode: "RETURN", documentDate: credit.invoice_date, applyToInvoice: false },
    });
    const { number } = await books.row<{ number: string }>(
      sql`select number from credit_memo where tenant_id = ${books.tenant.id} and id = ${creditMemoId}`,
    );
    numbers.set(credit.invoice_id, number);
  }
  return numbers;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Takes a file in by the command of its kind. */
export async function takeIn(books: Books, { name, kind, content, profile }: CorpusFile): Promise<void> {
  const file = { fileName: name, content: content.toString("base64") };
  if (kind === "BANK") await books.does(importBankFile, file);
  else await books.does(ingestAdvices, { ...file, profile: profile ?? null });
}

/** Receipts that stand, by the payment's reference. */
export function receiptsOf(books: Books) {
  return books.rows<{ reference: string; amount: string; currency: string }>(sql`
    select reference, round(amount, 2)::text as amount, currency from receipt
    where tenant_id = ${books.tenant.id} and reversal_entry_id is null order by reference`);
}

export interface AppliedPart extends AppliedLine {
  readonly evidence: string;
}

/** What was applied untouched, as matching said it. */
export async function appliedOf(books: Books, { payments }: Corpus): Promise<AppliedPart[]> {
  const ids = new Map(payments.map(({ reference, id }) => [reference, id]));
  const rows = await books.rows<{ reference: string; invoice: string; amount: string; evidence: string }>(sql`
    select r.reference, i.document_number as invoice, trim_scale(p.amount)::text as amount, p.evidence
    from match_part p
    join receipt_match m on m.tenant_id = p.tenant_id and m.id = p.match_id
    join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id
    join open_item i on i.tenant_id = p.tenant_id and i.id = p.item_id
    where p.tenant_id = ${books.tenant.id} and p.outcome = 'APPLIED' and r.reversal_entry_id is null`);
  return rows.map(({ reference, invoice, amount, evidence }) => {
    const payment = ids.get(reference) ?? reference;
    return { payment, invoice, amount: Number(amount).toFixed(4), untouched: true, evidence };
  });
}
