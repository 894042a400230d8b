import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { decides } from "../support/matches.js";
import { given, type Story, storybook } from "../support/stories.js";
import { entry, statement, transaction } from "./bank-files/statement-files.js";

const books = storybook("2026-03-10");

const IBAN = "DE89370400440532013000";

/** Takes a file with these payments in; the receipts' ids in their order. */
async function paid(story: Story, ...payments: Parameters<typeof transaction>[0][]): Promise<string[]> {
  const entries = payments.map((one, n) =>
    entry({
      amount: one.amount ?? "",
      reference: `Q-${story.tenant.id}-${n}-${one.text}`,
      details: transaction(one),
    }),
  );
  const content = statement(entries.join("")).toString("base64");
  const { bankFileImport } = await story.ask<{
    bankFileImport: {
      userErrors: unknown[];
      bankBatch: { entries: { nodes: { remittances: { receipt: { id: string } }[] }[] } } | null;
    };
  }>(
    `mutation ($input: BankFileImportInput!) { bankFileImport(input: $input) { userErrors { message }
      bankBatch { entries(first: 100) { nodes { remittances { receipt { id } } } } } } }`,
    { input: { fileName: "bank.xml", content, idempotencyKey: randomUUID() } },
  );
  expect(bankFileImport.userErrors).toEqual([]);
  const { nodes } = given(bankFileImport.bankBatch).entries;
  return nodes.flatMap(({ remittances }) => remittances.map(({ receipt }) => receipt.id));
}

interface Exception {
  readonly receipt: { readonly id: string };
  readonly reason: string;
  readonly disposition: string;
  readonly ageDays: number;
  readonly amountLeft: { readonly amount: string };
  readonly customer: { readonly number: string } | null;
  readonly proposal: { readonly status: string } | null;
}

async function queue(story: Story, args = ""): Promise<Exception[]> {
  const { cashExceptions } = await story.ask<{ cashExceptions: { nodes: Exception[]; totalCount: number } }>(
    `{ cashExceptions${args} { totalCount nodes { receipt { id } reason disposition ageDays amountLeft { amount } customer { number } proposal { status } } } }`,
  );
  expect(cashExceptions.totalCount).toBe(cashExceptions.nodes.length);
  return cashExceptions.nodes;
}

