import { bucketStarts } from "../../../src/aging/index.js";
import type { SegmentRates } from "../../../src/allowance/provision-matrix.rules.js";
import { businessDate, daysBetween } from "../../../src/platform/business-date.js";
import { sql } from "../../../src/platform/database/sql.js";
import { Decimal, roundMoney } from "../../../src/platform/money.js";
import type { Books } from "../../support/books.js";

export interface ModelMatrix {
  readonly bounds: readonly number[];
  readonly segments: readonly SegmentRates[];
}

/** What is provided for a customer beside the matrix: per cent or amount; null when that has ended. */
export type ModelProvision = { readonly percent?: string; readonly amount?: string } | null;

export interface Owed {
  readonly customerId: string;
  readonly riskClass: string | null;
  readonly dueDate: string;
  readonly amount: string;
}

interface Required {
  readonly required: string;
  readonly exposure: string;
}

/** What is owed on a day, summed from the movements of each debit. */
export function owedOn(books: Books, asOf: string): Promise<Owed[]> {
  return books.rows<Owed>(sql`
    select c.id as "customerId", c.risk_class as "riskClass", i.due_date as "dueDate", sum(m.functional_amount) as amount
    from open_item i join movement m on m.item_id = i.id join customer c on c.id = i.customer_id
    where i.tenant_id = ${books.tenant.id} and i.original_amount > 0 and m.effective_date <= ${asOf}::date
    group by c.id, c.risk_class, i.id, i.due_date having sum(m.functional_amount) <> 0`);
}

/**
 * What is required, worked out in another way: under the segment and bucket, or the id of a customer with a provision of
 * its own.
 */
export function requiredBy(
  { bounds, segments }: ModelMatrix,
  provisions: ReadonlyMap<string, ModelProvision>,
  owed: readonly Owed[],
  asOf: string,
): Map<string, Required> {
  const groups = new Map<string, { exposure: Decimal; rate: string | null; most: string }>();
  for (const { customerId, riskClass, dueDate, amount } of owed) {
    const days = daysBetween(businessDate(dueDate), businessDate(asOf));
    const bucket = bucketStarts(bounds).filter((start) => start <= days).length;
    const provision = provisions.get(customerId) ?? null;
    const segment = segments.find((one) => one.segment === riskClass) ?? segments[0];
    const name = provision ? customerId : `${segment?.segment ?? ""} ${bucket}`;
    const rate = provision ? (provision.percent ?? null) : (segment?.lossPercents[bucket] ?? null);
    const exposure = (groups.get(name)?.exposure ?? new Decimal(0)).plus(amount);
    groups.set(name, { exposure, rate, most: provision?.amount ?? "0" });
  }
  const requiredOf = (exposure: Decimal, rate: string | null, most: string) =>
    rate === null ? Decimal.min(most, exposure) : roundMoney(exposure.times(rate).div(100), "USD");
  return new Map(
    [...groups].map(([name, { exposure, rate, most }]) => [
      name,
      { required: requiredOf(exposure, rate, most).toFixed(2), exposure: exposure.toFixed(2) },
    ]),
  );
}

/** The allowance in the general ledger at the end of a day; credits positive. */
export async function allowanceOn(books: Books, asOf: string): Promise<string> {
  const { balance } = await books.row<{ balance: string }>(sql`
    select coalesce(-sum(l.functional_amount), 0) as balance from journal_line l
    join journal_entry e on e.id = l.entry_id join account a on a.id = l.account_id
    where a.tenant_id = ${books.tenant.id} and a.role = 'ALLOWANCE' and e.effective_date <= ${asOf}::date`);
  return new Decimal(balance).toFixed(2);
}

/** What is provided by, from which days on. */
export class Provisioning {
  readonly matrices: (ModelMatrix & { readonly effectiveFrom: string })[] = [];
  readonly provisions: { customerId: string; effectiveFrom: string; provision: ModelProvision }[] = [];

  matrixOn(day: string): ModelMatrix | undefined {
    return latest(this.matrices, day);
  }

  provisionOn(customerId: string, day: string): ModelProvision {
    const own = this.provisions.filter((one) => one.customerId === customerId);
    return latest(own, day)?.provision ?? null;
  }

  provisionsOn(day: string): ReadonlyMap<string, ModelProvision> {
    const customers = new Set(this.provisions.map(({ customerId }) => customerId));
    return new Map([...customers].map((id) => [id, this.provisionOn(id, day)]));
  }
}

/** The last by its day, and of several of a day the one that came last. */
function latest<Version extends { readonly effectiveFrom: string }>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom <= day);
  return begun
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : Number(a.effectiveFrom > b.effectiveFrom)))
    .at(-1);
}
