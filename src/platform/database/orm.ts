import { type EntitySchema, MikroORM, type SqlEntityManager } from "@mikro-orm/postgresql";
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import type pg from "pg";
import type { Database } from "./database.js";

export type { SqlEntityManager };

/** The unit of work for mutable aggregates. It has no connections of its own: a command lends it its transaction's. */
export class Orm {
  private constructor(private readonly mikro: MikroORM) {}

  static async open(database: Database, entities: readonly EntitySchema[]): Promise<Orm> {
    const mikro = await MikroORM.init({
      entities: [...entities],
      dbName: "receivables",
      driverOptions: new Kysely({ dialect: new PostgresDialect({ pool: database.pool }) }),
      preferReadReplicas: false,
      ensureDatabase: false,
      connect: false,
      discovery: { warnWhenNoEntities: false },
    } as Parameters<typeof MikroORM.init>[0]);
    return new Orm(mikro as MikroORM);
  }

  /** A fresh unit of work whose statements run on the transaction's connection. */
  unitOfWork(client: pg.PoolClient): SqlEntityManager {
    const em = this.mikro.em.fork({ clear: true });
    em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: poolOf(client) }) }));
    return em;
  }

  async close(): Promise<void> {
    await this.mikro.close(true);
  }
}

/** A pool of just the one connection, which stays with its transaction. */
function poolOf(client: pg.PoolClient): PostgresPool {
  const borrowed: PostgresPoolClient = {
    query: client.query.bind(client) as PostgresPoolClient["query"],
    release: () => undefined,
  };
  return { connect: async () => borrowed, end: async () => undefined, options: {} };
}
