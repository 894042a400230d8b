import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  findProfile,
  ImportProfileError,
  type ProfileProblem,
  parseProfile,
  shippedProfiles,
} from "../../src/imports/import-profile.js";
import { INVOICE_YAML } from "./sources.js";

function problems(yaml: string): readonly ProfileProblem[] {
  try {
    parseProfile(yaml, "test");
  } catch (error) {
    if (error instanceof ImportProfileError) return error.problems;
    throw error;
  }
  return [];
}

const varied = (from: string, to: string) => {
  expect(INVOICE_YAML).toContain(from);
  return problems(INVOICE_YAML.replace(from, to));
};

describe("finding a profile", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "import-profile-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("finds every shipped profile by its name", async () => {
    const names = shippedProfiles();
    expect(names).toEqual([
      "ecb-rates",
      "highradius-open",
      "ibm-settled",
      "receivables-customers",
      "receivables-invoices",
    ]);
    const found = await Promise.all(names.map(findProfile));
    expect(found.map((profile) => profile.what)).toEqual([
      "rates",
      "invoices",
      "invoices",
      "customers",
      "invoices",
    ]);
  });

  it("finds a clerk's own profile by its path, in YAML and in JSON", async () => {
    const yaml = path.join(folder, "mine.yaml");
    const json = path.join(folder, "mine.json");
    await writeFile(yaml, INVOICE_YAML);
    const profile = await findProfile(yaml);
    await writeFile(json, JSON.stringify({ ...profile, csv: { delimiter: ";" } }));
    expect(profile.csv).toEqual({ delimiter: ",", quote: '"', encoding: "utf-8", header: true });
    expect((await findProfile(json)).csv.delimiter).toBe(";");
  });

  it("says which names there are when there is no profile of a name, and which path when there is no file", async () => {
    await expect(findProfile("ibm")).rejects.toThrow(/no profile of this name.*ibm-settled/s);
    await expect(findProfile("./nowhere.yaml")).rejects.toThrow(/nowhere\.yaml cannot be read/);
  });
});

describe("a profile that is not valid", () => {
  it("is told every problem at once, with its path and what is allowed", () => {
    const yaml = `
what: invoices
csv: { encoding: ascii, delimeter: ";" }
columns:
  number: "No"
  customerNumber: { column: C, uper: true }
  documentDate: { column: D, format: D/M/YY }
  amount: { column: A, round: up }
defaults: { currency: DOLLAR }
`;
    const found = problems(yaml);
    expect(found.map((problem) => problem.path).sort()).toEqual([
      "columns.amount.round",
      "columns.customerNumber",
      "columns.documentDate.format",
      "csv",
      "csv.encoding",
      "defaults.currency",
    ]);
    const text = found.map((problem) => problem.message).join("\n");
    expect(text).toContain('"utf-8"|"latin1"|"utf-16"');
    expect(text).toContain('"delimeter"; allowed: delimiter, quote, encoding, header, columnCount');
    expect(text).toContain('"uper"; allowed: column, trim, stripSuffix, upper, map, pad, prefix');
    expect(text).toContain('"none"|"minor-unit"');
    expect(text).toContain("two-digit years are not taken");
  });

  it("is not read when it is longer than any profile", () => {
    const keys = Array.from({ length: 30_000 }, (_, at) => `key${at}: 1\n`).join("");
    expect(problems(keys)).toEqual([
      { path: "", message: `has ${keys.length} characters; at most 65536 are read` },
    ]);
  });

  it("is told in a moment, however many keys it has, and which of them is there twice", () => {
    const started = performance.now();
    const keys = Array.from({ length: 12_000 }, (_, at) => `a${at.toString(36)}`);
    expect(problems(`{${keys.join(",")},zz,zz}`)).toEqual([
      { path: "", message: "is not YAML or JSON: `zz` is there twice" },
    ]);
    expect(performance.now() - started).toBeLessThan(2_500);
  });

  it("is told which column is missing", () => {
    expect(varied("  customerNumber: Customer\n", "")).toEqual([
      { path: "columns.customerNumber", message: "is missing" },
    ]);
  });

  it("is told when neither a due date nor payment terms are given", () => {
    expect(varied("  dueDate: Due\n", "")).toMatchObject([{ path: "columns.dueDate" }]);
  });

  it("is told when no currency is given", () => {
    expect(varied("defaults: { currency: USD }", "")).toMatchObject([{ path: "columns.currency" }]);
  });

  it("is told when two date formats would read one text as two dates", () => {
    expect(varied("Date\n", "{ column: Date, format: [M/D/YYYY, DD/MM/YYYY] }\n")).toMatchObject([
      { path: "columns.documentDate.format", message: expect.stringContaining("different dates") },
    ]);
    expect(varied("Date\n", "{ column: Date, format: [M/D/YYYY, YYYY-MM-DD] }\n")).toEqual([]);
  });

  it.each(["YYYYMD", "M/D", "YYYY-MM-DD-MM", "YYYY年MM月DD", "DDMYYYY"])(
    "refuses the date format %s",
    (format) => {
      expect(varied("Date\n", `{ column: Date, format: ${format} }\n`)).toHaveLength(1);
    },
  );

  it("may name columns by position only when the file has no header", () => {
    expect(varied("Customer\n", "2\n")).toMatchObject([{ path: "columns.customerNumber.column" }]);
    const positions = `
what: invoices
csv: { header: false, columnCount: 4 }
columns: { number: 1, customerNumber: 2, documentDate: 3, dueDate: 3, amount: 5 }
defaults: { currency: USD }
`;
    expect(problems(positions)).toMatchObject([{ path: "columns.amount.column" }]);
  });

  it.each(["", "- 1\n- 2", "what: orders", "what: [", "a: 1\na: 2", "42"])(
    "is told so when the file is something else: %j",
    (yaml) => {
      expect(problems(yaml).length).toBeGreaterThan(0);
    },
  );

  it("does not take a number where leading zeros may be lost", () => {
    expect(varied("Customer\n", "{ column: Customer, prefix: 0100 }\n")).toMatchObject([
      { path: "columns.customerNumber.prefix" },
    ]);
  });
});
