import { expect } from "vitest";
import { approvalPolicy } from "../../src/approvals/index.js";
import {
  CustomerBankAccountEntity,
  CustomerContactEntity,
  CustomerEntity,
} from "../../src/customers/index.js";
import { InvoiceEntity } from "../../src/invoicing/index.js";
import { verifyLedger } from "../../src/ledger/index.js";
import { ROLES, type Role } from "../../src/platform/auth/roles.js";
import type { Actor, Command } from "../../src/platform/commands/command.js";
import { type CommandOptions, CommandPipeline, resultOf } from "../../src/platform/commands/pipeline.js";
import type { Refusal } from "../../src/platform/commands/refusal.js";
import { Database, type Executor } from "../../src/platform/database/database.js";
import { Orm } from "../../src/platform/database/orm.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import { type SqlFragment, sql } from "../../src/platform/database/sql.js";
import type { Tenant } from "../../src/platform/database/tenancy.js";
import { createTenant } from "../../src/setup/create-tenant.js";
import { createTestDatabase } from "./database.js";

/** A database with the command pipeline over it, without a server: for tests of what commands do. */
export class Library {
  #tenants = 0;
  #tables: Promise<readonly { readonly name: string }[]> | undefined;

  private constructor(
    readonly database: Database,
    readonly owner: Database,
    readonly commands: CommandPipeline,
    private readonly orm: Orm,
    readonly today: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(today = "2026-03-10"): Promise<Library> {
    const { url, drop } = await createTestDatabase();
    const database = new Database({ url, poolSize: 4 });
    const owner = new Database({ url, poolSize: 1, asOwner: true });
    const entities = [CustomerEntity, CustomerContactEntity, CustomerBankAccountEntity, InvoiceEntity];
    const orm = await Orm.open(database, entities);
    const now = () => new Date(`${today}T12:00:00Z`);
    const commands = new CommandPipeline({
      database,
      orm,
      now,
      approvals: approvalPolicy,
      onEvents: () => undefined,
    });
    return new Library(database, owner, commands, orm, today, drop);
  }

  /** The books of a new tenant. */
  async books(functionalCurrency = "USD"): Promise<Books> {
    this.#tenants += 1;
    const slug = `books-${this.#tenants}`;
    const tenant = await createTenant(this.owner, this.orm, {
      slug,
      name: slug,
      functionalCurrency,
      timeZone: "UTC",
    });
    return new Books(this, tenant);
  }

  /** Every table of what tenants have, by name. */
  tenantTables(db: Executor): Promise<readonly { readonly name: string }[]> {
    this.#tables ??= db.rows<{ name: string }>(sql`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id' order by table_name`);
    return this.#tables;
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.owner.close();
    await this.drop();
  }
}

/** One tenant, worked on by commands. */
export class Books {
  readonly actor: Actor;

  constructor(
    readonly library: Library,
    readonly tenant: Tenant,
  ) {
    this.actor = this.actorWith("ADMIN");
  }

  /** The day on which everything is done. */
  get today(): string {
    return this.library.today;
  }

  actorWith(role: Role): Actor {
    return { tenantId: this.tenant.id, subject: role, roles: [role], scopes: new Set<string>(ROLES[role]) };
  }

  /** The refusals of a command, or its result. */
  async attempt<Input, Result>(
    command: Command<Input, Result>,
    input: Input,
    options: CommandOptions & { readonly as?: Actor } = {},
  ): Promise<{ readonly refusals: readonly Refusal[]; readonly result: Result | null }> {
    const outcome = await this.library.commands.execute(options.as ?? this.actor, command, input, options);
    if (outcome.kind === "REFUSED") return { refusals: outcome.refusals, result: null };
    return { refusals: [], result: resultOf(outcome) };
  }

  /** The result of a command that must be carried out. */
  async does<Input, Result>(command: Command<Input, Result>, input: Input): Promise<Result> {
    const { refusals, result } = await this.attempt(command, input);
    if (result === null) throw new Error(refusals.map((r) => `${r.code}: ${r.message}`).join("\n"));
    return result;
  }

  async read<Value>(work: (db: Executor) => Promise<Value>): Promise<Value> {
    const session = new ReadSession(this.library.database, this.tenant.id);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  rows<Row>(statement: SqlFragment): Promise<Row[]> {
    return this.read((db) => db.rows<Row>(statement));
  }

  /** The one row of a statement. */
  async row<Row>(statement: SqlFragment): Promise<Row> {
    const [row] = await this.rows<Row>(statement);
    if (row === undefined) throw new Error("the statement gave no row");
    return row;
  }

  async termsId(code: string): Promise<string> {
    const found = sql`select id from payment_terms where tenant_id = ${this.tenant.id} and code = ${code}`;
    return (await this.row<{ id: string }>(found)).id;
  }

  /** Every row of the tenant as one hash: two digests differ when anything at all changed. */
  async digest(): Promise<string> {
    const tables = await this.read((db) => this.library.tenantTables(db));
    const each = tables.map(
      ({
        name,
      }) => sql`select ${name}::text as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash
        from ${sql.identifier(name)} t where tenant_id = ${this.tenant.id}`,
    );
    const hashes = await this.rows<{ name: string; hash: string }>(sql.join(each, " union all "));
    return JSON.stringify(hashes);
  }

  /** Every invariant of the ledger, each recomputed from the rows. */
  async expectSound(): Promise<void> {
    await this.read(async (db) => {
      for await (const { check, differences } of verifyLedger(db, this.tenant.id)) {
        expect({ check, differences }).toEqual({ check, differences: [] });
      }
    });
  }
}
