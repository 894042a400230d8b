import fc from "fast-check";
import { buildSchema, execute, GraphQLError, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { Admission } from "../../../src/platform/graphql/admission.js";
import { createExecutor } from "../../../src/platform/graphql/execute.js";
import { DEFAULT_LIMITS } from "../../../src/platform/graphql/limits.js";
import { principal } from "../../support/small-server.js";

const schema = buildSchema(`
  interface Node { id: ID! next: Node }
  type Invoice implements Node { id: ID! next: Node total(digits: Int! = 2): String! lines: [Line!]! }
  type Refund implements Node { id: ID! next: Node reason: String lines: [Line!]! }
  type Line { text: String! of: Node }
  type Query { node: Node nodes: [Node!]! repeat(times: Int!): String maybe(times: Int): String }
`);
const rules = new Map(
  ["Node", "Invoice", "Refund", "Line", "Query"].flatMap((name) => {
    const type = schema.getType(name);
    const fields = type && "getFields" in type ? Object.keys(type.getFields()) : [];
    return fields.map((field) => [`${name}.${field}`, "ANYONE"] as const);
  }),
);
const invoice = {
  __typename: "Invoice",
  id: "i1",
  total: "10.00",
  lines: [{ text: "a" }, { text: "b" }],
};
const refund = {
  __typename: "Refund",
  id: "r1",
  reason: null,
  lines: [{ text: "c", of: invoice }],
  next: invoice,
};
const root = { node: refund, nodes: [invoice, refund] };

/** What is computed has a resolver here, as in every schema that is assembled. */
const repeat = schema.getQueryType()?.getFields().repeat;
if (repeat) repeat.resolve = (_, { times }) => "x".repeat(times);

const admission = new Admission({ schema, rules }, DEFAULT_LIMITS);
const run = createExecutor(schema);

async function both(
  text: string,
  variables: Record<string, unknown> = {},
  operationName: string | null = null,
) {
  const document = parse(text);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const admitted = admission.admit(document, operationName, variables, principal([]));
  const ours = await run(admitted, { rootValue: root, contextValue: {} });
  const theirs = await execute({
    schema,
    document,
    operationName,
    rootValue: root,
    contextValue: {},
    variableValues: variables,
  });
  const plain = ({ data, errors = [] }: typeof ours) =>
    JSON.parse(
      JSON.stringify({ data, errors: errors.map(({ message, path }: GraphQLError) => [message, path]) }),
    );
  return { ours: plain(ours), theirs: plain(theirs) };
}

/** Selections on a type, to a depth; fragments only of higher numbers, so that none contains itself. */
const TYPES = {
  Node: { leaves: ["id", "__typename"], nodes: ["next"], lists: [] },
  Invoice: { leaves: ["id", "total", "x: total(digits: 3)"], nodes: ["next"], lists: ["lines"] },
  Refund: { leaves: ["id", "reason", "__typename"], nodes: ["next"], lists: ["lines", "y: lines"] },
  Line: { leaves: ["text", "t: text"], nodes: ["of"], lists: [] },
} as const;
type TypeName = keyof typeof TYPES;
const FRAGMENTS = ["Node", "Invoice", "Refund"] as const;

const condition = fc.constantFrom(
  "",
  "",
  "",
  " @include(if: $yes)",
  " @skip(if: $yes)",
  " @include(if: $no)",
  " @skip(if: false)",
);

function selection(type: TypeName, depth: number, fragmentFrom: number): fc.Arbitrary<string> {
  const { leaves, nodes, lists } = TYPES[type];
  const leaf = fc.tuple(fc.constantFrom<string>(...leaves), condition).map((parts) => parts.join(""));
  if (depth === 0)
    return fc.array(leaf, { minLength: 1, maxLength: 3 }).map((parts) => `{ ${parts.join(" ")} }`);
  const below = (names: readonly string[], on: TypeName) =>
    fc
      .tuple(fc.constantFrom(...names), condition, selection(on, depth - 1, fragmentFrom))
      .map((parts) => parts.join(" "));
  const inline = fc
    .constantFrom<TypeName>("Invoice", "Refund", "Node")
    .chain((on) =>
      fc.tuple(condition, selection(on, depth - 1, fragmentFrom)).map(([c, s]) => `... on ${on}${c} ${s}`),
    );
  const spreads = FRAGMENTS.map((_, i) => `...F${i}`).slice(fragmentFrom);
  const parts = [
    leaf,
    below(nodes, "Node"),
    ...(lists.length > 0 ? [below(lists, "Line")] : []),
    ...(type === "Line" ? [] : [inline]),
    ...(type === "Line" || spreads.length === 0
      ? []
      : [fc.tuple(fc.constantFrom(...spreads), condition).map((two) => two.join(""))]),
  ];
  return fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(" ")} }`);
}

const documents = fc.tuple(selection("Node", 3, 0), ...FRAGMENTS.map((on, i) => selection(on, 2, i + 1))).map(
  ([nodes, ...fragments]) =>
    `query ($yes: Boolean! = true, $no: Boolean = false) { node ${nodes} nodes ${nodes} all: nodes { ...F0 ...F1 ...F2 } a: node { id @include(if: $no) @skip(if: $yes) } }
       ${fragments.map((set, i) => `fragment F${i} on ${FRAGMENTS[i]} ${set}`).join(" ")}`,
);

describe("an operation", () => {
  it("is answered as graphql itself answers it, whatever its fragments, names and conditions", async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), fc.boolean(), async (text, yes, no) => {
        for (const source of [
          text,
          text.replace(/ @(include|skip)\(if: [^)]*\)/g, "").replace(/query \([^)]*\)/, "query"),
        ]) {
          if (validate(schema, parse(source)).length > 0) continue;
          compared += 1;
          const { ours, theirs } = await both(source, source === text ? { yes, no } : {});
          expect(ours).toEqual(theirs);
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("that keeps a fragment out in one place has it in another", async () => {
    const { ours, theirs } = await both(
      "{ node { ...F @include(if: false) ...F } } fragment F on Node { id }",
    );
    expect(ours).toEqual(theirs);
    expect(ours.data).toEqual({ node: { id: "r1" } });
  });

  it.each([
    ["a variable with a preset", "query ($n: Int = 1) { repeat(times: $n) }", { n: null }],
    ["a condition", "query ($n: Boolean = true) { node { id @include(if: $n) } }", { n: null }],
  ])("is not run with null where null may not stand, given for %s", async (_, text, variables) => {
    const { ours, theirs } = await both(text, variables);
    expect(theirs.errors).toHaveLength(1);
    const message = 'Variable "$n" is null where a value must be given; leave it out for its preset.';
    expect(ours).toEqual({ errors: [[message, null]] });
  });

  it("is told in graphql's own words that null is given for a variable that takes none", async () => {
    const { ours, theirs } = await both("query ($n: Int!) { repeat(times: $n) }", { n: null });
    expect(ours).toEqual(theirs);
    expect(ours.errors[0][0]).toContain("of non-null type");
  });

  it("may have null where another operation of its document may not", async () => {
    const text = `query Strict($n: Int = 1) { repeat(times: $n) node { id @skip(if: false) } }
      query Lenient($n: Int = 1) { maybe(times: $n) }`;
    const { ours, theirs } = await both(text, { n: null }, "Lenient");
    expect(ours).toEqual(theirs);
    expect(ours.data).toEqual({ maybe: null });
  });

  it("of fragments that double at each level is answered at once", async () => {
    const levels = 40;
    const fragments = Array.from(
      { length: levels },
      (_, n) => `fragment F${n} on Node { ...F${n + 1} ...F${n + 1} }`,
    );
    const { ours, theirs } = await both(
      `{ node { ...F0 } } ${fragments.join(" ")} fragment F${levels} on Node { id }`,
    );
    expect(ours).toEqual(theirs);
    expect(ours.data).toEqual({ node: { id: "r1" } });
  });
});
