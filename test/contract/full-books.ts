import { entry, statement } from "../cash/bank-files/statement-files.js";
import type { TestApi } from "../support/api.js";
import { given, Story } from "../support/stories.js";
import { tellAdjustments, tellAllowance, tellRefundsAndCharges } from "./full-adjustments.js";
import { ingestAdvice } from "./full-advices.js";
import { tellBankMatches } from "./full-bank-matches.js";
import { tellDisputes } from "./full-disputes.js";
import { tellLateFees } from "./full-late-fees.js";
import { tellMatching } from "./full-matching.js";

/** A tenant with something of every kind, and the ids by which it is asked for. */
export interface FullBooks {
  readonly story: Story;
  /** Part of every name and text that a person gave. */
  readonly marker: string;
  readonly customer: string;
  readonly customerNumber: string;
  readonly terms: string;
  readonly draft: string;
  /** Issued and partly paid. */
  readonly invoice: string;
  readonly invoiceNumber: string;
  /** Issued, nothing paid. */
  readonly unpaid: string;
  readonly openItem: string;
  /** Active, over what is unpaid; its first instalment is missed. */
  readonly paymentPlan: string;
  /** Its payer is known; a part is applied. */
  readonly receipt: string;
  readonly receiptNumber: string;
  readonly unidentified: string;
  readonly application: string;
  readonly journalEntry: string;
  readonly journalExport: string;
  readonly period: string;
  readonly bankBatch: string;
  readonly bankEntry: string;
  readonly remittance: string;
  readonly bankFile: { readonly fileName: string; readonly content: string };
  readonly adviceFile: { readonly fileName: string; readonly content: string };
  readonly adviceBatch: string;
  /** Paired with the bank file's payment. */
  readonly remittanceAdvice: string;
  readonly importRun: string;
  readonly apiKey: string;
  /** Against a line of an invoice of its own; a part of it is on account. */
  readonly creditMemo: string;
  readonly creditApplication: string;
  readonly writeOff: string;
  /** Of a write-off that a specialist asked for. */
  readonly approval: string;
  /** Asked for, not paid yet. */
  readonly refund: string;
  readonly debitMemo: string;
  readonly chargeback: string;
  readonly smallBalanceRun: string;
  /** Under review, on a line. */
  readonly dispute: string;
  /** By a credit memo. */
  readonly resolvedDispute: string;
  readonly disputedInvoice: string;
  readonly lateFeeRun: string;
  /** A part of it is waived. */
  readonly lateFee: string;
  readonly lateFeeWaiver: string;
  /** Of January. */
  readonly allowanceRun: string;
  readonly revaluationRun: string;
  /** A name under which the customer has paid. */
  readonly payerAlias: string;
  /** Waits for a decision; of money whose payer is unknown. */
  readonly matchProposal: string;
  readonly unknownRemittance: string;
  /** Confirmed. */
  readonly bankMatch: string;
  /** With the movement the same money, of which nobody has decided. */
  readonly bankLine: string;
  readonly cashMovement: string;
}

const BANK_ACCOUNT = "DE89370400440532013000";

/** Fills a new tenant through the API. */
export async function fullBooks(api: TestApi, slug: string): Promise<FullBooks> {
  const marker = `${slug}-secret`;
  const tenant = await api.newTenant(slug, { functionalCurrency: "EUR", name: marker });
  const story = new Story(api, tenant, await api.token(["ADMIN"], tenant));
  const documents = await tellDocuments(story, marker);
  const bank = await importBankFile(story, documents.invoiceNumber, marker);
  const advice = await ingestAdvice(story, marker);
  const { exchangeRateSet } = await story.ask<{ exchangeRateSet: { userErrors: unknown[] } }>(
    `mutation { exchangeRateSet(input: { currency: "USD", rateDate: "2026-01-01", rate: "0.9", source: "${marker}" }) { userErrors { message } } }`,
  );
  if (exchangeRateSet.userErrors.length > 0) throw new Error("no exchange rate");
  await story.does("periodClose", { startsOn: "2025-01-01" });
  const revaluationRun = await closeJanuary(story, documents.customer);
  const allowance = await tellAllowance(story, documents.customer, marker);
  const importRun = await importCustomers(story, marker);
  const journalExport = await exportJournal(story);
  const { apiKeyCreate } = await story.ask<{ apiKeyCreate: { apiKey: { id: string } } }>(
    `mutation { apiKeyCreate(input: { name: "${marker}", scopes: ["receivables:read"] }) { apiKey { id } } }`,
  );
  const adjustments = await tellAdjustments(story, documents.customer, marker);
  const refundsAndCharges = await tellRefundsAndCharges(story, documents.customer, marker);
  const disputes = await tellDisputes(story, documents.customer, marker);
  const lateFees = await tellLateFees(story, documents.customer, marker);
  const matching = await tellMatching(story, documents.customer, marker);
  const bankMatches = await tellBankMatches(story, marker);
  const { journalEntries, periods } = await story.ask<{
    journalEntries: { nodes: { id: string }[] };
    periods: { id: string }[];
  }>("{ journalEntries(first: 1) { nodes { id } } periods { id } }");
  return {
    story,
    marker,
    ...documents,
    ...bank,
    ...advice,
    ...adjustments,
    ...refundsAndCharges,
    ...disputes,
    ...lateFees,
    ...allowance,
    ...matching,
    ...bankMatches,
    importRun,
    journalExport,
    revaluationRun,
    apiKey: apiKeyCreate.apiKey.id,
    journalEntry: given(journalEntries.nodes[0]).id,
    period: given(periods[0]).id,
  };
}

