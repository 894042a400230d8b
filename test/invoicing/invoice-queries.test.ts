import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApi } from "../support/api.js";
import { ISSUE, sellGoods } from "./sold-goods.js";

let api: TestApi;
let invoiceIds: readonly string[];

beforeAll(async () => {
  ({ api, invoiceIds } = await sellGoods());
});

afterAll(() => api.close());

describe("An invoice", () => {
  it("is read with its lines, taxes, terms and instalments, by id and by number", async () => {
    const data = await api.run<{ a: object; b: object }>(
      `query ($id: ID!) {
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
      `query ($id: ID!) { invoice(id: $id) { status number } }`,
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
      `mutation ($id: ID!) { invoiceVoid(input: { invoiceId: $id, idempotencyKey: "v", expectedVersion: 77 }) {
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
