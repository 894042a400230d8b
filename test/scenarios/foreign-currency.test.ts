import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

/** Books in USD with a customer who is billed in EUR, 1.10 in February and 1.20 from 1 March on. */
async function booksWithEuro(): Promise<{ story: Story; customerId: string }> {
  const story = await stories.begin();
  await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-02-01", rate: "1.10" });
  await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-03-01", rate: "1.20" });
  return { story, customerId: await story.customer({ currency: "EUR" }) };
}

describe("an invoice in a foreign currency", () => {
  it("paid at a better rate realises the gain, and ends at zero in both currencies", async () => {
    const { story, customerId } = await booksWithEuro();
    const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: "2026-02-05" });
    expect(await story.account("Accounts receivable", "EUR")).toEqual({
      amount: "1000.00",
      functional: "1100.00",
    });

    const receipt = await story.receipt({
      customerId,
      amount: "1000.00",
      currency: "EUR",
      receivedOn: "2026-03-02",
    });
    const applications = [{ invoiceId: invoice.id, amount: "1000.00" }];
    const applied = await story.does("paymentApply", { receiptId: receipt.id, applications });

    expect(given(applied.applications)).toMatchObject([
      { realisedFx: { amount: "100.00", currency: "USD" } },
    ]);
    expect(await story.account("Realised FX gain", "EUR")).toEqual({ amount: "0.00", functional: "-100.00" });
    expect(await story.account("Accounts receivable", "EUR")).toEqual({ amount: "0.00", functional: "0.00" });
    expect(await story.account("Unapplied cash", "EUR")).toEqual({ amount: "0.00", functional: "0.00" });
    expect(await story.account("Cash clearing", "EUR")).toEqual({ amount: "1000.00", functional: "1200.00" });
  });

  it("gets its booking back when the payment is unapplied, the gain undone", async () => {
    const { story, customerId } = await booksWithEuro();
    const invoice = await story.invoice({ customerId, amount: "1000.00", documentDate: "2026-02-05" });
    const receipt = await story.receipt({
      customerId,
      amount: "1000.00",
      currency: "EUR",
      receivedOn: "2026-03-02",
    });
    const applicationIds = await story.apply(
      receipt,
      [{ invoiceId: invoice.id, amount: "400.00" }],
      "2026-03-02",
    );
    expect(await story.account("Realised FX gain", "EUR")).toMatchObject({ functional: "-40.00" });

    await story.does("paymentUnapply", { applicationIds, effectiveDate: "2026-03-05" });

    expect(await story.account("Realised FX gain", "EUR")).toMatchObject({ functional: "0.00" });
    expect(await story.account("Accounts receivable", "EUR")).toEqual({
      amount: "1000.00",
      functional: "1100.00",
    });
    expect(await story.account("Unapplied cash", "EUR")).toEqual({
      amount: "-1000.00",
      functional: "-1200.00",
    });
    const mirrored = await story.ask<{ journalEntries: { nodes: { kind: string; lines: JournalLine[] }[] } }>(
      `{ journalEntries(first: 2) { nodes { kind lines { accountName amount { amount } functionalAmount { amount } } } } }`,
    );
    const [reversal, original] = mirrored.journalEntries.nodes;
    expect(given(reversal).kind).toBe("REVERSAL");
    expect(given(reversal).lines.map(negated)).toEqual(given(original).lines);
  });

  it("paid in parts that do not divide leaves no cent behind in either currency", async () => {
    const { story, customerId } = await booksWithEuro();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-02-03", rate: "1.117373" });
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-05" });
    const receipt = await story.receipt({
      customerId,
      amount: "100.00",
      currency: "EUR",
      receivedOn: "2026-03-02",
    });
    for (const amount of ["33.33", "33.33", "33.33", "0.01"]) {
      await story.apply(receipt, [{ invoiceId: invoice.id, amount }]);
    }
    expect(await story.account("Accounts receivable", "EUR")).toEqual({ amount: "0.00", functional: "0.00" });
    expect(await story.account("Unapplied cash", "EUR")).toEqual({ amount: "0.00", functional: "0.00" });
    // 100 at 1.117373 is 111.74, and 120.00 came in.
    expect(await story.account("Realised FX gain", "EUR")).toMatchObject({ functional: "-8.26" });
  });

  it("paid at a worse rate realises a loss", async () => {
    const { story, customerId } = await booksWithEuro();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-03-02" });
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-03-08", rate: "1.05" });
    const receipt = await story.receipt({
      customerId,
      amount: "100.00",
      currency: "EUR",
      receivedOn: "2026-03-09",
    });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "100.00" }]);
    expect(await story.account("Realised FX loss", "EUR")).toEqual({ amount: "0.00", functional: "15.00" });
  });

  it("is not paid with money of another currency, and not issued without a rate", async () => {
    const { story, customerId } = await booksWithEuro();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-05" });
    const receipt = await story.receipt({ customerId, amount: "100.00" });
    const applications = [{ invoiceId: invoice.id, amount: "100.00" }];
    expect(await story.isRefused("paymentApply", { receiptId: receipt.id, applications })).toEqual([
      "CURRENCY_MISMATCH",
    ]);
    const draft = await story.draft({ customerId, amount: "100.00", documentDate: "2026-01-31" });
    expect(await story.isRefused("invoiceIssue", { invoiceId: draft.id })).toEqual(["NO_EXCHANGE_RATE"]);
  });
});

