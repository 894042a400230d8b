import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { requireId } from "../platform/graphql/ids.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import { MatchProposalOrder, MatchProposalWhere } from "./match-proposal.input.js";
import { matchLoader, visibleMatches } from "./match-proposal.loaders.js";
import { countMatches, type MatchProposalRow, pageOfMatches } from "./match-proposal.queries.js";
import { MatchProposalConnection, MatchProposalType } from "./match-proposal.type.js";

@Resolver()
export class MatchProposalResolver {
  @Allow("receivables:read")
  @Query(() => MatchProposalType, { nullable: true, description: "What matching said of a receipt, by id." })
  matchProposal(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<MatchProposalRow | null> {
    return context.load(matchLoader, requireId("mat", id));
  }

  @Allow("receivables:read")
  @Query(() => MatchProposalConnection, {
    description:
      "What matching said of receipts, the newest first unless told otherwise. Those that wait for a person: `where: { status: { eq: OPEN } }`.",
  })
  async matchProposals(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => MatchProposalWhere, { nullable: true, description: "Which ones." })
    where?: MatchProposalWhere,
    @Arg("orderBy", () => [MatchProposalOrder], { nullable: true, description: "In which order." })
    orderBy?: MatchProposalOrder[],
  ): Promise<Connection<MatchProposalRow>> {
    const page = keysetPage(args, orderOf(orderBy, NEWEST_FIRST, SORT_TERMS, sql`m.id`));
    const filter = sql`${matchFilter(where)} and ${visibleMatches(context)}`;
    const rows = await pageOfMatches(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countMatches(context.reads, context.tenantId, filter));
  }
}

const NEWEST_FIRST = { field: "MATCHED_AT", direction: "DESC" } as const;

const SORT_TERMS: SortTerms = {
  // Ids are made in the order of time, and indexes end in them.
  MATCHED_AT: { column: sql`m.id`, key: "id", type: "uuid" },
  AMOUNT: { column: sql`m.amount`, key: "amount", type: "decimal" },
};

function matchFilter(where: MatchProposalWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`m.id`, "mat", w.id),
    condition(sql`m.status`, w.status),
    idCondition(sql`m.receipt_id`, "rct", w.receiptId),
    idCondition(sql`m.customer_id`, "cus", w.customerId),
    condition(sql`m.currency`, w.currency),
    condition(sql`m.amount`, w.amount),
    condition(sql`m.remainder_reason`, w.remainderReason),
    condition(sql`m.remainder_amount`, w.remainderAmount),
    condition(sql`m.matched_at`, w.matchedAt),
    condition(sql`m.decided_at`, w.decidedAt),
  ]);
}
