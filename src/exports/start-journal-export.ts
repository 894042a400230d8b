import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { type Refusal, Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import {
  exportsByIds,
  type JournalExportRow,
  type JournalExportTotalRow,
  totalsOf,
} from "./journal-export.queries.js";
import { recordFile } from "./journal-export-file.js";
import type { JournalLayout } from "./layout-schema.js";
import type { OnWritten } from "./write-batch.js";

export interface JournalExportRequest {
  readonly format: string;
  readonly layout: JournalLayout;
  /** Only entries effective on this day or later. */
  readonly from?: string | null;
  /** Only entries effective on this day or earlier. */
  readonly until?: string | null;
}

export interface JournalExportResult {
  readonly exportId: string;
  readonly fileNo: number;
}

/** A new batch, with what there is to compare it by. */
export interface JournalExportStarted extends JournalExportResult {
  readonly controlTotals: ControlTotals;
}

/** Sums of a batch, in functional currency and by the documents' currencies. */
export type ControlTotals = Pick<
  JournalExportRow,
  | "entryCount"
  | "lineCount"
  | "firstEffectiveDate"
  | "lastEffectiveDate"
  | "functionalCurrency"
  | "functionalDebits"
  | "functionalCredits"
> & { readonly totals: readonly JournalExportTotalRow[] };

/**
 * Takes every entry that is in no batch yet into a new one, with its control totals and the hash of its file. What is
 * recorded later, whatever its date, waits for the next batch; refused with NOTHING_TO_EXPORT when there is nothing.
 */
export function startJournalExport(
  onWritten?: OnWritten,
): Command<JournalExportRequest, JournalExportStarted> {
  return {
    name: "journalExportStart",
    scope: "journal:export",
    // The layout is kept with the file.
    auditedInput: ({ format, from, until }) => ({ format, from, until }),
    async run(context, request) {
      const { tx, tenant } = context;
      const wrong = rangeProblems(request);
      if (wrong.length > 0) return new Refused(wrong);
      // One export of a tenant at a time: the one that waited sees what the other took.
      await tx.rows(sql`select pg_advisory_xact_lock(7210, hashtext(${tenant.id}))`);
      const exportId = uuidv7();
      const knownAt = await takeEntries(context, exportId, request);
      if (knownAt === null)
        return refuse(refusal("NOTHING_TO_EXPORT", [], "Every journal entry is in a batch already."));
      const unmapped = await unmappedAccounts(context, exportId, request.layout);
      if (unmapped.length > 0) return new Refused(unmapped);
      await recordTotals(context, exportId);
      await recordBatch(context, exportId, request, knownAt);
      const fileNo = await recordFile(context, exportId, request, onWritten);
      if (fileNo instanceof Refused) return fileNo;
      return { exportId, fileNo, controlTotals: await controlTotalsOf(context, exportId) };
    },
  };
}

async function controlTotalsOf({ tx, tenant }: CommandContext, exportId: string): Promise<ControlTotals> {
  const [batch] = await exportsByIds(tx, tenant.id, [exportId]);
  const [totals] = await totalsOf(tx, tenant.id, [exportId]);
  if (!batch || !totals) throw new Error("the batch is not there");
  const { entryCount, lineCount, firstEffectiveDate, lastEffectiveDate } = batch;
  const { functionalCurrency, functionalDebits, functionalCredits } = batch;
  const counts = { entryCount, lineCount, firstEffectiveDate, lastEffectiveDate };
  return { ...counts, functionalCurrency, functionalDebits, functionalCredits, totals };
}

/** A refusal for each account of the batch for which the layout's mapping has none. */
export async function unmappedAccounts(
  { tx, tenant }: CommandContext,
  exportId: string,
  { accounts }: JournalLayout,
): Promise<Refusal[]> {
  if (accounts === null) return [];
  const rows = await tx.rows<{ code: string; name: string }>(sql`
    select distinct a.code, a.name from journal_export_entry x
    join journal_line l on l.tenant_id = x.tenant_id and l.entry_id = x.entry_id
    join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
    where x.tenant_id = ${tenant.id} and x.export_id = ${exportId} order by a.code`);
  return rows
    .filter(({ code }) => !Object.hasOwn(accounts, code))
    .map(({ code, name }) =>
      refusal("INVALID_VALUE", "accounts", `There are entries on ${code} ${name}: say which account it is.`),
    );
}

function rangeProblems({ from, until }: JournalExportRequest): readonly Refusal[] {
  const checks = new InputChecks();
  const [first, last] = [from ? checks.date(from, "from") : null, until ? checks.date(until, "until") : null];
  if (first && last && first > last) checks.add("INVALID_DATE", "until", "The range ends before it begins.");
  return checks.refusals;
}

/** The instant up to which entries were taken, to the microsecond; null when there was none to take. */
async function takeEntries(
  { tx, tenant }: CommandContext,
  exportId: string,
  { from, until }: JournalExportRequest,
): Promise<string | null> {
  // A statement of its own: the next one's snapshot then sees all that was recorded before the horizon.
  const [horizon] = await tx.rows<{ instant: string }>(
    sql`select to_json(knowledge_horizon(${tenant.id}::uuid)) #>> '{}' as instant`,
  );
  if (!horizon) throw new Error("the database told no horizon");
  const taken = await tx.rows<{ count: string }>(sql`
    with taken as (
      insert into journal_export_entry (tenant_id, entry_id, export_id, ordinal, lines_before)
      select ${tenant.id}, id, ${exportId}, row_number() over w, sum(lines) over w - lines
      from (
        select e.id, e.effective_date, e.recorded_at,
               (select count(*) from journal_line l where l.tenant_id = e.tenant_id and l.entry_id = e.id) as lines
        from journal_entry e
        where e.tenant_id = ${tenant.id} and e.recorded_at < ${horizon.instant}::timestamptz
          and e.effective_date between coalesce(${from ?? null}::date, '-infinity') and coalesce(${until ?? null}::date, 'infinity')
          and not exists (select from journal_export_entry x where x.tenant_id = e.tenant_id and x.entry_id = e.id)
      ) as fresh
      window w as (order by effective_date, recorded_at, id rows unbounded preceding)
      returning 1)
    select count(*) as count from taken`);
  return Number(taken[0]?.count ?? 0) === 0 ? null : horizon.instant;
}

async function recordTotals({ tx, tenant }: CommandContext, exportId: string): Promise<void> {
  await tx.rows(sql`
    insert into journal_export_total (tenant_id, export_id, currency, debits, credits, functional_debits, functional_credits)
    select ${tenant.id}, ${exportId}, l.currency,
           coalesce(sum(l.amount) filter (where l.amount > 0), 0), coalesce(-sum(l.amount) filter (where l.amount < 0), 0),
           coalesce(sum(l.functional_amount) filter (where l.functional_amount > 0), 0),
           coalesce(-sum(l.functional_amount) filter (where l.functional_amount < 0), 0)
    from journal_export_entry x
    join journal_line l on l.tenant_id = x.tenant_id and l.entry_id = x.entry_id
    where x.tenant_id = ${tenant.id} and x.export_id = ${exportId} group by l.currency`);
  await tx.rows(sql`
    insert into journal_export_customer (tenant_id, export_id, customer_id, number, name)
    select ${tenant.id}, ${exportId}, c.id, c.number, c.name from customer c
    where c.tenant_id = ${tenant.id} and c.id in (
      select l.customer_id from journal_export_entry x
      join journal_line l on l.tenant_id = x.tenant_id and l.entry_id = x.entry_id
      where x.tenant_id = ${tenant.id} and x.export_id = ${exportId})`);
}

async function recordBatch(
  { tx, tenant, actor }: CommandContext,
  exportId: string,
  { from, until }: JournalExportRequest,
  knownAt: string,
): Promise<void> {
  await tx.rows(sql`
    insert into journal_export (tenant_id, id, number, effective_from, effective_until, known_at, entry_count, line_count,
      first_effective_date, last_effective_date, functional_currency, functional_debits, functional_credits, created_by)
    select ${tenant.id}, ${exportId},
           (select coalesce(max(number), 0) + 1 from journal_export where tenant_id = ${tenant.id}),
           ${from ?? null}::date, ${until ?? null}::date, ${knownAt}::timestamptz,
           e.entries, e.lines, e.first_date, e.last_date, ${tenant.functionalCurrency}, t.debits, t.credits, ${actor.subject}
    from (
      select count(*) as entries, min(e.effective_date) as first_date, max(e.effective_date) as last_date,
             sum((select count(*) from journal_line l where l.tenant_id = x.tenant_id and l.entry_id = x.entry_id)) as lines
      from journal_export_entry x join journal_entry e on e.tenant_id = x.tenant_id and e.id = x.entry_id
      where x.tenant_id = ${tenant.id} and x.export_id = ${exportId}) as e,
      (select sum(functional_debits) as debits, sum(functional_credits) as credits from journal_export_total
       where tenant_id = ${tenant.id} and export_id = ${exportId}) as t`);
}
