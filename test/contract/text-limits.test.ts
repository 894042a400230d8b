import { getNamedType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHORT_TEXT_MAX } from "../../src/platform/graphql/storable-text.js";
import { TEXT_LIMITS } from "../../src/text-limits.js";
import { startApi, type TestApi } from "../support/api.js";
import { rootFields } from "./schema-walk.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Errors {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly path: string[];
  }[];
}

async function errorsOf(mutation: string, input: object): Promise<Errors["userErrors"]> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message path } } }`;
  const data = await api.run<Record<string, Errors>>(document, { input });
  return data[mutation]?.userErrors ?? [];
}

const CUSTOMER = "cus_00000000000000000000000000000000";

describe("a text that is too long", () => {
  it("is a user error that names each field and how much fits", async () => {
    const line = { product: "p", quantity: "1", unitPrice: "1" };
    const invoice = {
      idempotencyKey: "long-1",
      customerId: CUSTOMER,
      currency: "USD",
      purchaseOrder: "9".repeat(5_000),
      lines: [
        { ...line, description: "d".repeat(4_001) },
        { ...line, productLine: "l".repeat(256) },
      ],
    };
    expect(
      (await errorsOf("invoiceCreate", invoice)).toSorted((a, b) => (a.message < b.message ? -1 : 1)),
    ).toEqual(
      [
        ["lines.0.description", 4_001, 4_000],
        ["lines.1.productLine", 256, 255],
        ["purchaseOrder", 5_000, 255],
      ].map(([path, length, max]) => ({
        code: "INVALID_VALUE",
        message: `\`${path}\` has ${length} characters; at most ${max} fit.`,
        path: String(path).split("."),
      })),
    );
    const ids = { number: "C-1", name: "Acme", taxIds: ["DE1", "D".repeat(256)] };
    expect(await errorsOf("customerCreate", ids)).toMatchObject([{ path: ["taxIds", "1"] }]);
  });

  it("is not one that just fits, nor a file", async () => {
    const fitting = { number: "C-2", name: "Acme", region: "r".repeat(SHORT_TEXT_MAX) };
    expect(await errorsOf("customerCreate", fitting)).toEqual([]);
    const file = {
      fileName: "f.sta",
      content: Buffer.alloc(100_000, "x").toString("base64"),
      idempotencyKey: "long-2",
    };
    expect(await errorsOf("bankFileImport", file)).toMatchObject([{ code: "INVALID_FILE" }]);
  });
});

describe("the text of a profile", () => {
  const profile = "a: 1\n".repeat(14_000);
  const said = { code: "INVALID_VALUE", message: expect.stringContaining("at most 65536 fit") };

  it("is refused when it is longer than any profile, with the field", async () => {
    const content = Buffer.from("a").toString("base64");
    const start = { fileName: "f.csv", content, profileText: profile };
    expect(await errorsOf("importStart", start)).toMatchObject([{ ...said, path: ["profileText"] }]);
    const advice = { fileName: "f.csv", content, profile, idempotencyKey: "long-4" };
    expect(await errorsOf("remittanceIngest", advice)).toMatchObject([{ ...said, path: ["profile"] }]);
  });
});

describe("the limits of texts", () => {
  it("are of fields that inputs have", () => {
    const names = new Set<string>();
    const types = new Set(
      rootFields(api.application.assembled.schema, "mutation").flatMap(({ args }) =>
        args.map(({ type }) => getNamedType(type)),
      ),
    );
    for (const type of types) {
      if (!isInputObjectType(type)) continue;
      for (const { name, type: inner } of Object.values(type.getFields())) {
        names.add(name);
        types.add(getNamedType(inner));
      }
    }
    expect(Object.keys(TEXT_LIMITS).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("an API key", () => {
  it("cannot be made with an expiry that is past", async () => {
    const key = { name: "a program", scopes: ["receivables:read"] };
    expect(await errorsOf("apiKeyCreate", { ...key, expiresAt: "2020-01-01T00:00:00Z" })).toEqual([
      {
        code: "INVALID_DATE",
        message: "The key would be expired at once: 2020-01-01T00:00:00.000Z is past.",
        path: ["expiresAt"],
      },
    ]);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await errorsOf("apiKeyCreate", { ...key, expiresAt: later })).toEqual([]);
  });
});
