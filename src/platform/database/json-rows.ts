import type { Executor } from "./database.js";
import { type SqlFragment, sql } from "./sql.js";

/**
 * The statement's rows, in its order, brought over as one JSON document: the driver takes many times as long over
 * the same values one by one. JSON has no exact decimals, so the statement casts `numeric` and `bigint` to text;
 * instants come as ISO 8601 text.
 */
export async function jsonRows<Row>(db: Executor, statement: SqlFragment): Promise<Row[]> {
  const [document] = await db.rows<{ rows: Row[] }>(
    sql`select coalesce(json_agg(r), '[]') as rows from (${statement}) as r`,
  );
  return document?.rows ?? [];
}
