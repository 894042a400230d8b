import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyPayment } from "../../src/cash/apply-payment.js";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { runLateFees } from "../../src/late-fees/run-late-fees.js";
import { setLateFeePolicy } from "../../src/late-fees/set-late-fee-policy.js";
import { addDays, type BusinessDate, businessDate } from "../../src/platform/business-date.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { type Books, Library } from "../support/books.js";
import { expectedFees, type LateCase, type ModelItem } from "./late-fee-model.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-12-31");
});
afterAll(() => library.close());

const START = businessDate("2026-01-01");
const cents = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 2_000_000 }));
const money = cents.map((n) => new Decimal(n).div(100).toFixed(2));
const rate = fc.integer({ min: 1, max: 40_000 }).map((n) => new Decimal(n).div(1_000).toFixed());

const lateCase: fc.Arbitrary<LateCase> = fc.record({
  rates: fc.array(fc.record({ day: fc.nat(150), rate }), { minLength: 1, maxLength: 3 }),
  dayCount: fc.constantFrom("ACTUAL_365" as const, "THIRTY_360" as const),
  graceDays: fc.constantFrom(0, 0, 5, 20),
  graceDaysFree: fc.boolean(),
  minimumFee: fc.option(money, { freq: 2 }),
  maximumFee: fc.option(money, { freq: 2 }),
  items: fc.array(fc.record({ day: fc.nat(100), amount: money }), { minLength: 1, maxLength: 3 }),
  payments: fc.array(
    fc.record({ day: fc.nat(200), item: fc.nat(2), percent: fc.integer({ min: 1, max: 100 }) }),
    { maxLength: 6 },
  ),
  runs: fc.array(fc.nat(220), { minLength: 1, maxLength: 8 }),
});

/** What happens, day by day: what is paid on a day is paid before the day's run or after it, which is all the same. */
async function tell(books: Books, told: LateCase): Promise<ModelItem[]> {
  const { minimumFee, maximumFee, dayCount, graceDays, graceDaysFree } = told;
  for (const { day, rate: annualRatePercent } of told.rates) {
    const effectiveFrom = addDays(START, day);
    await books.does(setLateFeePolicy, {
      ...{ currency: "USD", effectiveFrom, annualRatePercent, dayCount, graceDays, graceDaysFree },
      ...{ minimumFee, maximumFee, compounding: false, schedule: "MANUAL" },
    });
  }
  const { customerId } = await books.does(createCustomer, { number: "C-1", name: "One" });
  const termsId = await books.termsId("DUE");
  const items: ModelItem[] = [];
  for (const { day, amount } of told.items) {
    const documentDate = addDays(START, day);
    const lines = [{ product: "Goods", quantity: "1", unitPrice: amount, taxes: [] }];
    const { invoiceId } = await books.does(createInvoice, { customerId, documentDate, termsId, lines });
    await books.does(issueInvoice, { invoiceId });
    items.push({
      invoiceId,
      due: documentDate,
      balances: [{ from: documentDate, open: new Decimal(amount) }],
    });
  }
  const runs = told.runs.map((day) => ({ day, pay: null }));
  const events = [...runs, ...told.payments.map((pay) => ({ day: pay.day, pay }))];
  for (const { day, pay } of events.toSorted((a, b) => a.day - b.day)) {
    const on = addDays(START, day);
    const item = pay && items[pay.item % items.length];
    if (item) await payPart(books, customerId, item, on, pay.percent);
    else if (!pay) await books.attempt(runLateFees, { asOf: on });
  }
  return items;
}

async function payPart(
  books: Books,
  customerId: string,
  item: ModelItem,
  on: BusinessDate,
  percent: number,
): Promise<void> {
  const open = item.balances.at(-1)?.open ?? new Decimal(0);
  if (on < item.due || open.isZero()) return;
  const amount = Decimal.max("0.01", open.times(percent).div(100).toDecimalPlaces(2));
  const { receiptId } = await books.does(recordReceipt, {
    ...{ customerId, amount: amount.toFixed(2), currency: "USD", receivedOn: on, method: "CHEQUE" },
  });
  const applications = [{ invoiceId: item.invoiceId, amount: amount.toFixed(2) }];
  await books.does(applyPayment, { receiptId, applications, effectiveDate: on, takeDiscount: false });
  item.balances.push({ from: addDays(on, 1), open: open.minus(amount) });
}

it("late fees over any sequence of runs are the sum of the rule over the days, and no day is charged twice", async () => {
  await fc.assert(
    fc.asyncProperty(lateCase, async (drawn) => {
      const { minimumFee: low, maximumFee: high } = drawn;
      fc.pre(low === null || high === null || new Decimal(low).lte(high));
      const rates = drawn.rates.toSorted((a, b) => a.day - b.day);
      const told = { ...drawn, rates };
      const books = await library.books();
      const items = await tell(books, told);
      const expected = expectedFees(START, told, items);
      const rows = await books.rows<{ total: string; interest: string }>(sql`
        select coalesce(sum(amount), 0) as total, coalesce(sum(amount) filter (where kind = 'INTEREST'), 0) as interest
        from late_fee_line where tenant_id = ${books.tenant.id}`);
      const [found] = rows.map(({ total, interest }) => ({
        total: Number(total).toFixed(2),
        interest: Number(interest).toFixed(2),
      }));
      expect(found).toEqual(expected);
      for (const day of told.runs) {
        const again = await books.attempt(runLateFees, { asOf: addDays(START, day) });
        expect(again.result?.totals ?? []).toEqual([]);
      }
      await books.expectSound();
    }),
    { numRuns: 25 },
  );
});
