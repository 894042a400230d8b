import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { storybook } from "../support/stories.js";
import { flat, pagesOf, pdfAt } from "./printed.js";

const stories = storybook("2026-04-10");
const guide = readFileSync("docs/guides/statements-and-letters.md", "utf8");
const documents = [...guide.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = ""]) => text);

it("the guide to statements and letters, followed step by step, prints them", async () => {
  const story = await stories.begin();
  const customerId = await story.customer({ number: "C-0092" });
  await story.invoice({ customerId, amount: "123456.00", documentDate: "2026-03-02" });
  const answers: string[] = [];
  for (const document of documents) answers.push(JSON.stringify(await story.ask(document)));

  expect(documents).toHaveLength(3);
  expect(answers[0]).toContain('"userErrors":[]');
  expect(answers[1]).toContain('"closing":{"amount":"123456.00"}');
  expect(answers[2]).toContain('"why":"BALANCE"');
  const urls = answers.flatMap((answer) => answer.match(/\/documents\/[^"]+/g) ?? []);
  expect(urls).toHaveLength(4);
  for (const url of urls) {
    expect(flat(await pagesOf(await pdfAt(story, url)))).toContain("123,456.00");
  }
});
