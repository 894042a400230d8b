import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// What is tested is the program as it was built.
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matching-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function answer(command: "match" | "match-bank", content: string) {
  const file = join(folder, `${command}.json`);
  await writeFile(file, content);
  return run(process.execPath, [`dist/src/cli/${command}.js`, file]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

const PROBLEM = {
  invoices: [
    {
      invoice_id: "R-1",
      customer_id: "C1",
      customer_name: "Northwind",
      invoice_date: "2026-03-01",
      due_date: "2026-03-31",
      amount: 438.5,
    },
  ],
  payments: [
    {
      payment_id: "P1",
      payment_date: "2026-03-09",
      payer_name: "NORTHWIND",
      amount: 438.5,
      reference_info: "",
    },
    { payment_id: "P2", payment_date: "2026-03-09", payer_name: "Somebody", amount: 7, reference_info: "" },
  ],
  remittance_lines: [{ remittance_id: "A1", payment_id: "P1", invoice_ref: "R-1", amount: 438.5, memo: "" }],
  ground_truth: "is not looked at",
};

describe("the match command", () => {
  it("prints what is applied, with exact amounts, and the payments that match nothing", async () => {
    const { code, stdout } = await answer("match", JSON.stringify(PROBLEM));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      applications: [
        {
          payment_id: "P1",
          invoice_id: "R-1",
          applied_amount: 438.5,
          decision: "AUTO",
          score: 1,
          evidence: expect.stringContaining('reference "R-1" in advice line 1'),
        },
      ],
      unmatched_payments: ["P2"],
    });
    expect(stdout).toContain('"applied_amount":438.50,');
  });

  it("tells where a file is not a problem, and what to do", async () => {
    const bad = { ...PROBLEM, payments: [{ ...PROBLEM.payments[0], amount: "about 400" }] };
    const { code, stdout, stderr } = await answer("match", JSON.stringify(bad));
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("payments[0].amount: is not an amount");
    expect(stderr).toContain("npm run -s match -- PROBLEM.json");
  });

  it("tells what is not JSON", async () => {
    expect(await answer("match-bank", "{")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is not JSON"),
    });
  });
});

describe("the match:bank command", () => {
  it("prints its pairs in the shape of such problems' solutions", async () => {
    const { stdout } = await answer(
      "match-bank",
      JSON.stringify({
        bank_transactions: [
          { id: "B1", date: "2026-03-03", description: "TRF IN NORTHWIND", amount: 120.3 },
          { id: "B2", date: "2026-03-04", description: "ACCOUNT FEE", amount: -4 },
        ],
        gl_entries: [
          {
            id: "L1",
            date: "2026-03-02",
            description: "Northwind receipt",
            amount: 120.3,
            ref: "AR-1",
            entry_type: "normal",
          },
        ],
      }),
    );
    expect(JSON.parse(stdout)).toEqual({
      matches_1to1: [{ bank_id: "B1", gl_id: "L1", note: expect.stringContaining("equal amounts") }],
      matches_many_to_one: [],
      matches_amount_mismatch: [],
      offsetting_gl_pairs: [],
      unmatched_bank: [{ bank_id: "B2", amount: -4, note: expect.stringContaining("ACCOUNT FEE") }],
      unmatched_gl: [],
      summary: {
        ...{ bank_transactions: 2, gl_entries: 1, bank_accounted: 2, gl_accounted: 1 },
        ...{ matches_1to1: 1, matches_many_to_one: 0, matches_many_to_one_gl_entries: 0 },
        ...{ matches_amount_mismatch: 0, offsetting_gl_pairs: 0, offsetting_gl_entries: 0 },
        ...{ unmatched_bank: 1, unmatched_gl: 0 },
      },
    });
  });
});
