import { expect } from "vitest";
import { startApi, type TestApi } from "../support/api.js";

const CUSTOMER = `mutation ($number: String!) {
  customerCreate(input: { number: $number, name: "A customer" }) { customer { id } } }`;
const DRAFT = `mutation ($input: InvoiceCreateInput!) {
  invoiceCreate(input: $input) { invoice { id } userErrors { code message } } }`;
export const ISSUE = `mutation ($input: InvoiceIssueInput!) {
  invoiceIssue(input: $input) {
    invoice { id number status dueDate openAmount { amount currency } openItems { instalmentNo dueDate openAmount { amount } } }
    wouldPost { kind lines { accountName amount } } replayed userErrors { __typename code message path } } }`;

/** Date, net price and terms of the issued invoices; each has 25 % tax. */
const ISSUED = [
  ["2026-01-10", "800.00", "30/50/20"],
  ["2026-01-20", "100.00", "NET30"],
  ["2026-02-01", "200.00", "NET30"],
  ["2026-03-01", "300.00", "2/10NET30"],
] as const;

export interface SoldGoods {
  readonly api: TestApi;
  readonly customerId: string;
  /** Four issued ones, INV-000001 to INV-000004, and a draft. */
  readonly invoiceIds: readonly string[];
}

/** A company that sold to one customer, C1, seen on 2026-03-10. */
export async function sellGoods(): Promise<SoldGoods> {
  const api = await startApi({ today: "2026-03-10" });
  const customerId = await addCustomer(api, "C1");
  const { paymentTerms } = await api.run<{ paymentTerms: { id: string; code: string }[] }>(
    `{ paymentTerms { id code } }`,
  );
  const termsIds = new Map(paymentTerms.map(({ code, id }) => [code, id]));
  const draft = async (documentDate: string, unitPrice: string, terms: string): Promise<string> => {
    const lines = [
      { product: "Bolts", quantity: "1", unitPrice, taxes: [{ name: "VAT", ratePercent: "25" }] },
    ];
    const input = { customerId, documentDate, termsId: termsIds.get(terms), lines };
    const { invoiceCreate } = await api.run<Drafted>(DRAFT, { input });
    expect(invoiceCreate.userErrors).toEqual([]);
    return invoiceCreate.invoice.id;
  };
  const invoiceIds: string[] = [];
  for (const [i, [date, price, terms]] of ISSUED.entries()) {
    const invoiceId = await draft(date, price, terms);
    await api.run(ISSUE, { input: { invoiceId, idempotencyKey: `issue-${i}` } });
    invoiceIds.push(invoiceId);
  }
  invoiceIds.push(await draft("2026-03-05", "999.99", "NET30"));
  return { api, customerId, invoiceIds };
}

export async function addCustomer(api: TestApi, number: string): Promise<string> {
  const made = await api.run<{ customerCreate: { customer: { id: string } } }>(CUSTOMER, { number });
  return made.customerCreate.customer.id;
}

interface Drafted {
  readonly invoiceCreate: { readonly invoice: { readonly id: string }; readonly userErrors: object[] };
}
