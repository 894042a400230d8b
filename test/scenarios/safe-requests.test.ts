import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

/** How much of everything there is. */
async function census(story: Story): Promise<object> {
  return story.ask<object>(`{
    invoices { totalCount nodes { status number version } } receipts { totalCount }
    openItems(status: ALL) { totalCount nodes { openAmount { amount } } } journalEntries { totalCount } }`);
}

describe("a mutation that only validates", () => {
  it("tells the entries that it would post, and changes nothing", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const draft = await story.draft({
      customerId,
      amount: "100.00",
      terms: "30/50/20",
      documentDate: "2026-02-01",
    });
    const invoice = await story.invoice({ customerId, amount: "50.00", documentDate: "2026-02-01" });
    const receipt = await story.receipt({ customerId, amount: "40.00", receivedOn: "2026-02-10" });
    const before = await census(story);

    const issue = await story.does("invoiceIssue", { invoiceId: draft.id, validateOnly: true });
    const applications = [{ invoiceId: invoice.id, amount: "40.00" }];
    const apply = await story.does("paymentApply", {
      receiptId: receipt.id,
      applications,
      validateOnly: true,
    });

    expect(issue.wouldPost).toMatchObject([
      {
        kind: "INVOICE",
        effectiveDate: "2026-02-01",
        lines: [
          { accountName: "Accounts receivable", amount: "30.00" },
          { accountName: "Accounts receivable", amount: "50.00" },
          { accountName: "Accounts receivable", amount: "20.00" },
          { accountName: "Revenue", amount: "-100.00", functionalAmount: "-100.00", currency: "USD" },
        ],
      },
    ]);
    expect(apply.wouldPost).toMatchObject([
      {
        kind: "APPLICATION",
        effectiveDate: "2026-03-10",
        lines: [
          { accountName: "Unapplied cash", amount: "40.00" },
          { accountName: "Accounts receivable", amount: "-40.00" },
        ],
      },
    ]);
    expect([issue.invoice, apply.applications]).toEqual([null, null]);
    expect(await census(story)).toEqual(before);
  });

  it("is refused for the same reasons, those of the ledger too", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const draft = await story.draft({ customerId, amount: "100.00", documentDate: "2026-01-15" });
    await story.does("periodClose", { startsOn: "2026-01-01", overrideReason: "For the test" });
    expect(await story.isRefused("invoiceIssue", { invoiceId: draft.id, validateOnly: true })).toEqual([
      "PERIOD_CLOSED",
    ]);
  });
});

describe("an expected version", () => {
  it("that is not the present one refuses, and tells the present one", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const draft = await story.draft({ customerId, amount: "100.00" });
    const stale = await story.attempt("invoiceIssue", {
      invoiceId: draft.id,
      expectedVersion: draft.version + 1,
    });
    expect(stale.userErrors).toMatchObject([
      {
        __typename: "StaleVersion",
        code: "STALE_VERSION",
        path: ["expectedVersion"],
        currentVersion: draft.version,
      },
    ]);
    const issued = await story.does("invoiceIssue", { invoiceId: draft.id, expectedVersion: draft.version });
    expect(given(issued.invoice).version).toBe(draft.version + 1);
    const voiding = { invoiceId: draft.id, expectedVersion: draft.version };
    expect(await story.isRefused("invoiceVoid", voiding)).toEqual(["STALE_VERSION"]);
  });
});

describe("an idempotency key", () => {
  it("gives the first result again, marked as replayed, and posts once", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const input = { idempotencyKey: "pay-1", customerId, amount: "10.00", currency: "USD", method: "CASH" };
    const first = await story.does("receiptRecord", input);
    const second = await story.does("receiptRecord", { ...input });
    expect([first.replayed, second.replayed]).toEqual([false, true]);
    expect(second.receipt).toEqual(first.receipt);
    expect(await story.account("Cash clearing", "USD")).toMatchObject({ amount: "10.00" });
  });

  it("of someone else is refused, whatever is asked, and tells nothing of what was done", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const input = { idempotencyKey: "pay-1", customerId, amount: "10.00", currency: "USD", method: "CASH" };
    const controller = await story.api.token(["CONTROLLER"], story.tenant);
    const clerk = await story.api.token(["AR_CLERK"], story.tenant);
    const { receipt } = await story.does("receiptRecord", input, controller);
    const told = await story.attempt("receiptRecord", input, clerk);
    expect(told).toMatchObject({ receipt: null, replayed: false });
    expect(told.userErrors.map((e) => e.code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(await story.attempt("receiptRecord", { ...input, amount: "11.00" }, clerk)).toEqual(told);
    expect(JSON.stringify(told)).not.toMatch(/receiptRecord|RCT|CONTROLLER/i);
    expect((await story.does("receiptRecord", input, controller)).receipt).toEqual(receipt);
    expect(await story.account("Cash clearing", "USD")).toMatchObject({ amount: "10.00" });
  });

  it("with other input, or for another mutation, is refused", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "10.00", documentDate: "2026-02-01" });
    const input = { idempotencyKey: "pay-1", customerId, amount: "10.00", currency: "USD", method: "CASH" };
    const { receipt } = await story.does("receiptRecord", input);
    expect(await story.isRefused("receiptRecord", { ...input, amount: "11.00" })).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    const applying = { idempotencyKey: "pay-1", receiptId: given(receipt).id };
    const applications = [{ invoiceId: invoice.id, amount: "10.00" }];
    expect(await story.isRefused("paymentApply", { ...applying, applications })).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
    expect(await story.unapplied(given(receipt))).toBe("10.00");
  });

  it("is free again when its request was refused or only validated", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const input = { idempotencyKey: "pay-1", customerId, amount: "10.005", currency: "USD", method: "CASH" };
    expect(await story.isRefused("receiptRecord", input)).toEqual(["INVALID_AMOUNT"]);
    await story.does("receiptRecord", { ...input, amount: "10.00", validateOnly: true });
    const done = await story.does("receiptRecord", { ...input, amount: "10.00" });
    expect(done.replayed).toBe(false);
  });
});

