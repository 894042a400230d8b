import { afterEach, describe, expect, it } from "vitest";
import { ABOUT, dispute, disputed, FOUND, read } from "../support/disputes.js";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);

let story: Story;
afterEach(() => on(TODAY));

/** Lets the days pass. */
function on(date: string): void {
  story.api.clock.now = new Date(`${date}T12:00:00Z`);
}

async function begin(): Promise<string> {
  story = await book.begin();
  return story.customer();
}

const lineIds = async (invoice: { readonly id: string }) => {
  const data = await story.ask<{ invoice: { lines: { id: string }[] } }>(
    "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
    { id: invoice.id },
  );
  return data.invoice.lines.map(({ id }) => id);
};

/** An invoice of two lines: 100.00 at 25 % and 50.00 without tax, 175.00 together. */
async function twoLines(customerId: string) {
  const { invoice } = await story.does("invoiceCreate", {
    customerId,
    termsId: await story.terms("NET30"),
    lines: [
      { product: "Goods", quantity: "1", unitPrice: "100.00", taxes: [{ name: "VAT", ratePercent: "25" }] },
      { product: "Freight", quantity: "1", unitPrice: "50.00" },
    ],
  });
  const issued = await story.does("invoiceIssue", { invoiceId: given(invoice).id });
  return given(issued.invoice);
}