describe("the queue of cash", () => {
  it("has every receipt with money that is not applied, with what is left, its age, and why", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer({ name: "Alder Works", bankAccounts: [IBAN] });
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const own = { iban: IBAN };
    const [applied, overpaid, unknown] = await paid(
      story,
      { amount: "100.00", text: invoice.number, ...own },
      { amount: "33.33", text: "thank you", ...own },
      { amount: "71.00", text: "thank you", name: "Nobody We Know" },
    );
    const byHand = await story.receipt({ customerId, amount: "12.00", receivedOn: "2026-03-01" });
    const rows = await queue(story);
    expect(rows.map(({ receipt }) => receipt.id)).toEqual([byHand.id, overpaid, unknown]);
    expect(rows).not.toContainEqual(expect.objectContaining({ receipt: { id: applied } }));
    expect(rows).toMatchObject([
      {
        reason: "NOT_MATCHED",
        disposition: "UNAPPLIED",
        ageDays: 9,
        amountLeft: { amount: "12.00" },
        customer: { number: "C-1" },
      },
      { disposition: "UNAPPLIED", ageDays: 8, amountLeft: { amount: "33.33" } },
      { reason: "PAYER_UNKNOWN", disposition: "UNIDENTIFIED", customer: null, proposal: null },
    ]);
    expect(await queue(story, "(where: { reason: { eq: NOT_MATCHED } })")).toHaveLength(1);
    expect(await queue(story, "(where: { minAgeDays: 9 })")).toHaveLength(1);
    expect(await queue(story, "(where: { maxAgeDays: 8 })")).toHaveLength(2);
    expect(await queue(story, '(where: { amountLeft: { gt: "50" } })')).toHaveLength(1);
    expect(await queue(story, "(where: { customerId: { isNull: true } })")).toHaveLength(1);
    const largest = await queue(story, "(orderBy: [{ field: AMOUNT, direction: DESC }])");
    expect(largest.map((row) => row.amountLeft.amount)).toEqual(["71.00", "33.33", "12.00"]);
  });

  it("is told whole by reason and currency", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer();
    for (const amount of ["10.00", "15.50"])
      await story.receipt({ customerId, amount, receivedOn: "2026-03-02" });
    await paid(story, { amount: "71.00", text: "thank you", name: "Nobody We Know" });
    const { cashExceptionTotals } = await story.ask<{ cashExceptionTotals: object[] }>(
      "{ cashExceptionTotals { reason currency receipts amount { amount } } }",
    );
    expect(cashExceptionTotals).toEqual([
      { reason: "NOT_MATCHED", currency: "EUR", receipts: 2, amount: { amount: "25.50" } },
      { reason: "PAYER_UNKNOWN", currency: "EUR", receipts: 1, amount: { amount: "71.00" } },
    ]);
  });

  it("shows a proposal with what speaks for each item that it may be", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer({ name: "Alder Works", bankAccounts: [IBAN] });
    for (let n = 0; n < 2; n++)
      await story.invoice({ customerId, amount: "80.00", documentDate: "2026-02-01" });
    const [receipt] = await paid(story, { amount: "80.00", text: "our order", iban: IBAN });
    const [row] = await queue(story);
    expect(row).toMatchObject({ receipt: { id: receipt }, proposal: { status: "OPEN" } });
    const data = await story.ask<{ receipt: { match: Proposal; matchProposals: { id: string }[] } }>(
      `query ($id: ID!) { receipt(id: $id) { matchProposals { id } match { id status payerEvidence remittance { advice }
        parts { decision evidence } alternatives { decision evidence score openItem { documentNumber } amount { amount } }
        remainder { reason amount { amount currency } } } } }`,
      { id: receipt },
    );
    const { match, matchProposals } = data.receipt;
    expect(matchProposals).toEqual([{ id: match.id }]);
    expect(match.remittance.advice).toEqual(["our order"]);
    const told = [...match.parts, ...match.alternatives];
    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const part of told) expect(part.evidence).toMatch(/\w/);
    const found = await story.ask<{ node: { id: string }; matchProposals: { nodes: { id: string }[] } }>(
      `query ($id: ID!, $receipt: ID!) { node(id: $id) { id }
        matchProposals(where: { receiptId: { eq: $receipt }, status: { eq: OPEN } }) { nodes { id } } }`,
      { id: match.id, receipt },
    );
    expect(found).toEqual({ node: { id: match.id }, matchProposals: { nodes: [{ id: match.id }] } });
  });
});

interface Proposal {
  readonly id: string;
  readonly remittance: { readonly advice: readonly string[] };
  readonly parts: readonly { readonly evidence: string }[];
  readonly alternatives: readonly { readonly evidence: string }[];
}

describe("what was applied", () => {
  it("tells the match that applied it and why; by hand, none", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer({ bankAccounts: [IBAN] });
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    await paid(story, { amount: "100.00", text: invoice.number, iban: IBAN });
    const other = await story.invoice({ customerId, amount: "20.00" });
    await story.apply(await story.receipt({ customerId, amount: "20.00" }), [
      { invoiceId: other.id, amount: "20.00" },
    ]);
    const matchOf = async (id: string) => {
      const data = await story.ask<{ invoice: { applications: { match: object | null }[] } }>(
        `query ($id: ID!) { invoice(id: $id) { applications { match: matchPart { undoneAt decision outcome rule
          applications { id } matchProposal { status remainder { reason } } } } } }`,
        { id },
      );
      return data.invoice.applications[0]?.match;
    };
    expect(await matchOf(invoice.id)).toMatchObject({
      undoneAt: null,
      decision: "AUTO",
      outcome: "APPLIED",
      rule: "EXPLICIT_REFERENCE",
      matchProposal: { status: "APPLIED", remainder: null },
    });
    expect(await matchOf(other.id)).toBeNull();
  });
});

