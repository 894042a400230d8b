import { normaliseAccount } from "../customers/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import {
  type AdvicePairing,
  type PairableAdvice,
  type PairablePayment,
  pairAdvices,
  type TakenApart,
} from "./advices/index.js";

/** What pairs are looked for: a batch of advices, payments that are no receipts yet, or what is free again. */
export type CameToPair =
  | { readonly batchId: string }
  | { readonly payments: readonly PairablePayment[] }
  | { readonly adviceIds: readonly string[]; readonly receiptIds: readonly string[] };

/**
 * Pairs advices with payments of the same amount, both unpaired, for what came just now or became free. An advice whose
 * receipt was reversed is unpaired again; what a person took apart stays apart. All others of these amounts are looked at
 * too, since they may make a pair ambiguous. Four statements, however many there are. The pairs are kept by `keepPairs`,
 * once their receipts are there.
 */
export async function findPairs(context: CommandContext, came: CameToPair): Promise<AdvicePairing[]> {
  const { tx, tenant } = context;
  const incoming = "payments" in came ? came.payments : [];
  const amounts = amountsOf(came, tenant.id);
  const found = await tx.rows<AdviceRow>(sql`
    select a.id, a.payment_references as "references", a.payer_name as "name", a.payer_account as "account",
      array(select jsonb_array_elements(a.payer_identifiers) ->> 'value') as identifiers,
      a.total::text as total, a.currency, a.paid_on as "paidOn"
    from remittance_advice a
    where a.tenant_id = ${tenant.id} and a.outcome = 'TAKEN' and a.total > 0 and a.total in (${amounts})
      and not exists (${standingPairing(sql`a.id`, tenant.id)})`);
  if (found.length === 0) return [];
  const before = await paymentsOf(context, [...new Set(found.map(({ total }) => total))]);
  const payments = [...before, ...incoming];
  if (payments.length === 0) return [];
  return pairAdvices(await withCustomers(context, found), payments, await takenApart(context, found));
}

/** Of these amounts those of which an advice tells that has no payment yet. */
export async function advisedAmounts(
  { tx, tenant }: CommandContext,
  amounts: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await tx.rows<{ total: string }>(sql`
    select distinct a.total::text as total from remittance_advice a
    where a.tenant_id = ${tenant.id} and a.outcome = 'TAKEN' and a.total = any(${amounts}::numeric[])
      and not exists (${standingPairing(sql`a.id`, tenant.id)})`);
  return new Set(found.map(({ total }) => new Decimal(total).toFixed()));
}

function amountsOf(came: CameToPair, tenantId: string): SqlFragment {
  if ("payments" in came) return sql`select unnest(${came.payments.map(({ amount }) => amount)}::numeric[])`;
  if ("batchId" in came)
    return sql`select a.total from remittance_advice a
               where a.tenant_id = ${tenantId} and a.batch_id = ${came.batchId} and a.outcome = 'TAKEN'`;
  return sql`select a.total from remittance_advice a where a.tenant_id = ${tenantId} and a.id = any(${came.adviceIds})
             union all
             select r.amount from receipt r where r.tenant_id = ${tenantId} and r.id = any(${came.receiptIds})`;
}

/** What a person took apart, by advice. */
async function takenApart(
  { tx, tenant }: CommandContext,
  advices: readonly { readonly id: string }[],
): Promise<TakenApart> {
  const rows = await tx.rows<{ adviceId: string; receiptId: string }>(sql`
    select advice_id as "adviceId", receipt_id as "receiptId" from remittance_advice_pairing
    where tenant_id = ${tenant.id} and unpaired_at is not null and advice_id = any(${advices.map(({ id }) => id)})`);
  const apart = new Map<string, Set<string>>();
  for (const { adviceId, receiptId } of rows)
    apart.set(adviceId, (apart.get(adviceId) ?? new Set()).add(receiptId));
  return apart;
}

/** A pair to be kept: found here, or made by a person. */
export type PairToKeep = Omit<AdvicePairing, "by"> & { readonly by: AdvicePairing["by"] | "PERSON" };

