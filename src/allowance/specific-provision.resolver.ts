import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Query, Resolver } from "type-graphql";
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
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { endSpecificProvision, setSpecificProvision } from "./set-specific-provision.js";
import {
  countProvisions,
  countsOn,
  pageOfProvisions,
  type SpecificProvisionRow,
  specificProvisionLoader,
} from "./specific-provision.queries.js";
import {
  SpecificProvision,
  SpecificProvisionConnection,
  SpecificProvisionEndInput,
  SpecificProvisionSetInput,
} from "./specific-provision.type.js";

const PROVISION = {
  specificProvision: { type: () => SpecificProvision, description: "What counts from the day on." },
};
const SpecificProvisionSetPayload = payloadType("SpecificProvisionSetPayload", PROVISION);
const SpecificProvisionEndPayload = payloadType("SpecificProvisionEndPayload", PROVISION);

@ArgsType()
class SpecificProvisionsArgs extends ConnectionArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Only those that count on this day; the whole history when left out.",
  })
  asOf?: string | null;

  @Field(() => ID, { nullable: true, description: "Only this customer's." })
  customerId?: string | null;
}

const ORDER = totalOrder(
  [{ column: sql`p.effective_from`, key: "effectiveFrom", type: "date", direction: "DESC" }],
  sql`p.id`,
);

@Resolver()
export class SpecificProvisionResolver {
  @Allow("journal:read")
  @Query(() => SpecificProvisionConnection, {
    description: "What was provided for customers by themselves, the latest first.",
  })
  async specificProvisions(
    @Ctx() { reads, tenantId, principal }: ApplicationContext,
    @Args(() => SpecificProvisionsArgs) args: SpecificProvisionsArgs,
  ): Promise<Connection<SpecificProvisionRow>> {
    requireWholeBooks(principal);
    const page = keysetPage(args, ORDER);
    const day = args.asOf ? countsOn(args.asOf) : sql`true`;
    const whose = args.customerId ? sql`p.customer_id = ${requireId("cus", args.customerId)}` : sql`true`;
    const where = sql`${day} and ${whose}`;
    const rows = await pageOfProvisions(reads, tenantId, where, page);
    return buildConnection(rows, page, () => countProvisions(reads, tenantId, where));
  }

  @Allow("close:write")
  @Mutation(() => SpecificProvisionSetPayload, {
    description: "Provides for a customer otherwise than the matrix does, by percentage or amount.",
  })
  specificProvisionSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => SpecificProvisionSetInput, { description: "What." }) input: SpecificProvisionSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setSpecificProvision, input, { customerId: "cus" }, provisionOf(context));
  }

  @Allow("close:write")
  @Mutation(() => SpecificProvisionEndPayload, {
    description: "Ends a customer's specific provision: the matrix counts again.",
  })
  specificProvisionEnd(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => SpecificProvisionEndInput, { description: "Whose." })
    input: SpecificProvisionEndInput,
  ): Promise<MutationPayload> {
    return runCommand(context, endSpecificProvision, input, { customerId: "cus" }, provisionOf(context));
  }
}

function provisionOf(context: ApplicationContext) {
  return ({ specificProvisionId }: { specificProvisionId: string }) => ({
    specificProvision: () => context.load(specificProvisionLoader, specificProvisionId),
  });
}
