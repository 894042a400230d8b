import { v7 as uuidv7 } from "uuid";
import { inject } from "vitest";
import { approvalPolicy } from "../../src/approvals/index.js";
import {
  accountOf,
  chartOf,
  JournalEntry,
  lockItems,
  post,
  reverse,
  settle,
} from "../../src/ledger/index.js";
import { type BusinessDate, businessDate } from "../../src/platform/business-date.js";
import type { Command, CommandContext } from "../../src/platform/commands/command.js";
import { CommandPipeline, type Outcome } from "../../src/platform/commands/pipeline.js";
import { Database } from "../../src/platform/database/database.js";
import { migrate } from "../../src/platform/database/migrate.js";
import { Orm } from "../../src/platform/database/orm.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import { type SqlFragment, sql } from "../../src/platform/database/sql.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { Decimal, roundMoney } from "../../src/platform/money.js";
import { createTenant } from "../../src/setup/create-tenant.js";

export interface NewInvoice {
  readonly customerId: string;
  readonly documentDate: string;
  /** Due dates with amounts. */
  readonly instalments: readonly (readonly [dueDate: string, amount: string])[];
  /** Product lines with gross amounts; one line without a product line by default. */
  readonly lines?: readonly (readonly [productLine: string | null, gross: string])[];
  readonly currency?: string;
  readonly rate?: string;
}

export interface PostedInvoice {
  readonly id: string;
  readonly entryId: string;
  readonly itemIds: readonly string[];
}

export interface NewReceipt {
  readonly customerId: string | null;
  readonly receivedOn: string;
  readonly amount: string;
  readonly currency?: string;
  readonly rate?: string;
}

/** The ledger does not take a posting: the period, the balance or the dates do not allow it. */
export class PostingRefused extends Error {
  override readonly name = "PostingRefused";
}

/** A tenant with books in USD on a database of its own; each posting is a command of its own. */
export class LedgerFixture {
  #documents = 0;

  private constructor(
    readonly database: Database,
    /** Sessions of the superuser, who may break what nobody else can. */
    readonly owner: Database,
    readonly tenant: Tenant,
    private readonly pipeline: CommandPipeline,
    private readonly closers: readonly (() => Promise<void>)[],
  ) {}

  static async create(): Promise<LedgerFixture> {
    const url = new URL(inject("databaseUrl"));
    const server = new Database({ url: url.href, poolSize: 1, asOwner: true });
    const name = `ledger_${uuidv7().replaceAll("-", "")}`;
    await server.pool.query(`create database ${name}`);
    url.pathname = `/${name}`;
    await migrate(url.href);
    const owner = new Database({ url: url.href, poolSize: 1, asOwner: true });
    const database = new Database({ url: url.href, poolSize: 4 });
    const orm = await Orm.open(database, []);
    const books = { slug: "books", name: "Books", functionalCurrency: "USD" };
    const tenant = await createTenant(owner, orm, { ...books, timeZone: "America/New_York" });
    const parts = { database, orm, approvals: approvalPolicy };
    const pipeline = new CommandPipeline({ ...parts, now: () => new Date(), onEvents: () => undefined });
    const dropDatabase = async () => void (await server.pool.query(`drop database ${name} with (force)`));
    const closers = [owner, database].map((db) => () => db.close());
    return new LedgerFixture(database, owner, tenant, pipeline, [
      () => orm.close(),
      ...closers,
      dropDatabase,
      () => server.close(),
    ]);
  }

  async close(): Promise<void> {
    for (const close of this.closers) await close();
  }

  /** Reads in a snapshot of the tenant. */
  async read<Value>(work: (session: ReadSession) => Promise<Value>, tellsKnowledge = false): Promise<Value> {
    const session = new ReadSession(this.database, this.tenant.id, tellsKnowledge);
    try {
      return await work(session);
    } finally {
      await session.refresh();
      await session.close();
    }
  }

  rows<Row>(statement: SqlFragment): Promise<Row[]> {
    return this.read((session) => session.rows<Row>(statement));
  }

  /** The database's present instant, after everything posted so far. */
  async now(): Promise<string> {
    const [row] = await this.rows<{ now: string }>(sql`select to_json(clock_timestamp()) #>> '{}' as now`);
    return row?.now ?? "";
  }

