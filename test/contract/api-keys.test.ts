import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Created {
  readonly apiKeyCreate: { readonly key: string; readonly apiKey: { readonly id: string } };
}

const CREATE = `mutation ($scopes: [String!]!) {
  apiKeyCreate(input: { name: "a program", scopes: $scopes }) { key apiKey { id } } }`;

describe("an API key", () => {
  it("is known by one id: to itself, to its administrators, and in what it made", async () => {
    const scopes = ["api-keys:manage", "receivables:read"];
    const { key, apiKey } = (await api.run<Created>(CREATE, { scopes })).apiKeyCreate;
    expect(apiKey.id).toMatch(/^key_[0-9a-f]{32}$/);

    const { viewer } = await api.run<{ viewer: object }>("{ viewer { subject kind } }", {}, key);
    expect(viewer).toEqual({ subject: apiKey.id, kind: "API_KEY" });

    await api.run<Created>(CREATE, { scopes: ["receivables:read"] }, key);
    const { apiKeys } = await api.run<{ apiKeys: object[] }>("{ apiKeys { createdBy } }");
    expect(apiKeys).toContainEqual({ createdBy: apiKey.id });
  });
});
