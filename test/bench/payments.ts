import { v7 as uuidv7 } from "uuid";
import { seedActor } from "../../seeds/seed-actor.js";
import { postReceipts } from "../../src/cash/index.js";
import { allTerms, instalmentsOf } from "../../src/customers/index.js";
import { postInvoices } from "../../src/invoicing/index.js";
import { priceLine } from "../../src/invoicing/invoice.rules.js";
import type { Command } from "../../src/platform/commands/command.js";
import { resultOf } from "../../src/platform/commands/pipeline.js";
import { sql } from "../../src/platform/database/sql.js";
import { encodeId } from "../../src/platform/graphql/ids.js";
import { Decimal } from "../../src/platform/money.js";
import type { Dataset } from "./dataset.js";
import type { Shot } from "./load.js";

/** A receipt and an invoice of the same amount and customer that wait for each other. */
export interface PaymentPair {
  readonly receiptId: string;
  readonly receiptNumber: string;
  readonly creditItemId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly debitItemId: string;
  readonly customerId: string;
}

export const PAIR_AMOUNT = "100.00";
const CHUNK = 1_000;

/** Makes so many pairs, spread over the customers. */
export async function makePairs({ application, tenant }: Dataset, count: number): Promise<PaymentPair[]> {
  const pairs: PaymentPair[] = [];
  while (pairs.length < count) {
    const outcome = await application.commands.execute(seedActor(tenant.id), MAKE_PAIRS, {
      count: Math.min(CHUNK, count - pairs.length),
    });
    pairs.push(...resultOf(outcome));
  }
  return pairs;
}

const MAKE_PAIRS: Command<{ readonly count: number }, PaymentPair[]> = {
  name: "benchPairs",
  scope: "tenant:manage",
  async run(context, { count }) {
    const { tx, tenant, today } = context;
    const terms = (await allTerms(tx, tenant.id)).find((t) => t.code === "NET30");
    const customers = await tx.rows<{ id: string }>(
      sql`select id from customer where tenant_id = ${tenant.id} order by random() limit ${count}`,
    );
    const line = priceLine({ product: "P-1", quantity: "1", unitPrice: PAIR_AMOUNT }, "USD");
    const invoices = Array.from({ length: count }, (_, i) => {
      const id = uuidv7();
      return {
        id,
        number: `PAY-${id}`,
        customerId: customers[i % customers.length]?.id ?? "",
        documentDate: today,
        currency: "USD",
        lines: [line],
        rate: "1",
        instalments: terms ? instalmentsOf(terms, line.gross, "USD", today) : [],
        termsId: terms?.id ?? "",
        purchaseOrder: null,
        sequenceNo: null,
        importHash: null,
      };
    });
    const itemIds = await postInvoices(context, invoices);
    const receipts = invoices.map((invoice) => ({
      id: uuidv7(),
      customerId: invoice.customerId,
      amount: new Decimal(PAIR_AMOUNT),
      currency: "USD",
      receivedOn: today,
      method: "BANK_TRANSFER" as const,
      reference: null,
      rate: "1",
    }));
    const posted = await postReceipts(context, receipts);
    return invoices.map((invoice, i) => ({
      receiptId: posted[i]?.id ?? "",
      receiptNumber: posted[i]?.number ?? "",
      creditItemId: posted[i]?.itemId ?? "",
      invoiceId: invoice.id,
      invoiceNumber: invoice.number,
      debitItemId: itemIds.get(invoice.id)?.[0] ?? "",
      customerId: invoice.customerId,
    }));
  },
};

const MUTATION = `mutation ($input: PaymentApplyInput!) {
  paymentApply(input: $input) { receipt { number } applications { id } userErrors { code message } }
}`.replace(/\s+/g, " ");

/** The mutation that applies a pair, under a key of its own. */
export function applyShot(pair: PaymentPair): Shot {
  const input = {
    receiptId: encodeId("rct", pair.receiptId),
    applications: [{ openItemId: encodeId("itm", pair.debitItemId), amount: PAIR_AMOUNT }],
    idempotencyKey: `bench-${pair.receiptId}`,
  };
  return { path: "/graphql", body: JSON.stringify({ query: MUTATION, variables: { input } }) };
}

/** Throws unless each of these pairs is applied in full, on both sides. */
export async function checkApplied({ owner, tenant }: Dataset, pairs: readonly PaymentPair[]): Promise<void> {
  const ids = pairs.flatMap((pair) => [pair.creditItemId, pair.debitItemId]);
  const { rows } = await owner.pool.query(
    `select (select count(*) from open_item where tenant_id = $1 and id = any($2) and open_amount = 0) as settled,
            (select count(*) from application where tenant_id = $1 and debit_item_id = any($2)) as applied`,
    [tenant.id, ids],
  );
  if (Number(rows[0].settled) !== ids.length || Number(rows[0].applied) !== pairs.length) {
    throw new Error(`of ${pairs.length} payments only ${rows[0].applied} were applied`);
  }
}
