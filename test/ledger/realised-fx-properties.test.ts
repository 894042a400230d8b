import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyCreditMemo, unapplyCreditMemo } from "../../src/adjustments/apply-credit-memo.js";
import { createCreditMemo } from "../../src/adjustments/create-credit-memo.js";
import { voidCreditMemo } from "../../src/adjustments/void-credit-memo.js";
import { applyPayment } from "../../src/cash/apply-payment.js";
import { recordReceipt } from "../../src/cash/record-receipt.js";
import { reverseReceipt } from "../../src/cash/reverse-receipt.js";
import { unapplyPayment } from "../../src/cash/unapply-payment.js";
import { createCustomer } from "../../src/customers/create-customer.js";
import { createInvoice } from "../../src/invoicing/create-invoice.js";
import { issueInvoice } from "../../src/invoicing/issue-invoice.js";
import { setExchangeRate } from "../../src/ledger/exchange-rate.js";
import { sql } from "../../src/platform/database/sql.js";
import { Decimal } from "../../src/platform/money.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-04-01");
});
afterAll(() => library.close());

/** The invoice is dated the first day; the money of the next two days earns its discount of 2 per cent. */
const DAYS = ["2026-01-05", "2026-01-08", "2026-01-15", "2026-02-10", "2026-03-10"] as const;
const CREDITS = [0, 1, 2, 3, 4] as const;

interface Credit {
  readonly id: string;
  readonly isMemo: boolean;
  standing: boolean;
  applicationIds: string[];
}

interface Course {
  readonly functionalCurrency: string;
  readonly cents: number;
  readonly rates: readonly number[];
  /** What each credit is of the invoice, in per cent; the last one is a credit memo. */
  readonly shares: readonly number[];
  /** The orders in which they are applied, undone and applied again. */
  readonly orders: readonly (readonly number[])[];
  /** How each is undone: unapplied, or its document reversed with it. */
  readonly reversed: readonly boolean[];
}

const order = fc.shuffledSubarray([...CREDITS], { minLength: CREDITS.length });
const course: fc.Arbitrary<Course> = fc.record({
  functionalCurrency: fc.constantFrom("USD", "JPY", "KWD"),
  cents: fc.oneof(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 20, max: 5_000_000 })),
  rates: fc.array(fc.integer({ min: 200_000, max: 3_000_000 }), { minLength: 5, maxLength: 5 }),
  shares: fc.array(fc.integer({ min: 5, max: 45 }), { minLength: 5, maxLength: 5 }),
  orders: fc.array(order, { minLength: 3, maxLength: 3 }),
  reversed: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
});

/** An invoice in EUR and the credits that settle it, each booked at the rate of its own day. */
class Settlement {
  readonly credits: Credit[] = [];
  invoiceId = "";
  customerId = "";

  constructor(readonly books: Books) {}

  async begin({ cents, rates, shares }: Course): Promise<void> {
    const { books } = this;
    for (const [n, rateDate] of DAYS.entries()) {
      const rate = new Decimal(rates[n] ?? 1).div(1_000_000).toFixed();
      await books.does(setExchangeRate, { currency: "EUR", rateDate, rate });
    }
    ({ customerId: this.customerId } = await books.does(createCustomer, { number: "C1", name: "C1" }));
    const unitPrice = new Decimal(cents).div(100).toFixed(2);
    const made = await books.does(createInvoice, {
      customerId: this.customerId,
      currency: "EUR",
      documentDate: DAYS[0],
      termsId: await books.termsId("2/10NET30"),
      lines: [{ product: "Goods", quantity: "1", unitPrice }],
    });
    this.invoiceId = made.invoiceId;
    await books.does(issueInvoice, { invoiceId: this.invoiceId });
    for (const n of CREDITS) {
      const amount = Decimal.max("0.01", new Decimal(unitPrice).times(shares[n] ?? 5).div(100));
      await this.credit(n, amount.toFixed(2));
    }
  }

  async credit(n: number, amount: string): Promise<void> {
    const { books, customerId } = this;
    const date = DAYS[Math.min(n + 1, DAYS.length - 1)] ?? DAYS[0];
    const standing = { standing: true, applicationIds: [] };
    if (n === 4) {
      const its = { customerId, currency: "EUR", amount, reasonCode: "GOODWILL", documentDate: date };
      const { creditMemoId } = await books.does(createCreditMemo, { ...its, applyToInvoice: false });
      this.credits.push({ id: creditMemoId, isMemo: true, ...standing });
    } else {
      const its = { customerId, currency: "EUR", amount, receivedOn: date, method: "CHEQUE" as const };
      const { receiptId } = await books.does(recordReceipt, its);
      this.credits.push({ id: receiptId, isMemo: false, ...standing });
    }
  }

