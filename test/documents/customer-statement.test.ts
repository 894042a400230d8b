import { expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";
import { flat, pagesOf, pdfAt } from "./printed.js";

const book = storybook("2026-03-31");

interface Money {
  readonly amount: string;
}

interface Statement {
  readonly knownAt: string;
  readonly balances: readonly {
    readonly currency: string;
    readonly opening: Money;
    readonly debits: Money;
    readonly credits: Money;
    readonly closing: Money;
    readonly buckets: readonly { readonly label: string; readonly amount: Money }[];
    readonly unappliedCredits: Money;
  }[];
  readonly openItems: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly documentNumber: string;
      readonly instalmentNo: number | null;
      readonly daysPastDue: number | null;
      readonly openAmount: Money;
      readonly originalAmount: Money;
    }[];
  };
  readonly activity: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly effectiveDate: string;
      readonly documentNumber: string;
      readonly documentKind: string;
      readonly kind: string;
      readonly isReversal: boolean;
      readonly amount: Money;
      readonly balance: Money;
    }[];
  };
  readonly openItemsPdf: string;
  readonly activityPdf: string;
}

const STATEMENT = `query ($id: ID, $number: String, $from: Date, $asOf: Date, $knownAt: DateTime, $currency: CurrencyCode, $applications: Boolean = false) {
  customerStatement(id: $id, number: $number, from: $from, asOf: $asOf, knownAt: $knownAt, currency: $currency) {
    knownAt
    balances { currency opening { amount } debits { amount } credits { amount } closing { amount }
      buckets { label amount { amount } } unappliedCredits { amount } }
    openItems(first: 100) { totalCount nodes { documentNumber instalmentNo daysPastDue originalAmount { amount } openAmount { amount } } }
    activity(first: 100, applications: $applications) { totalCount nodes { effectiveDate documentNumber documentKind kind isReversal amount { amount } balance { amount } } }
    openItemsPdf: pdfUrl activityPdf: pdfUrl(kind: ACTIVITY)
  } }`;

async function statementOf(story: Story, variables: Record<string, unknown>): Promise<Statement> {
  const { customerStatement } = await story.ask<{ customerStatement: Statement | null }>(
    STATEMENT,
    variables,
  );
  return given(customerStatement);
}

/** An old invoice paid in part, one in three instalments, a receipt of which a part is left, and a yen invoice. */
async function busyCustomer(story: Story): Promise<string> {
  const id = await story.customer({ name: "Ελληνική Εταιρεία Α.Ε." });
  await story.does("exchangeRateSet", { currency: "JPY", rateDate: "2026-01-01", rate: "0.0065" });
  const old = await story.invoice({ customerId: id, amount: "1000.00", documentDate: "2026-01-15" });
  await story.invoice({ customerId: id, amount: "300.00", terms: "30/50/20", documentDate: "2026-03-02" });
  await story.invoice({ customerId: id, amount: "1234567", currency: "JPY", documentDate: "2026-03-05" });
  const receipt = await story.receipt({ customerId: id, amount: "700.00", receivedOn: "2026-03-10" });
  await story.apply(receipt, [{ invoiceId: old.id, amount: "600.00" }], "2026-03-12");
  return id;
}

it("an open-item statement lists what is open at its date, and its buckets and credits sum to the balance", async () => {
  const story = await book.begin();
  const id = await busyCustomer(story);
  const { balances, openItems } = await statementOf(story, { id, asOf: "2026-03-31" });
  const usd = given(balances.find(({ currency }) => currency === "USD"));
  expect(usd.closing).toEqual({ amount: "600.00" });
  expect(usd.unappliedCredits).toEqual({ amount: "-100.00" });
  expect(usd.buckets.map(({ label, amount }) => [label, amount.amount])).toEqual([
    ["Current", "300.00"],
    ["1–30", "0.00"],
    ["31–60", "400.00"],
    ["61–90", "0.00"],
    ["91+", "0.00"],
  ]);
  expect(openItems.totalCount).toBe(6);
  expect(
    openItems.nodes.map((item) => [item.instalmentNo, item.openAmount.amount, item.daysPastDue]),
  ).toEqual([
    [null, "1234567", -4],
    [null, "400.00", 45],
    [null, "-100.00", null],
    [1, "90.00", -1],
    [2, "150.00", -31],
    [3, "60.00", -61],
  ]);
});