describe("several things wrong with one request", () => {
  it("are all told at once, in the order of precedence", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const other = await story.customer();
    const own = await story.invoice({ customerId, amount: "10.00", documentDate: "2026-02-20" });
    const foreign = await story.invoice({ customerId: other, amount: "10.00", documentDate: "2026-02-01" });
    const receipt = await story.receipt({ customerId, amount: "20.00", receivedOn: "2026-02-10" });

    const { userErrors } = await story.attempt("paymentApply", {
      receiptId: receipt.id,
      effectiveDate: "2026-02-15",
      applications: [
        { invoiceId: foreign.id, amount: "5.00" },
        { invoiceId: foreign.id, instalment: 9, amount: "1.00" },
        { invoiceId: own.id, amount: "0" },
        { invoiceId: own.id, amount: "30.00" },
      ],
    });

    expect(userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_AMOUNT", "applications.2.amount"],
      ["INVALID_DATE", "effectiveDate"],
      ["INVALID_DATE", "effectiveDate"],
      ["NOT_FOUND", "applications.1"],
      ["CUSTOMER_MISMATCH", "applications.0"],
      ["AMOUNT_EXCEEDS_BALANCE", "applications"],
    ]);
    expect(await story.unapplied(receipt)).toBe("20.00");
  });

  it("are told of amounts beside targets that are named wrongly", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const { id: invoiceId } = await story.invoice({ customerId, amount: "10.00" });
    const receipt = await story.receipt({ customerId, amount: "20.00" });
    const applications = [
      { invoiceId, amount: "0" },
      { invoiceId, amount: "-1" },
      { invoiceId, amount: "1.005" },
      { amount: "1.00" },
      { invoiceId, openItemId: `itm_${"0".repeat(32)}`, amount: "-2" },
      { openItemId: `itm_${"0".repeat(32)}`, amount: "0.001" },
    ];
    const told = async (receiptId: string) => {
      const { userErrors } = await story.attempt("paymentApply", { receiptId, applications });
      return userErrors.map(({ code, path }) => `${code} ${path.join(".")}`).toSorted();
    };
    const amounts = [0, 1, 2, 4, 5].map((n) => `INVALID_AMOUNT applications.${n}.amount`);
    const targets = ["NOT_FOUND applications.5", "REQUIRED applications.3", "REQUIRED applications.4"];
    expect(await told(receipt.id)).toEqual([...amounts, ...targets]);
    // Decimals are those of the receipt's currency, which is not known without a receipt.
    const signs = [0, 1, 4].map((n) => `INVALID_AMOUNT applications.${n}.amount`);
    const nowhere = ["NOT_FOUND receiptId", "REQUIRED applications.3", "REQUIRED applications.4"];
    expect(await told(`rct_${"0".repeat(32)}`)).toEqual([...signs, ...nowhere]);
  });

  it("are told of a draft, field by field", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const { userErrors } = await story.attempt("invoiceCreate", {
      customerId,
      lines: [
        { product: "", quantity: "0", unitPrice: "-1" },
        { product: "Goods", quantity: "1", unitPrice: "1", taxes: [{ name: "VAT", ratePercent: "101" }] },
      ],
    });
    expect(userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["REQUIRED", "lines.0.product"],
      ["REQUIRED", "termsId"],
      ["INVALID_VALUE", "lines.0.quantity"],
      ["INVALID_VALUE", "lines.0.unitPrice"],
      ["INVALID_VALUE", "lines.1.taxes.0.ratePercent"],
    ]);
  });
});

describe("invoice numbers", () => {
  it("have no gap, whatever was refused, only validated or voided in between", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const numbers: string[] = [];
    const issue = async (documentDate: string) => {
      const draft = await story.draft({ customerId, amount: "10.00", documentDate });
      const { invoice } = await story.attempt("invoiceIssue", { invoiceId: draft.id });
      if (invoice) numbers.push(invoice.number);
      return { draft, invoice };
    };
    const first = await issue("2026-02-01");
    await story.does("periodClose", { startsOn: "2026-01-01", overrideReason: "For the test" });
    expect((await issue("2026-01-31")).invoice).toBeNull();
    const dry = await story.draft({ customerId, amount: "10.00", documentDate: "2026-02-02" });
    await story.does("invoiceIssue", { invoiceId: dry.id, validateOnly: true });
    await story.does("invoiceVoid", { invoiceId: given(first.invoice).id });
    await issue("2026-02-03");
    expect(await story.isRefused("invoiceIssue", { invoiceId: given(first.invoice).id })).toEqual([
      "INVALID_STATE",
    ]);
    await issue("2026-02-04");
    expect(numbers).toEqual(["INV-000001", "INV-000002", "INV-000003"]);
  });

  it("have no gap when many are issued at the same moment", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const its = { customerId, amount: "10.00", documentDate: "2026-02-01" };
    const drafts = await Promise.all(Array.from({ length: 12 }, () => story.draft(its)));
    const issued = await Promise.all(
      drafts.map(({ id }) => story.attempt("invoiceIssue", { invoiceId: id })),
    );
    const numbers = issued.map(({ invoice }) => given(invoice).number).sort();
    expect(numbers).toEqual(drafts.map((_, n) => `INV-${String(n + 1).padStart(6, "0")}`));
  });
});
