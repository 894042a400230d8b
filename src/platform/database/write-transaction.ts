import type pg from "pg";
import { type Database, type Executor, executorOn } from "./database.js";
import type { Orm, SqlEntityManager } from "./orm.js";
import type { SqlFragment } from "./sql.js";
import { beginAs, sendBegin } from "./tenancy.js";
import { asUnavailable } from "./unavailable.js";

/** Serialization failures and deadlocks are tried again so many times, each time from the start. */
const ATTEMPTS_MAX = 4;
const RETRYABLE = new Set(["40001", "40P01"]);

/** One tenant's read-write transaction: SQL on its connection, and a unit of work for those who need one. */
export class WriteTransaction implements Executor {
  readonly #executor: Executor;
  #unitOfWork: SqlEntityManager | undefined;

  constructor(
    readonly client: pg.PoolClient,
    private readonly orm: Orm,
  ) {
    this.#executor = executorOn(client);
  }

  rows<Row>(statement: SqlFragment): Promise<Row[]> {
    return this.#executor.rows<Row>(statement);
  }

  /** The unit of work, opened at first use; flushed before the transaction commits. */
  get entities(): SqlEntityManager {
    this.#unitOfWork ??= this.orm.unitOfWork(this.client);
    return this.#unitOfWork;
  }

  async flush(): Promise<void> {
    await this.#unitOfWork?.flush();
  }
}

/** Thrown inside a transaction to undo it and hand a value out. */
export class Rollback<T> extends Error {
  override readonly name = "Rollback";
  constructor(readonly value: T) {
    super("rolled back on purpose");
  }
}

export interface TransactionScope {
  readonly database: Database;
  readonly orm: Orm;
  readonly tenantId: string;
  readonly settings?: Record<string, string>;
}

/**
 * Runs the work in one transaction of the tenant and commits it. Serialization failures and deadlocks are
 * retried, each on a fresh transaction and unit of work; every other error rolls back and is thrown, a lost connection as
 * UNAVAILABLE.
 */
export async function inTransaction<T>(
  scope: TransactionScope,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(scope, work);
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !RETRYABLE.has(sqlState(error))) throw asUnavailable(error);
    }
  }
}

/** The SQLSTATE of a database error, looked for through the ORM's wrapping; "" when it is none. */
export function sqlState(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause ?? (e as { previous?: unknown }).previous) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return "";
}

async function once<T>(
  scope: TransactionScope,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const client = await scope.database.pool.connect();
  let broken: Error | undefined;
  try {
    sendBegin(client, beginAs(scope.tenantId, "READ WRITE", scope.settings));
    const transaction = new WriteTransaction(client, scope.orm);
    const result = await work(transaction);
    await transaction.flush();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
