import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { countItems, OpenItemConnection, type OpenItemRow, pageOfItems } from "../ledger/index.js";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { requestError } from "../platform/graphql/errors.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { totalOrder } from "../platform/graphql/keyset.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { APPROVAL, pendingIn } from "./credit-memo.resolver.js";
import { checkTolerances, runSmallBalances } from "./run-small-balances.js";
import { type SmallBalanceRunRow, smallBalanceRunLoader } from "./small-balance.queries.js";
import {
  SmallBalanceRunTotal,
  SmallBalanceRunType,
  SmallBalanceWriteOffRunInput,
  ToleranceInput,
} from "./small-balance.type.js";
import { isSmallBalance } from "./small-balances.sql.js";

const SmallBalanceWriteOffRunPayload = payloadType("SmallBalanceWriteOffRunPayload", {
  run: { type: () => SmallBalanceRunType, description: "The run; its items are `writeOffs` with its id." },
  totals: {
    type: () => [SmallBalanceRunTotal],
    description:
      "What was written off, by currency; with `validateOnly` what would be, whose items `smallBalances` lists.",
  },
  ...APPROVAL,
  ...WOULD_POST,
});

@Resolver()
export class SmallBalanceResolver {
  @Allow("receivables:read")
  @Query(() => SmallBalanceRunType, { nullable: true, description: "A run over small balances by id." })
  smallBalanceRun(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<SmallBalanceRunRow | null> {
    return context.load(smallBalanceRunLoader, requireId("sbr", id));
  }

  @Allow("receivables:read")
  @Query(() => OpenItemConnection, {
    description: "The items that a run over small balances would write off now, by due date.",
  })
  async smallBalances(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("tolerances", () => [ToleranceInput], { description: "A tolerance for each currency." })
    tolerances: ToleranceInput[],
    @Arg("asOf", () => DateScalar, { description: "The day from which they would be written off." })
    asOf: string,
  ): Promise<Connection<OpenItemRow>> {
    const [wrong] = checkTolerances(tolerances).refusals;
    if (wrong) throw requestError("BAD_USER_INPUT", wrong.message);
    const due = { column: sql`i.due_date`, key: "dueDate", type: "date", direction: "ASC" } as const;
    const page = keysetPage(args, totalOrder([due], sql`i.id`));
    const visible = visibleTo(context.principal, sql`i.customer_id`);
    const filter = sql`${isSmallBalance(tolerances, asOf)} and ${visible}`;
    const rows = await pageOfItems(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countItems(context.reads, context.tenantId, filter));
  }

  @Allow("adjustments:write")
  @Mutation(() => SmallBalanceWriteOffRunPayload, {
    description:
      "Writes off every open debit and credit of at most the tolerance. A total above the caller's limit waits for approval; each write-off can be reversed alone.",
  })
  smallBalanceWriteOffRun(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => SmallBalanceWriteOffRunInput, { description: "Which." })
    input: SmallBalanceWriteOffRunInput,
  ): Promise<MutationPayload> {
    return runCommand(
      context,
      runSmallBalances,
      input,
      {},
      ({ runId, totals }) => ({ run: () => context.load(smallBalanceRunLoader, runId), totals }),
      pendingIn(context),
      ({ totals }) => ({ totals }),
    );
  }
}
