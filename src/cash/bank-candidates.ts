import type { ItemState } from "../ledger/index.js";
import { lockItems } from "../ledger/index.js";
import type { BusinessDate } from "../platform/business-date.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import type { BankPayment, NamedInvoice } from "./bank-payments.rules.js";

/** What the ledger knows that payments of a batch may concern; found for the whole batch in three statements. */
export interface Candidates {
  /** Customer ids by the account they pay from. */
  readonly customersByAccount: ReadonlyMap<string, string>;
  /** Open invoices by number, whoever's they are. */
  readonly invoicesByNumber: ReadonlyMap<string, CandidateInvoice>;
}

export interface CandidateInvoice extends NamedInvoice {
  readonly customerId: string;
  readonly currency: string;
}

/** Finds payers and named invoices for all payments at once, and locks the invoices' items. */
export async function findCandidates(
  context: CommandContext,
  payments: readonly { readonly payment: BankPayment; readonly receivedOn: BusinessDate }[],
): Promise<Candidates> {
  const { tx, tenant } = context;
  const accounts = [...new Set(payments.flatMap(({ payment }) => accountForms(payment)))];
  const references = [...new Set(payments.flatMap(({ payment }) => payment.references))];
  const [owners, found] = await Promise.all([
    tx.rows<{ account: string; customerId: string }>(sql`
      select account, customer_id as "customerId" from customer_bank_account
      where tenant_id = ${tenant.id} and account = any(${accounts})`),
    tx.rows<{ id: string; number: string; itemId: string }>(sql`
      select v.id, v.number, i.id as "itemId" from invoice v
      join open_item i on i.tenant_id = v.tenant_id and i.invoice_id = v.id and i.is_open and i.open_amount > 0
      where v.tenant_id = ${tenant.id} and v.number = any(${references}) and v.status = 'ISSUED'`),
  ]);
  const earliest = payments.reduce<BusinessDate | null>(
    (least, { receivedOn }) => (least === null || receivedOn < least ? receivedOn : least),
    null,
  );
  const items = earliest
    ? await lockItems(
        context,
        found.map(({ itemId }) => ({ id: itemId, from: earliest })),
      )
    : [];
  return {
    customersByAccount: new Map(owners.map((o) => [o.account, o.customerId])),
    invoicesByNumber: invoicesOf(found, items),
  };
}

/** A MICR line fills the account number with zeros in front; customers are also known without them. */
function accountForms({ payerAccount, payerRouting }: BankPayment): string[] {
  if (payerAccount === null) return [];
  if (!payerRouting || !payerAccount.startsWith(payerRouting)) return [payerAccount];
  return [payerAccount, payerRouting + payerAccount.slice(payerRouting.length).replace(/^0+/, "")];
}

function invoicesOf(
  found: readonly { readonly number: string; readonly itemId: string }[],
  items: readonly ItemState[],
): Map<string, CandidateInvoice> {
  const numbers = new Map(found.map((f) => [f.itemId, f.number]));
  const byNumber = new Map<string, ItemState[]>();
  for (const item of items) {
    const number = numbers.get(item.id) ?? "";
    byNumber.set(number, [...(byNumber.get(number) ?? []), item]);
  }
  return new Map(
    [...byNumber].flatMap(([number, own]): [string, CandidateInvoice][] => {
      const [first] = own;
      if (!first?.customerId) return [];
      return [[number, { number, items: own, customerId: first.customerId, currency: first.currency }]];
    }),
  );
}

/**
 * The payer: the owner of the account it came from, else the one customer whose open invoices it names. Null when
 * neither is known, or when it names invoices of several customers.
 */
export function payerOf(payment: BankPayment, candidates: Candidates): string | null {
  const owners = new Set(
    accountForms(payment).flatMap((form) => candidates.customersByAccount.get(form) ?? []),
  );
  const [owner] = owners;
  if (owner && owners.size === 1) return owner;
  const named = new Set(
    payment.references.flatMap((r) => candidates.invoicesByNumber.get(r)?.customerId ?? []),
  );
  const [only] = named;
  return named.size === 1 && only ? only : null;
}

/** The open invoices of the payer, in the payment's currency, that the payment names exactly. */
export function namedInvoices(
  payment: BankPayment,
  customerId: string | null,
  currency: string,
  candidates: Candidates,
): CandidateInvoice[] {
  const invoices = payment.references.flatMap((r) => candidates.invoicesByNumber.get(r) ?? []);
  return [...new Set(invoices)].filter((i) => i.customerId === customerId && i.currency === currency);
}
