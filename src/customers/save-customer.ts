import { v7 as uuidv7 } from "uuid";
import type { CommandContext } from "../platform/commands/command.js";
import { type Refusal, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { type Customer, CustomerBankAccountEntity, CustomerContactEntity } from "./customer.entity.js";
import { type CustomerDetails, normaliseAccount } from "./customer.rules.js";

/** Copies what was given onto the record; what was left out stays. */
export function assignDetails(customer: Customer, details: CustomerDetails): void {
  const { billTo, contacts: _contacts, bankAccounts: _accounts, taxIds, ...plain } = details;
  for (const [key, value] of Object.entries(plain)) {
    if (value !== undefined) Object.assign(customer, { [key]: value });
  }
  if (taxIds !== undefined) customer.taxIds = [...taxIds];
  if (billTo !== undefined) {
    customer.billToLine1 = billTo?.line1 ?? null;
    customer.billToLine2 = billTo?.line2 ?? null;
    customer.billToCity = billTo?.city ?? null;
    customer.billToPostalCode = billTo?.postalCode ?? null;
    customer.billToState = billTo?.state ?? null;
    customer.billToCountry = billTo?.country ?? null;
  }
}

/**
 * Has whoever else sets a parent in this tenant wait until this transaction ends. To be taken before any customer is
 * locked: it is asked for again as a parent is stored, and two must not wait for each other.
 */
export async function lockParents({ tx, tenant }: CommandContext): Promise<void> {
  await tx.rows(sql`select lock_customer_parents(${tenant.id})`);
}

/** References that lead nowhere, and a parent that would close a circle. */
export async function checkReferences(
  { tx, tenant }: CommandContext,
  customerId: string,
  details: CustomerDetails,
): Promise<Refusal[]> {
  const found: Refusal[] = [];
  if (details.termsId != null) {
    const rows = await tx.rows(
      sql`select 1 from payment_terms where tenant_id = ${tenant.id} and id = ${details.termsId}`,
    );
    if (rows.length === 0) found.push(refusal("NOT_FOUND", "termsId", "There are no such payment terms."));
  }
  if (details.parentId != null) {
    const ancestors = await tx.rows<{ id: string }>(sql`
      with recursive chain as (
        select id, parent_id from customer where tenant_id = ${tenant.id} and id = ${details.parentId}
        union
        select c.id, c.parent_id from customer c join chain on c.tenant_id = ${tenant.id} and c.id = chain.parent_id)
      select id from chain`);
    if (ancestors.length === 0)
      found.push(refusal("NOT_FOUND", "parentId", "There is no such parent customer."));
    if (ancestors.some((a) => a.id === customerId)) {
      found.push(
        refusal("INVALID_VALUE", "parentId", "A customer cannot be its own parent, nor its parent's."),
      );
    }
  }
  return found;
}

/** Puts the given contacts and bank accounts in place of the customer's present ones. */
export async function replaceChildren(
  { tx, tenant }: CommandContext,
  customerId: string,
  { contacts, bankAccounts }: CustomerDetails,
): Promise<void> {
  const owner = { tenantId: tenant.id, customerId };
  if (contacts !== undefined) {
    await tx.entities.nativeDelete(CustomerContactEntity, owner);
    for (const { name, email, phone, job } of contacts) {
      tx.entities.create(CustomerContactEntity, {
        ...owner,
        id: uuidv7(),
        name,
        email: email ?? null,
        phone: phone ?? null,
        job: job ?? null,
      });
    }
  }
  if (bankAccounts !== undefined) {
    await tx.entities.nativeDelete(CustomerBankAccountEntity, owner);
    for (const account of bankAccounts) {
      tx.entities.create(CustomerBankAccountEntity, {
        ...owner,
        id: uuidv7(),
        account: normaliseAccount(account),
      });
    }
  }
  await tx.flush();
}
