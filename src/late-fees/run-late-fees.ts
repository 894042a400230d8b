import { approvable } from "../platform/commands/approval.js";
import type { CommandContext } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { chargeLateFees, type LateFeesCharged, type LateFeeTotal } from "./charge-late-fees.js";
import { hasPolicyOn } from "./late-fee-policy.queries.js";

export interface LateFeeRunInput {
  /** The last day that is charged; today if not given, never after it. */
  readonly asOf?: string | null;
  /** UUIDs; all customers if not given. */
  readonly customerIds?: readonly string[] | null;
}

/** Charges late fees up to a day. The limits hold for the run's total in each currency. */
export const runLateFees = approvable<LateFeeRunInput, LateFeesCharged>({
  name: "lateFeeRun",
  scope: "adjustments:write",
  postingDateAt: "asOf",
  async run(context, input) {
    const { tx, tenant, today } = context;
    const checks = await checkCustomers(context, input.customerIds ?? []);
    const asOf = checks.date(input.asOf ?? today, "asOf");
    if (asOf && asOf > today) {
      checks.add("INVALID_DATE", "asOf", `${asOf} is not over yet: late fees are for days that have come.`);
    } else if (asOf && !(await hasPolicyOn(tx, tenant.id, asOf, null))) {
      checks.add("INVALID_STATE", "asOf", `No late-fee policy charges anything on ${asOf}. Set one first.`);
    }
    if (!asOf || checks.refusals.length > 0) return new Refused(checks.refusals);
    const customerIds = input.customerIds ?? null;
    const charged = await chargeLateFees(context, { asOf, schedule: null, customerIds });
    if (charged instanceof Refused) return charged;
    for (const total of charged.totals) askFor(context, total);
    return charged;
  },
});

async function checkCustomers(
  { tx, tenant }: CommandContext,
  customerIds: readonly string[],
): Promise<InputChecks> {
  const checks = new InputChecks();
  if (customerIds.length === 0) return checks;
  const known = await tx.rows<{ id: string }>(
    sql`select id from customer where tenant_id = ${tenant.id} and id = any(${customerIds})`,
  );
  const ids = new Set(known.map(({ id }) => id));
  for (const [i, id] of customerIds.entries()) {
    if (!ids.has(id)) checks.add("NOT_FOUND", `customerIds.${i}`, "There is no such customer.");
  }
  return checks;
}

function askFor(context: CommandContext, { currency, fees, amount }: LateFeeTotal): void {
  context.needsApproval({
    kind: "LATE_FEE",
    amount,
    currency,
    customerId: null,
    itemIds: [],
    reasonCode: null,
    summary: `Charge late fees of ${amount} ${currency} in all to ${fees} ${fees === 1 ? "customer" : "customers"}`,
  });
}
