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

describe("one name for fields of two types", () => {
  it("is allowed to whoever may see both, and to nobody else", async () => {
    const document = `query ($id: ID!) { node(id: $id) {
      ... on Charge { x: customer { id } }
      ... on LateFee { x: journalEntry { id lines { accountCode } } }
    } }`;
    const clerk = await api.ask(
      document,
      { id: books.invoice },
      await api.token(["AR_CLERK"], books.story.tenant),
    );
    expect(clerk.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    const controller = await api.token(["CONTROLLER"], books.story.tenant);
    expect(await api.ask(document, { id: books.invoice }, controller)).toMatchObject({ data: { node: {} } });
  });
});

describe("a document that is short", () => {
  it("does not keep the server busy, whoever sends it", async () => {
    const fragments = Array.from(
      { length: 30 },
      (_, n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`,
    );
    const query = `{ viewer { ...F0 } } ${fragments.join(" ")} fragment F30 on Viewer { subject }`;
    const headers = { "content-type": "application/json" };
    const started = performance.now();
    const response = await fetch(api.url, { method: "POST", headers, body: JSON.stringify({ query }) });
    expect(await response.json()).toHaveProperty("errors");
    expect((await api.ask(query)).data).toMatchObject({ viewer: {} });
    // It took minutes; a tenth of a second is what it takes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("null for a variable with a preset", () => {
  it("does not take the place of a value that must be given", async () => {
    const before = await digestOf(api, books.story.tenant.id);
    const answer = await api.ask(
      'mutation ($key: String = "preset-key-000") { lateFeeRun(input: { idempotencyKey: $key }) { run { id } } }',
      { key: null },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(await digestOf(api, books.story.tenant.id)).toEqual(before);
  });
});