  customer(number: string, attributes: { region?: string; parentId?: string } = {}): Promise<string> {
    return this.run(async ({ tx, tenant }) => {
      const id = uuidv7();
      await tx.rows(sql`
        insert into customer (tenant_id, id, number, name, currency, region, parent_id)
        values (${tenant.id}, ${id}, ${number}, ${`Customer ${number}`}, 'USD', ${attributes.region ?? null}, ${attributes.parentId ?? null})`);
      return id;
    });
  }

  invoice(given: NewInvoice): Promise<PostedInvoice> {
    const number = `I-${++this.#documents}`;
    return this.run((context) => postInvoice(context, number, given));
  }

  receipt(given: NewReceipt): Promise<string> {
    const number = `R-${++this.#documents}`;
    return this.run((context) => postReceipt(context, number, given));
  }

  /** Applies as much of an amount as there is; returns the entry. */
  apply(creditItemId: string, debitItemId: string, amount: string, on: string): Promise<string> {
    return this.run(async (context) => {
      const date = businessDate(on);
      const items = await lockItems(
        context,
        [creditItemId, debitItemId].map((id) => ({ id, from: date })),
      );
      const credit = items.find((item) => item.id === creditItemId);
      const debit = items.find((item) => item.id === debitItemId);
      if (!credit || !debit) throw new Error("no such items");
      const applied = Decimal.min(amount, credit.available, debit.available);
      if (applied.isZero()) throw new PostingRefused("nothing is available");
      const { functionalCurrency } = context.tenant;
      const settlement = settle(credit, debit, applied, functionalCurrency);
      const chart = await chartOf(context.tx, context.tenant.id);
      const zero = new Decimal(0);
      const entry = newEntry("APPLICATION", date, null)
        .move(credit, settlement.credit.amount, settlement.credit.functional, "APPLICATION")
        .move(debit, settlement.debit.amount, settlement.debit.functional, "APPLICATION")
        .move(debit, zero, settlement.realisedFx, "REALISED_FX")
        .line(
          accountOf(chart, "FX_GAIN_REALISED"),
          debit.currency,
          zero,
          settlement.realisedFx.negated(),
          null,
        );
      await post(context, [entry]);
      await context.tx.rows(sql`
        insert into application (tenant_id, id, credit_item_id, debit_item_id, customer_id, currency, amount, effective_date, entry_id)
        values (${context.tenant.id}, new_id(), ${creditItemId}, ${debitItemId}, ${debit.customerId}, ${debit.currency},
                ${applied.toFixed()}, ${date}, ${entry.header.id})`);
      return entry.header.id;
    });
  }

  /** Posts the mirror image of an entry; an application is then undone. */
  reverse(entryId: string, on: string): Promise<string> {
    return this.run(async (context) => {
      const reversalId = uuidv7();
      await reverse(context, [
        { entryId, reversalId, effectiveDate: businessDate(on), description: "Reversed" },
      ]);
      await context.tx.rows(sql`
        insert into application_reversal (tenant_id, application_id, effective_date, entry_id)
        select tenant_id, id, ${on}, ${reversalId} from application
        where tenant_id = ${context.tenant.id} and entry_id = ${entryId}`);
      return reversalId;
    });
  }

  /** Voids an invoice that nothing is applied to. */
  async voidInvoice(invoice: PostedInvoice, on: string): Promise<void> {
    const reversalId = await this.reverse(invoice.entryId, on);
    await this.run(({ tx, tenant }) =>
      tx.rows(sql`update invoice set status = 'VOID', void_entry_id = ${reversalId}, voided_on = ${on}
                  where tenant_id = ${tenant.id} and id = ${invoice.id}`),
    );
  }

  async run<Value>(work: (context: CommandContext) => Promise<Value>): Promise<Value> {
    const done: Value[] = [];
    const command: Command<object, object> = {
      name: "fixture",
      scope: "test",
      run: async (context) => {
        done[0] = await work(context);
        return {};
      },
    };
    const actor = { tenantId: this.tenant.id, subject: "fixture", scopes: new Set(["test"]) };
    const outcome: Outcome<object> = await this.pipeline.execute(actor, command, {});
    const [value] = done;
    if (outcome.kind !== "DONE" || value === undefined) throw new PostingRefused(JSON.stringify(outcome));
    return value;
  }
}

