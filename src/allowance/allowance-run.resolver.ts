import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from "type-graphql";
import { requireWholeBooks } from "../ledger/index.js";
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
import { totalOrder } from "../platform/graphql/keyset.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { allowanceRunLoader } from "./allowance-run.loaders.js";
import { type AllowanceRunRow, countRuns, readRuns } from "./allowance-run.queries.js";
import { AllowanceRunConnection, AllowanceRunType } from "./allowance-run.type.js";

@ArgsType()
class AllowanceRunsArgs extends ConnectionArgs {
  @Field(() => DateScalar, { nullable: true, description: "Only the runs of this day." })
  asOf?: string | null;
}

const LATEST_FIRST = totalOrder(
  [
    { column: sql`r.as_of`, key: "asOf", type: "date", direction: "DESC" },
    { column: sql`r.run_no`, key: "runNo", type: "integer", direction: "DESC" },
  ],
  sql`r.id`,
);

@Resolver()
export class AllowanceRunResolver {
  @Allow("journal:read")
  @Query(() => AllowanceRunType, { nullable: true, description: "An allowance run by id." })
  allowanceRun(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<AllowanceRunRow | null> {
    return context.load(allowanceRunLoader, requireId("alr", id));
  }

  @Allow("journal:read")
  @Query(() => AllowanceRunConnection, { description: "The allowance runs, the latest day first." })
  async allowanceRuns(
    @Ctx() { reads, tenantId, principal }: ApplicationContext,
    @Args(() => AllowanceRunsArgs) args: AllowanceRunsArgs,
  ): Promise<Connection<AllowanceRunRow>> {
    requireWholeBooks(principal);
    const page = keysetPage(args, LATEST_FIRST);
    const where = args.asOf ? sql`r.as_of = ${args.asOf}::date` : sql`true`;
    const rows = await readRuns(reads, tenantId, where, page);
    return buildConnection(rows, page, () => countRuns(reads, tenantId, where));
  }
}
