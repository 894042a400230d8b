import { allocate, Decimal } from "../../src/platform/money.js";
import { type LedgerFixture, type PostedInvoice, PostingRefused } from "./ledger-fixture.js";

/** A small generator of pseudo-random integers, the same for the same seed (Park–Miller). */
export function seeded(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A day of 2026 by number, 0 for 1 January. */
export function dayOf2026(n: number): string {
  return new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
}

export interface RandomBooks {
  /** Instants between the postings, ascending. */
  readonly instants: readonly string[];
  readonly customerIds: readonly string[];
}

const PRODUCT_LINES = ["Pumps", "Valves", "Service", null];

/**
 * Invoices of one to three instalments, receipts with and without a payer, applications, unapplications and voids,
 * in two currencies, on dates that come in no order: many are backdated. What the ledger refuses is left out.
 */
export async function postRandomBooks(
  ledger: LedgerFixture,
  seed: number,
  postings: number,
): Promise<RandomBooks> {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[random(values.length)];
  const head = await ledger.customer(`${seed}-HEAD`, { region: "North" });
  const branch = await ledger.customer(`${seed}-BRANCH`, { region: "South", parentId: head });
  const leaf = await ledger.customer(`${seed}-LEAF`, { parentId: branch });
  const alone = await ledger.customer(`${seed}-ALONE`, { region: "North" });
  const customerIds = [head, branch, leaf, alone];
  const invoices: (PostedInvoice & { currency: string; day: number })[] = [];
  const credits: { id: string; currency: string; day: number }[] = [];
  const applications: { entryId: string; day: number }[] = [];
  const instants: string[] = [];
  const amount = () => `${1 + random(900)}.${10 + random(90)}`;

  const steps = [
    async () => {
      const currency = random(3) === 0 ? "EUR" : "USD";
      const rate = currency === "EUR" ? `1.0${random(90) + 10}7` : "1";
      const day = random(150);
      const instalments = Array.from(
        { length: 1 + random(3) },
        (_, n) => [dayOf2026(day + 10 + n * 9), amount()] as const,
      );
      const productLines = Array.from({ length: 1 + random(3) }, () => pick(PRODUCT_LINES) ?? null);
      const total = instalments.reduce((sum, [, part]) => sum.plus(part), new Decimal(0));
      const parts = allocate(
        total,
        productLines.map(() => 1 + random(9)),
        currency,
      );
      const lines = productLines.map((name, n) => [name, parts[n]?.toFixed() ?? "0"] as const);
      const given = {
        customerId: pick(customerIds) ?? head,
        documentDate: dayOf2026(day),
        instalments,
        currency,
        rate,
      };
      invoices.push({ ...(await ledger.invoice({ ...given, lines })), currency, day });
    },
    async () => {
      const currency = random(3) === 0 ? "EUR" : "USD";
      const rate = currency === "EUR" ? `1.1${random(90) + 10}3` : "1";
      const day = random(170);
      const customerId = random(5) === 0 ? null : (pick(customerIds) ?? head);
      const id = await ledger.receipt({
        customerId,
        receivedOn: dayOf2026(day),
        amount: amount(),
        currency,
        rate,
      });
      if (customerId) credits.push({ id, currency, day });
    },
    async () => {
      const credit = pick(credits);
      const debit = pick(invoices.filter((invoice) => invoice.currency === credit?.currency));
      const itemId = pick(debit?.itemIds ?? []);
      if (!credit || !debit || !itemId) return;
      const day = Math.max(credit.day, debit.day) + random(12);
      applications.push({
        entryId: await ledger.apply(credit.id, itemId, random(2) ? amount() : "99999", dayOf2026(day)),
        day,
      });
    },
    async () => {
      const application = pick(applications);
      if (application) await ledger.reverse(application.entryId, dayOf2026(application.day + random(9)));
    },
    async () => {
      const invoice = random(3) === 0 ? pick(invoices) : undefined;
      if (invoice) await ledger.voidInvoice(invoice, dayOf2026(invoice.day + random(20)));
    },
  ];
  for (let n = 0; n < postings; n++) {
    const step = n < 6 ? steps[n % 2] : steps[[0, 1, 2, 2, 2, 3, 4][random(7)] ?? 0];
    await step?.().catch((error: unknown) => {
      if (!(error instanceof PostingRefused)) throw error;
    });
    instants.push(await ledger.now());
  }
  return { instants, customerIds };
}
