import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";
import { flat, get, pagesOf, pdfAt, refusedAt } from "./printed.js";

const book = storybook("2026-03-31");
const NOBODY = `cus_${"0".repeat(32)}`;

/** Every document, for a customer and a plan of it. */
function targets(customer: string, plan: string): string[] {
  return [
    `/documents/customer-statement?customer=${customer}`,
    `/documents/customer-statement?customer=${customer}&kind=ACTIVITY`,
    `/documents/confirmation-letter?customer=${customer}`,
    `/documents/confirmation-letters?customer=${customer}`,
    `/documents/payment-plan-agreement?plan=${plan}`,
  ];
}

async function customerWithPlan(story: Story): Promise<{ customer: string; plan: string }> {
  const customer = await story.customer();
  const item = await story.itemOf(await story.invoice({ customerId: customer, amount: "90.00" }));
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: [item],
    contactName: "Jo Doe",
    schedule: { equal: { count: 3, frequency: "MONTHLY", firstDueDate: "2026-05-01" } },
  });
  return { customer, plan: given(paymentPlan).id };
}

async function keyBoundTo(story: Story, customerIds: readonly string[]): Promise<string> {
  const { apiKeyCreate } = await story.ask<{ apiKeyCreate: { key: string } }>(
    "mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { key } }",
    { input: { name: "portal", scopes: ["receivables:read"], customerIds } },
  );
  return apiKeyCreate.key;
}

describe("a document", () => {
  it("comes as a PDF with a name, which nobody in between keeps", async () => {
    const story = await book.begin();
    await customerWithPlan(story);
    const { headers } = await get(story, "/documents/customer-statement?number=C-1&asOf=2026-03-15");
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toBe('inline; filename="statement-C-1-2026-03-15.pdf"');
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("needs credentials, and a scope that reads receivables", async () => {
    const story = await book.begin();
    const { customer, plan } = await customerWithPlan(story);
    const { apiKeyCreate } = await story.ask<{ apiKeyCreate: { key: string } }>(
      'mutation { apiKeyCreate(input: { name: "metrics", scopes: ["metrics:read"] }) { key } }',
    );
    for (const target of targets(customer, plan)) {
      expect([target, await refusedAt(story, target, "")]).toEqual([target, [401, "UNAUTHENTICATED"]]);
      expect([target, await refusedAt(story, target, "nonsense")]).toEqual([
        target,
        [401, "UNAUTHENTICATED"],
      ]);
      expect([target, await refusedAt(story, target, apiKeyCreate.key)]).toEqual([
        target,
        [403, "FORBIDDEN"],
      ]);
      for (const role of ["AUDITOR", "COLLECTOR"]) {
        await pdfAt(story, target, await story.api.token([role], story.tenant));
      }
    }
  });

  it("of another tenant's customer or plan is not found", async () => {
    const [own, other] = [await book.begin(), await book.begin()];
    const { customer, plan } = await customerWithPlan(other);
    await customerWithPlan(own);
    for (const target of targets(customer, plan)) {
      expect([target, await refusedAt(own, target)]).toEqual([target, [404, "NOT_FOUND"]]);
    }
    const everybody = flat(await pagesOf(await pdfAt(own, "/documents/confirmation-letters")));
    expect(everybody).toContain(own.tenant.name);
    expect(everybody).not.toContain(other.tenant.name);
  });

  it("is shown to a key that is bound to its customer, with the tenant's letterhead, and no other is", async () => {
    const story = await book.begin();
    await story.does("letterheadSet", { name: "Acme Holdings" });
    const own = await customerWithPlan(story);
    const other = await customerWithPlan(story);
    const key = await keyBoundTo(story, [own.customer]);
    for (const target of targets(own.customer, own.plan)) {
      expect(flat(await pagesOf(await pdfAt(story, target, key)))).toContain("Acme Holdings");
    }
    for (const target of targets(other.customer, other.plan)) {
      expect([target, await refusedAt(story, target, key)]).toEqual([target, [404, "NOT_FOUND"]]);
    }
    const letters = flat(await pagesOf(await pdfAt(story, "/documents/confirmation-letters", key)));
    expect(letters).toContain("Customer C-1");
    expect(letters).not.toContain("Customer C-2");
  });

  it("of nobody is 404, and what cannot be read is 400 and says which parameter", async () => {
    const story = await book.begin();
    await story.customer();
    const statement = "/documents/customer-statement?number=C-1";
    expect(await refusedAt(story, `/documents/customer-statement?customer=${NOBODY}`)).toEqual([
      404,
      "NOT_FOUND",
    ]);
    expect(await refusedAt(story, "/documents/customer-statement?number=none")).toEqual([404, "NOT_FOUND"]);
    const wrong = [
      "/documents/customer-statement",
      `${statement}&customer=${NOBODY}`,
      `${statement}&asOf=2026-02-30`,
      `${statement}&asOf=2026-03-01&asOf=2026-03-02`,
      `${statement}&from=yesterday`,
      `${statement}&from=2026-03-31&asOf=2026-03-01`,
      `${statement}&knownAt=2026-03-01`,
      `${statement}&knownAt=2999-01-01T00:00:00Z`,
      `${statement}&kind=EVERYTHING`,
      `${statement}&currency=XXX1`,
      `${statement}&paper=A0`,
      `${statement}&applications=maybe`,
      `${statement}&asof=2026-03-01`,
      "/documents/customer-statement?number=C%00",
      "/documents/confirmation-letters?sampleSize=3",
      "/documents/confirmation-letters?sampleSize=0&seed=a",
      "/documents/confirmation-letters?minimumBalance=-1",
      "/documents/payment-plan-agreement",
    ];
    for (const target of wrong) {
      expect([target, await refusedAt(story, target)]).toEqual([target, [400, "BAD_USER_INPUT"]]);
    }
    expect(await refusedAt(story, "/documents/customer-statement?customer=inv_1")).toEqual([
      400,
      "INVALID_ID",
    ]);
  });

  it("is made for many at once, each in its turn", async () => {
    const story = await book.begin();
    const { customer } = await customerWithPlan(story);
    const target = `/documents/customer-statement?customer=${customer}&knownAt=${new Date().toISOString()}`;
    const all = await Promise.all(Array.from({ length: 12 }, () => pdfAt(story, target)));
    expect(all.every((pdf) => pdf.equals(given(all[0])))).toBe(true);
  });
});
