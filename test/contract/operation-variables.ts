import { randomUUID } from "node:crypto";
import { entry, statement } from "../cash/bank-files/statement-files.js";
import { given, type Story } from "../support/stories.js";
import { ALLOWANCE_VARIABLES, type OperationVariables } from "./allowance-variables.js";
import { BANK_MATCH_VARIABLES } from "./bank-match-variables.js";
import { CASH_MATCHING_VARIABLES } from "./cash-matching-variables.js";
import { CASH_QUEUE_VARIABLES } from "./cash-queue-variables.js";
import { DISPUTE_VARIABLES } from "./dispute-variables.js";
import { exportJournal, type FullBooks } from "./full-books.js";

const LINE = {
  product: "Goods",
  quantity: "1",
  unitPrice: "1.00",
  taxes: [{ name: "VAT", ratePercent: "19" }],
};

/** Variables of each operation for the given books: `many` things to do at once, where it takes several. */
export const OPERATION_VARIABLES: OperationVariables = {
  AgingByCustomer: () => ({ asOf: "2026-12-31" }),
  AgingByPlan: () => ({ asOf: "2026-12-31" }),
  AgingBy: () => ({ asOf: "2026-12-31", dimensions: ["CUSTOMER"] }),
  CollectionIndicators: () => ({ from: "2026-01-01", to: "2026-12-31" }),
  LedgerReconciliation: () => ({}),
  JournalExportList: async (books, many) => {
    for (let n = 0; n < many; n++) await exported(books);
    return {};
  },
  JournalExportText: async (books) => ({ id: await exported(books) }),
  JournalExportStart: async ({ story, customer }, many) => {
    await story.invoice({ customerId: customer, amount: "2.00" });
    return { input: { format: "HLEDGER", idempotencyKey: `export-${many}` } };
  },
  InvoiceExtract: () => ({ from: "2026-01-01", to: "2026-12-31" }),
  OpenItemExtract: () => ({ asOf: "2026-12-31" }),
  PartnerReceipts: () => ({ since: "2026-01-01" }),
  PartnerRemittances: () => ({ since: "2026-01-01" }),
  PartnerInvoices: (_, many) => ({
    numbers: Array.from({ length: 5 + many }, (_, n) => `INV-${String(n + 1).padStart(6, "0")}`),
  }),
  ApprovalQueue: () => ({ first: 100 }),
  ApproveRequest: async (books, many) => ({
    input: { approvalId: await heldWriteOff(books, many), idempotencyKey: `approve-${many}` },
  }),
  CreateCreditMemo: async ({ story, customer, terms }, many) => {
    const { invoice } = await story.does("invoiceCreate", {
      customerId: customer,
      termsId: terms,
      lines: Array(many).fill(LINE),
    });
    const { id } = given(invoice);
    await story.does("invoiceIssue", { invoiceId: id });
    return { input: { invoiceId: id, reasonCode: "RETURN", idempotencyKey: `credit-${many}` } };
  },
  RequestWriteOff: async ({ story, customer }, many) => {
    const openItemId = await story.itemOf(await story.invoice({ customerId: customer, amount: "9.00" }));
    return { input: { openItemId, reasonCode: "UNCOLLECTIBLE", idempotencyKey: `write-off-${many}` } };
  },
  CustomerStatementAt: ({ customer }) => ({ id: customer, from: "2026-01-01", asOf: "2026-12-31" }),
  ConfirmationLettersAt: () => ({ asOf: "2026-12-31" }),
  SetLetterhead: () => ({ input: { address: "1 Main Street\nSpringfield" } }),
  CloseChecklist: () => ({ startsOn: "2026-03-01" }),
  PeriodHistory: () => ({}),
  Revaluations: () => ({ startsOn: "2026-01-01" }),
  RollForward: () => ({ startsOn: "2026-03-01" }),
  RollForwardEntries: () => ({ figure: { ...MARCH, figure: "INVOICES" }, first: 100 }),
  ReviewCloseCheck: () => ({ input: { startsOn: "2026-03-01", check: "UNAPPLIED_CASH" } }),
  RevalueMonth: (_, many) => ({ input: { startsOn: monthOf2023(many), idempotencyKey: `revalue-${many}` } }),
  ClosePeriod: (_, many) => ({ input: { startsOn: monthOf2023(many) } }),
  ReopenPeriod: async ({ story }, many) => {
    const startsOn = monthOf2023(many).replace("2023", "2025");
    await story.does("periodClose", { startsOn, overrideReason: "To be reopened" });
    return { input: { startsOn, reason: "A late invoice" } };
  },
  ...ALLOWANCE_VARIABLES,
  ...DISPUTE_VARIABLES,
  ...CASH_QUEUE_VARIABLES,
  ...CASH_MATCHING_VARIABLES,
  ...BANK_MATCH_VARIABLES,
  Viewer: () => ({}),
  CustomerList: () => ({ first: 100 }),
  CustomerAccount: (books, length) => ({ id: books.customer, items: 5 * length }),
  InvoiceDetail: (books) => ({ id: books.invoice }),
  UnappliedReceipts: () => ({ first: 100 }),
  BankBatchDetail: (books) => ({ id: books.bankBatch }),
  AdviceFiles: () => ({ first: 100 }),
  AdviceFileDetail: (books) => ({ id: books.adviceBatch }),
  ReleaseBankEntry: async (books, many) => ({
    input: {
      entryId: await heldEntry(books, many),
      confirmDuplicate: true,
      idempotencyKey: `release-${many}`,
    },
  }),
  CreateInvoice: (books, many) => ({
    input: { customerId: books.customer, termsId: books.terms, lines: Array(many).fill(LINE) },
  }),
  IssueInvoice: async ({ story, customer, terms }, many) => {
    const { invoice } = await story.does("invoiceCreate", {
      customerId: customer,
      termsId: terms,
      lines: Array(many).fill(LINE),
    });
    return { input: { invoiceId: given(invoice).id, idempotencyKey: `issue-${many}` } };
  },
  VoidInvoice: async ({ story, customer }, many) => {
    const terms = many > 1 ? "30/50/20" : "NET30";
    const { id } = await story.invoice({ customerId: customer, amount: "9.00", terms });
    return { input: { invoiceId: id, idempotencyKey: `void-${many}` } };
  },
  LateFeePreview: async ({ story }, many) => {
    await lateInvoices(story, many);
    return { asOf: TODAY, first: 100 };
  },
  ChargeLateFees: async ({ story }, many) => {
    await lateInvoices(story, many);
    return { input: { asOf: TODAY, idempotencyKey: `late-fees-${many}` } };
  },
  LateFeesOfRun: async ({ story }, many) => {
    const customerIds = await lateInvoices(story, many);
    const { run } = await story.does("lateFeeRun", { customerIds });
    return { runId: given(run).id, first: 100 };
  },
  WaiveLateFee: async ({ story }, many) => {
    const customerIds = await lateInvoices(story, 1);
    await story.does("lateFeeRun", { customerIds });
    const { lateFees } = await story.ask<{ lateFees: { nodes: { id: string }[] } }>(
      "query ($of: ID!) { lateFees(where: { customerId: { eq: $of } }) { nodes { id } } }",
      { of: customerIds[0] },
    );
    const lateFeeId = given(lateFees.nodes[0]).id;
    return { input: { lateFeeId, reasonCode: "GOODWILL", idempotencyKey: `waive-${many}` } };
  },
  PaymentPlanPreview: async ({ story, customer }, many) => ({
    input: {
      openItemIds: await itemsOf(story, customer, many),
      schedule: { equal: { count: many + 1, frequency: "WEEKLY", firstDueDate: "2099-01-01" } },
      contactName: "Jo Doe",
      validateOnly: true,
    },
  }),
  ActivePaymentPlans: async ({ story, customer }, many) => {
    for (const openItemId of await itemsOf(story, customer, many)) {
      const { paymentPlan } = await story.does("paymentPlanPropose", {
        openItemIds: [openItemId],
        schedule: { equal: { count: 2, frequency: "WEEKLY", firstDueDate: "2099-01-01" } },
        contactName: "Jo Doe",
      });
      await story.does("paymentPlanActivate", { paymentPlanId: given(paymentPlan).id });
    }
    return { first: 100 };
  },
  RecordReceipt: ({ customer }, many) => ({
    input: {
      customerId: customer,
      amount: "1.00",
      currency: "EUR",
      method: "CARD",
      idempotencyKey: `record-${many}`,
    },
  }),
  IdentifyReceipt: async ({ story, customer }, many) => {
    const receipt = await story.receipt({ customerId: null, amount: "2.00" });
    return { input: { receiptId: receipt.id, customerId: customer, idempotencyKey: `identify-${many}` } };
  },
  ReverseReceipt: async (books, many) => {
    const { receiptId } = await applied(books, many);
    return { input: { receiptId, idempotencyKey: `reverse-${many}` } };
  },
  ApplyPayment: async (books, many) => {
    const { receiptId, applications } = await payment(books, many);
    return { input: { receiptId, applications, idempotencyKey: `apply-${many}` } };
  },
  UnapplyPayment: async (books, many) => ({
    input: { applicationIds: (await applied(books, many)).applicationIds, idempotencyKey: `unapply-${many}` },
  }),
};

