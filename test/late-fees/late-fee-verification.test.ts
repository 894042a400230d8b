import { describe, expect, it } from "vitest";
import { verifyLedger } from "../../src/ledger/index.js";
import { executorOn } from "../../src/platform/database/database.js";
import { lateFees, policy } from "../support/late-fees.js";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

/** Books with a late fee of three runs' days, of which a part is waived. */
async function told(): Promise<Story> {
  const story = await stories.begin();
  await policy(story);
  const customerId = await story.customer();
  await story.invoice({ customerId, amount: "3650.00", documentDate: "2025-12-25" });
  for (const asOf of ["2026-02-10", "2026-02-28", "2026-03-10"]) await story.does("lateFeeRun", { asOf });
  const lateFeeId = given((await lateFees(story))[0]).id;
  await story.does("lateFeeWaive", { lateFeeId, amount: "1.00", reasonCode: "GOODWILL" });
  return story;
}

describe("the verification of late fees", () => {
  it.each([
    ["a fee of another amount", "update late_fee set amount = amount + 1", "sum of its lines"],
    ["a line of another amount", "update late_fee_line set amount = amount + 1", "sum of its lines"],
    [
      "a day that is charged twice",
      "update late_fee_line set from_date = from_date - 1, after_date = after_date - 1",
      "No day of an item",
    ],
    ["a waiver that nobody made", "update late_fee set waived = waived + 1", "standing waivers"],
    ["a waiver of another amount", "update late_fee_waiver set amount = amount + 1", "standing waivers"],
  ])("finds %s", async (_, statement, check) => {
    const story = await told();
    const client = await story.api.owner.pool.connect();
    try {
      await client.query("begin; set local session_replication_role = replica");
      await client.query(statement);
      const broken: string[] = [];
      for await (const result of verifyLedger(executorOn(client), story.tenant.id)) {
        if (result.differences.length > 0) broken.push(result.check);
      }
      expect(
        broken.some((name) => name.includes(check)),
        broken.join("\n"),
      ).toBe(true);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
