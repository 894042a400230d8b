import type { Loader } from "../../platform/graphql/context.js";
import type { BankPeriod } from "./bank-line.queries.js";
import { type ReconciliationTotalsRow, readTotals } from "./bank-reconciliation.queries.js";
import { type Proposals, readProposals } from "./read-proposals.js";

/** By the period that was asked for, one object for all its fields. */
export const totalsLoader: Loader<BankPeriod, ReconciliationTotalsRow> = (periods, { reads, principal }) =>
  Promise.all(periods.map((period) => readTotals(reads, principal.tenantId, period)));

/** The same of what is proposed. */
export const proposalsLoader: Loader<BankPeriod, Proposals> = (periods, { reads, principal }) =>
  Promise.all(periods.map((period) => readProposals(reads, principal.tenantId, period)));