describe("A dispute on an invoice", () => {
  it("is on all that is open when nothing else is said, and posts nothing", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "1000.00", terms: "30/50/20" });
    const before = await story.aging();
    const id = await dispute(story, invoice, { note: "Nothing of this was ordered" });
    expect(await read(story, id)).toMatchObject({
      number: "DSP-000001",
      status: "OPEN",
      scope: "INVOICE",
      amount: { amount: "1000.00" },
      disputedAmount: { amount: "1000.00", currency: "USD" },
      openedOn: TODAY,
      items: [
        { amount: { amount: "300.00" } },
        { amount: { amount: "500.00" } },
        { amount: { amount: "200.00" } },
      ],
      lines: [],
      settledBy: [],
      history: [
        { status: "OPEN", madeOn: TODAY, ownerDepartment: "Sales", note: "Nothing of this was ordered" },
      ],
    });
    expect(await disputed(story, invoice)).toEqual(["300.00", "500.00", "200.00"]);
    expect(await story.instalments(invoice)).toEqual(["300.00", "500.00", "200.00"]);
    expect((await story.aging()).totals).toEqual(before.totals);
  });

  it("on an amount is of the instalments that are due first, or of the one that is named", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "1000.00", terms: "30/50/20" });
    await dispute(story, invoice, { amount: "350.00" });
    expect(await disputed(story, invoice)).toEqual(["300.00", "50.00", "0.00"]);
    const openItemId = await story.itemOf(invoice);
    expect(await story.isRefused("disputeOpen", { invoiceId: invoice.id, openItemId, ...ABOUT })).toEqual([
      "INVALID_STATE",
    ]);
    const data = await story.ask<{ invoice: { openItems: { id: string }[] } }>(
      "query ($id: ID!) { invoice(id: $id) { openItems { id } } }",
      { id: invoice.id },
    );
    await dispute(story, invoice, { openItemId: given(data.invoice.openItems[2]).id });
    expect(await disputed(story, invoice)).toEqual(["300.00", "50.00", "200.00"]);
  });

  it("on lines is of their gross, less what is credited or disputed of them already", async () => {
    const customerId = await begin();
    const invoice = await twoLines(customerId);
    const [goods = "", freight = ""] = await lineIds(invoice);
    await story.does("creditMemoCreate", {
      invoiceId: invoice.id,
      reasonCode: "PRICE",
      lines: [{ invoiceLineId: goods, netAmount: "20.00" }],
    });
    const id = await dispute(story, invoice, {
      lines: [{ invoiceLineId: goods }, { invoiceLineId: freight, amount: "30.00" }],
    });
    expect(await read(story, id)).toMatchObject({
      scope: "LINES",
      amount: { amount: "130.00" },
      lines: [
        { invoiceLineNo: 1, amount: { amount: "100.00" } },
        { invoiceLineNo: 2, amount: { amount: "30.00" } },
      ],
    });
    expect(await disputed(story, invoice)).toEqual(["130.00"]);
    const more = await story.attempt("disputeOpen", {
      invoiceId: invoice.id,
      ...ABOUT,
      lines: [{ invoiceLineId: goods }, { invoiceLineId: freight, amount: "20.01" }],
    });
    expect(more.userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_STATE", "lines.0.invoiceLineId"],
      ["AMOUNT_EXCEEDS_BALANCE", "lines.1.amount"],
      ["AMOUNT_EXCEEDS_BALANCE", "lines"],
    ]);
    expect(more.userErrors[1]?.balance).toEqual({ amount: "20.00", currency: "USD" });
    await dispute(story, invoice, { lines: [{ invoiceLineId: freight }] });
    expect(await disputed(story, invoice)).toEqual(["150.00"]);
  });

  it("is told with everything that is wrong at once", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const { userErrors } = await story.attempt("disputeOpen", {
      invoiceId: invoice.id,
      openItemId: "itm_x",
      amount: "-0.001",
      lines: [],
      reasonCode: "MOOD",
      ownerDepartment: " ",
      note: "",
    });
    expect(userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["REQUIRED", "ownerDepartment"],
      ["REQUIRED", "note"],
      ["REQUIRED", "lines"],
      ["INVALID_ID", "openItemId"],
      ["INVALID_VALUE", "reasonCode"],
      ["INVALID_VALUE", "amount"],
    ]);
    const draft = await story.draft({ customerId, amount: "5.00" });
    const missing = { amount: "0.001", ...ABOUT };
    expect(await story.isRefused("disputeOpen", { ...missing, invoiceId: draft.id })).toEqual([
      "INVALID_AMOUNT",
      "INVALID_STATE",
    ]);
    const more = await story.attempt("disputeOpen", { invoiceId: invoice.id, ...ABOUT, amount: "100.01" });
    expect(more.userErrors).toMatchObject([
      { code: "AMOUNT_EXCEEDS_BALANCE", path: ["amount"], balance: { amount: "100.00", currency: "USD" } },
    ]);
  });

  it("has what is open for its bound when a payment is dated later", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const receipt = await story.receipt({ customerId, amount: "70.00" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "70.00" }], "2026-04-01");
    const id = await dispute(story, invoice);
    expect((await read(story, id)).amount.amount).toBe("30.00");
  });

  it("is taken up, handed on and kept with its history, at the version that was read", async () => {
    await begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const disputeId = await dispute(story, invoice, { amount: "40.00" });
    await story.does("disputeReview", { disputeId, expectedVersion: 1, note: "Contract asked for" });
    on("2026-03-12");
    const stale = { disputeId, expectedVersion: 1, ownerDepartment: "Logistics" };
    const { userErrors } = await story.attempt("disputeReview", stale);
    expect(userErrors).toMatchObject([{ code: "STALE_VERSION", currentVersion: 2 }]);
    await story.does("disputeReview", { ...stale, expectedVersion: 2 });
    on("2026-03-20");
    await story.does("disputeWithdraw", { disputeId, reason: "Found the delivery note" });
    expect(await read(story, disputeId)).toMatchObject({
      status: "WITHDRAWN",
      closedOn: "2026-03-20",
      resolution: null,
      acceptedAmount: null,
      ownerDepartment: "Logistics",
      version: 4,
      history: [
        { status: "OPEN", madeOn: TODAY, ownerDepartment: "Sales" },
        { status: "UNDER_REVIEW", madeOn: TODAY, ownerDepartment: "Sales", note: "Contract asked for" },
        { status: "UNDER_REVIEW", madeOn: "2026-03-12", ownerDepartment: "Logistics" },
        { status: "WITHDRAWN", madeOn: "2026-03-20", note: "Found the delivery note" },
      ],
    });
    for (const [mutation, more] of [
      ["disputeReview", {}],
      ["disputeWithdraw", { reason: "Again" }],
      ["disputeResolve", { resolution: "REJECTED", ...FOUND }],
    ] as const)
      expect(await story.isRefused(mutation, { disputeId, ...more })).toEqual(["INVALID_STATE"]);
    await dispute(story, invoice, { amount: "100.00" });
  });

  it("is opened once under one key, and not at all when it is only checked", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const asked = { invoiceId: invoice.id, amount: "60.00", ...ABOUT, idempotencyKey: "a letter" };
    const checked = await story.does("disputeOpen", { ...asked, validateOnly: true });
    expect(checked.dispute).toBeNull();
    const first = await story.does("disputeOpen", asked);
    const again = await story.does("disputeOpen", asked);
    expect([again.dispute?.id, again.replayed]).toEqual([first.dispute?.id, true]);
    expect(await disputed(story, invoice)).toEqual(["60.00"]);
  });

  it("is told to subscribers and kept on the audit trail", async () => {
    const customerId = await begin();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const disputeId = await dispute(story, invoice);
    await story.does("disputeReview", { disputeId });
    await story.does("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND });
    await story.does("disputeWithdraw", { disputeId: await dispute(story, invoice), reason: "A mistake" });
    const { rows } = await story.api.owner.pool.query<{ type: string; command: string }>(
      `select e.type, a.command
       from (select type, row_number() over (order by seq) as n from outbox_event where tenant_id = $1 and type like 'DISPUTE%') e
       join (select command, row_number() over (order by recorded_at, id) as n from audit_record
             where tenant_id = $1 and command like 'dispute%') a using (n) order by n`,
      [story.tenant.id],
    );
    expect(rows.map(({ type, command }) => [type, command])).toEqual([
      ["DISPUTE_OPENED", "disputeOpen"],
      ["DISPUTE_REVIEWED", "disputeReview"],
      ["DISPUTE_RESOLVED", "disputeResolve"],
      ["DISPUTE_OPENED", "disputeOpen"],
      ["DISPUTE_WITHDRAWN", "disputeWithdraw"],
    ]);
  });
});
