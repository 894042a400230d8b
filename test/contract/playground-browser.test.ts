import { existsSync } from "node:fs";
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";

const CHROMIUM = "/usr/bin/chromium";
const absent = !existsSync(CHROMIUM);
if (absent) console.warn(`skipped: no browser at ${CHROMIUM} (Debian's package chromium)`);

describe.skipIf(absent)("the playground in a real browser", () => {
  let api: TestApi;
  let page: Page;
  let close: () => Promise<void>;
  const foreign: string[] = [];
  const mistakes: string[] = [];

  beforeAll(async () => {
    api = await startApi({ playground: true });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    page = await browser.newPage();
    const { host } = new URL(api.url);
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (["http:", "https:", "ws:", "wss:"].includes(url.protocol) && url.host !== host)
        foreign.push(url.href);
    });
    page.on("pageerror", (error) => mistakes.push(error.message));
    close = () => browser.close();
    await page.goto(api.url);
    await page.waitForSelector(".graphiql-execute-button");
  });
  afterAll(async () => {
    await close();
    await api.close();
  });

  it("answers a query with the token that it is given", async () => {
    await run("{ viewer { subject tenant { slug } } }");
    await expect.poll(result, { timeout: 20_000 }).toContain('"acme"');
  });

  it("shows the events of a subscription", async () => {
    await run("subscription { paymentEvents { ... on PaymentEvent { type amount { amount } } } }");
    let recorded = 0;
    const seesEvent = async () => {
      recorded += 1;
      const input = {
        amount: "12.50",
        currency: "USD",
        method: "CARD",
        idempotencyKey: `browser-${recorded}`,
      };
      await api.run("mutation ($input: ReceiptRecordInput!) { receiptRecord(input: $input) { replayed } }", {
        input,
      });
      return result();
    };
    await expect.poll(seesEvent, { timeout: 20_000, interval: 300 }).toContain("RECEIPT_RECORDED");
  });

  it("loads nothing from anywhere else and makes no mistake", () => {
    expect(foreign).toEqual([]);
    expect(mistakes).toEqual([]);
  });

  async function run(document: string): Promise<void> {
    await page
      .locator(".graphiql-query-editor .CodeMirror, .graphiql-query-editor .monaco-editor")
      .first()
      .click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Delete");
    await page.keyboard.insertText(document);
    await page.locator(".graphiql-execute-button").click();
  }

  async function result(): Promise<string> {
    return page.locator(".result-window").innerText();
  }
});
