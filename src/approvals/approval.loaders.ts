import type { Loader } from "../platform/graphql/context.js";
import { type ApprovalRow, approvalsById } from "./approval.queries.js";

/** By UUID. Credentials that are bound to customers see none. */
export const approvalLoader: Loader<string, ApprovalRow | null> = async (ids, context) => {
  const rows = await approvalsById(context.reads, context.principal.tenantId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
};
