import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { ApplicationContext } from "../../platform/graphql/application-context.js";
import { Allow } from "../../platform/graphql/fields.js";
import { requireId } from "../../platform/graphql/ids.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../../platform/graphql/run-command.js";
import { type PayloadField, payloadType } from "../../platform/graphql/user-error.js";
import { applicationLoader } from "../application.loaders.js";
import { ApplicationType } from "../application.type.js";
import { receiptLoader } from "../receipt.loaders.js";
import { ReceiptType } from "../receipt.type.js";
import { remittanceLoader } from "../remittance.loaders.js";
import { RemittanceType } from "../remittance.type.js";
import { confirmMatch, type MatchDecided } from "./confirm-match.js";
import { identifyRemittance } from "./identify-remittance.js";
import {
  MatchProposalConfirmInput,
  MatchProposalRejectInput,
  MatchProposalSplitInput,
  MatchRunInput,
  MatchSettingSetInput,
  PayerAliasRemoveInput,
  RemittanceIdentifyInput,
} from "./match-proposal.input.js";
import { matchProposalLoader, matchSettingLoader, payerAliasLoader } from "./match-proposal.loaders.js";
import type { MatchProposalRow } from "./match-proposal.queries.js";
import { MatchProposalType } from "./match-proposal.type.js";
import { MatchSettingType, PayerAliasType } from "./payer-alias.type.js";
import { rejectMatch } from "./reject-match.js";
import { removeAlias } from "./remove-alias.js";
import { runMatching } from "./run-matching.js";
import { setMatchSetting } from "./set-match-setting.js";
import { splitMatch } from "./split-match.js";

const MATCH: Readonly<Record<"matchProposal", PayloadField>> = {
  matchProposal: { type: () => MatchProposalType, description: "The match." },
};
const LEARNED: Readonly<Record<"payerAliases", PayloadField>> = {
  payerAliases: { type: () => [PayerAliasType], description: "What was learned of the payer." },
};
const DECIDED = {
  ...MATCH,
  receipt: { type: () => ReceiptType, description: "The money." },
  applications: { type: () => [ApplicationType], description: "What was applied." },
  ...LEARNED,
  ...WOULD_POST,
};

const MatchRunPayload = payloadType("MatchRunPayload", {
  matchProposals: { type: () => [MatchProposalType], description: "The first hundred of them." },
  matched: { type: () => Int, description: "How many receipts were matched." },
  applied: { type: () => Int, description: "How many of them were applied untouched." },
  proposed: { type: () => Int, description: "For how many something is proposed." },
  ...WOULD_POST,
});
const MatchProposalConfirmPayload = payloadType("MatchProposalConfirmPayload", DECIDED);
const MatchProposalSplitPayload = payloadType("MatchProposalSplitPayload", DECIDED);
const MatchProposalRejectPayload = payloadType("MatchProposalRejectPayload", MATCH);
const RemittanceIdentifyPayload = payloadType("RemittanceIdentifyPayload", {
  remittance: { type: () => RemittanceType, description: "The remittance." },
  ...MATCH,
  ...LEARNED,
  ...WOULD_POST,
});
const PayerAliasRemovePayload = payloadType("PayerAliasRemovePayload", {
  payerAlias: { type: () => PayerAliasType, description: "What counts no more." },
});
const MatchSettingSetPayload = payloadType("MatchSettingSetPayload", {
  matchSetting: { type: () => MatchSettingType, description: "The setting as it is now." },
});

const SHOWN_MOST = 100;

