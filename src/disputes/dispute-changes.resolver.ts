import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import {
  DisputeOpenInput,
  DisputeResolveInput,
  DisputeReviewInput,
  DisputeWithdrawInput,
} from "./dispute.input.js";
import { disputeLoader } from "./dispute.loaders.js";
import { DisputeType } from "./dispute.type.js";
import { openDispute } from "./open-dispute.js";
import { resolveDispute } from "./resolve-dispute.js";
import { reviewDispute } from "./review-dispute.js";
import { withdrawDispute } from "./withdraw-dispute.js";

const DISPUTE = { dispute: { type: () => DisputeType, description: "The dispute." } };
const DisputeOpenPayload = payloadType("DisputeOpenPayload", DISPUTE);
const DisputeReviewPayload = payloadType("DisputeReviewPayload", DISPUTE);
const DisputeResolvePayload = payloadType("DisputeResolvePayload", DISPUTE);
const DisputeWithdrawPayload = payloadType("DisputeWithdrawPayload", DISPUTE);

const DISPUTE_ID = { disputeId: "dsp" };

/** What kind of document settles a dispute, by its resolution. */
const SETTLED_BY: Readonly<Record<string, string>> = {
  CREDIT_MEMO: "crm",
  WRITE_OFF: "wof",
  BILL_BACK: "chg",
};

@Resolver()
export class DisputeChangesResolver {
  @Allow("disputes:write")
  @Mutation(() => DisputeOpenPayload, {
    description:
      "Notes what a customer does not accept of an invoice. Nothing is posted. A payment plan of its items goes on: see `dispute { items { openItem { paymentPlan } } }`.",
  })
  disputeOpen(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => DisputeOpenInput, { description: "What is disputed." }) input: DisputeOpenInput,
  ): Promise<MutationPayload> {
    const ids = { invoiceId: "inv", openItemId: "itm", "lines.*.invoiceLineId": "inl" };
    return runCommand(context, openDispute, input, ids, disputeOf(context));
  }

  @Allow("disputes:write")
  @Mutation(() => DisputeReviewPayload, {
    description: "Takes a dispute up, or hands it on to another department.",
  })
  disputeReview(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => DisputeReviewInput, { description: "Which dispute." }) input: DisputeReviewInput,
  ): Promise<MutationPayload> {
    return runCommand(context, reviewDispute, input, DISPUTE_ID, disputeOf(context));
  }

  @Allow("disputes:write")
  @Mutation(() => DisputeResolvePayload, {
    description:
      "Ends a dispute, settled by what was posted for it before, or rejected. It posts nothing itself.",
  })
  disputeResolve(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => DisputeResolveInput, { description: "What came of it." }) input: DisputeResolveInput,
  ): Promise<MutationPayload> {
    const prefix = SETTLED_BY[input.resolution];
    const ids = prefix ? { ...DISPUTE_ID, "settledBy.*": prefix } : DISPUTE_ID;
    return runCommand(context, resolveDispute, input, ids, disputeOf(context));
  }

  @Allow("disputes:write")
  @Mutation(() => DisputeWithdrawPayload, {
    description: "Ends a dispute that the customer gave up, or that was opened by mistake.",
  })
  disputeWithdraw(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => DisputeWithdrawInput, { description: "Which dispute." }) input: DisputeWithdrawInput,
  ): Promise<MutationPayload> {
    return runCommand(context, withdrawDispute, input, DISPUTE_ID, disputeOf(context));
  }
}

/** Read only when the client selects it. */
function disputeOf(context: ApplicationContext) {
  return ({ disputeId }: { readonly disputeId: string }) => ({
    dispute: () => context.load(disputeLoader, disputeId),
  });
}
