import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import {
  DEPOSIT_DAYS,
  type DepositGroup,
  type DepositPart,
  type DepositSum,
  groupsOf,
  isSumOf,
} from "./deposit.rules.js";
import type { PostingDays } from "./posting-day.js";
import { reverseReceipt } from "./reverse-receipt.js";
import { receivedOn, type TakenEntry } from "./taken-entry.js";
import { readApplications } from "./undo-applications.js";

/** Why an entry waits: a statement's sum that holds its money is a receipt that was used. */
export const DEPOSIT_POSTED = "DEPOSIT_POSTED";

/**
 * Money that the bank tells as a sum and payment by payment becomes receipts once: the payments, since they tell who
 * paid. A sum that comes after them is no receipt; one that came before is reversed for them while nothing was done
 * with it, and otherwise they wait for a person. Set-based: two statements when nothing of this kind is there.
 */
export async function matchDeposits(
  context: CommandContext,
  taken: readonly TakenEntry[],
  days: PostingDays,
): Promise<void> {
  await settleSums(context, taken);
  await replaceSums(
    context,
    taken.filter((t) => isTaken(t) && typeof t.deposit?.name === "string"),
    days,
  );
}

function isTaken({ outcome }: TakenEntry): boolean {
  return outcome === "RECEIPT_RECORDED";
}

function sumIn({ deposit, account, entry }: TakenEntry): DepositSum {
  if (!deposit || entry.amount === null) throw new Error("an entry that is no deposit");
  const currency = entry.currency ?? "";
  const amount = formatAmount(entry.amount, currency);
  return { kind: deposit.kind, account, currency, amount, day: receivedOn(entry) };
}

function total(parts: readonly DepositSum[]): string {
  const sum = parts.reduce((all, part) => all.plus(part.amount), new Decimal(0));
  return formatAmount(sum, parts[0]?.currency ?? "");
}

function byAmount<Part>(groups: readonly DepositGroup<Part>[]): Map<string, DepositGroup<Part>[]> {
  return Map.groupBy(groups, amountKey);
}

function amountKey({ currency, amount }: DepositSum): string {
  return `${currency} ${amount}`;
}

/** Of the entries those that are sums of payments which are in already: they are no receipts. */
export async function settleSums(context: CommandContext, taken: readonly TakenEntry[]): Promise<void> {
  const sums = taken.filter((t) => isTaken(t) && t.deposit?.name === null);
  if (sums.length === 0) return;
  const groups = byAmount(groupsOf(await readParts(context, sums), total));
  const claimed = new Set<string>();
  for (const one of sums) {
    const sum = sumIn(one);
    const group = groups
      .get(amountKey(sum))
      ?.find((each) => isSumOf(sum, each) && !each.parts.some((part) => claimed.has(part.id)));
    if (!group || !one.deposit) continue;
    for (const { id } of group.parts) claimed.add(id);
    one.outcome = "NOT_A_RECEIPT";
    one.reason = `The sum of ${group.parts.length} payments that were taken in with ${group.parts[0]?.fileName ?? ""}: they are the receipts.`;
    const batchId = group.parts[0]?.batchId;
    one.deposit = { ...one.deposit, name: group.name, ...(batchId === undefined ? {} : { batchId }) };
  }
}

interface StoredPart extends DepositPart {
  readonly id: string;
  readonly fileName: string;
}

/** Entries of ACH and lockbox files whose sum no statement has told yet. */
async function readParts({ tx, tenant }: CommandContext, sums: readonly TakenEntry[]): Promise<StoredPart[]> {
  const { from, to } = daysOf(sums);
  const rows = await tx.rows<StoredPart>(sql`
    select e.id, e.batch_id as "batchId", b.file_name as "fileName", e.entry_no as "entryNo", e.deposit_kind as kind, e.deposit,
           e.account, e.currency, e.amount, e.booking_date as day
    from bank_entry e join bank_batch b on b.tenant_id = e.tenant_id and b.id = e.batch_id
    where e.tenant_id = ${tenant.id} and e.deposit_kind is not null and e.deposit is not null
      and e.deposit_batch_id is null and e.replaces_entry_id is null and e.outcome in ('RECEIPT_RECORDED', 'QUARANTINED')
      and e.booking_date between ${from}::date - ${DEPOSIT_DAYS}::integer and ${to}::date + ${DEPOSIT_DAYS}::integer
      and not exists (
        select from bank_entry x where x.tenant_id = e.tenant_id and x.deposit_batch_id = e.batch_id
          and x.deposit in (e.deposit, '* ' || e.account || ' ' || e.booking_date, '# ' || e.entry_no))
    order by e.booking_date, e.batch_id, e.entry_no`);
  return rows.map((row) => ({ ...row, amount: formatAmount(row.amount, row.currency) }));
}