  /** Applies as much of a credit as the invoice takes; nothing once it is settled. */
  async apply(credit: Credit): Promise<void> {
    const { books, invoiceId } = this;
    const [[debit], [item]] = [
      await this.items(sql`invoice_id = ${invoiceId}`),
      await this.items(own(credit)),
    ];
    const amount = Decimal.min(debit?.open ?? 0, new Decimal(item?.open ?? 0).abs());
    if (!credit.standing || amount.isZero()) return;
    const applications = [{ invoiceId, amount: amount.toFixed(2) }];
    const { applicationIds } = credit.isMemo
      ? await books.does(applyCreditMemo, { creditMemoId: credit.id, applications })
      : await books.does(applyPayment, { receiptId: credit.id, applications });
    credit.applicationIds = applicationIds;
  }

  async undo(credit: Credit, isReversed: boolean): Promise<void> {
    const { books } = this;
    const { applicationIds } = credit;
    if (isReversed && !credit.isMemo) await books.does(reverseReceipt, { receiptId: credit.id });
    else if (applicationIds.length > 0)
      await books.does(credit.isMemo ? unapplyCreditMemo : unapplyPayment, { applicationIds });
    if (isReversed && credit.isMemo) await books.does(voidCreditMemo, { creditMemoId: credit.id });
    credit.standing = !isReversed;
    credit.applicationIds = [];
  }

  items(which: ReturnType<typeof sql>): Promise<Booked[]> {
    return this.books.rows<Booked>(sql`
      select original_amount as original, functional_original as "functionalOriginal", open_amount as open,
             functional_open as "functionalOpen"
      from open_item where tenant_id = ${this.books.tenant.id} and ${which}`);
  }

  /** Balance of an account over all currencies, in functional currency. */
  async account(...roles: string[]): Promise<Decimal> {
    const { balance } = await this.books.row<{ balance: string }>(sql`
      select coalesce(sum(l.functional_amount), 0) as balance from journal_line l
      join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
      where a.tenant_id = ${this.books.tenant.id} and a.role = any(${roles})`);
    return new Decimal(balance);
  }
}

interface Booked {
  readonly original: string;
  readonly functionalOriginal: string;
  readonly open: string;
  readonly functionalOpen: string;
}

function own({ id }: Credit): ReturnType<typeof sql> {
  return sql`(receipt_id = ${id} or credit_memo_id = ${id})`;
}

/** The invoice as it was booked, and no gain, loss or discount. */
async function expectUntouched(settlement: Settlement): Promise<void> {
  const [invoice] = await settlement.items(sql`invoice_id = ${settlement.invoiceId}`);
  expect([invoice?.open, invoice?.functionalOpen].map(Number)).toEqual(
    [invoice?.original, invoice?.functionalOriginal].map(Number),
  );
  for (const roles of [["FX_GAIN_REALISED", "FX_LOSS_REALISED"], ["DISCOUNTS_GIVEN"]])
    expect((await settlement.account(...roles)).toNumber()).toBe(0);
}

/** Nothing left in either currency, and what was realised is what the credits were worth more than the booking. */
async function expectSettled(settlement: Settlement): Promise<void> {
  const [invoice] = await settlement.items(sql`invoice_id = ${settlement.invoiceId}`);
  expect([invoice?.open, invoice?.functionalOpen].map(Number)).toEqual([0, 0]);
  const credits = await settlement.items(sql`original_amount < 0`);
  for (const { open, functionalOpen } of credits)
    if (Number(open) === 0) expect(Number(functionalOpen)).toBe(0);
  const used = (
    await Promise.all(
      settlement.credits.filter(({ standing }) => standing).map((one) => settlement.items(own(one))),
    )
  ).flat();
  const worth = used.reduce(
    (sum, one) => sum.plus(one.functionalOpen).minus(one.functionalOriginal),
    await settlement.account("DISCOUNTS_GIVEN"),
  );
  const realised = await settlement.account("FX_GAIN_REALISED", "FX_LOSS_REALISED");
  expect(realised.negated().toFixed()).toBe(worth.minus(invoice?.functionalOriginal ?? 0).toFixed());
}

it("whatever the order in which payments, a discount and a credit are applied, undone and applied again, a settled invoice is zero in both currencies", async () => {
  await fc.assert(
    fc.asyncProperty(course, async (its) => {
      const settlement = new Settlement(await library.books(its.functionalCurrency));
      await settlement.begin(its);
      const [applied = [], undone = [], again = []] = its.orders.map((one) =>
        one.flatMap((n) => settlement.credits[n] ?? []),
      );
      for (const credit of applied) await settlement.apply(credit);
      for (const credit of undone) {
        const n = settlement.credits.indexOf(credit);
        await settlement.undo(credit, its.reversed[n] ?? false);
      }
      await expectUntouched(settlement);
      for (const credit of again) await settlement.apply(credit);
      await settlement.credit(3, new Decimal(its.cents).div(100).toFixed(2));
      for (const credit of settlement.credits.slice(CREDITS.length)) await settlement.apply(credit);
      await expectSettled(settlement);
      await settlement.books.expectSound();
    }),
    { numRuns: 15, interruptAfterTimeLimit: 20_000 },
  );
}, 120_000);