function newEntry(kind: string, effectiveDate: BusinessDate, documentId: string | null): JournalEntry {
  return new JournalEntry({ id: uuidv7(), effectiveDate, kind, description: kind, documentId });
}

async function postInvoice(
  context: CommandContext,
  number: string,
  given: NewInvoice,
): Promise<PostedInvoice> {
  const { tx, tenant } = context;
  const { customerId, instalments, currency = "USD", rate = "1" } = given;
  const chart = await chartOf(tx, tenant.id);
  const id = uuidv7();
  const documentDate = businessDate(given.documentDate);
  const total = instalments.reduce((sum, [, amount]) => sum.plus(amount), new Decimal(0));
  const entry = newEntry("INVOICE", documentDate, id);
  let functionalTotal = new Decimal(0);
  for (const [index, [dueDate, amount]] of instalments.entries()) {
    const functionalOriginal = roundMoney(new Decimal(amount).times(rate), tenant.functionalCurrency);
    functionalTotal = functionalTotal.plus(functionalOriginal);
    const accountId = accountOf(chart, "AR_CONTROL");
    const document = { documentNumber: number, documentDate, dueDate: businessDate(dueDate), invoiceId: id };
    const item = {
      id: uuidv7(),
      kind: "INVOICE" as const,
      customerId,
      accountId,
      currency,
      instalmentNo: index + 1,
    };
    entry.open({ ...item, ...document, original: new Decimal(amount), functionalOriginal });
  }
  entry.line(accountOf(chart, "REVENUE"), currency, total.negated(), functionalTotal.negated(), customerId);
  await post(context, [entry]);
  const lines = (given.lines ?? [[null, total.toFixed()]]).map(([productLine, gross], n) => ({
    n: n + 1,
    productLine,
    gross,
  }));
  await tx.rows(sql`
    insert into invoice (tenant_id, id, number, status, customer_id, document_date, due_date, currency, terms_id, net_total,
                         tax_total, total, booking_rate, issue_entry_id)
    select ${tenant.id}, ${id}, ${number}, 'ISSUED', ${customerId}, ${documentDate}, ${instalments.at(-1)?.[0]}, ${currency},
           t.id, ${total.toFixed()}, 0, ${total.toFixed()}, ${rate}, ${entry.header.id}
    from payment_terms t where t.tenant_id = ${tenant.id} limit 1`);
  await tx.rows(sql`
    insert into invoice_line (tenant_id, id, invoice_id, line_no, product, product_line, quantity, unit_price, net, tax, gross)
    select ${tenant.id}, new_id(), ${id}, l.n, 'Product', l."productLine", 1, l.gross, l.gross, 0, l.gross
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(n integer, "productLine" text, gross numeric)`);
  return { id, entryId: entry.header.id, itemIds: entry.items.map((item) => item.id) };
}

async function postReceipt(context: CommandContext, number: string, given: NewReceipt): Promise<string> {
  const { tx, tenant } = context;
  const { customerId, currency = "USD", rate = "1" } = given;
  const chart = await chartOf(tx, tenant.id);
  const receivedOn = businessDate(given.receivedOn);
  const amount = new Decimal(given.amount);
  const functional = roundMoney(amount.times(rate), tenant.functionalCurrency);
  const receiptId = uuidv7();
  const id = uuidv7();
  const accountId = accountOf(chart, customerId ? "UNAPPLIED_CASH" : "UNIDENTIFIED_CASH");
  const document = { documentNumber: number, documentDate: receivedOn, dueDate: receivedOn, receiptId };
  const entry = newEntry("RECEIPT", receivedOn, receiptId)
    .line(accountOf(chart, "CASH_CLEARING"), currency, amount, functional, customerId)
    .open({
      ...document,
      id,
      kind: "RECEIPT",
      customerId,
      accountId,
      currency,
      original: amount.negated(),
      functionalOriginal: functional.negated(),
    });
  await post(context, [entry]);
  await tx.rows(sql`
    insert into receipt (tenant_id, id, number, customer_id, amount, currency, received_on, method, rate, entry_id)
    values (${tenant.id}, ${receiptId}, ${number}, ${customerId}, ${amount.toFixed()}, ${currency}, ${receivedOn}, 'BANK_TRANSFER',
            ${rate}, ${entry.header.id})`);
  return id;
}
