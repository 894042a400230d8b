import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { Key } from "../platform/graphql/by-id-or-number.js";
import type { Loader, RequestContext } from "../platform/graphql/context.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import {
  bankAccountsOf,
  type ContactRow,
  type CustomerRow,
  contactsOf,
  customerByNumber,
  customersByIds,
  termsInOrder,
} from "./customer.queries.js";
import type { PaymentTerms } from "./payment-terms.rules.js";

/** By UUID. */
export const customerLoader: Loader<string, CustomerRow | null> = (ids, context) =>
  customersByIds(context.reads, context.principal.tenantId, ids, visibleCustomers(context));

/** The customer of that id or number, if the credentials may see it. */
export function customerByKey(context: RequestContext, key: Key): Promise<CustomerRow | null> {
  if (key.uuid !== undefined) return context.load(customerLoader, key.uuid);
  return customerByNumber(context.reads, context.principal.tenantId, key.number, visibleCustomers(context));
}

/** Credentials that are bound to some customers see those. */
export function visibleCustomers({ principal }: RequestContext): SqlFragment {
  return visibleTo(principal, sql`c.id`);
}

/** By UUID. */
export const termsLoader: Loader<string, PaymentTerms | null> = (ids, context) =>
  termsInOrder(context.reads, context.principal.tenantId, ids);

/** By the customer's UUID. */
export const contactsLoader: Loader<string, ContactRow[]> = (ids, context) =>
  contactsOf(context.reads, context.principal.tenantId, ids);

/** By the customer's UUID. */
export const bankAccountsLoader: Loader<string, string[]> = (ids, context) =>
  bankAccountsOf(context.reads, context.principal.tenantId, ids);
