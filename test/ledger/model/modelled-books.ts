import { expect } from "vitest";
import type { Actor, Command } from "../../../src/platform/commands/command.js";
import { type SqlFragment, sql } from "../../../src/platform/database/sql.js";
import type { Books } from "../../support/books.js";
import { Provisioning } from "./allowance-model.js";
import { LateFeeBook } from "./late-fee-book.js";
import {
  type ModelAllowanceRun,
  type ModelApplication,
  type ModelBankEntry,
  type ModelCharge,
  type ModelCreditMemo,
  type ModelDispute,
  type ModelInvoice,
  type ModelItem,
  type ModelLateFee,
  type ModelPlan,
  type ModelReceipt,
  type ModelRefund,
  type ModelRequest,
  type ModelWaiver,
  type ModelWriteOff,
  monthOf,
  type Proposed,
} from "./ledger-model.js";
import { type Asked, requestOf } from "./requests.js";

/** Real books beside a model of them. The model says which commands must be refused, and what the others move. */
export class ModelledBooks {
  readonly customers: string[] = [];
  readonly invoices: ModelInvoice[] = [];
  readonly receipts: ModelReceipt[] = [];
  readonly applications: ModelApplication[] = [];
  readonly writeOffs: ModelWriteOff[] = [];
  readonly requests: ModelRequest[] = [];
  readonly creditMemos: ModelCreditMemo[] = [];
  readonly refunds: ModelRefund[] = [];
  readonly charges: ModelCharge[] = [];
  readonly plans: ModelPlan[] = [];
  readonly disputes: ModelDispute[] = [];
  readonly lateFees: ModelLateFee[] = [];
  readonly waivers: ModelWaiver[] = [];
  /** Schedules whose run by the clock was made. */
  readonly scheduledRuns = new Set<string>();
  /** What late fees are charged by, and what of which days was charged. */
  readonly lateFeeBook = new LateFeeBook();
  readonly provisioning = new Provisioning();
  readonly allowanceRuns: ModelAllowanceRun[] = [];
  readonly bankEntries: ModelBankEntry[] = [];
  readonly revalued = new Set<string>();
  readonly items: ModelItem[] = [];
  readonly rates = new Map<string, string>();
  readonly closed = new Set<string>();
  readonly softClosed = new Set<string>();
  /** Months that something was posted into. */
  #months = new Set<string>();
  /** The instant after each command, to the microsecond; commands are numbered from 1. */
  readonly instants: string[] = [];
  refused = 0;
  /** How often each command was carried out. */
  readonly carriedOut = new Map<string, number>();

  constructor(readonly books: Books) {}

  /** Carries a command out if the model allows it; otherwise it must be refused, and nothing at all may change. */
  async execute<Input, Result>(
    allowed: boolean,
    command: Command<Input, Result>,
    input: Input,
    as: Actor = this.books.actor,
  ): Promise<Result | null> {
    const before = allowed ? "" : await this.books.digest();
    const { refusals, result } = await this.books.attempt(command, input, { as });
    expect({ command: command.name, input, carriedOut: result !== null, refusals }).toMatchObject({
      carriedOut: allowed,
    });
    if (!allowed) {
      this.refused += 1;
      expect(await this.books.digest()).toBe(before);
    }
    if (allowed) await this.#note(command.name);
    return result;
  }

  /** Does what an administrator does alone. */
  async does<Input, Result>(asked: Asked<Input, Result>): Promise<void> {
    const allowed = await asked.canBeDone((days) => this.isOpen(days));
    const done = await this.execute(allowed, asked.command, asked.input);
    if (done) await asked.keep(done);
  }

  /** Asks for it as somebody whose limit may not be enough: then it waits, and moves nothing. */
  async asks<Input, Result>(asked: Asked<Input, Result>): Promise<void> {
    const { command, input, maker } = asked;
    const actor = this.books.actorWith(maker);
    const allowed = await asked.canBeDone((days) => days.every((day) => this.isOpenToAll(day)));
    if (!allowed || !asked.waits()) {
      const done = await this.execute(allowed, command, input, actor);
      if (done) await asked.keep(done);
      return;
    }
    const outcome = await this.books.library.commands.execute(actor, command, input);
    expect({ command: command.name, input, outcome }).toMatchObject({ outcome: { kind: "PENDING" } });
    if (outcome.kind !== "PENDING") return;
    await this.#note(`${command.name} asked for`);
    const areOpen = (days: readonly string[]) => this.isOpen(days);
    this.requests.push(requestOf(this.books, areOpen, asked, outcome.approvalId));
  }

  async #note(what: string): Promise<void> {
    this.carriedOut.set(what, (this.carriedOut.get(what) ?? 0) + 1);
    const periods = await this.books.rows<{ startsOn: string }>(
      sql`select starts_on as "startsOn" from period where tenant_id = ${this.books.tenant.id}`,
    );
    this.#months = new Set(periods.map(({ startsOn }) => startsOn));
  }

  /** To an administrator, who posts into soft-closed months too. */
  isOpen(days: readonly string[]): boolean {
    return days.every((day) => !this.#isIn(this.closed, day));
  }

  isOpenToAll(day: string): boolean {
    return this.isOpen([day]) && !this.#isIn(this.softClosed, day);
  }

  /** A month that nothing was posted into is as closed as the months after it. */
  #isIn(shut: ReadonlySet<string>, day: string): boolean {
    const month = monthOf(day);
    return shut.has(month) || (!this.#months.has(month) && [...shut].some((later) => later > month));
  }

  hasRate(currency: string, day: string): boolean {
    return this.rateOn(currency, day) !== undefined;
  }

  rateOn(currency: string, day: string): string | undefined {
    if (currency === "USD") return "1";
    const dates = [...this.rates.keys()].filter((date) => date <= day);
    return this.rates.get(dates.sort().at(-1) ?? "");
  }

  /** Whether something that somebody asked for about it is still to be decided, beside one request. */
  isWaitedFor(about: object, beside?: string): boolean {
    return this.requests.some((one) => !one.decided && one.about === about && one.approvalId !== beside);
  }

  /** What standing disputes claim of an item, which may be more than it has open. */
  disputedOf(item: ModelItem): number {
    const standing = this.disputes.filter(({ isClosed }) => !isClosed);
    return standing.reduce((sum, { claims }) => sum + (claims.get(item) ?? 0), 0);
  }

  move(proposed: readonly Proposed[]): void {
    const recorded = this.instants.length + 1;
    for (const { item, day, cents } of proposed) item.movements.push({ day, cents, recorded });
  }

  /** What is owed: every item that is a debit. */
  debits(): ModelItem[] {
    return this.items.filter((item) => item.original > 0);
  }

  /** Items that a command has opened, each at its original amount from the day on. */
  async newItems(which: SqlFragment, day: string): Promise<ModelItem[]> {
    const rows = await this.books.rows<Omit<ModelItem, "movements" | "original"> & { original: string }>(sql`
      select id, kind, customer_id as "customerId", currency, original_amount as original, document_date as "documentDate",
             due_date as "dueDate", instalment_no as "instalmentNo", discount_until as "discountUntil"
      from open_item where tenant_id = ${this.books.tenant.id} and ${which} order by due_date, instalment_no`);
    const items = rows.map((row) => ({
      ...row,
      original: Math.round(Number(row.original) * 100),
      movements: [],
    }));
    this.items.push(...items);
    this.move(items.map((item) => ({ item, day, cents: item.original })));
    return items;
  }
}
