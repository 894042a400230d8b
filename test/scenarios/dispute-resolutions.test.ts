import { afterEach, describe, expect, it } from "vitest";
import { dispute, disputed, FOUND, read } from "../support/disputes.js";
import { given, type Story, storybook } from "../support/stories.js";

const TODAY = "2026-03-10";
const book = storybook(TODAY);

let story: Story;
let customerId: string;
afterEach(() => on(TODAY));

/** Lets the days pass. */
function on(date: string): void {
  story.api.clock.now = new Date(`${date}T12:00:00Z`);
}

/** An invoice of 100.00 of which 60.00 are disputed. */
async function disputedInvoice() {
  story = await book.begin();
  customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "100.00" });
  const disputeId = await dispute(story, invoice, { amount: "60.00" });
  return { invoice, disputeId };
}

const lineOf = async (invoice: { readonly id: string }) => {
  const data = await story.ask<{ invoice: { lines: { id: string }[] } }>(
    "query ($id: ID!) { invoice(id: $id) { lines { id } } }",
    { id: invoice.id },
  );
  return given(data.invoice.lines[0]).id;
};

/** A credit of the invoice's line, applied to it. */
async function credit(invoice: { readonly id: string }, netAmount: string) {
  const lines = [{ invoiceLineId: await lineOf(invoice), netAmount }];
  const { creditMemo } = await story.does("creditMemoCreate", {
    invoiceId: invoice.id,
    reasonCode: "PRICE",
    lines,
  });
  return given(creditMemo);
}

async function writeOff(invoice: { readonly id: string }, amount: string, as?: string) {
  const openItemId = await story.itemOf(invoice);
  return story.does("writeOffRequest", { openItemId, amount, reasonCode: "UNCOLLECTIBLE" }, as);
}

const messages = async (mutation: string, input: object) => {
  const { userErrors } = await story.attempt(mutation, input);
  return userErrors.map(({ code, path, message }) => [code, path.join("."), message]);
};

