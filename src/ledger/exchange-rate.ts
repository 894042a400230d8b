import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";

export interface ExchangeRateSetInput {
  readonly currency: string;
  readonly rateDate: string;
  /** Units of the functional currency for one unit of `currency`. */
  readonly rate: string;
  readonly source?: string | null;
}

/** Adds a rate. It holds from its date until the next one; a rate that is there is never changed, since postings used it. */
export const setExchangeRate: Command<ExchangeRateSetInput, { rateId: string }> = {
  name: "exchangeRateSet",
  scope: "rates:write",
  async run({ tx, tenant, emit }, input) {
    const checks = new InputChecks().currency(input.currency, "currency");
    const date = checks.date(input.rateDate, "rateDate");
    const rate = new Decimal(input.rate);
    if (rate.lte(0)) checks.add("INVALID_VALUE", "rate", "The rate must be more than zero.");
    if (rate.gte(1e12)) checks.add("INVALID_VALUE", "rate", "A rate has at most 12 digits before the point.");
    if (rate.decimalPlaces() > 12) checks.add("INVALID_VALUE", "rate", "A rate has at most 12 decimals.");
    if (input.currency === tenant.functionalCurrency) {
      checks.add(
        "INVALID_VALUE",
        "currency",
        `${input.currency} is the books' own currency: its rate is always 1.`,
      );
    }
    const existing = await tx.rows(sql`
      select 1 from exchange_rate where tenant_id = ${tenant.id} and currency = ${input.currency} and rate_date = ${input.rateDate}::text::date`);
    if (existing.length > 0) {
      const message = `There is a rate for ${input.currency} on ${input.rateDate}. Rates are not changed; give one for a later date.`;
      checks.refusals.push(refusal("ALREADY_EXISTS", "rateDate", message));
    }
    if (!date || checks.refusals.length > 0) return new Refused(checks.refusals);
    const id = uuidv7();
    await tx.rows(sql`
      insert into exchange_rate (tenant_id, id, currency, rate_date, rate, source)
      values (${tenant.id}, ${id}, ${input.currency}, ${date}, ${input.rate}, ${input.source ?? "manual"})`);
    emit({
      type: "EXCHANGE_RATE_SET",
      subjectId: id,
      customerId: null,
      payload: { currency: input.currency, rateDate: date, rate: input.rate },
    });
    return { rateId: id };
  },
};
