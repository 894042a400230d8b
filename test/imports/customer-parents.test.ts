import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../../src/customers/create-customer.js";
import { updateCustomer } from "../../src/customers/update-customer.js";
import { type Rejection, runImport } from "../../src/imports/index.js";
import { sql } from "../../src/platform/database/sql.js";
import { type Books, Library } from "../support/books.js";
import { profileFrom } from "./sources.js";

let library: Library;
beforeAll(async () => {
  library = await Library.open("2026-03-10");
});
afterAll(() => library.close());

const profile = profileFrom(`
what: customers
columns: { number: "No", name: Name, parentNumber: Parent, termsCode: Terms }
defaults: { currency: USD }
`);

async function importing(books: Books, rows: string[], more: object = {}) {
  const rejected: Rejection[] = [];
  const run = await runImport(library.commands, books.actor, {
    content: Buffer.from(["No,Name,Parent,Terms", ...rows].join("\n")),
    fileName: "customers.csv",
    profileName: "test",
    profile: { ...profile, ...more },
    onRejected: (_, rejections) => void rejected.push(...rejections),
  });
  return { run, rejected };
}

async function parentsIn(books: Books): Promise<Record<string, string | null>> {
  const rows = await books.rows<{ number: string; parent: string | null }>(sql`
    select c.number, p.number as parent from customer c
    left join customer p on p.tenant_id = c.tenant_id and p.id = c.parent_id
    where c.tenant_id = ${books.tenant.id} order by c.number`);
  return Object.fromEntries(rows.map(({ number, parent }) => [number, parent]));
}

const create = async (books: Books, number: string) =>
  (await books.does(createCustomer, { number, name: number })).customerId;

describe("the parents of imported customers", () => {
  it("that go round in a circle are rejected with their lines and column, and the others are taken in", async () => {
    const books = await library.books();
    const rows = ["CZ1,Top,,", "CZ2,Below,CZ1,", "CZ4,Four,CZ5,", "CZ5,Five,CZ4,"];
    const { run, rejected } = await importing(books, rows);
    expect(run).toMatchObject({ rowsImported: 2, rowsRejected: 2, failure: null });
    expect(rejected).toEqual([
      {
        line: 4,
        column: "Parent",
        value: "CZ5",
        code: "PARENT_CIRCLE",
        reason:
          "Customer CZ4 would be above itself (CZ4 under CZ5 under CZ4): correct the parent in one of these rows.",
      },
      expect.objectContaining({ line: 5, column: "Parent", value: "CZ4", code: "PARENT_CIRCLE" }),
    ]);
    expect(await parentsIn(books)).toEqual({ CZ1: null, CZ2: "CZ1" });

    const corrected = await importing(books, ["CZ4,Four,CZ5,", "CZ5,Five,CZ1,"]);
    expect(corrected.run).toMatchObject({ rowsImported: 2, rowsRejected: 0 });
    expect(await parentsIn(books)).toEqual({ CZ1: null, CZ2: "CZ1", CZ4: "CZ5", CZ5: "CZ1" });
    // The other half of the circle is in the books.
    const turned = await importing(books, ["CZ1,Top,CZ4,"]);
    expect(turned.rejected).toMatchObject([{ line: 2, code: "PARENT_CIRCLE" }]);
    await books.expectSound();
  });

  it("that do not exist yet are told with their column", async () => {
    const books = await library.books();
    const { rejected } = await importing(books, ["A,Ann,NOBODY,"]);
    expect(rejected).toMatchObject([{ line: 2, column: "Parent", value: "NOBODY", code: "REFUSED" }]);
  });
});

describe("two changes of parents at the same moment", () => {
  it("never put two customers above each other, and one of the two is told why not", async () => {
    const books = await library.books();
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await create(books, `A${round}`), await create(books, `B${round}`)];
      const asked = await Promise.all([
        books.attempt(updateCustomer, { customerId: a, parentId: b }),
        books.attempt(updateCustomer, { customerId: b, parentId: a }),
      ]);
      const refused = asked.flatMap(({ refusals }) => refusals.map(({ code, path }) => [code, ...path]));
      expect(refused).toEqual([["INVALID_VALUE", "parentId"]]);
    }
    await books.expectSound();
  });

  it("are a change and an import as well", async () => {
    const books = await library.books();
    for (let round = 0; round < 4; round++) {
      const [a, b] = [await create(books, `A${round}`), await create(books, `B${round}`)];
      const [changed, imported] = await Promise.all([
        books.attempt(updateCustomer, { customerId: a, parentId: b }),
        importing(books, [`B${round},Beta,A${round},`]),
      ]);
      expect(imported.run.failure).toBeNull();
      expect(changed.refusals.length + imported.rejected.length).toBe(1);
    }
    await books.expectSound();
  });

  it("are held apart by the database itself, whatever writes them", async () => {
    const books = await library.books();
    const [a, b] = [await create(books, "A"), await create(books, "B")];
    const [one, other] = [await library.owner.pool.connect(), await library.database.pool.connect()];
    const set = "update customer set parent_id = $2 where id = $1";
    try {
      await one.query("begin");
      await one.query(`set local app.tenant_id = '${books.tenant.id}'`);
      await one.query(set, [a, b]);
      await other.query("begin");
      await other.query(`set local app.tenant_id = '${books.tenant.id}'`);
      const second = other.query(set, [b, a]).then(
        () => "stored",
        (error: unknown) => error,
      );
      await one.query("commit");
      expect(await second).toMatchObject({ code: "23514", constraint: "customer_never_above_itself" });
    } finally {
      await other.query("rollback");
      other.release();
      one.release();
    }
  });
});

describe("the payment terms of imported customers", () => {
  it("are there, or say their days; others are rejected with what there is", async () => {
    const books = await library.books();
    const { run, rejected } = await importing(books, ["A,Ann,,NET30", "B,Bob,,NET77", "C,Cy,,NOPE"]);
    expect(run).toMatchObject({ rowsImported: 2, rowsRejected: 1 });
    expect(rejected).toMatchObject([
      {
        line: 4,
        column: "Terms",
        value: "NOPE",
        code: "UNKNOWN_TERMS",
        reason: expect.stringMatching(/^There are no payment terms "NOPE": .*There are: .*NET30/),
      },
    ]);
    const made = await books.rows(sql`
      select t.code, i.net_days as days from payment_terms t
      join payment_terms_instalment i on i.tenant_id = t.tenant_id and i.terms_id = t.id
      where t.tenant_id = ${books.tenant.id} and t.code in ('NET77', 'NOPE')`);
    expect(made).toEqual([{ code: "NET77", days: 77 }]);
    const willing = await importing(books, ["C,Cy,,NOPE"], { unknownTerms: "create" });
    expect(willing.run).toMatchObject({ rowsImported: 1, rowsRejected: 0 });
  });
});
