import { v7 as uuidv7 } from "uuid";
import type { Command, CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { checkPercent } from "./provision-matrix.rules.js";

export interface SpecificProvisionSetInput {
  readonly customerId: string;
  /** Of what the customer owes; exactly one of this and the amount. */
  readonly percent?: string | null;
  /** In functional currency; no more than the customer owes counts. */
  readonly amount?: string | null;
  readonly reason: string;
  /** The first day on which it counts; today if not given. */
  readonly effectiveFrom?: string | null;
}

interface Provided {
  readonly specificProvisionId: string;
}

/** Provides for a customer otherwise than the matrix does, from a day on, until the customer's next one or its end. */
export const setSpecificProvision: Command<SpecificProvisionSetInput, Provided> = {
  name: "specificProvisionSet",
  scope: "close:write",
  async run(context, { customerId, percent = null, amount = null, reason, effectiveFrom }) {
    const { functionalCurrency } = context.tenant;
    const checks = await checkedCustomer(context, customerId, reason);
    const from = checks.date(effectiveFrom ?? context.today, "effectiveFrom");
    if ((percent === null) === (amount === null)) {
      const message = `Give either a percentage of what the customer owes or an amount in ${functionalCurrency}.`;
      checks.add(percent === null ? "REQUIRED" : "INVALID_VALUE", "percent", message);
    }
    if (percent !== null) checkPercent(checks, percent, "percent");
    if (amount !== null) checks.amount(amount, functionalCurrency, "amount", { zero: true });
    if (!from || checks.refusals.length > 0) return new Refused(checks.refusals);
    return insertProvision(context, { customerId, percent, amount, reason, from });
  },
};

export interface SpecificProvisionEndInput {
  readonly customerId: string;
  readonly reason: string;
  /** The first day on which the matrix counts again; today if not given. */
  readonly effectiveFrom?: string | null;
}

/** Ends a customer's specific provision: from the day on the matrix counts again. */
export const endSpecificProvision: Command<SpecificProvisionEndInput, Provided> = {
  name: "specificProvisionEnd",
  scope: "close:write",
  async run(context, { customerId, reason, effectiveFrom }) {
    const checks = await checkedCustomer(context, customerId, reason);
    const from = checks.date(effectiveFrom ?? context.today, "effectiveFrom");
    if (!from || checks.refusals.length > 0) return new Refused(checks.refusals);
    const [current] = await context.tx.rows<{ isProvided: boolean }>(sql`
      select percent is not null or amount is not null as "isProvided" from specific_provision
      where tenant_id = ${context.tenant.id} and customer_id = ${customerId} and effective_from <= ${from}::date
      order by effective_from desc, id desc limit 1`);
    if (!current?.isProvided) {
      const message = `The customer has no specific provision on ${from}.`;
      return new Refused(checks.add("INVALID_STATE", "customerId", message).refusals);
    }
    return insertProvision(context, { customerId, percent: null, amount: null, reason, from });
  },
};

/** Holds the customer, so that what is said of one customer is said one after the other. */
async function checkedCustomer(
  { tx, tenant }: CommandContext,
  customerId: string,
  reason: string,
): Promise<InputChecks> {
  const checks = new InputChecks();
  const [found] = await tx.rows(
    sql`select id from customer where tenant_id = ${tenant.id} and id = ${customerId} for update`,
  );
  if (!found) checks.add("NOT_FOUND", "customerId", "There is no such customer.");
  return checks.text(reason, "reason", "the reason", 1_000);
}

async function insertProvision(
  { tx, tenant, actor, emit }: CommandContext,
  its: {
    readonly customerId: string;
    readonly percent: string | null;
    readonly amount: string | null;
    readonly reason: string;
    readonly from: string;
  },
): Promise<Provided> {
  const { customerId, percent, amount, reason, from } = its;
  const id = uuidv7();
  await tx.rows(sql`
    insert into specific_provision (tenant_id, id, customer_id, effective_from, percent, amount, reason, actor)
    values (${tenant.id}, ${id}, ${customerId}, ${from}, ${percent}, ${amount}, ${reason}, ${actor.subject})`);
  // Whom a customer's own feed tells what is thought of them: nobody.
  emit({
    type: "SPECIFIC_PROVISION_SET",
    subjectId: id,
    customerId: null,
    payload: { specificProvisionId: id, customerId, percent, amount, effectiveFrom: from },
  });
  return { specificProvisionId: id };
}
