import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";
import { type FullBooks, fullBooks } from "./full-books.js";
import { MUTATION_SAMPLES } from "./mutation-samples.js";
import { QUERY_SAMPLES } from "./samples.js";
import { bareDocument } from "./schema-walk.js";
import { digestOf } from "./table-digest.js";

let api: TestApi;
let books: FullBooks;

beforeAll(async () => {
  api = await startApi();
  books = await fullBooks(api, "alpha");
});
afterAll(() => api.close());

function bare(kind: "query" | "mutation", name: string): string {
  return bareDocument(api.application.assembled.schema, kind, name);
}

describe("an operation that is not the one that is named", () => {
  it("is not run, whatever it is", async () => {
    const { url } = api;
    const headers = { "content-type": "application/json", authorization: `Bearer ${books.story.token}` };
    const before = await digestOf(api, books.story.tenant.id);
    const calls = [
      ...Object.entries(QUERY_SAMPLES).map(
        ([name, sample]) => [bare("query", name), sample(books)[0] ?? {}] as const,
      ),
      ...Object.entries(MUTATION_SAMPLES).map(
        ([name, [sample]]) =>
          [bare("mutation", name), { input: sample?.input(books, `misnamed-${name}`) }] as const,
      ),
    ];
    for (const [document, variables] of calls) {
      for (const query of [document, document.replace(/^(query|mutation)/, "$1 Named")]) {
        const body = JSON.stringify({ query, variables, operationName: "Another" });
        const response = await fetch(url, { method: "POST", headers, body });
        const answer = await response.json();
        expect([query, response.status, answer.data]).toEqual([query, 400, undefined]);
        expect(answer.errors).toMatchObject([{ extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }]);
      }
    }
    expect(await digestOf(api, books.story.tenant.id)).toEqual(before);
  });

  it("is the only one when the name is empty, and passes the gate", async () => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${await api.token(["AUDITOR"], books.story.tenant)}`,
    };
    const body = JSON.stringify({ query: "query A { apiKeys { name } }", operationName: "" });
    const response = await fetch(api.url, { method: "POST", headers, body });
    const { errors } = await response.json();
    expect([response.status, errors[0].extensions.code]).toEqual([403, "FORBIDDEN"]);
  });

  it("is told by its name, and by those that there are", async () => {
    const messageOf = async (query: string, operationName?: string) => {
      const parameters = new URLSearchParams({
        query,
        ...(operationName === undefined ? {} : { operationName }),
      });
      const headers = { authorization: `Bearer ${books.story.token}`, "apollo-require-preflight": "1" };
      const response = await fetch(`${api.url}?${parameters}`, { headers });
      const { errors } = await response.json();
      return [response.status, errors?.[0].message];
    };
    const two = "query A { viewer { subject } } query B { viewer { subject } }";
    expect(await messageOf(two, "C")).toEqual([400, "The document has no operation `C`; it has `A`, `B`."]);
    expect(await messageOf(two)).toEqual([
      400,
      "The document has several operations (`A`, `B`); send the name of one as `operationName`.",
    ]);
    expect(await messageOf("{ viewer { subject } }", "C")).toEqual([
      400,
      "The document has no operation `C`; it has one without a name.",
    ]);
    expect(await messageOf(two, "B")).toEqual([200, undefined]);
  });
});