it("an activity statement leads from the opening to the closing balance, and applications are told only when asked for", async () => {
  const story = await book.begin();
  const id = await busyCustomer(story);
  const asked = { id, from: "2026-03-01", asOf: "2026-03-31", currency: "USD" };
  const { balances, activity } = await statementOf(story, asked);
  expect(balances).toHaveLength(1);
  expect(balances[0]).toMatchObject({
    opening: { amount: "1000.00" },
    debits: { amount: "300.00" },
    credits: { amount: "-700.00" },
    closing: { amount: "600.00" },
  });
  const shown = activity.nodes.map((line) => [
    line.effectiveDate,
    line.documentKind,
    line.amount.amount,
    line.balance.amount,
  ]);
  expect(shown).toEqual([
    ["2026-03-02", "INVOICE", "90.00", "1090.00"],
    ["2026-03-02", "INVOICE", "150.00", "1240.00"],
    ["2026-03-02", "INVOICE", "60.00", "1300.00"],
    ["2026-03-10", "RECEIPT", "-700.00", "600.00"],
  ]);
  const whole = await statementOf(story, { ...asked, applications: true });
  const applied = whole.activity.nodes.filter(({ kind }) => kind === "APPLICATION");
  expect(applied.map(({ documentKind, amount }) => [documentKind, amount.amount]).sort()).toEqual([
    ["INVOICE", "-600.00"],
    ["RECEIPT", "600.00"],
  ]);
  expect(whole.activity.nodes.at(-1)?.balance.amount).toBe("600.00");
});

it("a discount, a credit, a write-off and a bounced cheque are lines of their own", async () => {
  const story = await book.begin();
  const id = await story.customer();
  const invoice = await story.invoice({ customerId: id, amount: "100.00", documentDate: "2026-03-01" });
  const cheque = await story.receipt({
    customerId: id,
    amount: "40.00",
    receivedOn: "2026-03-02",
    method: "CHEQUE",
  });
  await story.apply(cheque, [{ invoiceId: invoice.id, amount: "40.00" }], "2026-03-02");
  await story.does("receiptReverse", {
    receiptId: cheque.id,
    reason: "Bounced",
    effectiveDate: "2026-03-05",
  });
  await story.does("writeOffRequest", {
    openItemId: await story.itemOf(invoice),
    amount: "5.00",
    reasonCode: "UNCOLLECTIBLE",
    effectiveDate: "2026-03-06",
  });
  const { activity } = await statementOf(story, { id, from: "2026-03-01", asOf: "2026-03-31" });
  const told = activity.nodes.map((line) => [
    line.documentKind,
    line.kind,
    line.isReversal,
    line.amount.amount,
  ]);
  expect(told).toEqual([
    ["INVOICE", "POSTING", false, "100.00"],
    ["RECEIPT", "POSTING", false, "-40.00"],
    ["RECEIPT", "POSTING", true, "40.00"],
    ["INVOICE", "WRITE_OFF", false, "-5.00"],
  ]);
});

