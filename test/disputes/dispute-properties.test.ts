import fc from "fast-check";
import { expect, it } from "vitest";
import { Decimal } from "../../src/platform/money.js";
import { ABOUT, agedDisputes, disputed, FOUND } from "../support/disputes.js";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-01");

const step = fc.record({
  what: fc.constantFrom(...(["open", "open", "close", "pay", "pay", "unapply", "credit"] as const)),
  cents: fc.integer({ min: 1, max: 9_000 }),
  /** The day on which it is done, counted from 1 March; never before the step before. */
  days: fc.integer({ min: 0, max: 4 }),
  /** Payments are dated back by so many days. */
  back: fc.integer({ min: 0, max: 20 }),
  pick: fc.nat(99),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What is known of an item, in the order in which it became known. */
interface Known {
  /** How much more is open from a day on. */
  readonly moves: readonly { readonly day: string; readonly amount: Decimal }[];
  /** How much more is claimed from a day on. */
  readonly claims: readonly { readonly day: string; readonly amount: Decimal }[];
  readonly knownAt: string | null;
}

/** An invoice of 100.00 with everything that happens to it, and what should be told of it. */
class Contested {
  readonly history: Known[] = [];
  readonly #moves: { day: string; amount: Decimal }[];
  readonly #claims: { day: string; amount: Decimal }[] = [];
  readonly #standing: { id: string; amount: Decimal }[] = [];
  readonly #applied: { id: string; amount: Decimal; day: string }[] = [];
  #day = 0;

  constructor(
    readonly story: Story,
    readonly customerId: string,
    readonly invoice: { readonly id: string },
  ) {
    this.#moves = [{ day: "2026-02-01", amount: new Decimal(100) }];
  }

  async take({ what, cents, days, back, pick }: Step): Promise<void> {
    this.#day += days;
    const today = dayOf(this.#day);
    this.story.api.clock.now = new Date(`${today}T12:00:00Z`);
    const amount = new Decimal(cents).div(100);
    if (what === "open") await this.#open(amount, today);
    else if (what === "close") await this.#close(pick, today);
    else if (what === "pay") await this.#pay(amount, dayOf(Math.max(this.#day - back, -20)));
    else if (what === "unapply") await this.#unapply(pick, today);
    else await this.#credit(amount, today);
    const { knownAt } = await this.story.aging();
    this.history.push({ moves: [...this.#moves], claims: [...this.#claims], knownAt });
  }

  async #open(amount: Decimal, day: string): Promise<void> {
    const input = { invoiceId: this.invoice.id, amount: amount.toFixed(2), ...ABOUT };
    const { dispute } = await this.story.attempt("disputeOpen", input);
    if (!dispute) return;
    this.#claims.push({ day, amount });
    this.#standing.push({ id: dispute.id, amount });
  }

  async #close(pick: number, day: string): Promise<void> {
    const [one] = this.#standing.splice(pick % Math.max(this.#standing.length, 1), 1);
    if (!one) return;
    const rejected = { disputeId: one.id, resolution: "REJECTED", ...FOUND };
    await this.story.does("disputeResolve", rejected);
    this.#claims.push({ day, amount: one.amount.negated() });
  }

  async #pay(amount: Decimal, day: string): Promise<void> {
    const its = { customerId: this.customerId, amount: amount.toFixed(2), receivedOn: day };
    const receipt = await this.story.receipt(its);
    const { applications } = await this.story.attempt("paymentApply", {
      receiptId: receipt.id,
      applications: [{ invoiceId: this.invoice.id, amount: amount.toFixed(2) }],
      effectiveDate: day,
    });
    const application = applications?.[0];
    if (!application) return;
    this.#moves.push({ day, amount: amount.negated() });
    this.#applied.push({ id: application.id, amount, day });
  }

  async #unapply(pick: number, day: string): Promise<void> {
    const [one] = this.#applied.splice(pick % Math.max(this.#applied.length, 1), 1);
    if (!one) return;
    await this.story.does("paymentUnapply", { applicationIds: [one.id], effectiveDate: day });
    this.#moves.push({ day, amount: one.amount });
  }

  async #credit(amount: Decimal, day: string): Promise<void> {
    const openItemId = await this.story.itemOf(this.invoice);
    const asked = { openItemId, amount: amount.toFixed(2), reasonCode: "UNCOLLECTIBLE" };
    const { writeOff } = await this.story.attempt("writeOffRequest", asked);
    if (writeOff) this.#moves.push({ day, amount: amount.negated() });
  }
}

const START = Date.UTC(2026, 2, 1);

function dayOf(days: number): string {
  return new Date(START + days * 86_400_000).toISOString().slice(0, 10);
}

function until(changes: Known["moves"], asOf: string): Decimal {
  return changes.reduce((sum, { day, amount }) => (day <= asOf ? sum.plus(amount) : sum), new Decimal(0));
}

it("at every date and as known at every instant, what is disputed is what is claimed, at most what is open", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(40), fc.nat(99)), { minLength: 6, maxLength: 6 }),
      async (steps, points) => {
        const story = await book.begin();
        story.api.clock.now = new Date("2026-03-01T12:00:00Z");
        const customerId = await story.customer();
        const its = { customerId, amount: "100.00", documentDate: "2026-02-01" };
        const contested = new Contested(story, customerId, await story.invoice(its));
        for (const one of steps) await contested.take(one);
        for (const [day, pick] of points) {
          const asOf = dayOf(day);
          const { moves, claims, knownAt } = given(contested.history[pick % contested.history.length]);
          const balance = until(moves, asOf);
          const expected = Decimal.min(until(claims, asOf), balance).toFixed(2);
          const point = { asOf, knownAt };
          expect([point, await disputed(story, contested.invoice, point)]).toEqual([point, [expected]]);
          // An aging has no row for what is settled.
          const aged = balance.gt(0) ? await agedDisputes(story, { ...point, by: [] }) : null;
          if (!aged) continue;
          const told = [aged.buckets, aged.disputedBuckets].map((buckets) =>
            Decimal.sum(...buckets).toFixed(2),
          );
          expect([point, ...told, aged.disputed]).toEqual([point, balance.toFixed(2), expected, expected]);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 240_000);
