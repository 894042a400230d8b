import { expect, it } from "vitest";
import { storybook } from "../support/stories.js";

const stories = storybook();
const TOO_LARGE = "1000000000000000";
const LARGEST = "999999999999999.99";

/** The code and the place of each refusal. */
type Refused = [code: string, path: string];

it("amounts have at most 15 digits before the point, wherever they are given", async () => {
  const story = await stories.begin();
  const customerId = await story.customer();
  const termsId = await story.terms("NET30");
  const refusals = async (mutation: string, input: object): Promise<Refused[]> => {
    const { userErrors } = await story.attempt(mutation, input);
    return userErrors.map(({ code, path }) => [code, path.join(".")]);
  };
  const invoice = (quantity: string, unitPrice: string, ...more: object[]) => ({
    customerId,
    termsId,
    lines: [{ product: "Goods", quantity, unitPrice }, ...more],
  });

  expect(await refusals("invoiceCreate", invoice("1", "99999999999999999999"))).toEqual([
    ["INVALID_AMOUNT", "lines.0.unitPrice"],
  ]);
  expect(await refusals("invoiceCreate", invoice(TOO_LARGE, "0.01"))).toEqual([
    ["INVALID_AMOUNT", "lines.0.quantity"],
  ]);
  expect(await refusals("invoiceCreate", invoice("2", LARGEST))).toEqual([["INVALID_AMOUNT", "lines"]]);
  const cent = { product: "Cent", quantity: "1", unitPrice: "0.01" };
  expect(await refusals("invoiceCreate", invoice("1", LARGEST, cent))).toEqual([["INVALID_AMOUNT", "lines"]]);
  const receipt = { amount: TOO_LARGE, currency: "USD", method: "CASH" };
  expect(await refusals("receiptRecord", receipt)).toEqual([["INVALID_AMOUNT", "amount"]]);
  const customer = { number: "C-9", name: "Nine", creditLimit: TOO_LARGE };
  expect(await refusals("customerCreate", customer)).toEqual([["INVALID_AMOUNT", "creditLimit"]]);
  const rate = { currency: "EUR", rateDate: "2026-01-01", rate: "1000000000000" };
  expect(await refusals("exchangeRateSet", rate)).toEqual([["INVALID_VALUE", "rate"]]);

  expect(await refusals("invoiceCreate", invoice("1", LARGEST))).toEqual([]);
  expect(await refusals("receiptRecord", { ...receipt, amount: LARGEST })).toEqual([]);
});

it("an amount that is too large in functional currency is refused, not failed", async () => {
  const story = await stories.begin();
  await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-01-01", rate: "2" });
  const receipt = { amount: LARGEST, currency: "EUR", method: "CASH", receivedOn: "2026-02-01" };
  expect(await story.isRefused("receiptRecord", receipt)).toEqual(["INVALID_AMOUNT"]);
});

it("the database holds the ceiling on every amount that is posted", async () => {
  const story = await stories.begin();
  const { rows } = await story.api.owner.pool.query<{ column: string }>(`
    select c.table_name || '.' || c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.data_type = 'numeric'
      and not exists (select from pg_constraint k
                      where k.conrelid = c.table_name::regclass and k.conname = c.table_name || '_amount_limit'
                        and pg_get_constraintdef(k.oid) like '%abs(' || c.column_name || ')%') order by 1`);
  expect(rows.map(({ column }) => column)).toEqual(
    [
      // What the bank wrote, posted or not; what is posted of it is a receipt.
      "bank_entry.amount",
      // Held between zero and the original amount.
      "open_item.open_amount",
      "open_item.functional_open",
      // Per cent and rates.
      ...["allowance_cell.loss_percent", "provision_rate.loss_percent", "specific_provision.percent"],
      ...[
        "credit_memo.booking_rate",
        "exchange_rate.rate",
        "invoice.booking_rate",
        "invoice_line_tax.rate_percent",
        "late_fee_line.annual_rate",
        "late_fee_policy.annual_rate",
      ],
      ...["open_item.discount_percent", "payment_terms.discount_percent"],
      ...["payment_terms_instalment.percent", "receipt.rate", "revaluation_line.rate"],
      "payment_plan.charge_rate_percent",
      // Scores, 0 to 1.
      ...["match_part.score", "match_setting.apply_from", "match_setting.propose_from"],
      "receipt_match.payer_score",
    ].sort(),
  );
});
