import { LockMode } from "@mikro-orm/postgresql";
import type { Command } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { CustomerEntity } from "./customer.entity.js";
import { type CustomerDetails, checkCustomer } from "./customer.rules.js";
import { assignDetails, checkReferences, lockParents, replaceChildren } from "./save-customer.js";

export interface CustomerUpdateInput extends CustomerDetails {
  readonly customerId: string;
  readonly expectedVersion?: number | null;
}

/** Changes what is given and leaves the rest. The currency stays once the customer has documents. */
export const updateCustomer: Command<CustomerUpdateInput, { customerId: string }> = {
  name: "customerUpdate",
  scope: "customers:write",
  async run(context, { customerId, expectedVersion, ...details }) {
    const { tx, tenant } = context;
    if (details.parentId != null) await lockParents(context);
    const customer = await tx.entities.findOne(
      CustomerEntity,
      { tenantId: tenant.id, id: customerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!customer) return refuse(refusal("NOT_FOUND", "customerId", "There is no such customer."));
    if (expectedVersion != null && expectedVersion !== customer.version) {
      const message = `The customer was changed: it is at version ${customer.version}, you expected ${expectedVersion}. Read it again.`;
      return refuse(
        refusal("STALE_VERSION", "expectedVersion", message, { currentVersion: customer.version }),
      );
    }
    const refusals = [
      ...checkCustomer(details, details.currency ?? customer.currency),
      ...(await checkReferences(context, customerId, details)),
    ];
    if (details.currency !== undefined && details.currency !== customer.currency) {
      const items = await tx.rows(
        sql`select 1 from open_item where tenant_id = ${tenant.id} and customer_id = ${customerId} limit 1`,
      );
      if (items.length > 0) {
        refusals.push(
          refusal(
            "INVALID_STATE",
            "currency",
            "The customer has documents; its currency can no longer change.",
          ),
        );
      }
    }
    if (refusals.length > 0) return new Refused(refusals);
    assignDetails(customer, details);
    customer.updatedAt = new Date();
    await tx.flush();
    await replaceChildren(context, customerId, details);
    context.emit({
      type: "CUSTOMER_UPDATED",
      subjectId: customerId,
      customerId,
      payload: { number: customer.number },
    });
    return { customerId };
  },
};
