import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildProgram, ProgramUnderTest } from "../support/program.js";
import { flat, pagesOf } from "./printed.js";

let program: ProgramUnderTest;
let folder: string;

beforeAll(async () => {
  buildProgram();
  folder = await mkdtemp(path.join(os.tmpdir(), "receivables-documents-"));
  program = await ProgramUnderTest.create();
  const invoices = path.join(folder, "invoices.csv");
  const rows = ["A/1,10.00", "A?1,20.00", "株式,3000.00"].map(
    (row, n) => `I-${n},${row.split(",")[0]},2026-01-05,2026-02-05,${row.split(",")[1]}`,
  );
  await writeFile(invoices, `no,customer,date,due,amount\n${rows.join("\n")}\n`);
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

it("the command line writes a statement for everybody, a file for each, and tells of characters that were lost", async () => {
  const out = path.join(folder, "statements");
  const all = await program.run("statements", "--all", "--as-of", "2026-03-31", "--out", out);
  expect(all).toMatchObject({ code: 0, stdout: "" });
  expect(all.stderr).toContain(`Writing statements: 3 in ${out}, as known at `);
  expect(all.stderr).toContain("1 have characters that the font lacks");
  const names = (await readdir(out)).sort();
  expect(names).toEqual([
    "statement-A_1-2026-03-31-2.pdf",
    "statement-A_1-2026-03-31.pdf",
    "statement-_-2026-03-31.pdf",
  ]);
  const texts = await Promise.all(
    names.map(async (name) => flat(await pagesOf(await readFile(path.join(out, name))))),
  );
  expect(texts.filter((text) => text.includes("Customer A/1"))).toHaveLength(1);
  expect(texts.filter((text) => text.includes("3,000.00"))).toHaveLength(1);
});

it("the command line writes letters for the large ones and a sample, the same again as known at the same instant", async () => {
  const out = path.join(folder, "letters");
  const choice = ["--minimum-balance", "1000", "--sample", "1", "--seed", "2026", "--as-of", "2026-03-31"];
  const first = await program.run("confirmations", ...choice, "--out", out);
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toContain("2 of 3 customers with something open are asked.");
  const names = await readdir(out);
  expect(names).toHaveLength(2);
  const knownAt = /as known at (\S+)/.exec(first.stderr)?.[1] ?? "";
  const bytes = () => Promise.all(names.map((name) => readFile(path.join(out, name))));
  const before = await bytes();
  await program.run("confirmations", ...choice, "--known-at", knownAt, "--out", out);
  expect(await bytes()).toEqual(before);
  const merged = path.join(folder, "merged");
  const together = await program.run("confirmations", "--merged", "--out", merged, "--as-of", "2026-03-31");
  expect(together.stderr).toContain("confirmations-2026-03-31.pdf");
  expect(await pagesOf(await readFile(path.join(merged, "confirmations-2026-03-31.pdf")))).toHaveLength(3);
});

it("the command line says what is wrong, without a stack and without a file", async () => {
  const out = path.join(folder, "nothing");
  const told = async (...args: string[]) => {
    const { code, stderr } = await program.run(...args, "--out", out);
    expect([args, code, stderr.includes("    at ")]).toEqual([args, 1, false]);
    return stderr;
  };
  expect(await told("statements", "--customer", "nobody")).toContain("There is no customer nobody.");
  expect(await told("statements", "--all", "--as-of", "2026-02-30")).toContain("Give a calendar date");
  expect(existsSync(out)).toBe(false);
});
