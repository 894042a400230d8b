import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importBankFile, retryBankFile } from "../../src/cash/index.js";
import { releaseBankEntry } from "../../src/cash/release-bank-entry.js";
import { closePeriod, reopenPeriod } from "../../src/close/change-period.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { entry, statement, transaction } from "./bank-files/statement-files.js";

let library: Library;
let books: Books;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
beforeEach(async () => {
  books = await library.books("EUR");
});
afterEach(() => books.expectSound());
afterAll(() => library.close());

const fileOf = (content: Buffer) => ({ fileName: "statement.xml", content: content.toString("base64") });
const take = (content: Buffer) => books.does(importBankFile, fileOf(content));

interface EntryRow {
  readonly id: string;
  readonly outcome: string;
  readonly obstacle: string | null;
  readonly reason: string | null;
}

const entries = () =>
  books.rows<EntryRow>(sql`
    select id, outcome, obstacle, outcome_reason as reason from bank_entry
    where tenant_id = ${books.tenant.id} order by id`);
const outcomes = async () => (await entries()).map(({ outcome }) => outcome);

async function heldId(): Promise<string> {
  const held = (await entries()).find(({ outcome }) => outcome === "QUARANTINED");
  if (!held) throw new Error("no entry is quarantined");
  return held.id;
}

const close = (status: "CLOSED" | "SOFT_CLOSED" = "CLOSED") =>
  books.does(closePeriod, { startsOn: "2026-03-01", status, overrideReason: "The file came late" });

const PAID = entry({ amount: "100.00", reference: "A" });

describe("an entry of a closed month", () => {
  const reopen = () =>
    books.does(reopenPeriod, { startsOn: "2026-03-01", status: "OPEN", reason: "A payment of March" });

  it("waits, with what to do, and the others of its file are taken in", async () => {
    await close();
    const fee = entry({ amount: "3.00", side: "DBIT", reference: "FEE" });
    await take(statement(entry({ amount: "7.00", date: "2026-04-01", reference: "APRIL" }) + PAID + fee));
    expect(await entries()).toMatchObject([
      { outcome: "RECEIPT_RECORDED" },
      {
        outcome: "QUARANTINED",
        reason:
          "The accounting period of 2026-03-02 is closed. Have it reopened and release the entry, or post it by hand on an open day and leave the entry.",
      },
      { outcome: "NOT_A_RECEIPT" },
    ]);
  });

  it("is released once the month is open again, and until then is refused with its first open date", async () => {
    await close();
    await take(statement(PAID));
    expect(await entries()).toMatchObject([{ outcome: "QUARANTINED", obstacle: "PERIOD_CLOSED" }]);
    const entryId = await heldId();
    const { refusals } = await books.attempt(releaseBankEntry, { entryId });
    expect(refusals).toMatchObject([{ code: "PERIOD_CLOSED", data: { firstOpenDate: "2026-04-01" } }]);
    await reopen();
    expect((await books.does(releaseBankEntry, { entryId })).receiptIds).toHaveLength(1);
    expect(await outcomes()).toEqual(["RECEIPT_RECORDED"]);
  });

  it("is posted by importing its file again once the month is open", async () => {
    await close();
    const file = fileOf(statement(PAID));
    await books.does(importBankFile, file);
    expect(await books.does(retryBankFile, file)).toMatchObject({
      released: 0,
      held: [
        {
          reason: expect.stringMatching(/^The accounting period of 2026-03-02 is closed\. Have it reopened/),
        },
      ],
    });
    await reopen();
    expect(await books.does(retryBankFile, file)).toMatchObject({ released: 1, held: [] });
  });

  it("that is only soft-closed waits when who takes it in may not post there, and is posted when they may", async () => {
    await close("SOFT_CLOSED");
    const file = (note: string) =>
      fileOf(statement(entry({ amount: "5.00", reference: note }), `<!-- ${note} -->`));
    const robot = { ...books.actorWith("ADMIN"), scopes: new Set(["bank-files:import"]) };
    expect((await books.attempt(importBankFile, file("A"), { as: robot })).refusals).toEqual([]);
    await books.does(importBankFile, file("B"));
    expect(await outcomes()).toEqual(["QUARANTINED", "RECEIPT_RECORDED"]);
  });
});

describe("a return that cannot be carried out", () => {
  const RETURNED = entry({
    amount: "100.00",
    side: "DBIT",
    reference: "RET",
    date: "2026-03-05",
    details: transaction({ amount: "100.00", text: "return", endToEndId: "E2E-1", returnReason: "AM04" }),
  });
  const payment = (date: string) => {
    const details = transaction({ amount: "100.00", text: "On account", endToEndId: "E2E-1" });
    return statement(entry({ amount: "100.00", reference: "PAY", date, details }));
  };

  beforeEach(async () => {
    await take(statement(RETURNED));
    expect(await entries()).toMatchObject([{ outcome: "QUARANTINED", obstacle: "RETURN_NOT_CARRIED_OUT" }]);
  });

  it("waits, and reverses the receipt once that is there", async () => {
    const entryId = await heldId();
    expect((await books.attempt(releaseBankEntry, { entryId })).refusals).toMatchObject([
      { code: "INVALID_STATE", message: expect.stringContaining("no standing receipt fits it") },
    ]);
    await take(payment("2026-03-03"));
    await books.does(releaseBankEntry, { entryId });
    expect(await outcomes()).toEqual(["RECEIPT_REVERSED", "RECEIPT_RECORDED"]);
  });

  it("is tried when its file is imported again, and stays where it is without a receipt", async () => {
    const file = fileOf(statement(RETURNED));
    const held = [{ reason: expect.stringContaining("no standing receipt fits it") }];
    expect(await books.does(retryBankFile, file)).toMatchObject({ released: 0, held });
    await take(payment("2026-03-03"));
    expect(await books.does(retryBankFile, file)).toMatchObject({ released: 1, held: [] });
  });

  it("because its receipt is of a later day says so", async () => {
    await take(payment("2026-03-09"));
    const { refusals } = await books.attempt(releaseBankEntry, { entryId: await heldId() });
    expect(refusals).toMatchObject([
      {
        message: expect.stringMatching(
          /The receipt is dated 2026-03-09; it cannot go back before\. Once the/,
        ),
      },
    ]);
  });

  it("is closed without a posting when a person confirms that it was dealt with by hand", async () => {
    const entryId = await heldId();
    await take(payment("2026-03-03"));
    const { receiptIds } = await books.does(releaseBankEntry, { entryId, confirmDuplicate: true });
    expect(receiptIds).toEqual([]);
    expect(await outcomes()).toEqual(["NOT_A_RECEIPT", "RECEIPT_RECORDED"]);
  });
});

it("an entry that is dated more than a year ahead is held back, and its file posts the others", async () => {
  const typo = entry({ amount: "9.00", date: "2031-02-01", reference: "TYPO" });
  await take(statement(typo + PAID));
  expect(await entries()).toMatchObject([
    {
      outcome: "QUARANTINED",
      obstacle: "DATED_TOO_LATE",
      reason: expect.stringMatching(/^2031-02-01 is more than a year after today.*have it send the entry/),
    },
    { outcome: "RECEIPT_RECORDED", reason: null },
  ]);
});
