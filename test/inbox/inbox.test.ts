import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { ArrivalFolder } from "../../src/inbox/arrived-files.js";
import { Inbox } from "../../src/inbox/index.js";
import { takeInFile } from "../../src/inbox/take-in-file.js";
import { Database } from "../../src/platform/database/database.js";
import { sql } from "../../src/platform/database/sql.js";
import { entry, statement } from "../cash/bank-files/statement-files.js";
import { type Books, Library } from "../support/books.js";

let library: Library;
let dir: string;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
  dir = await mkdtemp(path.join(os.tmpdir(), "inbox-"));
});
afterAll(async () => {
  await library.close();
  await rm(dir, { recursive: true });
});

const paid = (amount: string, reference: string) => statement(entry({ amount, reference }));

function watch(books: Books, owner: Database = library.owner): string[] {
  const told: string[] = [];
  const tell = (text: string) => void told.push(text);
  const inbox = new Inbox({
    dir,
    tenants: async () => [books.tenant],
    owner,
    commands: library.commands,
    database: library.database,
    log: { info: tell, warn: tell },
    pauseMs: 5,
  });
  inbox.start();
  onTestFinished(() => inbox.stop());
  return told;
}

/** The files that the folder has of a fate, by the names under which they came, once there are so many. */
function filesOf(books: Books, fate: string, count: number): Promise<Map<string, string>> {
  const folder = path.join(dir, books.tenant.slug, fate);
  return vi.waitFor(
    async () => {
      const names = (await readdir(folder)).filter((name) => !name.endsWith(".report.txt"));
      expect(names).toHaveLength(count);
      const reports = names.map(async (name): Promise<[string, string]> => {
        const report = await readFile(path.join(folder, `${name}.report.txt`), "utf8");
        return [name.slice(name.indexOf(" ") + 1), report];
      });
      return new Map(await Promise.all(reports));
    },
    { timeout: 20_000, interval: 20 },
  );
}

async function drop(books: Books, name: string, content: Buffer): Promise<void> {
  await mkdir(path.join(dir, books.tenant.slug), { recursive: true });
  await writeFile(path.join(dir, books.tenant.slug, name), content);
}

const receiptsOf = async (books: Books) =>
  (
    await books.row<{ receipts: string[] | null }>(sql`
      select array_agg(round(amount, 2)::text order by amount) as receipts from receipt where tenant_id = ${books.tenant.id}`)
  ).receipts;

describe("a bank file that is dropped into the inbox", () => {
  it("is taken in, and lies in `taken` with a report of what became of its money", async () => {
    const books = await library.books("EUR");
    const told = watch(books);
    await drop(books, "monday.xml", paid("30.00", "R-1"));
    const taken = await filesOf(books, "taken", 1);
    expect(taken.get("monday.xml")).toContain("Receipts recorded                 1   EUR 30.00");
    expect(await receiptsOf(books)).toEqual(["30.00"]);
    expect(told.join()).toContain(`monday.xml of ${books.tenant.slug} is taken`);
  });

  it("lies in `refused` with the reason when it cannot be read or came before, and posts nothing", async () => {
    const books = await library.books("EUR");
    watch(books);
    await drop(books, "1.xml", paid("30.00", "R-1"));
    await filesOf(books, "taken", 1);
    await drop(books, "2.xml", paid("30.00", "R-1"));
    await drop(books, "3.xml", Buffer.from("what is this?"));
    await drop(books, "4.xml", Buffer.alloc(0));
    const refused = await filesOf(books, "refused", 3);
    expect(refused.get("2.xml")).toContain("This very file was taken in before.");
    expect(refused.get("3.xml")).toContain("is in no bank file format that is read");
    expect(refused.get("4.xml")).toContain("The file is empty.");
    for (const report of refused.values()) expect(report).toContain("Nothing was posted.");
    expect(await receiptsOf(books)).toEqual(["30.00"]);
  });

  it("is taken in once by several nodes that watch one folder", async () => {
    const books = await library.books("EUR");
    const others = [1, 2].map(() => new Database({ ...library.owner.options, poolSize: 1 }));
    onTestFinished(async () => {
      for (const other of others) await other.close();
    });
    for (const owner of [library.owner, ...others]) watch(books, owner);
    const amounts = Array.from({ length: 12 }, (_, i) => `${10 + i}.00`);
    await Promise.all(amounts.map((amount) => drop(books, `${amount}.xml`, paid(amount, `R-${amount}`))));
    await filesOf(books, "taken", 12);
    await filesOf(books, "refused", 0);
    expect(await receiptsOf(books)).toEqual(amounts);
  });

  it("posts nothing twice when a node ends between posting it and moving it", async () => {
    const books = await library.books("EUR");
    const content = paid("30.00", "R-1");
    const actor = { tenantId: books.tenant.id, subject: "inbox", scopes: new Set(["bank-files:import"]) };
    await takeInFile(library, actor, "monday.xml", content);
    await drop(books, "monday.xml", content);
    watch(books);
    await filesOf(books, "refused", 1);
    expect(await receiptsOf(books)).toEqual(["30.00"]);
  });
});

