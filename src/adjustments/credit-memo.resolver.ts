import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { ApprovalType, approvalLoader } from "../approvals/index.js";
import { ApplicationType, applicationLoader } from "../cash/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import {
  CreditMemoApplyInput,
  CreditMemoCreateInput,
  CreditMemoUnapplyInput,
  CreditMemoVoidInput,
} from "./adjustment.input.js";
import { creditMemoLoader } from "./adjustment.loaders.js";
import { CreditMemoType } from "./adjustment.type.js";
import { applyCreditMemo, unapplyCreditMemo } from "./apply-credit-memo.js";
import { createCreditMemo } from "./create-credit-memo.js";
import { voidCreditMemo } from "./void-credit-memo.js";

const MEMO = { creditMemo: { type: () => CreditMemoType, description: "The credit memo." } };
const APPLICATIONS = {
  applications: { type: () => [ApplicationType], description: "What was applied or undone." },
};
/** Of mutations that may have to wait for somebody else's word. */
export const APPROVAL = {
  approval: {
    type: () => ApprovalType,
    description:
      "The request, when it is above the caller's limit: nothing is posted until somebody else approves.",
  },
  needsApproval: {
    type: () => Boolean,
    description: "Whether it is above the caller's limit; with `validateOnly` whether it would be.",
  },
};
const CreditMemoCreatePayload = payloadType("CreditMemoCreatePayload", {
  ...MEMO,
  ...APPLICATIONS,
  ...APPROVAL,
  ...WOULD_POST,
});
const CreditMemoApplyPayload = payloadType("CreditMemoApplyPayload", {
  ...MEMO,
  ...APPLICATIONS,
  ...WOULD_POST,
});
const CreditMemoUnapplyPayload = payloadType("CreditMemoUnapplyPayload", { ...APPLICATIONS, ...WOULD_POST });
const CreditMemoVoidPayload = payloadType("CreditMemoVoidPayload", { ...MEMO, ...WOULD_POST });

@Resolver()
export class CreditMemoResolver {
  @Allow("adjustments:write")
  @Mutation(() => CreditMemoCreatePayload, {
    description:
      "Credits a customer, against an invoice's lines or on account. Above the caller's limit it waits for approval.",
  })
  creditMemoCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CreditMemoCreateInput, { description: "The credit." }) input: CreditMemoCreateInput,
  ): Promise<MutationPayload> {
    const ids = { invoiceId: "inv", customerId: "cus", "lines.*.invoiceLineId": "inl" };
    return runCommand(context, createCreditMemo, input, ids, memoOf(context), pendingIn(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => CreditMemoApplyPayload, {
    description: "Applies what is left of a credit memo, all or none.",
  })
  creditMemoApply(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CreditMemoApplyInput, { description: "What it pays." }) input: CreditMemoApplyInput,
  ): Promise<MutationPayload> {
    const ids = {
      creditMemoId: "crm",
      "applications.*.openItemId": "itm",
      "applications.*.invoiceId": "inv",
    };
    return runCommand(context, applyCreditMemo, input, ids, memoOf(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => CreditMemoUnapplyPayload, {
    description: "Undoes applications of credit memos: the credit is on account again.",
  })
  creditMemoUnapply(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CreditMemoUnapplyInput, { description: "Which applications." })
    input: CreditMemoUnapplyInput,
  ): Promise<MutationPayload> {
    return runCommand(context, unapplyCreditMemo, input, { "applicationIds.*": "app" }, (result) =>
      applicationsOf(context, result.applicationIds),
    );
  }

  @Allow("adjustments:write")
  @Mutation(() => CreditMemoVoidPayload, {
    description: "Takes a credit memo back by the mirror image of its posting. Unapply it first.",
  })
  creditMemoVoid(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CreditMemoVoidInput, { description: "Which credit memo." })
    input: CreditMemoVoidInput,
  ): Promise<MutationPayload> {
    return runCommand(context, voidCreditMemo, input, { creditMemoId: "crm" }, memoOf(context));
  }
}

/** What a payload shows of a request that waits. */
export function pendingIn(context: ApplicationContext) {
  return (approvalId: string) => ({ approval: () => context.load(approvalLoader, approvalId) });
}

/** Read only when the client selects them. */
export function applicationsOf(context: ApplicationContext, ids: readonly string[]) {
  return { applications: () => Promise.all(ids.map((id) => context.load(applicationLoader, id))) };
}

function memoOf(context: ApplicationContext) {
  return ({ creditMemoId, applicationIds = [] }: { creditMemoId: string; applicationIds?: string[] }) => ({
    creditMemo: () => context.load(creditMemoLoader, creditMemoId),
    ...applicationsOf(context, applicationIds),
  });
}