/** The journal's entries of a kind, the newest first, with their lines in functional currency. */
async function entriesOf(
  story: Story,
  kind: string,
): Promise<{ effectiveDate: string; lines: JournalLine[] }[]> {
  const { journalEntries } = await story.ask<{
    journalEntries: { nodes: { kind: string; effectiveDate: string; lines: JournalLine[] }[] };
  }>(
    `{ journalEntries(first: 20) { nodes { kind effectiveDate
       lines { accountName amount { amount } functionalAmount { amount } } } } }`,
  );
  return journalEntries.nodes.filter((entry) => entry.kind === kind);
}

const onFx = (lines: readonly JournalLine[]) =>
  lines
    .filter(({ accountName }) => accountName.startsWith("Realised FX"))
    .map(({ accountName, functionalAmount }) => `${accountName} ${functionalAmount.amount}`);

describe("books in rupees", () => {
  it("with USD 1 booked at 80 and paid at 75.9 end at zero in both, with one entry of 4.10 loss; unapplied, 80 and 1 are open again", async () => {
    const story = await stories.begin({ functionalCurrency: "INR" });
    await story.does("exchangeRateSet", { currency: "USD", rateDate: "2026-02-01", rate: "80" });
    await story.does("exchangeRateSet", { currency: "USD", rateDate: "2026-03-01", rate: "75.9" });
    const customerId = await story.customer({ currency: "USD" });
    const invoice = await story.invoice({ customerId, amount: "1.00", documentDate: "2026-02-05" });
    const receipt = await story.receipt({
      customerId,
      amount: "1.00",
      currency: "USD",
      receivedOn: "2026-03-02",
    });
    const applicationIds = await story.apply(
      receipt,
      [{ invoiceId: invoice.id, amount: "1.00" }],
      "2026-03-02",
    );

    const nothing = { amount: "0.00", functional: "0.00" };
    expect(await story.account("Accounts receivable", "USD")).toEqual(nothing);
    expect(await story.account("Unapplied cash", "USD")).toEqual(nothing);
    const entries = await entriesOf(story, "APPLICATION");
    expect(entries.map(({ lines }) => onFx(lines))).toEqual([["Realised FX loss 4.10"]]);

    await story.does("paymentUnapply", { applicationIds, effectiveDate: "2026-03-03" });
    expect(await story.instalments(invoice)).toEqual(["1.00"]);
    expect(await story.account("Accounts receivable", "USD")).toEqual({
      amount: "1.00",
      functional: "80.00",
    });
    expect(await story.account("Realised FX loss", "USD")).toEqual(nothing);
    const [reversal] = await entriesOf(story, "REVERSAL");
    expect(given(reversal).lines.map(negated)).toEqual(given(entries[0]).lines);
  });
});