/** One 820 in USD that pays an invoice with a trace number. */
const advice = (trace: string, amount: string) =>
  Buffer.from(
    [
      "ST*820*0001",
      `BPR*C*${amount}*C*ACH*CTX${"*".repeat(11)}20260302`,
      `TRN*1*${trace}`,
      "CUR*PR*EUR",
      "N1*PR*Buyer",
      `RMR*IV*A-1**${amount}`,
      "SE*7*0001",
    ]
      .map((segment) => `${segment}~\n`)
      .join(""),
  );

describe("a remittance advice that is dropped into the inbox", () => {
  it("is known by its content, whatever the name, and paired with its payment that came before or comes after", async () => {
    const books = await library.books("EUR");
    watch(books);
    await drop(books, "1-statement.xml", paid("30.00", "R-7001"));
    await drop(books, "2-advice.xml", advice("R-7001", "30.00"));
    await drop(
      books,
      "3-advice.csv",
      Buffer.from("Invoice,Amount paid,Currency\nA-7,12.00,EUR\nA-8,1.50,EUR\n"),
    );
    const taken = await filesOf(books, "taken", 3);
    expect(taken.get("2-advice.xml")).toContain("  paired with receipts            1");
    expect(taken.get("3-advice.csv")).toContain("  waiting for their payment       1");
    expect(taken.get("3-advice.csv")).toContain("Warning");
    expect(await receiptsOf(books)).toEqual(["30.00"]);
  });

  it("is refused with its own reason when it is damaged or came before", async () => {
    const books = await library.books("EUR");
    watch(books);
    await drop(books, "1.edi", advice("R-7001", "30.00"));
    await filesOf(books, "taken", 1);
    await drop(books, "2.edi", advice("R-7001", "30.00"));
    await drop(books, "3.edi", advice("R-7002", "30.00").subarray(0, 60));
    const refused = await filesOf(books, "refused", 2);
    expect(refused.get("2.edi")).toContain("This very file was taken in before.");
    expect(refused.get("3.edi")).toContain("Ask the sender for the complete file.");
    for (const report of refused.values()) expect(report).not.toContain("As a bank file");
  });

  it("lies in `refused` with the reasons of both kinds when it is neither", async () => {
    const books = await library.books("EUR");
    watch(books);
    await drop(books, "letter.txt", Buffer.from("what is this?"));
    await drop(books, "scan.pdf", Buffer.from("%PDF-1.7 ..."));
    const refused = await filesOf(books, "refused", 2);
    for (const report of refused.values()) {
      expect(report).toMatch(
        /^The file is neither a bank file nor a remittance advice\.\nAs a bank file: .+\nAs a remittance advice: .+\nNothing was posted\.\n$/,
      );
    }
    expect(refused.get("scan.pdf")).toContain("ask the payer for the advice as CSV");
  });
});

describe("an inbox", () => {
  it("waits while the database is away, says so once, and goes on when it is back", async () => {
    const books = await library.books("EUR");
    let away = true;
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    const inbox = new Inbox({
      dir,
      async tenants() {
        if (away) throw new Error("connect ECONNREFUSED");
        return [books.tenant];
      },
      owner: library.owner,
      commands: library.commands,
      database: library.database,
      log: { info: tell, warn: tell },
      pauseMs: 5,
    });
    await drop(books, "monday.xml", paid("30.00", "R-7001"));
    inbox.start();
    onTestFinished(() => inbox.stop());
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
    away = false;
    await filesOf(books, "taken", 1);
    expect(told.filter((text) => text.includes("ECONNREFUSED"))).toHaveLength(1);
  });
});

describe("a folder of arrivals", () => {
  it("gives a file out only when it has stopped growing", async () => {
    const folder = new ArrivalFolder(await mkdtemp(path.join(dir, "arrivals-")));
    await folder.prepare();
    const file = path.join(folder.path, "growing.xml");
    await writeFile(file, "one");
    expect(await folder.settled()).toEqual([]);
    await appendFile(file, " two");
    expect(await folder.settled()).toEqual([]);
    expect(await folder.settled()).toEqual([{ name: "growing.xml", bytes: 7 }]);
  });

  it("passes over hidden and unfinished files, folders and links", async () => {
    const folder = new ArrivalFolder(await mkdtemp(path.join(dir, "arrivals-")));
    await folder.prepare();
    for (const name of [".hidden", "~lock", "a.part", "b.TMP", "c.filepart", "whole.txt"])
      await writeFile(path.join(folder.path, name), "content");
    await mkdir(path.join(folder.path, "folder"));
    await symlink("/etc/hostname", path.join(folder.path, "link"));
    await folder.settled();
    expect((await folder.settled()).map(({ name }) => name)).toEqual(["whole.txt"]);
  });
});
