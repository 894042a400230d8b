import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { requestError } from "../graphql/errors.js";
import { compile, type NeededColumns, type SqlFragment } from "./sql.js";

/** The role that every session of the server has: not the owner, so that no policy can be passed by. */
export const APPLICATION_ROLE = "receivables_app";

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** Sessions as the owner, for migrations and administration across tenants; otherwise as the application's role. */
  readonly asOwner?: boolean;
  readonly applicationName?: string;
}

/** For the sorts and hashes of reports; the server's default of 4 MB sends them to disk. */
const WORK_MEM = "32MB";

/** A connection pool whose sessions run as one role and whose rows keep money and dates as text. */
export class Database {
  readonly pool: pg.Pool;

  constructor(readonly options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize,
      application_name: options.applicationName ?? "receivables",
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      types: TEXT_TYPES,
      // Statements of one transaction are sent without waiting for the answer to the one before.
      pipeline: true,
      options: options.asOwner ? undefined : `-c role=${APPLICATION_ROLE} -c work_mem=${WORK_MEM}`,
    } as pg.PoolConfig);
    // An idle connection that the server drops is replaced at the next use; without a listener it would end the process.
    this.pool.on("error", () => undefined);
    this.pool.on("connect", (client) => client.on("error", () => undefined));
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Runs statements on one connection. */
export interface Executor {
  rows<Row>(statement: SqlFragment): Promise<Row[]>;
}

export const statementCounter = new AsyncLocalStorage<{ statements: string[] }>();

/** An executor over one checked-out client. */
export function executorOn(client: pg.ClientBase, needed?: NeededColumns): Executor {
  return {
    async rows<Row>(statement: SqlFragment): Promise<Row[]> {
      const compiled = compile(statement, needed);
      if (compiled.values.some(hasNul)) throw requestError("BAD_USER_INPUT", NUL_REFUSED);
      statementCounter.getStore()?.statements.push(compiled.text);
      const result = await answerOf(client, compiled);
      return result.rows as Row[];
    },
  };
}

/**
 * The answer to a statement, asked for with a callback: what the driver's own promises lead to survives collections of
 * the young generation, so that all rows would be copied into the old one.
 */
export function answerOf(client: pg.ClientBase, statement: string | pg.QueryConfig): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const answered = (error: Error | null, result: pg.QueryResult): void =>
      error ? reject(error) : resolve(result);
    if (typeof statement === "string") client.query(statement, answered);
    else client.query(queryOf(statement), answered);
  });
}

/** The driver would copy a statement that is not a query yet with all its descriptors. */
function queryOf({ name, text, values }: pg.QueryConfig): pg.Query & pg.QueryConfig {
  return Object.assign(new pg.Query(text, values), { name, text });
}

/**
 * PostgreSQL has no text with this character. It is refused before it is sent, since a statement that fails would
 * take the rest of its transaction with it; mutations refuse it earlier, with the path of the value.
 */
function hasNul(value: unknown): boolean {
  return typeof value === "string" ? value.includes("\u0000") : Array.isArray(value) && value.some(hasNul);
}

const NUL_REFUSED = "Text cannot have the character NUL (U+0000). Leave it out.";

const { builtins } = pg.types;

/** Money, dates and bigint stay text (a JavaScript number or Date would change them); instants become Dates. */
const TEXT_TYPES: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    if (oid === builtins.DATE || oid === builtins.NUMERIC || oid === builtins.INT8)
      return (value: string) => value;
    if (oid === 1182) return (value: string) => (value === "{}" ? [] : value.slice(1, -1).split(","));
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;
