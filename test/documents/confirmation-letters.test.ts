import { describe, expect, it } from "vitest";
import { type Story, storybook } from "../support/stories.js";
import { flat, pagesOf, pdfAt, refusedAt } from "./printed.js";

const book = storybook("2026-03-31");

interface Letters {
  readonly knownAt: string;
  readonly populationCount: number;
  readonly populationBalance: { readonly amount: string };
  readonly chosenBalance: { readonly amount: string };
  readonly pdfUrl: string;
  readonly letters: readonly {
    readonly why: string;
    readonly customer: { readonly number: string };
    readonly balances: readonly {
      readonly currency: string;
      readonly balance: { readonly amount: string };
    }[];
    readonly pdfUrl: string;
  }[];
}

const LETTERS = `query ($selection: ConfirmationSelectionInput, $asOf: Date, $knownAt: DateTime) {
  confirmationLetters(selection: $selection, asOf: $asOf, knownAt: $knownAt) {
    knownAt populationCount populationBalance { amount } chosenBalance { amount } pdfUrl
    letters { why customer { number } balances { currency balance { amount } } pdfUrl } } }`;

async function letters(story: Story, variables: object = {}): Promise<Letters> {
  const { confirmationLetters } = await story.ask<{ confirmationLetters: Letters }>(LETTERS, {
    ...variables,
  });
  return confirmationLetters;
}

/** Customers C-1 … who owe 100.00, 200.00 … each. */
async function debtors(story: Story, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const id = await story.customer();
    await story.invoice({ customerId: id, amount: `${n}00.00`, documentDate: "2026-03-01" });
    ids.push(id);
  }
  return ids;
}

describe("confirmation letters", () => {
  it("go to everybody with something open, and tell what they were chosen from", async () => {
    const story = await book.begin();
    await debtors(story, 3);
    await story.customer();
    const all = await letters(story, { asOf: "2026-03-31" });
    expect(all.letters.map(({ why, customer }) => [customer.number, why])).toEqual([
      ["C-1", "BALANCE"],
      ["C-2", "BALANCE"],
      ["C-3", "BALANCE"],
    ]);
    expect([all.populationCount, all.populationBalance.amount, all.chosenBalance.amount]).toEqual([
      3,
      "600.00",
      "600.00",
    ]);
    const before = await letters(story, { asOf: "2026-02-28" });
    expect([before.populationCount, before.letters]).toEqual([0, []]);
  });

  it("go to the large ones, to the named ones, and to a sample of the others that anybody can draw again", async () => {
    const story = await book.begin();
    const ids = await debtors(story, 12);
    const nothing = await story.customer();
    const selection = {
      customerIds: [ids[0], nothing],
      minimumBalance: "1100.00",
      sampleSize: 4,
      seed: "audit 2026",
    };
    const drawn = await letters(story, { selection });
    const why = (reason: string) =>
      drawn.letters.filter((one) => one.why === reason).map(({ customer }) => customer.number);
    expect(why("CHOSEN")).toEqual(["C-1", "C-13"]);
    expect(why("BALANCE")).toEqual(["C-11", "C-12"]);
    expect(why("SAMPLE").length).toBeGreaterThanOrEqual(3);
    expect(drawn.populationCount).toBe(12);
    const { knownAt } = drawn;
    expect((await letters(story, { selection, knownAt })).letters).toEqual(drawn.letters);
    const seeds = Array.from({ length: 5 }, (_, n) => ({ sampleSize: 4, seed: `other ${n}` }));
    const draws = await Promise.all(
      seeds.map(async (one) => (await letters(story, { selection: one })).letters),
    );
    expect(draws.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4]);
    expect(
      new Set(draws.map((draw) => draw.map(({ customer }) => customer.number).join())).size,
    ).toBeGreaterThan(1);
    const more = await letters(story, { selection: { sampleSize: 8, seed: "other 0" } });
    const numbers = more.letters.map(({ customer }) => customer.number);
    expect(numbers).toEqual(expect.arrayContaining((draws[0] ?? []).map(({ customer }) => customer.number)));
  });

  it("are refused when a sample has no seed, a customer is not there, or more are named than an address holds", async () => {
    const story = await book.begin();
    const [id = ""] = await debtors(story, 1);
    const refused = async (selection: object) => {
      const answer = await story.api.ask(LETTERS, { selection }, story.token);
      return answer.errors?.[0]?.extensions.code;
    };
    expect(await refused({ sampleSize: 3 })).toBe("BAD_USER_INPUT");
    expect(await refused({ sampleSize: 0, seed: "a" })).toBe("BAD_USER_INPUT");
    expect(await refused({ customerIds: [`cus_${"0".repeat(32)}`] })).toBe("NOT_FOUND");
    expect(await refused({ customerIds: Array(201).fill(id) })).toBe("LIMIT_EXCEEDED");
  });

  it("state the balances in each currency and the items behind them, and ask for a reply to the auditor", async () => {
    const story = await book.begin({ name: "Acme" });
    await story.does("letterheadSet", {
      replyName: "Miller Auditors LLP",
      replyAddress: "9 Proof Street\nSpringfield",
      replyEmail: "confirm@auditors.example",
    });
    await story.does("exchangeRateSet", { currency: "JPY", rateDate: "2026-01-01", rate: "0.0065" });
    const id = await story.customer({
      name: "Long & Wide Trading",
      billTo: {
        line1: "1 Main Street",
        city: "Springfield",
        state: "IL",
        postalCode: "62701",
        country: "US",
      },
    });
    await story.invoice({ customerId: id, amount: "98765", currency: "JPY", documentDate: "2026-02-01" });
    await story.invoice({ customerId: id, amount: "400.00", documentDate: "2026-02-01" });
    await story.receipt({ customerId: id, amount: "150.00", receivedOn: "2026-02-10" });
    const { pdfUrl } = (await letters(story, { asOf: "2026-02-28" })).letters[0] ?? { pdfUrl: "" };
    const pdf = await pdfAt(story, pdfUrl);
    const pages = await pagesOf(pdf);
    expect(pages).toHaveLength(1);
    const text = flat(pages);
    for (const told of [
      ...[
        "Confirmation of balance",
        "Springfield, IL 62701",
        "UNITED STATES",
        "Miller Auditors LLP",
        "9 Proof Street",
      ],
      ...[
        "confirm@auditors.example",
        "98,765",
        "400.00",
        "−150.00",
        "250.00",
        "We agree",
        "We do not agree",
        "Signature",
      ],
      ...["INV-000001", "INV-000002", "RCT-00000001", "2026-02-28"],
    ]) {
      expect(text).toContain(told);
    }
    await story.receipt({ customerId: id, amount: "250.00", receivedOn: "2026-02-20" });
    expect((await pdfAt(story, pdfUrl)).equals(pdf)).toBe(true);
  });

  it("in one file have pages and counts of their own, in the order of the customers' numbers", async () => {
    const story = await book.begin();
    await debtors(story, 3);
    const { pdfUrl } = await letters(story);
    const pages = await pagesOf(await pdfAt(story, pdfUrl));
    expect(pages.map((page) => /Customer +(C-\d)/.exec(page)?.[1])).toEqual(["C-1", "C-2", "C-3"]);
    for (const page of pages) expect(page).toContain("Page 1 of 1");
    const none = await pdfAt(story, "/documents/confirmation-letters?asOf=2020-01-01");
    expect(flat(await pagesOf(none))).toContain("Nobody has a balance to confirm as of 2020-01-01.");
    expect(await refusedAt(story, "/documents/confirmation-letters?seed=a")).toEqual([400, "BAD_USER_INPUT"]);
  });
});
