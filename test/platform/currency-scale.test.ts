import { afterAll, beforeAll, expect, it } from "vitest";
import { Database, executorOn } from "../../src/platform/database/database.js";
import { sql } from "../../src/platform/database/sql.js";
import { isCurrency, minorUnits } from "../../src/platform/money.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await createTestDatabase();
  database = new Database({ url: test.url, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

/** Every code of three letters: so that neither side can know a currency that the other forgot. */
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const CODES = LETTERS.flatMap((a) => LETTERS.flatMap((b) => LETTERS.map((c) => a + b + c)));

it("the program and the database give every currency the same number of decimals", async () => {
  const client = await database.pool.connect();
  try {
    const rows = await executorOn(client).rows<{ code: string; scale: number }>(
      sql`select code, currency_scale(code) as scale from unnest(${CODES}::text[]) as c(code)`,
    );
    const differing = rows.filter(({ code, scale }) => scale !== minorUnits(code));
    expect(differing).toEqual([]);
    const unusual = rows.filter(({ scale }) => scale !== 2).map(({ code }) => code);
    expect(unusual.filter((code) => !isCurrency(code))).toEqual([]);
    expect(unusual.length).toBeGreaterThan(20);
  } finally {
    client.release();
  }
});