const TODAY = "2026-03-10";

/** New customers with an invoice that is nine days late; their ids. */
async function lateInvoices(story: Story, many: number): Promise<string[]> {
  const customerIds: string[] = [];
  for (let n = 0; n < many; n++) {
    const customerId = await story.customer({ currency: "EUR" });
    await story.invoice({ customerId, amount: "80.00", terms: "DUE", documentDate: "2026-03-01" });
    customerIds.push(customerId);
  }
  return customerIds;
}

/** A write-off that a specialist asked for, above their limit. */
export async function heldWriteOff({ story, customer }: FullBooks, many: number): Promise<string> {
  const openItemId = await story.itemOf(await story.invoice({ customerId: customer, amount: "4000.00" }));
  const specialist = await story.api.tokenOf(`specialist-${many}`, ["AR_SPECIALIST"], story.tenant);
  const { approval } = await story.does(
    "writeOffRequest",
    { openItemId, reasonCode: "UNCOLLECTIBLE" },
    specialist,
  );
  return given(approval).id;
}

/** An entry that waits because its file has it twice. */
async function heldEntry({ story }: FullBooks, many: number): Promise<string> {
  const twice = entry({ amount: "3.00", reference: `HELD-${many}` }).repeat(2);
  const input = {
    fileName: "held.xml",
    content: statement(twice).toString("base64"),
    idempotencyKey: `held-${many}`,
  };
  const { bankFileImport } = await story.ask<{
    bankFileImport: { bankBatch: { entries: { nodes: { id: string }[] } } };
  }>(
    "mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) { bankBatch { entries(outcome: QUARANTINED) { nodes { id } } } } }",
    { input },
  );
  return given(bankFileImport.bankBatch.entries.nodes[0]).id;
}

