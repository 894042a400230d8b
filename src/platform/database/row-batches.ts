import type { Executor } from "./database.js";
import { type SqlFragment, sql } from "./sql.js";

/**
 * The statement's rows in their order, a batch at a time, however many there are: a cursor of the session's transaction.
 * Amounts, dates and the like come as the driver reads them. A session reads one such list at a time.
 */
export async function* rowBatches<Row>(db: Executor, statement: SqlFragment): AsyncGenerator<Row[]> {
  await db.rows(sql`declare row_batches no scroll cursor for ${statement}`);
  let isBroken = false;
  try {
    for (let isWhole = false; !isWhole; ) {
      const rows = await db.rows<Row>(sql`fetch ${sql.constant(String(BATCH_ROWS))} from row_batches`);
      isWhole = rows.length < BATCH_ROWS;
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    // A transaction that failed takes no more statements; the one that failed is told.
    isBroken = true;
    throw error;
  } finally {
    if (!isBroken) await db.rows(sql`close row_batches`);
  }
}

const BATCH_ROWS = 500;
