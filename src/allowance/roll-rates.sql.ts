import { bucketStarts } from "../aging/index.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { segmentOf } from "./allowance-cells.sql.js";
import type { Segmentation } from "./provision-matrix.rules.js";

export interface RollRateRequest {
  readonly tenantId: string;
  readonly functionalCurrency: string;
  /** First and last document date of what is followed. */
  readonly from: string;
  readonly to: string;
  /** The day on which it is seen what was never paid. */
  readonly asOf: string;
  readonly segmentBy: Segmentation;
  /** Upper bounds of the buckets, valid. */
  readonly scheme: readonly number[];
}

/**
 * What became of each receivable of the documents of a time, as a query without parentheses: id, segment,
 * document_date, due_date, is_followed (old enough to have entered the last bucket by `asOf`), original, never_paid, and
 * reached_0, reached_1 … for the buckets. In functional currency as booked, positive.
 *
 * A receivable is any open item that is a debit of a customer. One whose posting was taken back (a voided invoice) never
 * was one and is left out. **Unpaid** on a day is what the item comes to by its movements up to and on that day, without
 * write-offs and recoveries: what was written off was not paid, and money that came for it later is. Credit memos,
 * discounts and what became a chargeback (an item of its own) are no losses and settle it as money does.
 *
 * It **reached** the current bucket with its original amount, and each further one with what was unpaid at the end of
 * the day on which it entered: its due date and the bucket's first day past due. What was paid and is owed again, as
 * after a payment that bounced, was not paid: it has reached every bucket before the one in which it is found. **Never
 * paid** is what is unpaid on `asOf`.
 */
export function followedItems({ tenantId, from, to, asOf, segmentBy, scheme }: RollRateRequest): SqlFragment {
  const starts = bucketStarts(scheme);
  const last = starts.at(-1) ?? 0;
  const unpaid = (until: SqlFragment) =>
    sql`coalesce(sum(m.functional_amount) filter (where m.effective_date <= ${until}), 0)`;
  const stages = starts.map((days, n) => sql`${unpaid(sql`i.due_date + ${days}::int`)} as ${stage(n + 1)}`);
  const laterThan = (n: number) => [...starts.keys()].slice(n).map((k) => stage(k + 1));
  const reached = [sql`original`, ...starts.map((_, n) => stage(n + 1))].map(
    (own, n) => sql`greatest(${sql.join([own, ...laterThan(n), sql`never_paid`])}) as ${reachedColumn(n)}`,
  );
  return sql`
    select id, segment, document_date, due_date, due_date + ${last}::int <= ${asOf}::date as is_followed, original, never_paid,
           ${sql.join(reached)}
    from (
      select i.id, ${segmentOf(segmentBy)} as segment, i.document_date, i.due_date, i.functional_original as original,
             ${unpaid(sql`${asOf}::date`)} as never_paid, ${sql.join(stages)}
      from open_item i
      join customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
      join movement m on m.tenant_id = i.tenant_id and m.item_id = i.id
      left join movement undone on undone.tenant_id = m.tenant_id and undone.id = m.reverses_id
      where i.tenant_id = ${tenantId} and i.original_amount > 0
        and i.document_date between ${from}::date and ${to}::date
        and coalesce(undone.kind, m.kind) not in ('WRITE_OFF', 'RECOVERY')
      group by i.tenant_id, i.id, c.tenant_id, c.id
      having not bool_or(coalesce(undone.kind = 'POSTING', false))) followed`;
}

/** The column of what reached a bucket. */
export function reachedColumn(bucket: number): SqlFragment {
  return sql.constant(`reached_${bucket}`);
}

function stage(n: number): SqlFragment {
  return sql.constant(`unpaid_${n}`);
}
