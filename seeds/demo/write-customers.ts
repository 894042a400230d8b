import { v7 as uuidv7 } from "uuid";
import { allTerms } from "../../src/customers/index.js";
import type { BusinessDate } from "../../src/platform/business-date.js";
import type { Command, CommandContext } from "../../src/platform/commands/command.js";
import { sql } from "../../src/platform/database/sql.js";
import type { DemoCustomer } from "./customers.js";
import type { DailyRate } from "./exchange-rates.js";

/** The first step of seeding: customers with their contacts and accounts, and the euro's rates. */
export function writeCustomers(
  customers: readonly DemoCustomer[],
  rates: readonly DailyRate[],
): Command<{ readonly today: BusinessDate }, { readonly today: BusinessDate }> {
  return {
    name: "seedDemoCustomers",
    scope: "tenant:manage",
    async run(context, { today }) {
      const ids = new Map(customers.map((c) => [c.number, uuidv7()]));
      await insertCustomers(context, customers, ids);
      await insertChildren(context, customers, ids);
      await insertRates(context, rates);
      for (const { number } of customers) {
        const id = ids.get(number) ?? "";
        context.emit({ type: "CUSTOMER_CREATED", subjectId: id, customerId: id, payload: { number } });
      }
      return { today };
    },
  };
}

async function insertCustomers(
  { tx, tenant }: CommandContext,
  customers: readonly DemoCustomer[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const terms = new Map((await allTerms(tx, tenant.id)).map((t) => [t.code, t.id]));
  const rows = customers.map(({ place, behaviour, ...c }) => ({
    ...c,
    ...place,
    id: ids.get(c.number),
    parentId: c.parentNumber === null ? null : ids.get(c.parentNumber),
    termsId: terms.get(c.termsCode),
    riskClass: behaviour.riskClass,
  }));
  await tx.rows(sql`
    insert into customer (tenant_id, id, number, name, parent_id, currency, terms_id, region, sales_representative, collector,
      business_unit, risk_class, credit_limit, tax_ids, bill_to_line1, bill_to_city, bill_to_postal_code, bill_to_state,
      bill_to_country)
    select ${tenant.id}, id, number, name, "parentId", currency, "termsId", region, "salesRepresentative", collector,
      "businessUnit", "riskClass", "creditLimit", "taxIds", street, city, "postalCode", state, country
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c(id uuid, number text, name text, "parentId" uuid, currency text, "termsId" uuid, region text,
           "salesRepresentative" text, collector text, "businessUnit" text, "riskClass" text, "creditLimit" numeric,
           "taxIds" text[], street text, city text, "postalCode" text, state text, country text)`);
}

async function insertChildren(
  { tx, tenant }: CommandContext,
  customers: readonly DemoCustomer[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const contacts = customers.flatMap((c) =>
    c.contacts.map((k) => ({ ...k, id: uuidv7(), customerId: ids.get(c.number) })),
  );
  await tx.rows(sql`
    insert into customer_contact (tenant_id, id, customer_id, name, email, phone, job)
    select ${tenant.id}, id, "customerId", name, email, phone, job
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb)
      as k(id uuid, "customerId" uuid, name text, email text, phone text, job text)`);
  const accounts = customers.flatMap((c) =>
    c.bankAccount === null ? [] : [{ id: uuidv7(), customerId: ids.get(c.number), account: c.bankAccount }],
  );
  await tx.rows(sql`
    insert into customer_bank_account (tenant_id, id, customer_id, account)
    select ${tenant.id}, id, "customerId", account
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as a(id uuid, "customerId" uuid, account text)`);
}

async function insertRates({ tx, tenant }: CommandContext, rates: readonly DailyRate[]): Promise<void> {
  await tx.rows(sql`
    insert into exchange_rate (tenant_id, currency, rate_date, rate, source)
    select ${tenant.id}, 'EUR', date, rate, 'DEMO'
    from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r(date date, rate numeric)`);
}
