import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_COMPANY, seedDemo } from "../seeds/demo-company.js";
import { businessDate } from "../src/platform/business-date.js";
import type { Tenant } from "../src/platform/database/tenancy.js";
import { type Answer, startApi, type TestApi } from "./support/api.js";

const FILES = ["README.md", ...globSync("docs/guides/*.md").sort()];
const texts = new Map(FILES.map((file) => [file, readFileSync(file, "utf8")]));

describe.each(["2026-11-22", "2031-05-17"])("in a demonstration company that was made on %s", (today) => {
  let api: TestApi;
  let token: string;
  let company: Tenant;
  /** Whoever a document says it is pasted by; an administrator if it names nobody. */
  const pastedBy = (document: string): Promise<string> => {
    const [, person, role] = /^# As (\w+), (\w+)/.exec(document) ?? [];
    return person && role ? api.tokenOf(person, [role], company) : Promise.resolve(token);
  };
  beforeAll(async () => {
    api = await startApi({ today });
    company = await seedDemo(api.application, api.owner, { today: businessDate(today) });
    token = await api.token(["ADMIN"], company);
  }, 300_000);
  afterAll(() => api.close());

  it.each(FILES)("every document of %s is answered when it is pasted", async (file) => {
    const pasted = documentsOf(file);
    expect(pasted.length).toBeGreaterThan(0);
    let seen = "";
    for (const document of pasted) {
      const answer = await api.ask<Record<string, Answered>>(
        withIdsOf(seen, document),
        {},
        await pastedBy(document),
      );
      expect({ document, refused: refusals(answer) }).toEqual({ document, refused: [] });
      seen = JSON.stringify(answer.data) + seen;
    }
  });

  it("every customer that a guide names is there", async () => {
    const numbers = [...texts.values()].flatMap((text) => text.match(/\bC-\d+\b/g) ?? []);
    const { customers } = await api.run<{ customers: { nodes: { number: string }[] } }>(
      "query ($numbers: [String!]) { customers(where: { number: { in: $numbers } }) { nodes { number } } }",
      { numbers },
      token,
    );
    expect(customers.nodes.map(({ number }) => number).sort()).toEqual([...new Set(numbers)].sort());
  });
});

it("commands name the demonstration company by its slug", () => {
  const slugs = [...texts.values()].flatMap((text) =>
    [...text.matchAll(/--tenant ([a-z]+)/g)].map(([, slug]) => slug),
  );
  expect(new Set(slugs)).toEqual(new Set([DEMO_COMPANY.slug]));
});

interface Answered {
  readonly userErrors?: readonly { readonly code: string }[];
}

/** In their order; a subscription goes another way. */
function documentsOf(file: string): string[] {
  const blocks = texts.get(file)?.matchAll(/```graphql\n(.*?)```/gs) ?? [];
  return [...blocks].map(([, text = ""]) => text).filter((text) => !text.startsWith("subscription"));
}

/** A place for an id takes the first of its kind that was answered last. */
function withIdsOf(seen: string, document: string): string {
  return document.replace(/([a-z]{3}_)…/g, (place, prefix: string) => {
    return new RegExp(`${prefix}[0-9a-f]{32}`).exec(seen)?.[0] ?? place;
  });
}

function refusals({ data, errors = [] }: Answer<Record<string, Answered | null>>): string[] {
  return [
    ...errors.map((error) => error.message),
    ...Object.values(data ?? {}).flatMap((value) =>
      value === null ? ["null"] : (value.userErrors ?? []).map((error) => error.code),
    ),
  ];
}
