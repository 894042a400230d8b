import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import type { AccessRule } from "../../../src/platform/graphql/access.js";
import { authorise } from "../../../src/platform/graphql/authorisation.js";
import { requestedCost } from "../../../src/platform/graphql/cost.js";
import { Planner } from "../../../src/platform/graphql/plan.js";
import { principal } from "../../support/small-server.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  interface Document { number: String! }
  type Invoice implements Node & Document { id: ID! number: String! lines: [Line!]! copies(first: Int): [Invoice!]! }
  type Refund implements Node & Document {
    id: ID! number: String! forgotten: Int entries: [Entry!]! copies(first: Int): [Invoice!]!
  }
  type Entry { account: String! }
  type Line { text: String! }
  union Found = Invoice | Refund
  type Query { node(id: ID!): Node document: Document search: [Found!]! invoices(first: Int, last: Int): [Invoice!]! }
`);

const rules = new Map<string, AccessRule>([
  ["Query.node", "ANYONE"],
  ["Query.document", "ANYONE"],
  ["Query.search", "ANYONE"],
  ["Query.invoices", ["invoices"]],
  ["Node.id", "ANYONE"],
  ["Invoice.id", ["invoices"]],
  ["Invoice.number", ["invoices", "everything"]],
  ["Invoice.lines", ["invoices"]],
  ["Invoice.copies", ["invoices"]],
  ["Refund.copies", ["refunds"]],
  ["Refund.entries", ["refunds"]],
  ["Entry.account", ["journal"]],
  ["Refund.id", ["refunds"]],
  ["Refund.number", ["refunds", "everything"]],
  ["Line.text", ["invoices"]],
]);

const planner = new Planner(schema, rules, 1_000);

function planOf(text: string) {
  const plan = planner.planOf(parse(text), null);
  if (!plan) throw new Error("no operation");
  return plan;
}

const needs = (text: string) => planOf(text).requirements.map(({ rule }) => rule);

describe("the plan of an operation", () => {
  it("asks for an interface's own rule where it has one", () => {
    expect(needs('{ node(id: "1") { __typename id } }')).toEqual([]);
  });

  it("asks for the rules of all possible types where the interface has none", () => {
    expect(needs("{ document { number } }")).toEqual([
      ["invoices", "everything"],
      ["refunds", "everything"],
    ]);
  });

  it("asks only for what the fragments select", () => {
    expect(needs("{ search { ... on Refund { id } ...F } } fragment F on Refund { number }")).toEqual([
      ["refunds"],
      ["refunds", "everything"],
    ]);
  });

  it("asks for what is skipped as well, so that a document is allowed or not whatever its variables", () => {
    expect(needs("query ($no: Boolean = true) { invoices @skip(if: $no) { id } }")).toEqual([["invoices"]]);
  });

  it("keeps a field shut that nobody made a rule for", () => {
    const plan = planOf("{ search { ... on Refund { forgotten } } }");
    expect(() => authorise(plan, principal(["invoices", "refunds", "everything"]))).toThrow(
      "Refund.forgotten",
    );
  });

  it("merges selections of one response name, as execution does", () => {
    const once = requestedCost(planOf("{ invoices(first: 4) { lines { text } } }"), {});
    const twice = requestedCost(
      planOf("{ invoices(first: 4) { lines { text } } invoices(first: 4) { lines { text } } }"),
      {},
    );
    expect(twice).toBe(once);
  });

  it.each(["Invoice", "Refund"])("asks for all that one name may stand for, with %s first", (first) => {
    const parts = {
      Invoice: "... on Invoice { x: lines { text } }",
      Refund: "... on Refund { x: entries { account } }",
    };
    const inOrder = first === "Invoice" ? [parts.Invoice, parts.Refund] : [parts.Refund, parts.Invoice];
    const text = `{ search { ${inOrder.join(" ")} } }`;
    expect(needs(text)).toEqual(expect.arrayContaining([["invoices"], ["refunds"], ["journal"]]));
    // Ten found, each with ten of either.
    expect(requestedCost(planOf(text), {})).toBe(10 + 10 * (10 + 10));
    expect(planOf(text).needed("Entry")).toEqual(new Set(["account"]));
  });

  it("counts each list under one name by its own arguments", () => {
    const text =
      "{ search { ... on Invoice { copies(first: 1) { id } } ... on Refund { copies(first: 50) { id } } } }";
    expect(requestedCost(planOf(text), {})).toBe(10 + 10 * (10 + 10));
  });

  it("has no field that the schema has not, but for what the schema says of itself", () => {
    expect(needs("{ __typename __schema { types { name } } }")).toEqual([]);
    expect(() => planOf("{ search { ... on Invoice { entries { account } } } }")).toThrow(
      "Invoice has no field entries",
    );
  });

  it("is made once for a document", () => {
    const document = parse("{ invoices { id } }");
    expect(planner.planOf(document, null)).toBe(planner.planOf(document, null));
    expect(planner.planOf(document, "Other")).toBeNull();
  });
});