/** Something of all that closing a month leaves. */
async function closeJanuary(story: Story, customerId: string): Promise<string> {
  const startsOn = "2026-01-01";
  await story.invoice({ customerId, amount: "20.00", currency: "USD", documentDate: "2026-01-10" });
  await story.does("closeCheckReview", { startsOn, check: "UNAPPLIED_CASH" });
  await story.does("revaluationRun", { startsOn });
  const { revaluationRuns } = await story.ask<{ revaluationRuns: { id: string }[] }>(
    "query ($startsOn: Date!) { revaluationRuns(startsOn: $startsOn) { id } }",
    { startsOn },
  );
  return given(revaluationRuns[0]).id;
}

async function tellDocuments(story: Story, marker: string) {
  const customer = await story.customer({
    name: `Parent ${marker}`,
    bankAccounts: [BANK_ACCOUNT],
    contacts: [{ name: `Contact ${marker}` }],
    billTo: { city: marker },
    region: marker,
    taxIds: [marker],
  });
  await story.customer({ name: `Child ${marker}`, parentId: customer, region: marker, collector: marker });
  const invoice = await story.invoice({ customerId: customer, amount: "100.00", terms: "30/50/20" });
  const unpaid = await story.invoice({ customerId: customer, amount: "70.00" });
  const voided = await story.invoice({ customerId: customer, amount: "7.00" });
  await story.does("invoiceVoid", { invoiceId: voided.id, reason: marker });
  const taxed = {
    product: "Goods",
    quantity: "1",
    unitPrice: "5.00",
    taxes: [{ name: "VAT", ratePercent: "19" }],
  };
  const draft = await story.does("invoiceCreate", {
    customerId: customer,
    termsId: await story.terms("NET30"),
    lines: [taxed],
  });
  const receipt = await story.receipt({ customerId: customer, amount: "80.00", ...{ reference: marker } });
  const [application] = await story.apply(receipt, [
    { invoiceId: invoice.id, instalment: 1, amount: "10.00" },
  ]);
  const [undone] = await story.apply(receipt, [{ invoiceId: invoice.id, instalment: 2, amount: "5.00" }]);
  await story.does("paymentUnapply", { applicationIds: [undone], reason: marker });
  const returned = await story.receipt({ customerId: customer, amount: "3.00" });
  await story.does("receiptReverse", { receiptId: returned.id, reason: marker });
  const unidentified = await story.receipt({ customerId: null, amount: "9.00" });
  return {
    customer,
    customerNumber: "C-1",
    terms: await story.terms("30/50/20"),
    draft: given(draft.invoice).id,
    invoice: invoice.id,
    invoiceNumber: invoice.number,
    unpaid: unpaid.id,
    paymentPlan: await tellPlan(story, marker, customer, await story.itemOf(unpaid)),
    openItem: await story.itemOf(invoice),
    receipt: receipt.id,
    receiptNumber: receipt.number,
    unidentified: unidentified.id,
    application: given(application),
  };
}

