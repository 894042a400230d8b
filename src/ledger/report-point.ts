import { businessDate, todayIn } from "../platform/business-date.js";
import { readTenant, type Tenant } from "../platform/database/tenancy.js";
import type { RequestContext } from "../platform/graphql/context.js";
import type { LedgerPoint } from "./balances.sql.js";

/** The point that a report is told for, and whose books it reads. */
export interface ReportPoint extends LedgerPoint {
  readonly tenant: Tenant;
}

export interface AskedPoint {
  readonly asOf?: string | null;
  readonly knownAt?: Date | null;
}

/** The point that was asked for; otherwise today in the tenant's time zone, as known now. */
export async function reportPoint(
  context: RequestContext,
  { asOf, knownAt }: AskedPoint,
): Promise<ReportPoint> {
  const { reads, principal } = context;
  const [horizon, tenant] = [
    await reads.knownAt(knownAt?.toISOString() ?? null),
    await readTenant(reads, principal.tenantId),
  ];
  if (!tenant) throw new Error("the principal's tenant does not exist");
  return {
    tenantId: tenant.id,
    tenant,
    asOf: asOf ? businessDate(asOf) : todayIn(tenant.timeZone, context.now()),
    // Whole milliseconds, as clients see it: whoever asks again with the printed instant gets the same figures.
    knownAt: horizon === null ? null : new Date(horizon).toISOString(),
  };
}
