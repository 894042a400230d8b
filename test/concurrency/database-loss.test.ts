import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";
import { Story } from "../support/stories.js";
import { PaymentLoad } from "./payment-load.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Ends every session of the application, as a restart of the database does. Returns how many there were. */
async function dropConnections(): Promise<number> {
  const { rows } = await api.owner.pool.query<{ ended: boolean }>(
    `select pg_terminate_backend(pid) as ended from pg_stat_activity
     where datname = current_database() and application_name like 'receivables%' and pid <> pg_backend_pid()`,
  );
  return rows.length;
}

describe("the server, when its database goes away under a load of payments", () => {
  it("answers every request, shows no internals, works again by itself, and loses or doubles nothing", async () => {
    const story = new Story(api, api.tenant, await api.token());
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "10000.00" });
    const load = new PaymentLoad(
      (document, variables) => story.ask(document, { ...variables }),
      customerId,
      invoice.id,
      "loss",
    );

    const running = load.run(12);
    for (let round = 1; round <= 5; round++) {
      while (load.acknowledged < 15 * round) await delay(5);
      expect(await dropConnections()).toBeGreaterThan(0);
    }
    while (load.acknowledged < 90) await delay(5);
    load.stop();
    await running;

    expect(load.failures.length).toBeGreaterThan(0);
    for (const failure of load.failures) {
      expect(String(failure)).toMatch(/UNAVAILABLE/);
      expect(String(failure)).not.toMatch(/terminat|connection|administrator|pg_|sql/i);
    }
    await load.retryAll();
    const count = load.payments.length;
    expect(await story.instalments(invoice)).toEqual([`${10_000 - count}.00`]);
    const { receipts } = await story.ask<{ receipts: { totalCount: number } }>("{ receipts { totalCount } }");
    expect(receipts.totalCount).toBe(count);
    await story.expectSoundBooks();
  });
});
