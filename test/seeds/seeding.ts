import { type Application, openApplication } from "../../src/application.js";
import { verifyLedger } from "../../src/ledger/index.js";
import { Database, type Executor } from "../../src/platform/database/database.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import type { SqlFragment } from "../../src/platform/database/sql.js";
import { createTestDatabase } from "../support/database.js";

/** An application over an empty database of its own, for what seeds do to it. */
export interface SeedingPlace {
  readonly application: Application;
  readonly owner: Database;
  rows<Row>(tenantId: string, statement: SqlFragment): Promise<Row[]>;
  /** Every difference that the ledger's own verification finds, with how many checks ran. */
  verified(tenantId: string): Promise<{ readonly checks: number; readonly differences: readonly unknown[] }>;
  close(): Promise<void>;
}

export async function openSeedingPlace(): Promise<SeedingPlace> {
  const database = await createTestDatabase();
  const owner = new Database({ url: database.url, poolSize: 2, asOwner: true });
  const tokens = { issuer: "receivables-test", audience: "receivables-test" };
  const application = await openApplication({ databaseUrl: database.url, poolSize: 4, tokens });
  const read = async <T>(tenantId: string, work: (db: Executor) => Promise<T>): Promise<T> => {
    const session = new ReadSession(application.database, tenantId);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  };
  return {
    application,
    owner,
    rows: (tenantId, statement) => read(tenantId, (db) => db.rows(statement)),
    verified: (tenantId) =>
      read(tenantId, async (db) => {
        let checks = 0;
        const differences: unknown[] = [];
        for await (const result of verifyLedger(db, tenantId)) {
          checks += 1;
          differences.push(...result.differences);
        }
        return { checks, differences };
      }),
    async close() {
      await application.close();
      await owner.close();
      await database.drop();
    },
  };
}
