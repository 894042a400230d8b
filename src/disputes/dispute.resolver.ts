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
import { requireId } from "../platform/graphql/ids.js";
import { disputeFilter, disputeOrder } from "./dispute.filter.js";
import { DisputeOrder, DisputeWhere } from "./dispute.input.js";
import { disputeLoader, visibleDisputes } from "./dispute.loaders.js";
import { countDisputes, type DisputeRow, pageOfDisputes } from "./dispute.queries.js";
import { DisputeConnection, DisputeType } from "./dispute.type.js";

@Resolver()
export class DisputeResolver {
  @Allow("receivables:read")
  @Query(() => DisputeType, { nullable: true, description: "A dispute by id." })
  dispute(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<DisputeRow | null> {
    return context.load(disputeLoader, requireId("dsp", id));
  }

  @Allow("receivables:read")
  @Query(() => DisputeConnection, { description: "Disputes, the newest first unless told otherwise." })
  async disputes(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => DisputeWhere, { nullable: true, description: "Which ones." }) where?: DisputeWhere,
    @Arg("orderBy", () => [DisputeOrder], { nullable: true, description: "In which order." })
    orderBy?: DisputeOrder[],
  ): Promise<Connection<DisputeRow>> {
    const page = keysetPage(args, disputeOrder(orderBy));
    const filter = sql`${disputeFilter(where)} and ${visibleDisputes(context)}`;
    const rows = await pageOfDisputes(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countDisputes(context.reads, context.tenantId, filter));
  }
}
