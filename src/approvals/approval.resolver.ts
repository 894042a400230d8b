import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
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
import type { SortOrder } from "../platform/graphql/keyset.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { approvalLoader } from "./approval.loaders.js";
import { type ApprovalRow, countApprovals, pageOfApprovals } from "./approval.queries.js";
import {
  ApprovalApproveInput,
  ApprovalConnection,
  ApprovalLimit,
  ApprovalLimitSetInput,
  ApprovalRejectInput,
  ApprovalType,
  ApprovalWhere,
  ApprovalWithdrawInput,
} from "./approval.type.js";
import { approveRequest, rejectRequest, withdrawRequest } from "./decide-approval.js";
import { setApprovalLimit } from "./set-limit.js";

const APPROVAL = { approval: { type: () => ApprovalType, description: "The request." } };
const ApprovalApprovePayload = payloadType("ApprovalApprovePayload", { ...APPROVAL, ...WOULD_POST });
const ApprovalRejectPayload = payloadType("ApprovalRejectPayload", APPROVAL);
const ApprovalWithdrawPayload = payloadType("ApprovalWithdrawPayload", APPROVAL);
const ApprovalLimitSetPayload = payloadType("ApprovalLimitSetPayload", {
  approvalLimits: { type: () => [ApprovalLimit], description: "All limits." },
});

@Resolver()
export class ApprovalResolver {
  @Allow("receivables:read")
  @Query(() => ApprovalType, { nullable: true, description: "A request for approval by id." })
  approval(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<ApprovalRow | null> {
    return context.load(approvalLoader, requireId("apr", id));
  }

  @Allow("receivables:read")
  @Query(() => ApprovalConnection, {
    description: "What waits for somebody's word, the oldest first; with `where` also what was decided.",
  })
  async approvals(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => ApprovalWhere, {
      nullable: true,
      description: "Which ones; the pending when left out.",
    })
    where?: ApprovalWhere,
  ): Promise<Connection<ApprovalRow>> {
    const page = keysetPage(args, OLDEST_FIRST);
    const filter = filterOf(where);
    const rows = await pageOfApprovals(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countApprovals(context.reads, context.tenantId, filter));
  }

  @Allow("receivables:read")
  @Query(() => [ApprovalLimit], {
    description:
      "How much each role may adjust alone, and approve of others. API keys have no roles, and with them no limits: whatever they adjust waits for a person.",
  })
  approvalLimits(@Ctx() context: ApplicationContext): Promise<object[]> {
    return limits(context);
  }

  @Allow("tenant:manage")
  @Mutation(() => ApprovalLimitSetPayload, { description: "Sets a role's limit for a kind of adjustment." })
  approvalLimitSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ApprovalLimitSetInput, { description: "The limit." }) input: ApprovalLimitSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setApprovalLimit, input, {}, () => ({
      approvalLimits: () => limits(context),
    }));
  }

  @Allow("approvals:write")
  @Mutation(() => ApprovalApprovePayload, {
    description:
      "Carries out what somebody else asked for, checked again against the books of now: exactly what `wouldPost` showed, or nothing (`REQUEST_CHANGED`). Above the approver's own limit it is passed on and stays pending.",
  })
  approvalApprove(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ApprovalApproveInput, { description: "Which request." }) input: ApprovalApproveInput,
  ): Promise<MutationPayload> {
    return runCommand(context, approveRequest, input, { approvalId: "apr" }, approvalOf(context));
  }

  @Allow("approvals:write")
  @Mutation(() => ApprovalRejectPayload, { description: "Turns a request down." })
  approvalReject(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ApprovalRejectInput, { description: "Which request." }) input: ApprovalRejectInput,
  ): Promise<MutationPayload> {
    return runCommand(context, rejectRequest, input, { approvalId: "apr" }, approvalOf(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => ApprovalWithdrawPayload, { description: "Takes one's own request back." })
  approvalWithdraw(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ApprovalWithdrawInput, { description: "Which request." })
    input: ApprovalWithdrawInput,
  ): Promise<MutationPayload> {
    return runCommand(context, withdrawRequest, input, { approvalId: "apr" }, approvalOf(context));
  }
}

// Ids are UUIDs of version 7: they sort by the moment they were made.
const OLDEST_FIRST: SortOrder = [{ column: sql`a.id`, key: "id", type: "uuid", direction: "ASC" }];

function filterOf(where: ApprovalWhere | undefined) {
  return whereSql(where ?? PENDING, (w) => [
    idCondition(sql`a.id`, "apr", w.id),
    condition(sql`a.status`, w.status),
    condition(sql`a.kind`, w.kind),
    idCondition(sql`a.customer_id`, "cus", w.customerId),
  ]);
}

const PENDING: ApprovalWhere = { status: { eq: "PENDING" } };

function limits({ reads, tenantId }: ApplicationContext): Promise<object[]> {
  return reads.rows<object>(sql`
    select kind, role, currency, round(amount, currency_scale(currency))::text as amount from approval_limit where tenant_id = ${tenantId}
    order by kind, approval_limit.amount nulls last, role, currency`);
}

function approvalOf(context: ApplicationContext) {
  return ({ approvalId }: { approvalId: string }) => ({
    approval: () => context.load(approvalLoader, approvalId),
  });
}