function daysOf(taken: readonly TakenEntry[]): { readonly from: BusinessDate; readonly to: BusinessDate } {
  const days = taken.map(({ entry }) => receivedOn(entry)).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (!from || !to) throw new Error("no entries, so no days");
  return { from, to };
}

interface TakenPart extends DepositPart {
  readonly taken: TakenEntry;
}

async function replaceSums(
  context: CommandContext,
  taken: readonly TakenEntry[],
  days: PostingDays,
): Promise<void> {
  if (taken.length === 0) return;
  const sums = await readSums(context, taken);
  if (sums.length === 0) return;
  const parts = taken.map((one): TakenPart => {
    const deposit = one.deposit?.name ?? "";
    return { ...sumIn(one), deposit, batchId: "", entryNo: one.entry.index + 1, taken: one };
  });
  const groups = byAmount(groupsOf(parts, total));
  const claimed = new Set<TakenEntry>();
  for (const sum of sums) {
    const group = groups
      .get(amountKey(sum))
      ?.find((each) => isSumOf(sum, each) && !each.parts.some((part) => claimed.has(part.taken)));
    if (!group) continue;
    for (const part of group.parts) claimed.add(part.taken);
    await replaceSum(context, sum, group, days);
  }
}

interface StoredSum extends DepositSum {
  readonly entryId: string;
  readonly receiptIds: readonly string[];
  readonly numbers: readonly string[];
}

/** Sums of statements that are receipts, and whose payments no file has told yet. */
async function readSums({ tx, tenant }: CommandContext, taken: readonly TakenEntry[]): Promise<StoredSum[]> {
  const { from, to } = daysOf(taken);
  const rows = await tx.rows<StoredSum>(sql`
    select e.id as "entryId", e.deposit_kind as kind, e.account, e.currency, e.amount, e.booking_date as day,
           array_agg(r.id order by r.number) as "receiptIds", array_agg(r.number order by r.number) as numbers
    from bank_entry e
    join remittance m on m.tenant_id = e.tenant_id and m.bank_entry_id = e.id
    join receipt r on r.tenant_id = m.tenant_id and r.id = m.receipt_id and r.reversal_entry_id is null
    where e.tenant_id = ${tenant.id} and e.deposit_kind is not null and e.deposit is null and e.outcome = 'RECEIPT_RECORDED'
      and e.booking_date between ${from}::date - ${DEPOSIT_DAYS}::integer and ${to}::date + ${DEPOSIT_DAYS}::integer
      and not exists (select from bank_entry x where x.tenant_id = e.tenant_id and x.replaces_entry_id = e.id)
    group by e.id, e.deposit_kind, e.account, e.currency, e.amount, e.booking_date
    order by e.booking_date, e.id`);
  return rows.map((row) => ({ ...row, amount: formatAmount(row.amount, row.currency) }));
}

async function replaceSum(
  context: CommandContext,
  sum: StoredSum,
  { parts }: DepositGroup<TakenPart>,
  days: PostingDays,
): Promise<void> {
  // Money whose payments cannot be posted stays the receipt that it is.
  const [unpostable] = [sum, ...parts].flatMap(({ day }) => days(day) ?? []);
  const obstacle = unpostable?.why ?? (await reverseSum(context, sum, parts.length));
  for (const { taken } of parts) {
    if (obstacle === null) {
      if (taken.deposit) taken.deposit = { ...taken.deposit, replaces: sum.entryId };
      continue;
    }
    taken.outcome = "QUARANTINED";
    taken.obstacle = DEPOSIT_POSTED;
    taken.reason = `Its money is in already: receipt ${sum.numbers.join(", ")} is the sum of ${parts.length} payments with this one. ${obstacle} Reverse that receipt by hand, then release this entry as another one.`;
  }
}

/** Takes the sum's receipt back. Answers why it cannot, if something was done with it. */
async function reverseSum(context: CommandContext, sum: StoredSum, count: number): Promise<string | null> {
  const [receiptId] = sum.receiptIds;
  if (!receiptId || sum.receiptIds.length > 1) return "The statement told several payers.";
  const applications = await readApplications(context, { receiptId });
  if (applications.some((application) => !application.reversed)) return "It is applied.";
  const reason = `Replaced by the ${count} payments of which it is the sum`;
  const outcome = await reverseReceipt.run(context, { receiptId, effectiveDate: sum.day, reason });
  return outcome instanceof Refused ? outcome.refusals.map((refusal) => refusal.message).join(" ") : null;
}
