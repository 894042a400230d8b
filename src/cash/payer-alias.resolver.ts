import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { sql } from "../platform/database/sql.js";
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
import { totalOrder } from "../platform/graphql/keyset.js";
import { payerAliasLoader, visibleAliases } from "./payer-alias.loaders.js";
import { countAliases, type PayerAliasRow, pageOfAliases } from "./payer-alias.queries.js";
import { PayerAliasConnection, PayerAliasType, PayerAliasWhere } from "./payer-alias.type.js";

@Resolver()
export class PayerAliasResolver {
  @Allow("receivables:read")
  @Query(() => PayerAliasType, { nullable: true, description: "A name or an account of a payer, by id." })
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
    const page = keysetPage(args, NEWEST_FIRST);
    const asked = whereSql(where, (w) => [
      idCondition(sql`p.id`, "pal", w.id),
      condition(sql`p.kind`, w.kind),
      condition(sql`p.value`, w.value),
      idCondition(sql`p.customer_id`, "cus", w.customerId),
      condition(sql`p.removed_at`, w.removedAt),
    ]);
    const filter = sql`${asked} and ${visibleAliases(context)}`;
    const rows = await pageOfAliases(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countAliases(context.reads, context.tenantId, filter));
  }
}

/** Ids are made in the order of time. */
const NEWEST_FIRST = totalOrder(
  [{ column: sql`p.id`, key: "id", type: "uuid", direction: "DESC" }],
  sql`p.id`,
);
