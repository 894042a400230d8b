import { InputChecks } from "../platform/commands/input-checks.js";
import type { Refusal } from "../platform/commands/refusal.js";

/** What can be said of a customer. Left out on update: unchanged; null: cleared. */
export interface CustomerDetails {
  readonly name?: string;
  readonly parentId?: string | null;
  readonly currency?: string;
  readonly termsId?: string | null;
  readonly region?: string | null;
  readonly salesRepresentative?: string | null;
  readonly collector?: string | null;
  readonly businessUnit?: string | null;
  readonly riskClass?: string | null;
  /** In the customer's currency. */
  readonly creditLimit?: string | null;
  readonly taxIds?: readonly string[];
  readonly billTo?: BillTo | null;
  readonly contacts?: readonly ContactDetails[];
  /** IBANs or account numbers that the customer pays from. */
  readonly bankAccounts?: readonly string[];
}

export interface BillTo {
  readonly line1?: string | null;
  readonly line2?: string | null;
  readonly city?: string | null;
  readonly postalCode?: string | null;
  readonly state?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
}

export interface ContactDetails {
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly job?: string | null;
}

/** Everything that is wrong with the details, given the currency that the customer has or will have. */
export function checkCustomer(details: CustomerDetails, currency: string): Refusal[] {
  const checks = new InputChecks();
  if (details.name !== undefined) checks.text(details.name, "name", "the customer's name");
  checks.currency(currency, "currency");
  if (details.creditLimit != null)
    checks.amount(details.creditLimit, currency, "creditLimit", { zero: true });
  const country = details.billTo?.country;
  if (country != null && !/^[A-Z]{2}$/.test(country)) {
    checks.add("INVALID_VALUE", "billTo.country", `"${country}" is not a two-letter ISO 3166 country code.`);
  }
  for (const [i, contact] of (details.contacts ?? []).entries()) {
    checks.text(contact.name, `contacts.${i}.name`, "the contact's name");
    if (contact.email != null && !/^[^\s@]+@[^\s@]+$/.test(contact.email)) {
      checks.add("INVALID_VALUE", `contacts.${i}.email`, `"${contact.email}" is not an e-mail address.`);
    }
  }
  const accounts = (details.bankAccounts ?? []).map(normaliseAccount);
  for (const [i, account] of accounts.entries()) {
    if (!/^[A-Z0-9]{4,34}$/.test(account)) {
      checks.add("INVALID_VALUE", `bankAccounts.${i}`, `"${account}" is not an IBAN or account number.`);
    } else if (accounts.indexOf(account) !== i) {
      checks.add("INVALID_VALUE", `bankAccounts.${i}`, `The account ${account} is given twice.`);
    }
  }
  return checks.refusals;
}

/** An IBAN or account number as it is compared: without spaces, in capitals. */
export function normaliseAccount(account: string): string {
  return account.replace(/[\s-]/g, "").toUpperCase();
}
