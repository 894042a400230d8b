import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const NUL = "a\u0000b";
const HALF_A_PAIR = "a\ud800b";

const MUTATIONS: readonly (readonly [mutation: string, input: object, paths: readonly string[]])[] = [
  ["customerCreate", { number: "C-1", name: NUL }, ["name"]],
  [
    "customerCreate",
    { number: NUL, name: HALF_A_PAIR, idempotencyKey: NUL },
    ["idempotencyKey", "name", "number"],
  ],
  [
    "receiptRecord",
    { amount: "1.00", currency: "USD", method: "CASH", idempotencyKey: HALF_A_PAIR, reference: NUL },
    ["idempotencyKey", "reference"],
  ],
  ["apiKeyCreate", { name: "BI", scopes: ["receivables:read", NUL] }, ["scopes.1"]],
  ["importStart", { profile: "generic", fileName: NUL, content: "eA==" }, ["fileName"]],
];

describe("text that the database cannot keep", () => {
  it.each(MUTATIONS)("is a user error of %s with the path of each value", async (mutation, input, paths) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } } }`;
    const data = await api.run<Record<string, Refused>>(document, { input });
    const errors = data[mutation]?.userErrors.map(({ code, path }) => [code, path.join(".")]) ?? [];
    expect(errors.toSorted()).toEqual(paths.map((path) => ["INVALID_VALUE", path]));
  });

  it.each([
    "query ($text: String!) { customers(where: { number: { eq: $text } }) { nodes { id } } }",
    "query ($text: String!) { customers(where: { number: { in: [$text] } }) { nodes { id } } }",
    "query ($text: String!) { invoices(where: { number: { contains: $text } }) { nodes { id } } }",
    "query ($text: String!) { receipt(number: $text) { id } }",
  ])("is a request error of %s", async (document) => {
    const answer = await api.ask<null>(document, { text: NUL });
    expect(answer.errors?.map((error) => error.extensions.code)).toEqual(["BAD_USER_INPUT"]);
  });

  it("is a request error of its field alone, also when the document has it as an escape", async () => {
    const document = String.raw`{ viewer { kind } receipt(number: "a\u0000") { id } }`;
    const answer = await api.ask<{ viewer: object }>(document);
    expect(answer.errors?.map((error) => error.extensions.code)).toEqual(["BAD_USER_INPUT"]);
    expect(answer.data.viewer).toEqual({ kind: "USER" });
  });
});