@Resolver()
export class MatchingResolver {
  @Allow("receivables:read")
  @Query(() => MatchProposalType, { nullable: true, description: "A match by id." })
  matchProposal(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<MatchProposalRow | null> {
    return context.load(matchProposalLoader, requireId("mat", id));
  }

  @Allow("cash:write")
  @Mutation(() => MatchRunPayload, {
    description: "Matches receipts that have money to apply: applies what is sure and proposes the rest.",
  })
  matchRun(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => MatchRunInput, { description: "Which receipts." }) input: MatchRunInput,
  ): Promise<MutationPayload> {
    return runCommand(context, runMatching, input, { "receiptIds.*": "rct" }, (result) => ({
      ...{ matched: result.matched, applied: result.applied, proposed: result.proposed },
      matchProposals: () => matchesOf(context, result.matchProposalIds.slice(0, SHOWN_MOST)),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => MatchProposalConfirmPayload, {
    description: "Applies what is proposed, or what is right instead, and learns by what to know the payer.",
  })
  matchProposalConfirm(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => MatchProposalConfirmInput, { description: "What is right." })
    input: MatchProposalConfirmInput,
  ): Promise<MutationPayload> {
    const ids = { matchProposalId: "mat", "parts.*.openItemId": "itm" };
    return runCommand(context, confirmMatch, input, ids, decidedIn(context));
  }

  @Allow("cash:write")
  @Mutation(() => MatchProposalRejectPayload, {
    description: "Says that a proposal is wrong; the money stays where it is.",
  })
  matchProposalReject(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => MatchProposalRejectInput, { description: "What is wrong." })
    input: MatchProposalRejectInput,
  ): Promise<MutationPayload> {
    const ids = { matchProposalId: "mat" };
    return runCommand(context, rejectMatch, input, ids, ({ matchProposalId }) => ({
      matchProposal: () => context.load(matchProposalLoader, matchProposalId),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => MatchProposalSplitPayload, {
    description: "Splits a receipt's money between several customers, on their items or unapplied.",
  })
  matchProposalSplit(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => MatchProposalSplitInput, { description: "Who gets what." })
    input: MatchProposalSplitInput,
  ): Promise<MutationPayload> {
    const ids = { matchProposalId: "mat", "shares.*.customerId": "cus", "shares.*.openItemId": "itm" };
    return runCommand(context, splitMatch, input, ids, decidedIn(context));
  }

  @Allow("cash:write")
  @Mutation(() => RemittanceIdentifyPayload, {
    description: "Says who sent a remittance, learns it, and matches the money with what that customer owes.",
  })
  remittanceIdentify(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RemittanceIdentifyInput, { description: "Who." }) input: RemittanceIdentifyInput,
  ): Promise<MutationPayload> {
    const ids = { remittanceId: "rem", customerId: "cus" };
    return runCommand(context, identifyRemittance, input, ids, (result) => ({
      remittance: () => context.load(remittanceLoader, result.remittanceId),
      matchProposal: () =>
        result.matchProposalId ? context.load(matchProposalLoader, result.matchProposalId) : null,
      payerAliases: () => aliasesOf(context, result.payerAliasIds),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => PayerAliasRemovePayload, {
    description: "Forgets a name or an account under which a customer was known to pay.",
  })
  payerAliasRemove(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => PayerAliasRemoveInput, { description: "Which." }) input: PayerAliasRemoveInput,
  ): Promise<MutationPayload> {
    return runCommand(context, removeAlias, input, { payerAliasId: "pal" }, ({ payerAliasId }) => ({
      payerAlias: () => context.load(payerAliasLoader, payerAliasId),
    }));
  }

  @Allow("tenant:manage")
  @Mutation(() => MatchSettingSetPayload, {
    description: "Sets how payments are matched, for all customers or for one.",
  })
  matchSettingSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => MatchSettingSetInput, { description: "What to set." }) input: MatchSettingSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setMatchSetting, input, { customerId: "cus" }, ({ matchSettingId }) => ({
      matchSetting: () => context.load(matchSettingLoader, matchSettingId),
    }));
  }
}

/** Read only when the client selects it. */
function decidedIn(context: ApplicationContext) {
  return ({ matchProposalId, receiptId, applicationIds, payerAliasIds }: MatchDecided) => ({
    matchProposal: () => context.load(matchProposalLoader, matchProposalId),
    receipt: () => context.load(receiptLoader, receiptId),
    applications: async () => {
      const found = await Promise.all(applicationIds.map((id) => context.load(applicationLoader, id)));
      return found.filter((one) => one !== null);
    },
    payerAliases: () => aliasesOf(context, payerAliasIds),
  });
}

async function matchesOf(context: ApplicationContext, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => context.load(matchProposalLoader, id)));
  return found.filter((one) => one !== null);
}

async function aliasesOf(context: ApplicationContext, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => context.load(payerAliasLoader, id)));
  return found.filter((one) => one !== null);
}