/** A plan with everything that plans have: what completed it bounced, and the next day an instalment is missed. */
async function tellPlan(
  story: Story,
  marker: string,
  customerId: string,
  openItemId: string,
): Promise<string> {
  const today = story.api.clock.now;
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: [openItemId],
    schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: today.toISOString().slice(0, 10) } },
    charge: { kind: "FEE", amount: "5.00" },
    graceDays: 0,
    contactName: marker,
    agreement: marker,
  });
  const paymentPlanId = given(paymentPlan).id;
  await story.does("paymentPlanActivate", { paymentPlanId });
  const data = await story.ask<{ paymentPlan: { amount: { amount: string } } }>(
    "query ($id: ID!) { paymentPlan(id: $id) { amount { amount } } }",
    { id: paymentPlanId },
  );
  const { amount } = data.paymentPlan.amount;
  const receipt = await story.receipt({ customerId, amount });
  await story.does("paymentPlanPay", { paymentPlanId, receiptId: receipt.id, amount });
  await story.does("receiptReverse", { receiptId: receipt.id, reason: "NSF" });
  story.api.clock.now = new Date(today.getTime() + 86_400_000);
  await story.does("paymentPlanReview", {});
  story.api.clock.now = today;
  return paymentPlanId;
}

/** An entry's details: paid from the customer's account, with what the payer wrote. */
export function paymentDetails(payer: string, advice: string): string {
  return `<TxDtls><Refs><EndToEndId>${payer}</EndToEndId></Refs><RltdPties><Dbtr><Nm>${payer}</Nm></Dbtr>
    <DbtrAcct><Id><IBAN>${BANK_ACCOUNT}</IBAN></Id></DbtrAcct></RltdPties>
    <RmtInf><Ustrd>${advice}</Ustrd></RmtInf></TxDtls>`;
}

/** A statement with one payment that names the invoice and comes from the customer's account. */
async function importBankFile(story: Story, invoiceNumber: string, marker: string) {
  const details = paymentDetails(marker, invoiceNumber);
  const file = statement(entry({ amount: "4.00", reference: `REF-${marker}`, details }));
  const bankFile = { fileName: `${marker}.xml`, content: file.toString("base64") };
  const { bankFileImport } = await story.ask<{ bankFileImport: BankFilePayload }>(
    `mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) { userErrors { code message }
      bankBatch { id entries { nodes { id remittances { id } } } } } }`,
    { input: { ...bankFile, idempotencyKey: "bank-file" } },
  );
  const batch = given(bankFileImport.bankBatch);
  const node = given(batch.entries.nodes[0]);
  return { bankFile, bankBatch: batch.id, bankEntry: node.id, remittance: given(node.remittances[0]).id };
}

interface BankFilePayload {
  readonly bankBatch: {
    readonly id: string;
    readonly entries: {
      readonly nodes: readonly {
        readonly id: string;
        readonly remittances: readonly { readonly id: string }[];
      }[];
    };
  } | null;
}

const PROFILE = "what: customers\ncolumns:\n  number: no\n  name: name\ndefaults: { currency: EUR }\n";

/** The variables of `importStart` for a file with one customer and one row that is rejected. */
export function customerFile(marker: string): object {
  const content = Buffer.from(`no,name\nI-1,Imported ${marker}\n,Without a number ${marker}\n`).toString(
    "base64",
  );
  return { content, fileName: `${marker}.csv`, profileText: PROFILE };
}

async function importCustomers(story: Story, marker: string): Promise<string> {
  const { importStart } = await story.ask<{ importStart: { importRun: { id: string } | null } }>(
    "mutation ($input: ImportStartInput!) { importStart(input: $input) { importRun { id } userErrors { message } } }",
    { input: customerFile(marker) },
  );
  const { id } = given(importStart.importRun);
  for (;;) {
    const { importRun } = await story.ask<{ importRun: { status: string } }>(
      `{ importRun(id: "${id}") { status } }`,
    );
    if (importRun.status !== "RUNNING") return id;
  }
}

/** A batch of all entries that are in none. */
export async function exportJournal(story: Story, idempotencyKey = "journal-export"): Promise<string> {
  const { journalExportStart } = await story.ask<{
    journalExportStart: { journalExport: { id: string } | null };
  }>(
    "mutation ($input: JournalExportStartInput!) { journalExportStart(input: $input) { journalExport { id } } }",
    { input: { format: "CSV", idempotencyKey } },
  );
  return given(journalExportStart.journalExport).id;
}
