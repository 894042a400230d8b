import { afterAll, beforeAll, expect, it } from "vitest";
import { runAllowance } from "../../src/allowance/run-allowance.js";
import { setProvisionMatrix } from "../../src/allowance/set-provision-matrix.js";
import { verifyLedger } from "../../src/ledger/index.js";
import { executorOn } from "../../src/platform/database/database.js";
import { RandomLedger } from "../ledger/model/random-ledger.js";
import type { Step } from "../ledger/model/step.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
let books: Books;
beforeAll(async () => {
  library = await Library.open("2026-08-01");
  const ledger = new RandomLedger(await library.books());
  books = ledger.books;
  const chance = { pick: 2, other: 0, cents: 10_000, day: 3, later: 0 };
  const steps = ["customer", "draft", "issue"] as const;
  for (const what of steps) await ledger.take({ what, ...chance } satisfies Step);
  const segments = [{ lossPercents: Array(5).fill("7") }];
  await books.does(setProvisionMatrix, {
    effectiveFrom: "2026-01-01",
    scheme: [30, 60, 90],
    segmentBy: "NONE",
    segments,
  });
  const { change } = await books.does(runAllowance, { asOf: "2026-07-31" });
  expect(change).toBe("7.49");
});
afterAll(() => library.close());

/** The checks that fail after a change that no trigger sees; the change is rolled back. */
async function afterTampering(statement: string): Promise<string[]> {
  const client = await library.owner.pool.connect();
  const broken: string[] = [];
  try {
    await client.query("begin; set local session_replication_role = replica");
    expect((await client.query(statement)).rowCount).toBe(1);
    for await (const { check, differences } of verifyLedger(executorOn(client), books.tenant.id)) {
      if (differences.length > 0) broken.push(check);
    }
  } finally {
    await client.query("rollback");
    client.release();
  }
  return broken;
}

it.for([
  [
    "a cell that is off",
    "update allowance_cell set required = required + 1",
    "cells of every allowance run sum",
  ],
  ["a cell lost", "delete from allowance_cell", "cells of every allowance run sum"],
  [
    "a run whose entry is another's",
    "update allowance_run set entry_id = (select id from journal_entry where kind <> 'ALLOWANCE' limit 1)",
    "allowance run's entry is its change",
  ],
  [
    "a run of another day",
    "update allowance_run set as_of = as_of - 1",
    "allowance run's entry is its change",
  ],
] as const)("the verification finds %s", async ([, statement, check]) => {
  const broken = await afterTampering(statement);
  expect(broken).toEqual([expect.stringContaining(check)]);
});
