import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { type Connection, ConnectionArgs } from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { AdjustmentWhere } from "./adjustment.input.js";
import { refundLoader } from "./adjustment.loaders.js";
import { type Listed, newestFirst } from "./adjustment.resolver.js";
import { APPROVAL, pendingIn } from "./credit-memo.resolver.js";
import { REFUNDS, type RefundRow } from "./refund.queries.js";
import {
  RefundCancelInput,
  RefundConnection,
  RefundPayInput,
  RefundRequestInput,
  RefundType,
} from "./refund.type.js";
import { requestRefund } from "./request-refund.js";
import { cancelRefund, payRefund } from "./settle-refund.js";

const REFUND = { refund: { type: () => RefundType, description: "The refund." } };
const RefundRequestPayload = payloadType("RefundRequestPayload", { ...REFUND, ...APPROVAL, ...WOULD_POST });
const RefundPayPayload = payloadType("RefundPayPayload", { ...REFUND, ...WOULD_POST });
const RefundCancelPayload = payloadType("RefundCancelPayload", { ...REFUND, ...WOULD_POST });

@Resolver()
export class RefundResolver {
  @Allow("receivables:read")
  @Query(() => RefundType, { nullable: true, description: "A refund by id." })
  refund(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<RefundRow | null> {
    return context.load(refundLoader, requireId("rfd", id));
  }

  @Allow("receivables:read")
  @Query(() => RefundConnection, { description: "Refunds, the newest first." })
  refunds(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => AdjustmentWhere, { nullable: true, description: "Which ones." })
    where?: AdjustmentWhere,
  ): Promise<Connection<RefundRow>> {
    return newestFirst(context, args, where, REFUNDED);
  }

  @Allow("adjustments:write")
  @Mutation(() => RefundRequestPayload, {
    description:
      "Sets unapplied money or the rest of a credit memo aside to be paid back. Above the caller's limit it waits for approval.",
  })
  refundRequest(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RefundRequestInput, { description: "What to refund." }) input: RefundRequestInput,
  ): Promise<MutationPayload> {
    const ids = { receiptId: "rct", creditMemoId: "crm" };
    return runCommand(context, requestRefund, input, ids, refundOf(context), pendingIn(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => RefundPayPayload, { description: "Books that a refund is paid out." })
  refundPay(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RefundPayInput, { description: "Which refund." }) input: RefundPayInput,
  ): Promise<MutationPayload> {
    return runCommand(context, payRefund, input, { refundId: "rfd" }, refundOf(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => RefundCancelPayload, {
    description: "Takes a refund back that is not paid yet: the credit is unapplied again.",
  })
  refundCancel(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RefundCancelInput, { description: "Which refund." }) input: RefundCancelInput,
  ): Promise<MutationPayload> {
    return runCommand(context, cancelRefund, input, { refundId: "rfd" }, refundOf(context));
  }
}

const REFUNDED: Listed<RefundRow> = {
  table: REFUNDS,
  prefix: "rfd",
  date: sql`d.effective_date`,
  key: "effectiveDate",
};

/** Read only when the client selects it. */
function refundOf(context: ApplicationContext) {
  return ({ refundId }: { refundId: string }) => ({ refund: () => context.load(refundLoader, refundId) });
}
