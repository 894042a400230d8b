import { v7 as uuidv7 } from "uuid";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { CustomerEntity } from "./customer.entity.js";
import { type CustomerDetails, checkCustomer } from "./customer.rules.js";
import { assignDetails, checkReferences, lockParents, replaceChildren } from "./save-customer.js";

export interface CustomerCreateInput extends CustomerDetails {
  readonly number: string;
  readonly name: string;
}

/** Creates a customer. Its currency, if not given, is the tenant's. */
export const createCustomer: Command<CustomerCreateInput, { customerId: string }> = {
  name: "customerCreate",
  scope: "customers:write",
  async run(context, input) {
    const { tx, tenant } = context;
    if (input.parentId != null) await lockParents(context);
    const id = uuidv7();
    const currency = input.currency ?? tenant.functionalCurrency;
    const checks = new InputChecks().text(input.number, "number", "the customer's number", 60);
    const refusals = [
      ...checks.refusals,
      ...checkCustomer(input, currency),
      ...(await checkReferences(context, id, input)),
    ];
    const taken = await tx.rows(
      sql`select 1 from customer where tenant_id = ${tenant.id} and number = ${input.number}`,
    );
    if (taken.length > 0) {
      refusals.push(
        refusal("ALREADY_EXISTS", "number", `A customer with the number ${input.number} exists.`),
      );
    }
    if (refusals.length > 0) return new Refused(refusals);
    const { number, ...details } = input;
    const customer = tx.entities.create(
      CustomerEntity,
      { tenantId: tenant.id, id, number, name: input.name, currency, taxIds: [] },
      { partial: true },
    );
    assignDetails(customer, details);
    await tx.flush();
    await replaceChildren(context, id, details);
    context.emit({ type: "CUSTOMER_CREATED", subjectId: id, customerId: id, payload: { number } });
    return { customerId: id };
  },
};
