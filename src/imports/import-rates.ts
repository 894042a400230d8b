import { type NewRate, storeRates } from "../ledger/index.js";
import type { Command } from "../platform/commands/command.js";
import { tooLate } from "../platform/commands/posting-horizon.js";
import { convertQuotes } from "./rate-conversion.rules.js";
import type { ImportedRates } from "./rate-rows.rules.js";
import type { ChunkResult, RefusedRow } from "./refused-row.js";

export interface RateChunk {
  readonly runId: string;
  readonly rows: readonly ImportedRates[];
}

/**
 * Takes in the rates of some days in one transaction. A day whose rates are all stored as the file has them is passed
 * over. A cell that contradicts a stored rate is refused, because postings may have used what is stored, and the rest of
 * its day is taken; only with the rate that the day is crossed through, nothing of the day is.
 */
export const importRateChunk: Command<RateChunk, ChunkResult> = {
  name: "importRates",
  scope: "rates:write",
  auditedInput: ({ runId, rows }) => ({ runId, rows: rows.length }),
  async run(context, { rows }) {
    const refused: RefusedRow[] = [];
    const wanted: (NewRate & { readonly index: number; readonly column: string; readonly value: string })[] =
      [];
    for (const [index, row] of rows.entries()) {
      const late = tooLate(row.date, context.today);
      if (late !== null) {
        refused.push({ index, reason: late });
        continue;
      }
      const rates = convertQuotes(row, context.tenant.functionalCurrency);
      if (!Array.isArray(rates)) {
        const { column, value } = rates;
        refused.push({
          index,
          reason: `${column} ${rates.reason}`,
          cell: { column, value, code: "INVALID_VALUE" },
        });
        continue;
      }
      wanted.push(...rates.map((rate) => ({ index, rateDate: row.date, ...rate })));
    }
    const source = `file (base ${rows[0]?.base ?? ""})`;
    const { stored, contradicted } = await storeRates(context, wanted, source, {
      of: ({ index }) => index,
      // In the books' own currency the base has no rate; in others, all of the day are crossed through it.
      decides: ({ index, currency }) => currency === rows[index]?.base,
    });
    for (const { rate, is } of contradicted) {
      const { index, column, value, currency, rateDate } = rate;
      const crossed = currency === rows[index]?.base;
      const remedy = crossed
        ? "correct the cell; the other rates of the day are crossed through it, and none was taken."
        : "correct the cell, or empty it.";
      const reason = `${column} gives ${rate.rate} for one ${currency} on ${rateDate}, but ${is} is stored. A stored rate is never changed, since postings used it: ${remedy}`;
      refused.push({ index, reason, cell: { column, value, code: "RATE_DIFFERS" } });
    }
    const wrong = new Set(refused.map(({ index }) => index));
    const fresh = new Set(stored.map(({ index }) => index).filter((index) => !wrong.has(index)));
    return { imported: fresh.size, duplicates: rows.length - fresh.size - wrong.size, refused };
  },
};
