import type { Executor } from "../platform/database/database.js";
import { jsonRows } from "../platform/database/json-rows.js";
import { sql } from "../platform/database/sql.js";

/** A payment plan as its agreement tells it. Amounts are positive. */
export interface Agreement {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly status: "PROPOSED" | "ACTIVE" | "COMPLETED" | "DEFAULTED" | "CANCELLED";
  readonly version: number;
  readonly graceDays: number;
  readonly missesToDefault: number;
  readonly contactName: string;
  readonly contactEmail: string | null;
  readonly signatory: string | null;
  readonly signedOn: string | null;
  /** The terms in words. */
  readonly agreement: string | null;
  readonly proposedOn: string;
  readonly activatedOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  /** The schedule in force: the newest. */
  readonly scheduleNo: number;
  readonly scheduleStartsOn: string;
  readonly scheduleReason: string | null;
  /** When the schedule was made, ISO 8601. */
  readonly scheduledAt: string;
  /** What its instalments sum to. */
  readonly amount: string;
  readonly instalments: readonly AgreedInstalment[];
  readonly items: readonly AgreedItem[];
}

export interface AgreedInstalment {
  /** The down payment is 0. */
  readonly instalmentNo: number;
  readonly dueDate: string;
  readonly amount: string;
}

/** A document that a plan is over. */
export interface AgreedItem {
  readonly kind: string;
  readonly documentNumber: string;
  readonly documentDate: string;
  readonly dueDate: string;
  readonly originalAmount: string;
  /** What it had open when the schedule was made; of the plan's own charge, which came after it, all. */
  readonly agreedAmount: string;
}

/** Null when there is no such plan. */
export async function agreementOf(db: Executor, tenantId: string, planId: string): Promise<Agreement | null> {
  const [row] = await jsonRows<Agreement>(
    db,
    sql`
    select p.id, p.number, p.customer_id as "customerId", p.currency, p.status, p.version,
           p.grace_days as "graceDays", p.misses_to_default as "missesToDefault",
           p.contact_name as "contactName", p.contact_email as "contactEmail", p.signatory, p.signed_on as "signedOn",
           p.agreement, p.proposed_on as "proposedOn", p.activated_on as "activatedOn", p.ended_on as "endedOn",
           p.end_reason as "endReason", s.schedule_no as "scheduleNo", s.starts_on as "scheduleStartsOn",
           s.reason as "scheduleReason", s.created_at as "scheduledAt", s.amount::text as amount,
           (select json_agg(json_build_object(
                     'instalmentNo', i.instalment_no, 'dueDate', i.due_date, 'amount', i.amount::text) order by i.instalment_no)
              from payment_plan_instalment i
             where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.schedule_no = s.schedule_no) as instalments,
           (select json_agg(json_build_object(
                     'kind', o.kind, 'documentNumber', o.document_number, 'documentDate', o.document_date,
                     'dueDate', o.due_date, 'originalAmount', o.original_amount::text,
                     'agreedAmount', coalesce(then_open.amount, own.amount, 0)::text) order by o.due_date, o.id)
              from payment_plan_item pi
              join open_item o on o.tenant_id = pi.tenant_id and o.id = pi.item_id
              cross join lateral (
                select sum(m.amount) as amount from movement m
                where m.tenant_id = o.tenant_id and m.item_id = o.id and m.recorded_at <= s.created_at) then_open
              left join charge own on own.tenant_id = p.tenant_id and own.id = p.charge_id and own.item_id = o.id
             where pi.tenant_id = p.tenant_id and pi.plan_id = p.id) as items
    from payment_plan p
    cross join lateral (
      select s.* from payment_plan_schedule s where s.tenant_id = p.tenant_id and s.plan_id = p.id
      order by s.schedule_no desc limit 1) s
    where p.tenant_id = ${tenantId} and p.id = ${planId}`,
  );
  return row ?? null;
}
