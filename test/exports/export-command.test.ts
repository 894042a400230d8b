import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildProgram, ProgramUnderTest } from "../support/program.js";

let program: ProgramUnderTest;
let folder: string;

beforeAll(async () => {
  buildProgram();
  folder = await mkdtemp(path.join(os.tmpdir(), "receivables-export-"));
  program = await ProgramUnderTest.create();
  const invoices = path.join(folder, "invoices.csv");
  await writeFile(
    invoices,
    "no,customer,date,due,amount\nA-1,C-1,2026-01-05,2026-02-05,10.00\nA-2,C-1,2026-01-06,2026-02-06,20.50\n",
  );
  const profile = path.join(folder, "profile.yaml");
  await writeFile(
    profile,
    "what: invoices\ncolumns: { number: no, customerNumber: customer, documentDate: date, dueDate: due, amount: amount }\ndefaults: { currency: EUR }\n",
  );
  await program.run("tenant", "create", "acme", "--name", "Acme", "--currency", "EUR", "--time-zone", "UTC");
  expect(await program.run("import", "invoices", invoices, "--profile", profile)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await program.remove();
  await rm(folder, { recursive: true, force: true });
});

it("the command line writes a batch, tells its control totals, writes it again, and writes nothing twice", async () => {
  const to = path.join(folder, "batch.journal");
  const first = await program.run("export", "journal", "--format", "hledger", "--to", to);
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toContain("Batch 1: 2 entries, 4 lines, effective 2026-01-05 to 2026-01-06.");
  expect(first.stderr).toContain("EUR debits 30.50, credits 30.50");
  const written = await readFile(to, "utf8");
  expect(existsSync(`${to}.part`)).toBe(false);

  const nothing = await program.run("export", "journal", "--format", "hledger", "--to", `${to}.2`);
  expect(nothing).toMatchObject({ code: 0, stderr: expect.stringContaining("nothing was written") });
  expect(existsSync(`${to}.2`)).toBe(false);

  const again = await program.run("export", "journal", "--again", "1");
  expect(again).toMatchObject({ code: 0, stdout: written });
  const csv = await program.run("export", "journal", "--again", "1", "--format", "csv");
  expect(csv.stdout.split("\n")).toHaveLength(6);
});

it("the command line keeps to a batch's first format, and writes over no other file unasked", async () => {
  const to = path.join(folder, "again.journal");
  const again = await program.run("export", "journal", "--again", "1", "--to", to);
  expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining("hledger, SHA-256") });
  const written = await readFile(to, "utf8");
  expect(await program.run("export", "journal", "--again", "1", "--to", to)).toMatchObject({ code: 0 });
  const other = ["export", "journal", "--again", "1", "--format", "csv", "--to", to];
  expect(await program.run(...other)).toMatchObject({ code: 1, stderr: expect.stringContaining("--force") });
  expect(await readFile(to, "utf8")).toBe(written);
  expect(await program.run(...other, "--force")).toMatchObject({ code: 0 });
  expect(await readFile(to, "utf8")).toContain("batch_number,");
});

it("the command line takes no batch for a file that cannot be written", async () => {
  const invoices = path.join(folder, "later.csv");
  await writeFile(invoices, "no,customer,date,due,amount\nA-3,C-1,2026-01-07,2026-02-07,5.00\n");
  await program.run("import", "invoices", invoices, "--profile", path.join(folder, "profile.yaml"));
  const nowhere = await program.run("export", "journal", "--format", "csv", "--to", "/nowhere/x.csv");
  expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining("cannot be written") });
  const there = await program.run("export", "journal", "--format", "csv", "--to", invoices);
  expect(there).toMatchObject({ code: 1, stderr: expect.stringContaining("--force") });
  expect(await readFile(invoices, "utf8")).toContain("A-3");
  const taken = await program.run("export", "journal", "--format", "csv");
  expect(taken).toMatchObject({ code: 0, stderr: expect.stringContaining("Batch 2: 1 entries") });
});

it("the command line says what is wrong, without a stack", async () => {
  const told = async (...args: string[]) => {
    const { code, stderr } = await program.run("export", "journal", ...args);
    expect([code, stderr.includes("    at ")]).toEqual([1, false]);
    return stderr;
  };
  expect(await told("--format", "oracle")).toContain("settings.ledgerId");
  expect(await told("--again", "1", "--to", "/nowhere/file")).toContain("cannot be written");
});