/** Keeps pairs of which neither side was paired by another meanwhile; how many they are. */
export async function keepPairs(
  { tx, tenant }: CommandContext,
  pairs: readonly PairToKeep[],
): Promise<number> {
  if (pairs.length === 0) return 0;
  const kept = await tx.rows<{ adviceId: string }>(sql`
    insert into remittance_advice_pairing (tenant_id, advice_id, receipt_id, paired_by, evidence, pairing_no)
    select ${tenant.id}, p."adviceId", p."paymentId", p.by, p.evidence,
      (select count(*) + 1 from remittance_advice_pairing past where past.tenant_id = ${tenant.id} and past.advice_id = p."adviceId")
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p("adviceId" uuid, "paymentId" uuid, by text, evidence text)
    where not exists (${standingPairing(sql`p."adviceId"`, tenant.id)})
    on conflict do nothing returning advice_id as "adviceId"`);
  await countVersions(
    { tx, tenant },
    kept.map(({ adviceId }) => adviceId),
  );
  return kept.length;
}

/** Whoever has read the advices before reads them anew. */
export async function countVersions(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  adviceIds: readonly string[],
): Promise<void> {
  await tx.rows(sql`
    update remittance_advice set version = version + 1 where tenant_id = ${tenant.id} and id = any(${adviceIds})`);
}

/** The pairing of an advice with a receipt that was not reversed, which nobody took apart: at most one. */
function standingPairing(adviceId: SqlFragment, tenantId: string): SqlFragment {
  return sql`
    select from remittance_advice_pairing s
    join receipt held on held.tenant_id = s.tenant_id and held.id = s.receipt_id
    where s.tenant_id = ${tenantId} and s.advice_id = ${adviceId} and s.unpaired_at is null
      and held.reversal_entry_id is null`;
}

interface AdviceRow {
  readonly id: string;
  readonly references: readonly string[];
  readonly name: string | null;
  readonly account: string | null;
  readonly identifiers: readonly string[];
  readonly total: string;
  readonly currency: string | null;
  readonly paidOn: BusinessDate | null;
}

async function paymentsOf(
  { tx, tenant }: CommandContext,
  amounts: readonly string[],
): Promise<PairablePayment[]> {
  const rows = await tx.rows<
    Omit<PairablePayment, "payer"> & {
      customerId: string | null;
      account: string | null;
      name: string | null;
    }
  >(sql`
    select r.id, r.amount::text as amount, r.currency, r.received_on as "receivedOn", r.customer_id as "customerId",
      n.payer_account as account, n.payer_name as name,
      array_remove(array[r.reference, n.payer_reference, e.bank_reference], null)
        || coalesce(n.references_found, '{}') as "references"
    from receipt r
    left join remittance n on n.tenant_id = r.tenant_id and n.receipt_id = r.id
    left join bank_entry e on e.tenant_id = n.tenant_id and e.id = n.bank_entry_id
    where r.tenant_id = ${tenant.id} and r.reversal_entry_id is null and r.amount = any(${amounts}::numeric[])
      and not exists (select from remittance_advice_pairing p where p.tenant_id = r.tenant_id and p.receipt_id = r.id
                        and p.unpaired_at is null)`);
  return rows.map(({ customerId, account, name, ...payment }) => ({
    ...payment,
    payer: { customerId, account, name },
  }));
}

/** The payer of an advice: the customer whose number it gives, or who owns its account; unknown when these are several. */
async function withCustomers(
  { tx, tenant }: CommandContext,
  advices: readonly AdviceRow[],
): Promise<PairableAdvice[]> {
  const numbers = [...new Set(advices.flatMap(({ identifiers }) => identifiers))];
  const accounts = [...new Set(advices.flatMap(({ account }) => (account ? normaliseAccount(account) : [])))];
  const owners = await tx.rows<{ key: string; customerId: string }>(sql`
    select 'n' || c.number as key, c.id as "customerId" from customer c
    where c.tenant_id = ${tenant.id} and c.number = any(${numbers})
    union all
    select 'a' || b.account, b.customer_id from customer_bank_account b
    where b.tenant_id = ${tenant.id} and b.account = any(${accounts})`);
  const byKey = new Map(owners.map(({ key, customerId }) => [key, customerId]));
  return advices.map(({ name, account, identifiers, ...advice }) => {
    const keys = [...identifiers.map((n) => `n${n}`), ...(account ? [`a${normaliseAccount(account)}`] : [])];
    const customers = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    const [only] = customers;
    return { ...advice, payer: { customerId: customers.size === 1 ? (only ?? null) : null, account, name } };
  });
}