describe("A dispute is resolved", () => {
  it("by a credit memo that was made for it: the customer was right", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    on("2026-03-20");
    const memo = await credit(invoice, "60.00");
    await story.does("disputeResolve", {
      disputeId,
      resolution: "CREDIT_MEMO",
      settledBy: [memo.id],
      ...FOUND,
    });
    expect(await read(story, disputeId)).toMatchObject({
      status: "RESOLVED",
      resolution: "CREDIT_MEMO",
      acceptedAmount: { amount: "60.00" },
      disputedAmount: { amount: "0.00" },
      closedOn: "2026-03-20",
      ...FOUND,
      settledBy: [{ amount: { amount: "60.00" }, creditMemo: { number: memo.number }, writeOff: null }],
      history: [{ status: "OPEN" }, { status: "RESOLVED", madeOn: "2026-03-20" }],
    });
    expect(await story.instalments(invoice)).toEqual(["40.00"]);
  });

  it("by a write-off or a chargeback of its items, several of them when it needs several", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    const writeOffs = [await writeOff(invoice, "25.00"), await writeOff(invoice, "35.00")];
    await story.does("disputeResolve", {
      disputeId,
      resolution: "WRITE_OFF",
      settledBy: writeOffs.map((payload) => given(payload.writeOff).id),
      ...FOUND,
    });
    expect((await read(story, disputeId)).settledBy.map(({ amount }) => amount.amount)).toEqual([
      "25.00",
      "35.00",
    ]);
    const second = await dispute(story, invoice, { amount: "40.00" });
    const { charge } = await story.does("chargebackCreate", {
      openItemId: await story.itemOf(invoice),
      amount: "40.00",
      reasonCode: "SHORTAGE",
    });
    const { id, number } = given(charge);
    await story.does("disputeResolve", {
      disputeId: second,
      resolution: "BILL_BACK",
      settledBy: [id],
      ...FOUND,
    });
    expect(await read(story, second)).toMatchObject({
      resolution: "BILL_BACK",
      settledBy: [{ amount: { amount: "40.00" }, chargeback: { number } }],
    });
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
  });

  it("as rejected: the item is owed as before, and nothing may be named for it", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    const memo = await credit(invoice, "10.00");
    const wrong = {
      disputeId,
      resolution: "REJECTED",
      settledBy: [memo.id],
      acceptedAmount: "10.00",
      ...FOUND,
    };
    expect(await story.isRefused("disputeResolve", wrong)).toEqual(["INVALID_VALUE", "INVALID_VALUE"]);
    await story.does("disputeResolve", { disputeId, resolution: "REJECTED", ...FOUND });
    expect(await read(story, disputeId)).toMatchObject({
      status: "RESOLVED",
      resolution: "REJECTED",
      acceptedAmount: { amount: "0.00" },
      settledBy: [],
    });
    expect(await story.instalments(invoice)).toEqual(["90.00"]);
    expect(await disputed(story, invoice)).toEqual(["0.00"]);
  });

  it("in part: what is accepted is covered, and the rest is rejected with it", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    const memo = await credit(invoice, "25.00");
    const asked = { disputeId, resolution: "CREDIT_MEMO", settledBy: [memo.id], ...FOUND };
    expect(await messages("disputeResolve", asked)).toEqual([
      [
        "INVALID_VALUE",
        "settledBy",
        `${memo.number} comes to 25.00 USD beside other disputes; 60.00 USD are to be settled. Name what settles the rest, or say in \`acceptedAmount\` how much is accepted.`,
      ],
    ]);
    expect(await story.isRefused("disputeResolve", { ...asked, acceptedAmount: "60.01" })).toEqual([
      "INVALID_VALUE",
      "INVALID_AMOUNT",
    ]);
    expect(await story.isRefused("disputeResolve", { ...asked, acceptedAmount: "0" })).toEqual([
      "INVALID_AMOUNT",
    ]);
    await story.does("disputeResolve", { ...asked, acceptedAmount: "20.00" });
    expect(await read(story, disputeId)).toMatchObject({
      acceptedAmount: { amount: "20.00" },
      settledBy: [{ amount: { amount: "20.00" } }],
    });
  });

  it("by no more than is left of a document that settles other disputes too", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    const other = await dispute(story, invoice, { amount: "20.00" });
    const memo = await credit(invoice, "70.00");
    const settled = { resolution: "CREDIT_MEMO", settledBy: [memo.id], ...FOUND };
    await story.does("disputeResolve", { disputeId, ...settled });
    expect(await messages("disputeResolve", { disputeId: other, ...settled })).toMatchObject([
      [
        "INVALID_VALUE",
        "settledBy",
        expect.stringContaining("comes to 10.00 USD beside other disputes; 20.00 USD"),
      ],
    ]);
    await story.does("disputeResolve", { disputeId: other, ...settled, acceptedAmount: "10.00" });
  });

  it("for what is left when the customer has paid the rest meanwhile", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    const receipt = await story.receipt({ customerId, amount: "70.00" });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "70.00" }]);
    const { writeOff: written } = await writeOff(invoice, "30.00");
    const settledBy = [given(written).id];
    await story.does("disputeResolve", { disputeId, resolution: "WRITE_OFF", settledBy, ...FOUND });
    expect((await read(story, disputeId)).acceptedAmount?.amount).toBe("30.00");
  });

  it("only by what stands, concerns the invoice and was posted since, once each, told all at once", async () => {
    const { invoice, disputeId } = await disputedInvoice();
    const elsewhere = await story.invoice({ customerId, amount: "100.00" });
    const foreign = await credit(elsewhere, "60.00");
    const onAccount = await story.does("creditMemoCreate", {
      customerId,
      amount: "60.00",
      reasonCode: "PRICE",
    });
    const good = await credit(invoice, "60.00");
    const settledBy = [
      foreign.id,
      given(onAccount.creditMemo).id,
      good.id,
      good.id,
      await story.itemOf(invoice),
    ];
    const asked = { disputeId, resolution: "CREDIT_MEMO", settledBy, rootCause: "", correctiveAction: " " };
    expect((await messages("disputeResolve", asked)).map(([code, path]) => [code, path])).toEqual([
      ["REQUIRED", "rootCause"],
      ["REQUIRED", "correctiveAction"],
      ["INVALID_ID", "settledBy.4"],
      ["INVALID_VALUE", "settledBy.0"],
      ["INVALID_VALUE", "settledBy.1"],
      ["INVALID_VALUE", "settledBy.3"],
    ]);
    expect(await story.isRefused("disputeResolve", { disputeId, resolution: "WRITE_OFF", ...FOUND })).toEqual(
      ["REQUIRED"],
    );
  });

  it("not by what was taken back, or was posted before what is disputed was disputed", async () => {
    story = await book.begin();
    customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00" });
    const before = await credit(invoice, "30.00");
    const disputeId = await dispute(story, invoice, { amount: "30.00" });
    const lines = [{ invoiceLineId: await lineOf(invoice), netAmount: "30.00" }];
    const { creditMemo } = await story.does("creditMemoCreate", {
      invoiceId: invoice.id,
      reasonCode: "PRICE",
      lines,
      applyToInvoice: false,
    });
    const voided = given(creditMemo);
    await story.does("creditMemoVoid", { creditMemoId: voided.id });
    const settledBy = [before.id, voided.id];
    expect(
      (await messages("disputeResolve", { disputeId, resolution: "CREDIT_MEMO", settledBy, ...FOUND })).map(
        ([code, path]) => [code, path],
      ),
    ).toEqual([
      ["INVALID_VALUE", "settledBy.0"],
      ["INVALID_STATE", "settledBy.1"],
    ]);
  });

  it("only once what is to settle it is approved", async () => {
    story = await book.begin();
    customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "5000.00" });
    const specialist = await story.api.tokenOf("sam", ["AR_SPECIALIST"], story.tenant);
    const manager = await story.api.tokenOf("mia", ["AR_MANAGER"], story.tenant);
    const disputeId = await dispute(story, invoice);
    const waiting = await writeOff(invoice, "5000.00", specialist);
    expect(waiting.writeOff).toBeNull();
    expect(await disputed(story, invoice)).toEqual(["5000.00"]);
    await story.does("approvalApprove", { approvalId: given(waiting.approval).id }, manager);
    const data = await story.ask<{ writeOffs: { nodes: { id: string }[] } }>(
      "{ writeOffs { nodes { id } } }",
    );
    const settledBy = data.writeOffs.nodes.map(({ id }) => id);
    await story.does(
      "disputeResolve",
      { disputeId, resolution: "WRITE_OFF", settledBy, ...FOUND },
      specialist,
    );
    expect((await read(story, disputeId)).acceptedAmount?.amount).toBe("5000.00");
  });

  it("by whoever works disputes, and by no clerk", async () => {
    const { disputeId } = await disputedInvoice();
    const answer = await story.api.ask(
      "mutation ($input: DisputeWithdrawInput!) { disputeWithdraw(input: $input) { userErrors { code } } }",
      { input: { disputeId, reason: "Mistake" } },
      await story.api.tokenOf("cleo", ["AR_CLERK"], story.tenant),
    );
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    const collector = await story.api.tokenOf("cora", ["COLLECTOR"], story.tenant);
    await story.does("disputeWithdraw", { disputeId, reason: "Mistake" }, collector);
  });
});