describe("EUR 400 booked at 1.20", () => {
  it("half paid at 1.10 and half at 1.25 has its loss and its gain each at its own date, and nothing left", async () => {
    const story = await stories.begin();
    const customerId = await story.customer({ currency: "EUR" });
    for (const [rateDate, rate] of [
      ["2026-01-01", "1.20"],
      ["2026-02-01", "1.10"],
      ["2026-03-01", "1.25"],
    ])
      await story.does("exchangeRateSet", { currency: "EUR", rateDate, rate });
    const invoice = await story.invoice({ customerId, amount: "400.00", documentDate: "2026-01-05" });
    for (const receivedOn of ["2026-02-02", "2026-03-02"]) {
      const receipt = await story.receipt({ customerId, amount: "200.00", currency: "EUR", receivedOn });
      await story.apply(receipt, [{ invoiceId: invoice.id, amount: "200.00" }], receivedOn);
    }

    const entries = await entriesOf(story, "APPLICATION");
    expect(entries.map(({ effectiveDate, lines }) => [effectiveDate, ...onFx(lines)])).toEqual([
      ["2026-03-02", "Realised FX gain -10.00"],
      ["2026-02-02", "Realised FX loss 20.00"],
    ]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    for (const account of ["Accounts receivable", "Unapplied cash"])
      expect(await story.account(account, "EUR")).toEqual({ amount: "0.00", functional: "0.00" });
  });
});

interface JournalLine {
  readonly accountName: string;
  readonly amount: { readonly amount: string };
  readonly functionalAmount: { readonly amount: string };
}

function negated({ accountName, amount, functionalAmount }: JournalLine): JournalLine {
  return { accountName, amount: turned(amount), functionalAmount: turned(functionalAmount) };
}

function turned({ amount }: { readonly amount: string }): { readonly amount: string } {
  if (Number(amount) === 0) return { amount };
  return { amount: amount.startsWith("-") ? amount.slice(1) : `-${amount}` };
}

describe("the decimals of a currency", () => {
  it("are none in JPY and three in BHD: amounts are told with exactly those, and more are refused", async () => {
    const story = await stories.begin();
    await story.does("exchangeRateSet", { currency: "JPY", rateDate: "2026-01-01", rate: "0.0065" });
    await story.does("exchangeRateSet", { currency: "BHD", rateDate: "2026-01-01", rate: "2.65" });
    for (const [currency, total, part, rest, tooFine] of [
      ["JPY", "1000", "333", "667", "333.5"],
      ["BHD", "100.001", "33.334", "66.667", "33.3335"],
    ] as const) {
      const customerId = await story.customer({ currency });
      const invoice = await story.invoice({ customerId, amount: total, documentDate: "2026-02-01" });
      const receipt = await story.receipt({ customerId, amount: total, currency, receivedOn: "2026-02-10" });
      const apply = (amount: string) => ({
        receiptId: receipt.id,
        applications: [{ invoiceId: invoice.id, amount }],
      });
      expect(await story.isRefused("paymentApply", apply(tooFine))).toEqual(["INVALID_AMOUNT"]);
      await story.does("paymentApply", apply(part));
      expect(await story.instalments(invoice)).toEqual([rest]);
      const recording = { customerId, amount: tooFine, currency, method: "CASH" };
      expect(await story.isRefused("receiptRecord", recording)).toEqual(["INVALID_AMOUNT"]);
      await story.does("paymentApply", apply(rest));
      expect(await story.account("Accounts receivable", currency)).toMatchObject({ functional: "0.00" });
    }
  });

  it("hold for the books' own currency too: books in JPY have no decimals anywhere", async () => {
    const story = await stories.begin({ functionalCurrency: "JPY" });
    await story.does("exchangeRateSet", { currency: "USD", rateDate: "2026-01-01", rate: "151.377" });
    const customerId = await story.customer({ currency: "USD" });
    const invoice = await story.invoice({
      customerId,
      amount: "10.01",
      terms: "30/50/20",
      documentDate: "2026-02-01",
    });
    expect(await story.account("Accounts receivable", "USD")).toEqual({
      amount: "10.01",
      functional: "1515",
    });
    const receipt = await story.receipt({
      customerId,
      amount: "10.01",
      currency: "USD",
      receivedOn: "2026-02-10",
    });
    await story.apply(receipt, [{ invoiceId: invoice.id, amount: "10.01" }]);
    expect(await story.account("Accounts receivable", "USD")).toEqual({ amount: "0.00", functional: "0" });
  });
});
