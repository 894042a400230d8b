import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeId } from "../../src/platform/graphql/ids.js";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const UUID = "01890a5d-ac96-774b-bcce-b302099a8050";

describe.each([
  ["customer", "cus"],
  ["invoice", "inv"],
  ["receipt", "rct"],
])("a query for one %s", (field, prefix) => {
  const id = encodeId(prefix, UUID);

  it.each(["", "(id: null, number: null)", `(id: "${id}", number: "N-1")`])(
    "asks for either its id or its number, not %j",
    async (args) => {
      const answer = await api.ask<Record<string, null>>(`{ ${field}${args} { id } }`);
      expect(answer.data[field]).toBeNull();
      expect(answer.errors?.map((error) => error.extensions.code)).toEqual(["BAD_USER_INPUT"]);
      expect(answer.errors?.[0]?.message).toMatch(/either `id` or `number`/);
    },
  );

  it("answers null when there is none of that id or that number", async () => {
    const found = await api.run<object>(
      `{ a: ${field}(id: "${id}") { id } b: ${field}(number: "N-1") { id } c: ${field}(id: null, number: "") { id } }`,
    );
    expect(found).toEqual({ a: null, b: null, c: null });
  });
});
