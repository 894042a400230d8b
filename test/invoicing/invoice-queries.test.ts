import { execute, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../src/platform/auth/principal.js";
import { scopesOf } from "../../src/platform/auth/roles.js";
import { statementCounter } from "../../src/platform/database/database.js";
import { requireId } from "../../src/platform/graphql/ids.js";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
let customerId: string;
const invoiceIds: string[] = [];

const CUSTOMER = `mutation ($number: String!, $termsId: String) {
  customerCreate(input: { number: $number, name: "A customer", termsId: $termsId }) {
    customer { id } userErrors { message } } }`;
const DRAFT = `mutation ($input: InvoiceCreateInput!) {
  invoiceCreate(input: $input) { invoice { id status number dueDate total { amount } version } userErrors { code message } } }`;
const ISSUE = `mutation ($input: InvoiceIssueInput!) {
  invoiceIssue(input: $input) {
    invoice { id number status dueDate openAmount { amount currency } openItems { instalmentNo dueDate openAmount { amount } } }
    wouldPost { kind lines { accountName amount } } replayed userErrors { __typename code message path } } }`;

interface Drafted {
  readonly invoiceCreate: {
    readonly invoice: { readonly id: string; readonly version: number };
    readonly userErrors: object[];
  };
}

async function draft(documentDate: string, unitPrice: string, termsId: string): Promise<string> {
  const lines = [{ product: "Bolts", quantity: "1", unitPrice, taxes: [{ name: "VAT", ratePercent: "25" }] }];
  const { invoiceCreate } = await api.run<Drafted>(DRAFT, {
    input: { customerId, documentDate, termsId, lines },
  });
  expect(invoiceCreate.userErrors).toEqual([]);
  return invoiceCreate.invoice.id;
}

async function terms(code: string): Promise<string> {
  const { paymentTerms } = await api.run<{ paymentTerms: { id: string; code: string }[] }>(
    `{ paymentTerms { id code } }`,
  );
  return paymentTerms.find((t) => t.code === code)?.id ?? "";
}

beforeAll(async () => {
  api = await startApi({ today: "2026-03-10" });
  const made = await api.run<{ customerCreate: { customer: { id: string } } }>(CUSTOMER, { number: "C1" });
  customerId = made.customerCreate.customer.id;
  for (const [i, [date, price, code]] of (
    [
      ["2026-01-10", "800.00", "30/50/20"],
      ["2026-01-20", "100.00", "NET30"],
      ["2026-02-01", "200.00", "NET30"],
      ["2026-03-01", "300.00", "2/10NET30"],
    ] as const
  ).entries()) {
    const id = await draft(date, price, await terms(code));
    await api.run(ISSUE, { input: { invoiceId: id, idempotencyKey: `issue-${i}` } });
    invoiceIds.push(id);
  }
  invoiceIds.push(await draft("2026-03-05", "999.99", await terms("NET30")));
});

afterAll(() => api.close());

describe("An invoice", () => {
  it("is read with its lines, taxes, terms and instalments, by id and by number", async () => {
    const data = await api.run<{ a: object; b: object }>(
      `query ($id: String!) {
        a: invoice(id: $id) { ...All }
        b: invoice(number: "INV-000001") { ...All } }
      fragment All on Invoice {
        id number status documentDate dueDate currency purchaseOrder version voidedOn
        customer { number } terms { code }
        netTotal { amount } taxTotal { amount } total { amount currency } openAmount { amount }
        lines { lineNo product quantity unitPrice net { amount } tax { amount } gross { amount }
                taxes { name ratePercent amount { amount currency } } }
        openItems { kind instalmentNo documentNumber dueDate daysPastDue openAmount { amount } invoice { number } customer { number } }
        applications { id } }`,
      { id: invoiceIds[0] },
    );
    expect(data.a).toEqual(data.b);
    expect(data.a).toMatchObject({
      number: "INV-000001",
      status: "ISSUED",
      dueDate: "2026-04-10",
      total: { amount: "1000.00", currency: "USD" },
      openAmount: { amount: "1000.00" },
      terms: { code: "30/50/20" },
      customer: { number: "C1" },
      lines: [
        {
          lineNo: 1,
          net: { amount: "800.00" },
          taxes: [{ name: "VAT", amount: { amount: "200.00", currency: "USD" } }],
        },
      ],
      openItems: [
        {
          instalmentNo: 1,
          dueDate: "2026-02-09",
          daysPastDue: 29,
          openAmount: { amount: "300.00" },
          invoice: { number: "INV-000001" },
        },
        { instalmentNo: 2, dueDate: "2026-03-11", daysPastDue: -1, openAmount: { amount: "500.00" } },
        { instalmentNo: 3, dueDate: "2026-04-10", daysPastDue: -31, openAmount: { amount: "200.00" } },
      ],
    });
  });

  it("shows what issuing would post, and changes nothing, in a dry run", async () => {
    const input = { invoiceId: invoiceIds[4], idempotencyKey: "dry", validateOnly: true };
    const { invoiceIssue } = await api.run<{ invoiceIssue: object }>(ISSUE, { input });
    expect(invoiceIssue).toMatchObject({ invoice: null, userErrors: [], wouldPost: [{ kind: "INVOICE" }] });
    const { invoice } = await api.run<{ invoice: object }>(
      `query ($id: String!) { invoice(id: $id) { status number } }`,
      {
        id: invoiceIds[4],
      },
    );
    expect(invoice).toEqual({ status: "DRAFT", number: null });
  });

  it("gives a repeated request its first result", async () => {
    const { invoiceIssue } = await api.run<{ invoiceIssue: object }>(ISSUE, {
      input: { invoiceId: invoiceIds[1], idempotencyKey: "issue-1" },
    });
    expect(invoiceIssue).toMatchObject({ replayed: true, invoice: { number: "INV-000002" }, userErrors: [] });
  });

  it("tells that the version is stale, and which one is current", async () => {
    const { invoiceVoid } = await api.run<{ invoiceVoid: object }>(
      `mutation ($id: String!) { invoiceVoid(input: { invoiceId: $id, idempotencyKey: "v", expectedVersion: 77 }) {
        invoice { id } userErrors { __typename code ... on StaleVersion { currentVersion } } } }`,
      { id: invoiceIds[1] },
    );
    expect(invoiceVoid).toMatchObject({
      invoice: null,
      userErrors: [{ __typename: "StaleVersion", currentVersion: 2 }],
    });
  });
});

describe("A list of invoices", () => {
  const LIST = `query ($where: InvoiceWhere, $orderBy: [InvoiceOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    invoices(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { number total { amount } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  interface Listed {
    readonly invoices: {
      readonly totalCount: number;
      readonly nodes: readonly {
        readonly number: string | null;
        readonly total: { readonly amount: string };
      }[];
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string;
        readonly startCursor: string;
      };
    };
  }
  const totals = ({ invoices }: Listed) => invoices.nodes.map((n) => n.total.amount);

  it.each([
    [{ status: { eq: "ISSUED" }, dueDate: { lt: "2026-03-10" } }, ["125.00", "250.00"].toReversed()],
    [{ number: { in: ["INV-000002", "INV-000004"] } }, ["375.00", "125.00"]],
    [{ number: { isNull: true } }, ["1249.99"]],
    [{ total: { gte: "250", lt: "1000" } }, ["375.00", "250.00"]],
    [{ openAmount: { gt: "0" } }, ["375.00", "250.00", "125.00", "1000.00"]],
    [{ openAmount: { eq: "0" } }, ["1249.99"]],
    [
      { customerNumber: { eq: "C1" }, customerName: { contains: "CUSTOMER" }, openAmount: { gte: "375" } },
      ["375.00", "1000.00"],
    ],
    [
      { or: [{ documentDate: { eq: "2026-02-01" } }, { not: { status: { eq: "ISSUED" } } }] },
      ["1249.99", "250.00"],
    ],
    [{ currency: { eq: "EUR" } }, []],
    [{ id: { in: [] } }, []],
  ])("with %j holds what matches, the newest first", async (where, expected) => {
    const data = await api.run<Listed>(LIST, { where });
    expect(totals(data)).toEqual(expected);
    expect(data.invoices.totalCount).toBe(expected.length);
  });

  it.each([
    ["DUE_DATE", {}, ["125.00", "250.00", "375.00", "1000.00", "1249.99"]],
    ["DUE_DATE", { status: { eq: "ISSUED" } }, ["125.00", "250.00", "375.00", "1000.00"]],
    ["NUMBER", {}, ["1000.00", "125.00", "250.00", "375.00", "1249.99"]],
    ["TOTAL", {}, ["125.00", "250.00", "375.00", "1000.00", "1249.99"]],
    ["DOCUMENT_DATE", {}, ["1000.00", "125.00", "250.00", "375.00", "1249.99"]],
  ])("is walked page by page by %s where %j, forwards and backwards", async (field, where, expected) => {
    for (const direction of ["ASC", "DESC"]) {
      const whole = direction === "ASC" ? expected : expected.toReversed();
      const orderBy = [{ field, direction }];
      const forwards: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const data: Listed = await api.run<Listed>(LIST, { where, orderBy, first: 2, after });
        forwards.push(...totals(data));
        after = data.invoices.pageInfo.endCursor;
        more = data.invoices.pageInfo.hasNextPage;
      }
      expect(forwards).toEqual(whole);
      const end = await api.run<Listed>(LIST, { where, orderBy, last: 2 });
      expect(totals(end)).toEqual(whole.slice(-2));
      const before = await api.run<Listed>(LIST, {
        where,
        orderBy,
        last: 2,
        before: end.invoices.pageInfo.startCursor,
      });
      expect(totals(before)).toEqual(whole.slice(-4, -2));
    }
  });
});

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
    const ask = (document: string) => statementsOf(document, null);
    const one = await ask(STATEMENT);
    for (let i = 2; i <= 6; i++) await api.run(CUSTOMER, { number: `C${i}` });
    expect(await ask(STATEMENT)).toEqual(one);
    expect(one.length).toBe(6);
    const list = `{ invoices(first: 50, where: { status: { eq: ISSUED }, dueDate: { lt: "2027-01-01" } }, orderBy: [{ field: DUE_DATE }]) {
      nodes { number dueDate total { amount } openAmount { amount } customer { number name } } } }`;
    expect((await ask(list)).length).toBe(2);
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
      `query ($id: String!) { openItems(where: { invoiceId: { eq: $id } }, first: 1) { nodes {
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
