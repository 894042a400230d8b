import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let reader: pg.Client;
let writer: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  [reader, writer] = [new pg.Client(database.url), new pg.Client(database.url)];
  await Promise.all([reader.connect(), writer.connect()]);
});
afterAll(async () => {
  await Promise.all([reader.end(), writer.end()]);
  await database.drop();
});

const TENANT = "01890a5d-ac96-774b-bcce-b302099a8050";
const MANY = 4_000;

interface Look {
  readonly since_before: number;
  readonly until_after: number;
}

/** Milliseconds from before the call to the horizon, and from the horizon to after the call. */
async function look(): Promise<Look> {
  const { rows } = await reader.query<Look>(
    `with before as materialized (select clock_timestamp() as at),
          looked as materialized (select at, knowledge_horizon($1) as horizon from before)
     select extract(epoch from horizon - at)::float8 * 1000 as since_before,
            extract(epoch from clock_timestamp() - horizon)::float8 * 1000 as until_after from looked`,
    [TENANT],
  );
  const [row] = rows;
  if (!row) throw new Error("the horizon was not told");
  return row;
}

describe("the horizon of knowledge", () => {
  it("is the clock before the locks were looked at, so that a posting begun during the look is after it", async () => {
    // So many locks make the look long beside everything else.
    await writer.query("select pg_advisory_lock(1, n) from generate_series(1, $1::integer) n", [MANY]);
    await look();
    const { since_before, until_after } = await look();
    await writer.query("select pg_advisory_unlock_all()");
    expect(since_before).toBeGreaterThanOrEqual(0);
    expect(until_after).toBeGreaterThan(since_before);
  });

  it("is not after the start of a posting in flight", async () => {
    await writer.query("begin");
    await writer.query("select set_config('app.tenant_id', $1, true)", [TENANT]);
    const { rows } = await writer.query("select posting_instant() as at");
    const { rows: told } = await reader.query("select knowledge_horizon($1) < $2 as before", [
      TENANT,
      rows[0].at,
    ]);
    await writer.query("rollback");
    expect(told).toEqual([{ before: true }]);
  });
});