describe("how money is matched", () => {
  it("is as the program ships where nobody has set anything, for every customer", async () => {
    const story = await books.begin();
    const customerId = await story.customer();
    const { matchSettings, customer } = await story.ask<{ matchSettings: object[]; customer: object }>(
      `query ($id: ID!) { matchSettings { source version rules applyFrom proposeFrom tolerance remainder customer { id } }
        customer(id: $id) { matchSetting { source applyFrom } } }`,
      { id: customerId },
    );
    expect(matchSettings).toMatchObject([
      {
        source: "DEFAULT",
        version: 0,
        applyFrom: "0.95",
        proposeFrom: "0.4",
        tolerance: "0",
        remainder: "UNAPPLIED",
        customer: null,
      },
    ]);
    expect(customer).toEqual({ matchSetting: { source: "DEFAULT", applyFrom: "0.95" } });
  });
});

describe("money that the queue tells apart", () => {
  it("is ambiguous where two invoices are as likely, though one of them is proposed", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer({ name: "Alder Works", bankAccounts: [IBAN] });
    const its = { customerId, amount: "100.00", documentDate: "2026-02-01" };
    const [first, second] = [await story.invoice(its), await story.invoice(its)];
    const [id] = await paid(story, { amount: "100.00", text: "thank you", iban: IBAN });
    expect(await queue(story)).toMatchObject([{ receipt: { id }, reason: "AMBIGUOUS" }]);
    expect(await queue(story, "(where: { reason: { eq: PROPOSED } })")).toEqual([]);
    const { matchProposals } = await story.ask<{ matchProposals: { nodes: object[] } }>(
      `{ matchProposals { nodes { isAmbiguous parts { openItem { documentNumber } } alternatives { openItem { documentNumber } } } } }`,
    );
    expect(JSON.stringify(matchProposals)).toContain(first.number);
    expect(JSON.stringify(matchProposals)).toContain(second.number);
    expect(matchProposals.nodes).toMatchObject([{ isAmbiguous: true }]);
  });

  it("is proposed where one invoice is likelier than all others", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const customerId = await story.customer({ name: "Alder Works", bankAccounts: [IBAN] });
    const its = { customerId, amount: "100.00", documentDate: "2026-02-01" };
    const [, second] = [await story.invoice(its), await story.invoice(its)];
    await decides(story, "matchSettingSet", { applyFrom: "1" });
    await paid(story, { amount: "100.00", text: second.number, iban: IBAN });
    expect(await queue(story)).toMatchObject([{ reason: "PROPOSED" }]);
  });

  it("is of another currency where all that its payer owes is, and where it names what is", async () => {
    const story = await books.begin({ functionalCurrency: "EUR" });
    const rate = { currency: "USD", rateDate: "2026-01-01", rate: "0.9" };
    await story.ask(
      "mutation ($input: ExchangeRateSetInput!) { exchangeRateSet(input: $input) { userErrors { code } } }",
      {
        input: { ...rate, source: "test" },
      },
    );
    const customerId = await story.customer({ name: "Alder Works", bankAccounts: [IBAN] });
    const dollars = { customerId, amount: "80.00", currency: "USD", documentDate: "2026-02-01" };
    const { number } = await story.invoice(dollars);
    const [all] = await paid(story, { amount: "75.00", text: "thank you", iban: IBAN });
    expect(await queue(story)).toMatchObject([{ receipt: { id: all }, reason: "OTHER_CURRENCY" }]);
    await story.invoice({ customerId, amount: "31.00", documentDate: "2026-02-01" });
    const [thanked, named] = await paid(
      story,
      { amount: "64.00", text: "thank you again", iban: IBAN },
      { amount: "71.00", text: `for ${number}`, iban: IBAN },
    );
    expect((await queue(story)).map(({ receipt, reason }) => [receipt.id, reason])).toEqual([
      [all, "OTHER_CURRENCY"],
      [thanked, "NOTHING_FITS"],
      [named, "OTHER_CURRENCY"],
    ]);
  });
});
