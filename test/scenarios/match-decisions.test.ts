import { describe, expect, it } from "vitest";
import { decides, matchOf, receiptNow, receive, tries } from "../support/matches.js";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const DATED = "2026-02-25";
const FOREIGN_NAME = "Zenith Holding";
const IBAN = "DE02500105170137075030";

async function opened(): Promise<{ story: Story; customerId: string }> {
  const story = await stories.begin({ functionalCurrency: "EUR" });
  return { story, customerId: await story.customer({ name: "Northwind Traders" }) };
}

const bill = (story: Story, customerId: string, amount: string) =>
  story.invoice({ customerId, amount, documentDate: DATED });

/** Money from a name that nobody knows, whose amount one invoice has open: for a person to confirm. */
async function doubtful() {
  const { story, customerId } = await opened();
  const invoice = await bill(story, customerId, "75.00");
  const receipt = await receive(story, "75.00", { name: FOREIGN_NAME, iban: IBAN, text: "" });
  const match = matchOf(receipt);
  expect(match).toMatchObject({ status: "OPEN", parts: [{ decision: "PROPOSED" }] });
  expect(receipt.customer).toBeNull();
  return { story, customerId, invoice, receipt, match };
}

describe("A proposal that is confirmed", () => {
  it("is applied, names the payer and teaches its name and account: the next payment applies by itself", async () => {
    const { story, customerId, invoice, receipt, match } = await doubtful();
    const done = await decides(story, "matchProposalConfirm", { matchProposalId: match.id });
    expect(done.matchProposal).toMatchObject({ status: "CONFIRMED", parts: [{ outcome: "ACCEPTED" }] });
    expect(done.payerAliases).toMatchObject([
      { kind: "NAME", value: FOREIGN_NAME },
      { kind: "ACCOUNT", value: IBAN },
    ]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    expect(await receiptNow(story, receipt)).toMatchObject({
      ...{ customer: { id: customerId }, unappliedAmount: { amount: "0.00" } },
    });

    const next = await bill(story, customerId, "31.00");
    const second = await receive(story, "31.00", { name: FOREIGN_NAME, text: "" });
    expect(matchOf(second)).toMatchObject({ status: "APPLIED", payer: { id: customerId } });
    expect(await story.instalments(next)).toEqual(["0.00"]);

    for (const { id } of given(done.payerAliases))
      await decides(story, "payerAliasRemove", { payerAliasId: id });
    await bill(story, customerId, "44.00");
    const third = await receive(story, "44.00", { name: FOREIGN_NAME, iban: IBAN, text: "" });
    expect(third.customer).toBeNull();
    expect(matchOf(third).status).toBe("OPEN");
  });

  it("with other parts applies those, and keeps what was proposed as changed or declined", async () => {
    const { story, customerId, invoice, receipt, match } = await doubtful();
    const other = await bill(story, customerId, "50.00");
    const parts = [
      { openItemId: await story.itemOf(invoice), amount: "40.00" },
      { openItemId: await story.itemOf(other), amount: "30.00" },
    ];
    const done = await decides(story, "matchProposalConfirm", {
      matchProposalId: match.id,
      parts,
      learn: false,
    });
    expect(given(done.matchProposal).parts.map(({ decision, outcome }) => [decision, outcome])).toEqual([
      ["PROPOSED", "CHANGED"],
      ["CHOSEN", "ACCEPTED"],
      ["CHOSEN", "ACCEPTED"],
    ]);
    expect(done.payerAliases).toEqual([]);
    expect(await story.instalments(invoice)).toEqual(["35.00"]);
    expect(await story.instalments(other)).toEqual(["20.00"]);
    expect(await story.unapplied(receipt)).toBe("5.00");
  });

  it("tells everything that is wrong with the parts at once, and applies nothing", async () => {
    const { story, invoice, match } = await doubtful();
    const other = await bill(story, await story.customer(), "50.00");
    const parts = [
      { openItemId: await story.itemOf(invoice), amount: "-1.00" },
      { openItemId: await story.itemOf(other), amount: "0.001" },
      { openItemId: "itm_00000000000000000000000000000000", amount: "1.00" },
    ];
    const refused = await tries(story, "matchProposalConfirm", { matchProposalId: match.id, parts });
    expect(refused.userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_AMOUNT", "parts.0.amount"],
      ["INVALID_AMOUNT", "parts.1.amount"],
      ["NOT_FOUND", "parts.2"],
    ]);
    const tooMuch = [{ openItemId: await story.itemOf(invoice), amount: "75.01" }];
    const above = await tries(story, "matchProposalConfirm", { matchProposalId: match.id, parts: tooMuch });
    expect(above.userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["AMOUNT_EXCEEDS_BALANCE", "parts.0.amount"],
      ["AMOUNT_EXCEEDS_BALANCE", "parts"],
    ]);
    const stale = { matchProposalId: match.id, expectedVersion: 7 };
    expect((await tries(story, "matchProposalConfirm", stale)).userErrors.map(({ code }) => code)).toEqual([
      "STALE_VERSION",
    ]);
    expect(await story.instalments(invoice)).toEqual(["75.00"]);
  });
});

