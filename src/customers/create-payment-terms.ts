import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { checkTerms, type PaymentTerms } from "./payment-terms.rules.js";

export type PaymentTermsCreateInput = Omit<PaymentTerms, "id">;

/** Creates payment terms. They never change afterwards, because invoices were split by them. */
export const createPaymentTerms: Command<PaymentTermsCreateInput, { termsId: string }> = {
  name: "paymentTermsCreate",
  scope: "customers:write",
  async run(context, input) {
    const { tx, tenant } = context;
    const refusals = checkTerms(input);
    const taken = await tx.rows(
      sql`select 1 from payment_terms where tenant_id = ${tenant.id} and code = ${input.code}`,
    );
    if (taken.length > 0)
      refusals.push(refusal("ALREADY_EXISTS", "code", `Payment terms ${input.code} exist.`));
    if (refusals.length > 0) return new Refused(refusals);
    const id = uuidv7();
    await insertTerms(context, [{ ...input, id }]);
    return { termsId: id };
  },
};

/** Inserts checked terms. */
export async function insertTerms(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  terms: readonly PaymentTerms[],
): Promise<void> {
  const json = JSON.stringify(terms);
  await tx.rows(sql`
    insert into payment_terms (tenant_id, id, code, name, discount_percent, discount_days)
    select ${tenant.id}, id, code, name, "discountPercent", "discountDays"
    from jsonb_to_recordset(${json}::jsonb)
      as t(id uuid, code text, name text, "discountPercent" numeric, "discountDays" integer)`);
  await tx.rows(sql`
    insert into payment_terms_instalment (tenant_id, terms_id, instalment_no, percent, net_days)
    select ${tenant.id}, t.id, i.no, (i.value ->> 'percent')::numeric, (i.value ->> 'netDays')::integer
    from jsonb_to_recordset(${json}::jsonb) as t(id uuid, instalments jsonb),
         jsonb_array_elements(t.instalments) with ordinality as i(value, no)`);
}
