import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const guide = readFileSync("docs/guides/close-a-month.md", "utf8");
const documents = [...guide.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = ""]) => text);

it("the guide to closing a month, followed step by step, closes February and reopens it", async () => {
  const story = await stories.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-02" });
  const receipt = await story.receipt({ customerId, amount: "30.00", receivedOn: "2026-02-10" });
  await story.apply(receipt, [{ invoiceId: invoice.id, amount: "20.00" }], "2026-02-10");

  const answers: string[] = [];
  for (const document of documents) answers.push(JSON.stringify(await story.ask(document)));

  expect(documents).toHaveLength(13);
  for (const answer of answers) expect(answer).not.toMatch(/"userErrors":\[\{/);
  const statuses = answers.flatMap((answer) => /"period":\{"status":"(\w+)"/.exec(answer)?.[1] ?? []);
  expect(statuses).toEqual(["SOFT_CLOSED", "CLOSED", "SOFT_CLOSED"]);
  expect(answers[3]).toContain('"check":"UNAPPLIED_CASH","status":"OPEN","count":1');
  expect(answers[8]).toContain('"exposure":{"amount":"80.00"},"required":{"amount":"0.40"}');
  expect(answers[9]).toContain('"isReconciled":true');
  expect(answers[9]).toContain('"figure":"CASH_APPLIED","amount":{"amount":"-20.00"},"entryCount":1');
  expect(answers[10]).toContain('"kind":"APPLICATION"');
});
