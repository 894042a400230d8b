import type { Application } from "../src/application.js";
import { importBankFile, reverseReceipt } from "../src/cash/index.js";
import { allTerms } from "../src/customers/index.js";
import { ingestAdvices } from "../src/imports/index.js";
import { voidInvoice } from "../src/invoicing/index.js";
import { settled } from "../src/ledger/index.js";
import type { BusinessDate } from "../src/platform/business-date.js";
import type { Actor, Command } from "../src/platform/commands/command.js";
import { resultOf } from "../src/platform/commands/pipeline.js";
import type { Database, Executor } from "../src/platform/database/database.js";
import { sql } from "../src/platform/database/sql.js";
import { listTenants, type Tenant } from "../src/platform/database/tenancy.js";
import { inTransaction } from "../src/platform/database/write-transaction.js";
import { createTenant } from "../src/setup/create-tenant.js";
import { planAdviceFile } from "./demo/advice-file.js";
import { planBankFile } from "./demo/bank-file.js";
import { type DemoMonth, planDemo } from "./demo/plan.js";
import { writeCustomers } from "./demo/write-customers.js";
import { type WrittenIds, writeInvoices, writeReceipts } from "./demo/write-month.js";
import { seedActor } from "./seed-actor.js";
import { refreshStatistics } from "./statistics.js";

export interface SeedDemoOptions {
  /** The day up to which the company has lived. Everything is dated relative to it. */
  readonly today: BusinessDate;
  /** Told after each step, in steps; not at all when there is nothing to do. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The demonstration company. Its slug is how a later start finds it. */
export const DEMO_COMPANY = {
  slug: "quillmark",
  name: "Quillmark Industrial Supply",
  functionalCurrency: "USD",
  timeZone: "America/New_York",
} as const;

/**
 * Makes the demonstration company, or goes on with it, and returns its tenant: about 400 customers and two years of
 * invoices, receipts and applications up to `today`, the same for the same day except for ids, receipt numbers and
 * recording times, and the bank's statement of the last working day, with money and advices that a person has to look at.
 * Everything goes through the command pipeline, so every rule of the ledger holds and events exist.
 *
 * Safe to interrupt: each step is one transaction under its own idempotency key ("seed:demo:…"), and the first of them
 * keeps the day that the data were planned for. A later call plans for that day again, passes over the steps that are
 * done and carries on with the next; the last key, "seed:demo:complete", says that there is nothing left to do. A kill
 * between making the tenant and the first step leaves a tenant without data, which the next call simply fills.
 */
export async function seedDemo(
  application: Application,
  owner: Database,
  { today, onProgress = () => undefined }: SeedDemoOptions,
): Promise<Tenant> {
  const existing = (await listTenants(owner)).find((tenant) => tenant.slug === DEMO_COMPANY.slug);
  const tenant = existing ?? (await createTenant(owner, application.orm, DEMO_COMPANY));
  const asTenant = <T>(work: (db: Executor) => Promise<T>) =>
    inTransaction({ database: application.database, orm: application.orm, tenantId: tenant.id }, work);
  const begun = await asTenant((db) => readProgress(db, tenant.id));
  if (begun.complete) return tenant;
  const day = begun.today ?? today;
  const plan = planDemo(day, await asTenant((db) => allTerms(db, tenant.id)));
  const steps = new Steps(application, seedActor(tenant.id), 2 * plan.months.length + 4, onProgress);
  await steps.run(writeCustomers(plan.customers, plan.rates), { today: day }, "customers");
  await refreshStatistics(owner);
  await live(steps, plan.months, () => refreshStatistics(owner));
  await refreshStatistics(owner);
  await steps.run(importBankFile, planBankFile(plan.months, day), "bank-file");
  await steps.run(ingestAdvices, planAdviceFile(day), "advice-file");
  await steps.run(COMPLETE, {}, "complete");
  return tenant;
}

const KEY = "seed:demo:";

/** Months, each time about doubled. */
const STATISTICS_AFTER = new Set([1, 2, 4, 8]);

/** One month after the other; the next one's invoices need nothing of this one's receipts and are issued meanwhile. */
async function live(steps: Steps, months: readonly DemoMonth[], refresh: () => Promise<void>): Promise<void> {
  const written = new Map<string, string>();
  const remember = (ids: WrittenIds) => {
    for (const [name, id] of Object.entries(ids)) written.set(name, id);
  };
  const issue = async (month: DemoMonth) =>
    remember(await steps.run(writeInvoices(month), { month: month.startsOn }, `invoices:${month.startsOn}`));
  const receive = async (month: DemoMonth) => {
    remember(await steps.run(writeReceipts(month), { month: month.startsOn }, `receipts:${month.startsOn}`));
    await takeBack(steps, month, written);
  };
  const [first] = months;
  if (first) await issue(first);
  for (const [index, month] of months.entries()) {
    const next = months[index + 1];
    await settled(next ? [receive(month), issue(next)] : [receive(month)]);
    if (STATISTICS_AFTER.has(index + 1)) await refresh();
  }
}

/** Changes nothing: its key is the mark. */
const COMPLETE: Command<object, object> = {
  name: "seedDemoComplete",
  scope: "tenant:manage",
  run: async () => ({}),
};

async function readProgress(
  db: Executor,
  tenantId: string,
): Promise<{ readonly complete: boolean; readonly today: BusinessDate | null }> {
  const rows = await db.rows<{ key: string; today: BusinessDate | null }>(sql`
    select key, result ->> 'today' as today from idempotency_key
    where tenant_id = ${tenantId} and key = any(${[`${KEY}customers`, `${KEY}complete`]})`);
  return {
    complete: rows.some((row) => row.key === `${KEY}complete`),
    today: rows.find((row) => row.key === `${KEY}customers`)?.today ?? null,
  };
}

/** Runs commands under their keys; one that ran before gives its first result again. */
class Steps {
  #done = 0;

  constructor(
    private readonly application: Application,
    private readonly actor: Actor,
    private readonly total: number,
    private readonly onProgress: (done: number, total: number) => void,
  ) {}

  async run<Input, Result>(command: Command<Input, Result>, input: Input, key: string): Promise<Result> {
    const result = await this.runUncounted(command, input, key);
    this.#done += 1;
    this.onProgress(this.#done, this.total);
    return result;
  }

  async runUncounted<Input, Result>(
    command: Command<Input, Result>,
    input: Input,
    key: string,
  ): Promise<Result> {
    const outcome = await this.application.commands.execute(this.actor, command, input, {
      idempotencyKey: KEY + key,
    });
    if (outcome.kind === "REFUSED") {
      throw new Error(`seeding stopped at ${key}: ${outcome.refusals.map((r) => r.message).join(" ")}`);
    }
    return resultOf(outcome);
  }
}

/** What bounced or was voided in the month, by the same commands that the clients use. */
async function takeBack(steps: Steps, month: DemoMonth, written: ReadonlyMap<string, string>): Promise<void> {
  for (const { key, returnedOn } of month.returns) {
    const receiptId = written.get(key) ?? "";
    const input = {
      receiptId,
      effectiveDate: returnedOn,
      reason: "Returned by the bank: insufficient funds",
    };
    await steps.runUncounted(reverseReceipt, input, `return:${receiptId}`);
  }
  for (const { number, voidedOn } of month.voids) {
    const invoiceId = written.get(number) ?? "";
    const input = { invoiceId, effectiveDate: voidedOn, reason: "Issued to the wrong customer" };
    await steps.runUncounted(voidInvoice, input, `void:${number}`);
  }
}
