import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { tooLate } from "../platform/commands/posting-horizon.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import type { Executor } from "../platform/database/database.js";
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
  async run({ tx, tenant, today, emit }, input) {
    const checks = new InputChecks().currency(input.currency, "currency");
    const date = checks.date(input.rateDate, "rateDate");
    const late = date && tooLate(date, today);
    if (late) checks.add("INVALID_DATE", "rateDate", late);
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
    await lockRates(tx, tenant.id);
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

/** A rate to be stored. */
export interface NewRate {
  readonly currency: string;
  readonly rateDate: string;
  /** Units of the functional currency for one unit of `currency`, at most 12 decimals. */
  readonly rate: string;
}

export interface StoredRates<Rate> {
  /** Those that were not there before. */
  readonly stored: readonly Rate[];
  /** Those of which another rate is there for the same currency and day. */
  readonly contradicted: readonly { readonly rate: Rate; readonly is: string }[];
}

/** Which rates belong together, and which of them the others were worked out with. */
export interface RateGroups<Rate> {
  of(rate: Rate): number;
  decides(rate: Rate): boolean;
}

/**
 * Stores the rates that are not there yet. One that contradicts what is stored is passed over, and where it decides its
 * group, the whole group is.
 */
export async function storeRates<Rate extends NewRate>(
  { tx, tenant, emit }: CommandContext,
  rates: readonly Rate[],
  source: string,
  groups: RateGroups<Rate>,
): Promise<StoredRates<Rate>> {
  if (rates.length === 0) return { stored: [], contradicted: [] };
  await lockRates(tx, tenant.id);
  const asked = JSON.stringify(rates.map((rate, n) => ({ n, ...plain(rate) })));
  const recordset = sql`jsonb_to_recordset(${asked}::jsonb) as a(n integer, currency text, rate_date date, rate numeric)`;
  const known = await tx.rows<{ n: number; is: string; same: boolean }>(sql`
    select a.n, trim_scale(r.rate) as is, r.rate = a.rate as same from ${recordset}
    join exchange_rate r on r.tenant_id = ${tenant.id} and r.currency = a.currency and r.rate_date = a.rate_date`);
  const there = new Map(known.map((one) => [one.n, one]));
  const contradicted = rates.flatMap((rate, n) => {
    const found = there.get(n);
    return found && !found.same ? [{ rate, is: found.is }] : [];
  });
  const spoilt = new Set(
    contradicted.filter(({ rate }) => groups.decides(rate)).map(({ rate }) => groups.of(rate)),
  );
  const stored = rates.filter((rate, n) => !there.has(n) && !spoilt.has(groups.of(rate)));
  if (stored.length === 0) return { stored, contradicted };
  const rows = JSON.stringify(stored.map((rate) => ({ id: uuidv7(), ...plain(rate) })));
  await tx.rows(sql`
    insert into exchange_rate (tenant_id, id, currency, rate_date, rate, source)
    select ${tenant.id}, id, currency, rate_date, rate, ${source}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, currency text, rate_date date, rate numeric)`);
  const days = stored.map(({ rateDate }) => rateDate).sort();
  emit({
    type: "EXCHANGE_RATES_STORED",
    subjectId: tenant.id,
    customerId: null,
    payload: { count: stored.length, from: days[0], to: days.at(-1), source },
  });
  return { stored, contradicted };
}

function plain({ currency, rateDate, rate }: NewRate) {
  return { currency, rate_date: rateDate, rate };
}

/** Who stores rates does so one after the other, so that what is found missing is missing still when it is stored. */
async function lockRates(tx: Executor, tenantId: string): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(7211, hashtext(${tenantId}::text))`);
}
