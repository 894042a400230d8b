import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedProfiles } from "../../src/imports/index.js";
import { buildProgram, ProgramUnderTest } from "../support/program.js";

let program: ProgramUnderTest;
beforeAll(async () => {
  buildProgram();
  program = await ProgramUnderTest.create();
});
afterAll(() => program.remove());

describe("the program", () => {
  it.each([
    ["a place that takes no directories", "/proc/nope"],
    ["a path that leads through a file", "/etc/passwd/data"],
  ])("ends at once, in one line that names DATA_DIR, on %s", async (_, DATA_DIR) => {
    const ended = await program.runWith({ DATA_DIR }, "serve");
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^DATA_DIR: \/[^\n]*\n$/);
    expect(ended.stderr).toContain(DATA_DIR);
  });

  it("ends when it is told to while it starts, and leaves no database running", async () => {
    expect(await program.endWhileStarting("SIGTERM")).toBe(0);
    expect(program.postmaster()).toBeNull();
  });

  it("says under an old Node.js what to run instead", async () => {
    const { engines } = JSON.parse(await readFile("package.json", "utf8"));
    expect(engines.node).toBe(">=20");
    const old =
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } })';
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(old)}`;
    const ended = await program.runWith({ NODE_OPTIONS }, "verify");
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/runs on 20\.19\.0\. Run "npm start" or "npx receivables …" instead/);
  });

  it("lists in its help the import profiles that are shipped", async () => {
    const { stdout } = await program.run("import", "--help");
    const files = shippedProfiles();
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) expect(stdout).toContain(`  ${name} `);
  });
});

describe("an option's value that cannot be", () => {
  it.each([
    ["--expires <span>", "such as 30m, 12h, 7d or 1y.", ["token", "--role", "ADMIN", "--expires", "5x"]],
    ["--as-of <date>", "such as 2026-01-31.", ["statements", "--all", "--as-of", "2026-02-30"]],
  ])("is told in one line that names %s and says what is taken (%s)", async (option, advice, args) => {
    const { code, stdout, stderr } = await program.run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const [told = "", ...rest] = stderr.trimEnd().split("\n");
    expect(told).toContain(`option '${option}' argument '`);
    expect(told).toMatch(new RegExp(`${advice}$`));
    expect(rest).toEqual(["(--help tells more)"]);
  });
});

describe("the import at the command line", () => {
  const profile = path.resolve("test/cli/files/plain.yaml");
  beforeAll(async () => {
    const company = ["--name", "Acme", "--currency", "USD", "--time-zone", "UTC"];
    expect(await program.run("tenant", "create", "acme", ...company)).toMatchObject({ code: 0 });
  });

  it("of a file with a broken quote says what was taken in, where the quote is and where to go on, and writes the rejected rows", async () => {
    const rejects = path.join(program.dataDir, "r.csv");
    const source = path.resolve("test/cli/files/stray-quote.csv");
    const args = ["import", "invoices", source, "--profile", profile, "--rejects", rejects];
    const ended = await program.run(...args);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^Imported 2, already there 0, rejected 1\.\nRejected rows are in /);
    expect(ended.stderr).toMatch(
      /line 5 has a quote inside a value in column 2 \(Customer\).* The rows before line 5 are dealt with/,
    );
    const nowhere = path.join(program.dataDir, "no", "r.csv");
    expect(await program.run(...args.slice(0, -1), nowhere)).toMatchObject({
      code: 1,
      stderr: `--rejects: ${nowhere} cannot be written (ENOENT).\n`,
    });
    expect(await readFile(rejects, "utf8")).toMatch(/^No,.*\n3,C1,2026-01-05,2026-02-04,ten,4,/);
  });

  it("writes the rejected rows beside each file, so that files of one name in two folders keep their own", async () => {
    for (const [folder, amount] of [
      ["january", "ten"],
      ["february", "twenty"],
    ] as const) {
      const source = path.join(program.dataDir, folder, "open.csv");
      await mkdir(path.dirname(source));
      await writeFile(source, `No,Customer,Date,Due,Amount\n3,C1,2026-01-05,2026-02-04,${amount}\n`);
      const ended = await program.run("import", "invoices", source, "--profile", profile);
      const rejects = path.join(program.dataDir, folder, "open.rejected.csv");
      expect(ended.stdout).toContain(`Rejected rows are in ${rejects}: `);
      expect(await readFile(rejects, "utf8")).toContain(`,${amount},2,`);
    }
  });

  it("says where the rejected rows are when they cannot be beside the file, and overwrites nothing there", async () => {
    const source = path.join(program.dataDir, "aside", "open.csv");
    await mkdir(path.join(program.dataDir, "aside", "open.rejected.csv"), { recursive: true });
    await writeFile(source, "No,Customer,Date,Due,Amount\n3,C1,2026-01-05,2026-02-04,ten\n");
    const present = path.join(program.dataDir, "present");
    await mkdir(present);
    for (const name of ["open.rejected.csv", "open.rejected-2.csv"]) {
      const ended = await program.runIn(present, "import", "invoices", source, "--profile", profile);
      expect(ended.stderr).toContain(
        `cannot be written (EISDIR): the rejected rows go to ${path.join(present, name)}.`,
      );
      expect(await readFile(path.join(present, name), "utf8")).toContain(",ten,2,");
    }
  });
});