it("the PDF holds every figure of the data, and the same statement is the same file for ever", async () => {
  const story = await book.begin({ name: "Acme Trading GmbH" });
  const id = await busyCustomer(story);
  const instructions = "IBAN DE89 3704 0044 0532 0130 00";
  await story.does("letterheadSet", {
    address: "Hauptstraße 1\n10115 Berlin",
    paymentInstructions: instructions,
  });
  const data = await statementOf(story, { id, from: "2026-03-01", asOf: "2026-03-31" });
  const [itemsPdf, activityPdf] = [
    await pdfAt(story, data.openItemsPdf),
    await pdfAt(story, data.activityPdf),
  ];
  const [items, activity] = [flat(await pagesOf(itemsPdf)), flat(await pagesOf(activityPdf))];
  for (const text of [items, activity]) {
    expect(text).toContain("Acme Trading GmbH");
    expect(text).toContain("Ελληνική Εταιρεία Α.Ε.");
    expect(text).toContain(instructions);
    expect(text).toContain("Page 1 of 1");
    expect(text).toContain(`as known at ${data.knownAt}`);
  }
  for (const { balances, openItems, activity: lines } of [data]) {
    for (const { closing, opening, buckets, unappliedCredits } of balances) {
      for (const { amount } of [closing, ...buckets.map((bucket) => bucket.amount), unappliedCredits]) {
        expect(items).toContain(printed(amount));
      }
      for (const { amount } of [opening, closing]) expect(activity).toContain(printed(amount));
    }
    for (const item of openItems.nodes) {
      expect(items).toContain(item.documentNumber);
      expect(items).toContain(printed(item.originalAmount.amount));
      expect(items).toContain(printed(item.openAmount.amount));
    }
    for (const line of lines.nodes) {
      expect(activity).toContain(`${line.effectiveDate} ${line.documentNumber}`);
      expect(activity).toContain(`${printed(line.amount.amount)} ${printed(line.balance.amount)}`);
    }
  }
  expect((await pdfAt(story, data.openItemsPdf)).equals(itemsPdf)).toBe(true);
  await story.invoice({ customerId: id, amount: "77.00", documentDate: "2026-03-03" });
  await story.receipt({ customerId: id, amount: "55.00", receivedOn: "2026-03-04" });
  expect((await pdfAt(story, data.openItemsPdf)).equals(itemsPdf)).toBe(true);
  expect((await pdfAt(story, data.activityPdf)).equals(activityPdf)).toBe(true);
});

/** As documents in en-US show it. */
function printed(amount: string): string {
  const [whole = "", decimals] = amount.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.startsWith("-") ? "−" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}

it("amounts are grouped and pointed as the letterhead's locale does", async () => {
  const story = await book.begin();
  const id = await story.customer();
  await story.invoice({ customerId: id, amount: "1234567.89" });
  await story.does("letterheadSet", { locale: "de-DE", paper: "LETTER" });
  const { openItemsPdf } = await statementOf(story, { id });
  expect(flat(await pagesOf(await pdfAt(story, openItemsPdf)))).toContain("1.234.567,89");
  expect(await story.isRefused("letterheadSet", { locale: "no such locale" })).toEqual(["INVALID_VALUE"]);
});

it("a long statement repeats its head on every page, and its total stands with the last line", async () => {
  const story = await book.begin();
  const id = await story.customer();
  const customerNumber = "C-1";
  const amounts = Array.from({ length: 36 }, (_, n) => `${n + 1}.10`);
  for (const amount of amounts) await story.invoice({ customerId: id, amount, terms: "30/50/20" });
  const { openItemsPdf, openItems, balances } = await statementOf(story, { id });
  expect(openItems.totalCount).toBe(108);
  const pages = await pagesOf(await pdfAt(story, openItemsPdf));
  expect(pages).toHaveLength(3);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Page ${index + 1} of 3`);
    expect(page).toMatch(/Document +Kind +Your order +Date +Due/);
    expect(page).toContain(customerNumber);
  }
  const last = given(pages.at(-1)).split("\n");
  const total = last.findIndex((line) => line.startsWith("Total"));
  expect(last[total]).toContain(printed(given(balances[0]).closing.amount));
  expect(last.slice(0, total).some((line) => /^INV-/.test(line))).toBe(true);
  const numbers = pages.flatMap((page) => page.match(/INV-\d{6} \(\d\)/g) ?? []);
  expect(new Set(numbers).size).toBe(108);
});

it("a customer with nothing open gets a statement that says so; one that does not exist gets none", async () => {
  const story = await book.begin();
  const id = await story.customer();
  const data = await statementOf(story, { id, asOf: "2026-03-31" });
  expect(data.balances).toEqual([]);
  expect(flat(await pagesOf(await pdfAt(story, data.openItemsPdf)))).toContain(
    "Nothing is open as of 2026-03-31.",
  );
  const nobody = await story.ask(STATEMENT, { number: "nobody" });
  expect(nobody).toEqual({ customerStatement: null });
});