async function exported({ story, customer }: FullBooks): Promise<string> {
  await story.invoice({ customerId: customer, amount: "1.00" });
  return exportJournal(story, randomUUID());
}

async function payment({ story, customer }: FullBooks, many: number) {
  const receipt = await story.receipt({ customerId: customer, amount: "50.00" });
  const invoices = Array.from({ length: many }, () =>
    story.invoice({ customerId: customer, amount: "3.00" }),
  );
  const applications = (await Promise.all(invoices)).map(({ id }) => ({ invoiceId: id, amount: "1.00" }));
  return { receiptId: receipt.id, applications };
}

async function applied(books: FullBooks, many: number) {
  const { receiptId, applications } = await payment(books, many);
  return { receiptId, applicationIds: await books.story.apply({ id: receiptId }, applications) };
}

/** New open items of a customer. */
async function itemsOf(story: Story, customerId: string, many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < many; n++) {
    ids.push(await story.itemOf(await story.invoice({ customerId, amount: "30.00" })));
  }
  return ids;
}

const MARCH = { startsOn: "2026-03-01", accountCode: "1200", currency: "EUR" };

/** A month before anything was posted. */
function monthOf2023(n: number): string {
  return `2023-${String((n % 12) + 1).padStart(2, "0")}-01`;
}