describe("A proposal that is wrong", () => {
  it("is rejected with a reason; the money stays nobody's, and matching anew may propose again", async () => {
    const { story, receipt, match } = await doubtful();
    const [code] = (await tries(story, "matchProposalReject", { matchProposalId: match.id, reason: " " }))
      .userErrors;
    expect(code?.code).toBe("REQUIRED");
    const rejected = { matchProposalId: match.id, reason: "Another company of that name." };
    const { matchProposal } = await decides(story, "matchProposalReject", rejected);
    expect(matchProposal).toMatchObject({ status: "REJECTED", parts: [{ outcome: "DECLINED" }] });
    expect(await story.unapplied(receipt)).toBe("75.00");
    const again = await tries(story, "matchProposalConfirm", { matchProposalId: match.id });
    expect(again.userErrors.map((error) => error.code)).toEqual(["INVALID_STATE"]);
    const run = await decides(story, "matchRun", { receiptIds: [receipt.id] });
    expect(run.matchProposals).toMatchObject([{ status: "OPEN" }]);
  });

  it("is split between the customers for whom the payer paid, to the last cent", async () => {
    const { story, customerId, invoice, receipt, match } = await doubtful();
    const sister = await story.customer({ name: "Southwind Traders" });
    const others = await bill(story, sister, "25.00");
    const shares = [
      { customerId, amount: "45.00", openItemId: await story.itemOf(invoice) },
      { customerId: sister, amount: "25.00", openItemId: await story.itemOf(others) },
    ];
    const short = await tries(story, "matchProposalSplit", { matchProposalId: match.id, shares });
    expect(short.userErrors.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_AMOUNT", "shares"],
    ]);
    const whole = [...shares, { customerId: sister, amount: "5.00" }];
    await decides(story, "matchProposalSplit", { matchProposalId: match.id, shares: whole });
    expect(await story.instalments(invoice)).toEqual(["30.00"]);
    expect(await story.instalments(others)).toEqual(["0.00"]);
    expect(await story.unapplied(receipt)).toBe("5.00");
    await story.does("receiptReverse", { receiptId: receipt.id, reason: "Returned by the bank" });
    expect(await story.instalments(invoice)).toEqual(["75.00"]);
    expect(await story.instalments(others)).toEqual(["25.00"]);
    expect(await story.account("Unapplied cash", "EUR")).toMatchObject({ amount: "0.00" });
  });
});

it("What was applied by itself is undone and counts as wrong, and is not done again unless a person says so", async () => {
  const { story, customerId } = await opened();
  const invoice = await bill(story, customerId, "75.00");
  const receipt = await receive(story, "75.00", { name: "Northwind Traders", text: invoice.number });
  const [part] = matchOf(receipt).parts;
  const applicationIds = given(part).applications.map(({ id }) => id);
  await story.does("paymentUnapply", { applicationIds, reason: "Wrong invoice" });
  const [undone] = matchOf(await receiptNow(story, receipt)).parts;
  expect(undone?.undoneAt).not.toBeNull();
  expect(await story.instalments(invoice)).toEqual(["75.00"]);
  expect(await decides(story, "matchRun", {})).toMatchObject({ applied: 0 });
  const { matchProposals } = await decides(story, "matchRun", { receiptIds: [receipt.id] });
  const obstacle = expect.stringContaining("Somebody took it from there");
  expect(matchProposals).toMatchObject([{ status: "OPEN", obstacle, parts: [{ decision: "PROPOSED" }] }]);
  expect(await story.instalments(invoice)).toEqual(["75.00"]);
  await decides(story, "matchProposalConfirm", { matchProposalId: given(matchProposals?.[0]).id });
  expect(await story.instalments(invoice)).toEqual(["0.00"]);
});

it("What a person has rejected stays rejected when everything that waits is matched anew", async () => {
  const { story, receipt, match } = await doubtful();
  await decides(story, "matchProposalReject", { matchProposalId: match.id, reason: "Not theirs" });
  expect(await decides(story, "matchRun", {})).toMatchObject({ matchProposals: [] });
  expect(matchOf(await receiptNow(story, receipt))).toMatchObject({ id: match.id, status: "REJECTED" });
});

it("The sender of a remittance is named, and its money is matched with what that customer owes", async () => {
  const { story, customerId } = await opened();
  const receipt = await receive(story, "75.00", { name: FOREIGN_NAME, text: "thanks" });
  expect(matchOf(receipt)).toMatchObject({ status: "NONE", remainder: { reason: "PAYER_UNKNOWN" } });
  const invoice = await bill(story, customerId, "75.00");
  const named = { remittanceId: receipt.remittance.id, customerId };
  const done = await decides(story, "remittanceIdentify", named);
  expect(done).toMatchObject({
    matchProposal: { status: "APPLIED" },
    payerAliases: [{ kind: "NAME", value: FOREIGN_NAME }],
  });
  expect(await story.instalments(invoice)).toEqual(["0.00"]);
});

it("A customer that wants its oldest items paid first has that setting for itself", async () => {
  const { story, customerId } = await opened();
  const invoices = [await bill(story, customerId, "70.00"), await bill(story, customerId, "50.00")];
  const wrong = {
    customerId,
    rules: ["OLDEST_FIRST", "OLDEST_FIRST"],
    applyFrom: "0.2",
    discountGraceDays: -1,
  };
  const refused = await tries(story, "matchSettingSet", wrong);
  expect(refused.userErrors.map(({ path }) => path.join("."))).toEqual([
    "rules",
    "applyFrom",
    "proposeFrom",
    "discountGraceDays",
  ]);
  const rules = ["EXPLICIT_REFERENCE", "OLDEST_FIRST"];
  await decides(story, "matchSettingSet", { customerId, rules, expectedVersion: 0 });
  const receipt = await receive(story, "100.00", { name: "Northwind Traders", text: "" });
  expect(matchOf(receipt)).toMatchObject({ status: "APPLIED", parts: [{ rule: "OLDEST_FIRST" }, {}] });
  expect(await story.instalments(given(invoices[0]))).toEqual(["0.00"]);
  expect(await story.instalments(given(invoices[1]))).toEqual(["20.00"]);
});
