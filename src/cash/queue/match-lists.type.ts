import { connectionType } from "../../platform/graphql/connections.js";
import type { Loader } from "../../platform/graphql/context.js";
import { Derived } from "../../platform/graphql/fields.js";
import { visibleMatches } from "../matches/match-proposal.loaders.js";
import type { MatchProposalRow } from "../matches/match-proposal.queries.js";
import { MatchProposalType } from "../matches/match-proposal.type.js";
import { PayerAliasType } from "../matches/payer-alias.type.js";
import type { ReceiptRow } from "../receipt.queries.js";
import { ReceiptType } from "../receipt.type.js";
import { receiptRemittanceLoader } from "../remittance.loaders.js";
import { RemittanceType } from "../remittance.type.js";
import { latestMatches } from "./match-lists.queries.js";

export const MatchProposalConnection = connectionType("MatchProposal", () => MatchProposalType);
export const PayerAliasConnection = connectionType("PayerAlias", () => PayerAliasType);

/** A receipt's latest match, by the receipt's UUID; null when it was never matched. */
export const latestMatchLoader: Loader<string, MatchProposalRow | null> = async (ids, context) => {
  const rows = await latestMatches(context.reads, context.principal.tenantId, ids, visibleMatches(context));
  const byReceipt = new Map(rows.map((row) => [row.receiptId, row]));
  return ids.map((id) => byReceipt.get(id) ?? null);
};

// A receipt is read without what matching said of it, and a match without what the payer wrote.
Derived<ReceiptRow>(
  () => MatchProposalType,
  {
    nullable: true,
    description: "What matching said of it last; null when it was never matched.",
    columns: ["id"],
  },
  (row, _, context) => context.load(latestMatchLoader, row.id),
)(ReceiptType.prototype, "match");

Derived<MatchProposalRow>(
  () => RemittanceType,
  { nullable: true, description: "What the payer wrote; null when the money came without." },
  (row, _, context) => context.load(receiptRemittanceLoader, row.receiptId),
)(MatchProposalType.prototype, "remittance");
