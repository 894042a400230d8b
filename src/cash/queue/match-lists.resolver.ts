import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../../platform/database/sql.js";
import type { ApplicationContext } from "../../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../../platform/graphql/connections.js";
import { Allow } from "../../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../../platform/graphql/filters.js";
import { requireId } from "../../platform/graphql/ids.js";
import { totalOrder } from "../../platform/graphql/keyset.js";
import { orderOf, type SortTerms } from "../../platform/graphql/sorting.js";
import { visibleTo } from "../../platform/graphql/visible-customers.js";
import { payerAliasLoader, visibleMatches } from "../matches/match-proposal.loaders.js";
import type { MatchProposalRow, PayerAliasRow } from "../matches/match-proposal.queries.js";
import { PayerAliasType } from "../matches/payer-alias.type.js";
import { MatchProposalOrder, MatchProposalWhere, PayerAliasWhere } from "./match-lists.input.js";
import { countAliases, countMatches, pageOfAliases, pageOfMatches } from "./match-lists.queries.js";
import { MatchProposalConnection, PayerAliasConnection } from "./match-lists.type.js";

/** What matching said, and what it has learned. */
@Resolver()
export class MatchListsResolver {
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

  @Allow("receivables:read")
  @Query(() => PayerAliasType, {
    nullable: true,
    description: "A name or an account that a payer is known by, by id.",
  })
  payerAlias(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<PayerAliasRow | null> {
    return context.load(payerAliasLoader, requireId("pal", id));
  }

  @Allow("receivables:read")
  @Query(() => PayerAliasConnection, {
    description:
      "Names and accounts under which customers have paid, also those removed since; the newest first.",
  })
  async payerAliases(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => PayerAliasWhere, { nullable: true, description: "Which ones." })
    where?: PayerAliasWhere,
  ): Promise<Connection<PayerAliasRow>> {
    const page = keysetPage(args, ALIASES_NEWEST_FIRST);
    const filter = sql`${aliasFilter(where)} and ${visibleTo(context.principal, sql`a.customer_id`)}`;
    const rows = await pageOfAliases(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countAliases(context.reads, context.tenantId, filter));
  }
}

const NEWEST_FIRST = { field: "MATCHED_AT", direction: "DESC" } as const;

const SORT_TERMS: SortTerms = {
  // Ids are made in the order of time, and indexes end in them.
  MATCHED_AT: { column: sql`m.id`, key: "id", type: "uuid" },
  AMOUNT: { column: sql`m.amount`, key: "amount", type: "decimal" },
};

const ALIASES_NEWEST_FIRST = totalOrder(
  [{ column: sql`a.id`, key: "id", type: "uuid", direction: "DESC" }],
  sql`a.id`,
);

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

function aliasFilter(where: PayerAliasWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`a.id`, "pal", w.id),
    condition(sql`a.kind`, w.kind),
    condition(sql`a.value`, w.value),
    idCondition(sql`a.customer_id`, "cus", w.customerId),
    condition(sql`a.removed_at`, w.removedAt),
  ]);
}
