import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../src/platform/database/sql.js";
import type { OperationRequest } from "../../src/platform/graphql/context.js";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ statementTimeoutMs: 2_000 });
});
afterAll(() => api.close());

describe("a question that takes longer than any may", () => {
  it("is stopped in the database and told as TIMED_OUT by each of its fields; the next is answered", async () => {
    const document = "{ customers { nodes { id } } invoices { nodes { id } } }";
    expect((await api.ask(document)).errors).toBeUndefined();
    const holder = await api.owner.pool.connect();
    try {
      await holder.query("begin; lock table customer, invoice in access exclusive mode");
      const answer = await api.ask(document);
      expect(answer.status).toBe(504);
      expect(new Set(answer.errors?.map(({ extensions }) => extensions.code))).toEqual(
        new Set(["TIMED_OUT"]),
      );
      const waiting = await holder.query("select from pg_stat_activity where wait_event_type = 'Lock'");
      expect(waiting.rowCount).toBe(0);
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    expect((await api.ask(document)).errors).toBeUndefined();
  });

  it("is not stopped at the command line", async () => {
    const timeoutOf = async (request: Partial<OperationRequest>) => {
      const { signal } = new AbortController();
      const asked = { requestId: "1", query: "", signal, ...request };
      const context = api.application.createContext(null, asked);
      const [row] = await context.reads.rows<{ timeout: string }>(
        sql`select current_setting('statement_timeout') as timeout`,
      );
      await context.end();
      return row?.timeout;
    };
    expect(await timeoutOf({})).toBe("2s");
    expect(await timeoutOf({ isUnhurried: true })).toBe("0");
  });
});
