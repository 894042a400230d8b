import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../support/api.js";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.owner.pool.query(
    `insert into exchange_rate (tenant_id, id, currency, rate_date, rate, source)
     select $1, new_id(), 'EUR', date '2024-01-01' + n, 1.1, 'a test' from generate_series(0, 499) as n`,
    [api.tenant.id],
  );
});
afterAll(() => api.close());

async function datesOf(args: object): Promise<string[]> {
  const document = `query ($from: Date, $until: Date) {
    exchangeRates(currency: "EUR", from: $from, until: $until) { rateDate } }`;
  const { exchangeRates } = await api.run<{ exchangeRates: { rateDate: string }[] }>(document, { ...args });
  return exchangeRates.map(({ rateDate }) => rateDate);
}

describe("exchange rates", () => {
  it("are read on from the day before the last that came, until there are no more", async () => {
    const first = await datesOf({});
    expect([first.length, first[0], first.at(-1)]).toEqual([400, "2025-05-14", "2024-04-10"]);
    const rest = await datesOf({ until: "2024-04-09" });
    expect([rest.length, rest[0], rest.at(-1)]).toEqual([100, "2024-04-09", "2024-01-01"]);
  });

  it("are those of a range, both of its days included", async () => {
    expect(await datesOf({ from: "2024-02-28", until: "2024-03-01" })).toEqual([
      "2024-03-01",
      "2024-02-29",
      "2024-02-28",
    ]);
    expect(await datesOf({ from: "2025-05-14" })).toEqual(["2025-05-14"]);
  });
});
