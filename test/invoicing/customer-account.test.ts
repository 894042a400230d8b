import { execute, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../src/platform/auth/principal.js";
import { scopesOf } from "../../src/platform/auth/roles.js";
import { statementCounter } from "../../src/platform/database/database.js";
import { requireId } from "../../src/platform/graphql/ids.js";
import type { TestApi } from "../support/api.js";
import { addCustomer, sellGoods } from "./sold-goods.js";

let api: TestApi;
let customerId: string;
let invoiceIds: readonly string[];

beforeAll(async () => {
  ({ api, customerId, invoiceIds } = await sellGoods());
});

afterAll(() => api.close());

describe("A customer", () => {
  const STATEMENT = `{ customers(first: 20) { nodes { id number name
    openItems(first: 2) { totalCount nodes { id documentNumber dueDate openAmount { amount currency } } pageInfo { hasNextPage } }
    balance { currency receivable { amount } unappliedCredits { amount } balance { amount } }
    invoices(status: DRAFT) { nodes { number customer { number } } } } } }`;

  it("shows its oldest items, its balance and its invoices", async () => {
    const { customers } = await api.run<{ customers: { nodes: object[] } }>(STATEMENT);
    expect(customers.nodes).toMatchObject([
      {
        number: "C1",
        openItems: {
          totalCount: 6,
          pageInfo: { hasNextPage: true },
          nodes: [
            {
              documentNumber: "INV-000001",
              dueDate: "2026-02-09",
              openAmount: { amount: "300.00", currency: "USD" },
            },
            { documentNumber: "INV-000002", dueDate: "2026-02-19", openAmount: { amount: "125.00" } },
          ],
        },
        balance: [
          {
            currency: "USD",
            receivable: { amount: "1750.00" },
            unappliedCredits: { amount: "0.00" },
            balance: { amount: "1750.00" },
          },
        ],
        invoices: { nodes: [{ number: null, customer: { number: "C1" } }] },
      },
    ]);
  });

  it("is read in as many statements for many customers as for one", async () => {
    // Those of one level have no order among themselves.
    const ask = async (document: string) => (await statementsOf(document, null)).toSorted();
    const one = await ask(STATEMENT);
    for (let i = 2; i <= 6; i++) await addCustomer(api, `C${i}`);
    expect(await ask(STATEMENT)).toEqual(one);
    // Customers, items, their count, balances, invoices; and the tenant, whose day it is.
    expect(one.length).toBe(6);
    const list = `{ invoices(first: 50, where: { status: { eq: ISSUED }, dueDate: { lt: "2027-01-01" } }, orderBy: [{ field: DUE_DATE }]) {
      nodes { number dueDate total { amount } openAmount { amount } customer { number name } } } }`;
    expect((await ask(list)).length).toBe(1);
  });

  it("is all that credentials bound to it see", async () => {
    const document = `{ invoices { totalCount nodes { id } } openItems { nodes { id } }
      node(id: "${invoiceIds[0]}") { id } receipts { nodes { id } } bankBatches { nodes { id } } }`;
    const others = await dataOf(document, ["01890a5d-ac96-774b-bcce-b302099a8057"]);
    expect(others).toMatchObject({
      invoices: { totalCount: 0, nodes: [] },
      openItems: { nodes: [] },
      node: null,
    });
    const own = await dataOf(document, [requireId("cus", customerId)]);
    expect(own).toMatchObject({ invoices: { totalCount: 5 }, node: { id: invoiceIds[0] } });
  });
});

describe("An open item", () => {
  it("tells its balance at any date and knowledge, and its movements", async () => {
    const { openItems } = await api.run<{ openItems: { nodes: object[] } }>(
      `query ($id: ID!) { openItems(where: { invoiceId: { eq: $id } }, first: 1) { nodes {
        before: balance(asOf: "2026-01-09") { amount } on: balance(asOf: "2026-01-10") { amount currency }
        unknown: balance(asOf: "2026-01-10", knownAt: "2001-01-01T00:00:00Z") { amount } now: balance { amount }
        functionalOpen { amount currency }
        movements { kind amount { amount } functionalAmount { amount currency } effectiveDate } } } }`,
      { id: invoiceIds[0] },
    );
    expect(openItems.nodes).toEqual([
      {
        before: { amount: "0.00" },
        on: { amount: "300.00", currency: "USD" },
        unknown: { amount: "0.00" },
        now: { amount: "300.00" },
        functionalOpen: { amount: "300.00", currency: "USD" },
        movements: [
          {
            kind: "POSTING",
            amount: { amount: "300.00" },
            functionalAmount: { amount: "300.00", currency: "USD" },
            effectiveDate: "2026-01-10",
          },
        ],
      },
    ]);
  });
});

/** The data of a document for credentials that are bound to some customers, or to none when null. */
async function dataOf(document: string, customerIds: string[] | null): Promise<unknown> {
  const principal: Principal = {
    tenantId: api.tenant.id,
    subject: "test",
    person: "test",
    kind: "API_KEY",
    roles: [],
    scopes: scopesOf(["AUDITOR"]),
    customerIds,
    expiresAt: null,
  };
  const request = { requestId: "test", query: document, signal: new AbortController().signal };
  const contextValue = api.application.createContext(principal, request);
  try {
    const { schema } = api.application.assembled;
    const result = await execute({ schema, document: parse(document), contextValue });
    expect(result.errors).toBeUndefined();
    return result.data;
  } finally {
    await contextValue.end();
  }
}

async function statementsOf(document: string, customerIds: string[] | null): Promise<string[]> {
  const counter = { statements: [] as string[] };
  await statementCounter.run(counter, () => dataOf(document, customerIds));
  return counter.statements;
}
