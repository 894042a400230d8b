import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { adviceLoader } from "./advice.loaders.js";
import { RemittanceAdviceType } from "./advice.type.js";
import { matchProposalLoader } from "./matches/match-proposal.loaders.js";
import { MatchProposalType } from "./matches/match-proposal.type.js";
import { pairAdviceByHand, type RemittanceAdvicePairResult } from "./pair-advice-by-hand.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";
import { releaseAdvice } from "./release-advice.js";
import { unpairAdvice } from "./unpair-advice.js";

@InputType({ description: "Which quarantined advice may be used, and what is right where its file is not." })
export class RemittanceAdviceReleaseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the advice." })
  remittanceAdviceId!: string;

  @Field(() => String, { description: "Why it may be used; at most 1,000 characters." })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its currency, ISO 4217; as the file has it when left out. Needed when that is no currency.",
  })
  currency?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "How much is paid, more than zero; as the file has it when left out.",
  })
  total?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the payment; as the file has it when left out.",
  })
  paidOn?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the advice is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Which advice explains which payment." })
export class RemittanceAdvicePairInput extends PostingInput {
  @Field(() => ID, { description: "Id of the advice." })
  remittanceAdviceId!: string;

  @Field(() => ID, { description: "Id of the receipt." })
  receiptId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "You know that the advice says another amount than came, and why.",
  })
  acceptDifference?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Why they belong together; at most 1,000 characters.",
  })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the advice is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "Which advice does not explain the payment that it is paired with." })
export class RemittanceAdviceUnpairInput extends PostingInput {
  @Field(() => ID, { description: "Id of the advice." })
  remittanceAdviceId!: string;

  @Field(() => String, { description: "Why they do not belong together; at most 1,000 characters." })
  reason!: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the advice is no longer at this version." })
  expectedVersion?: number | null;
}

const ADVICE = {
  remittanceAdvice: { type: () => RemittanceAdviceType, description: "The advice, with its payment if any." },
};
const PAIRING = {
  ...ADVICE,
  receipt: { type: () => ReceiptType, description: "The payment." },
  matchProposal: {
    type: () => MatchProposalType,
    description: "What matching says of the payment now; null when nothing of it is left to apply.",
  },
  ...WOULD_POST,
};
const RemittanceAdviceReleasePayload = payloadType("RemittanceAdviceReleasePayload", {
  ...ADVICE,
  ...WOULD_POST,
});
const RemittanceAdvicePairPayload = payloadType("RemittanceAdvicePairPayload", PAIRING);
const RemittanceAdviceUnpairPayload = payloadType("RemittanceAdviceUnpairPayload", PAIRING);

@Resolver()
export class AdvicePairingResolver {
  @Allow("bank-files:import")
  @Mutation(() => RemittanceAdviceReleasePayload, {
    description:
      "Releases an advice from quarantine, as it is or put right, and pairs it with its payment if that is there.",
  })
  remittanceAdviceRelease(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RemittanceAdviceReleaseInput, { description: "Which, and what is right." })
    input: RemittanceAdviceReleaseInput,
  ): Promise<MutationPayload> {
    const ids = { remittanceAdviceId: "rav" };
    return runCommand(context, releaseAdvice, input, ids, ({ remittanceAdviceId }) => ({
      remittanceAdvice: () => context.load(adviceLoader, remittanceAdviceId),
    }));
  }

  @Allow("cash:write")
  @Mutation(() => RemittanceAdvicePairPayload, {
    description:
      "Pairs an advice with the payment that it explains, and matches what is left of that by what the advice says.",
  })
  remittanceAdvicePair(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RemittanceAdvicePairInput, { description: "Which belong together." })
    input: RemittanceAdvicePairInput,
  ): Promise<MutationPayload> {
    const ids = { remittanceAdviceId: "rav", receiptId: "rct" };
    return runCommand(context, pairAdviceByHand, input, ids, pairingIn(context));
  }

  @Allow("cash:write")
  @Mutation(() => RemittanceAdviceUnpairPayload, {
    description:
      "Takes an advice from its payment, for good, and matches what is left of that without it. What was applied stays.",
  })
  remittanceAdviceUnpair(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RemittanceAdviceUnpairInput, { description: "Which do not belong together." })
    input: RemittanceAdviceUnpairInput,
  ): Promise<MutationPayload> {
    const ids = { remittanceAdviceId: "rav" };
    return runCommand(context, unpairAdvice, input, ids, pairingIn(context));
  }
}

/** Read only when the client selects it. */
function pairingIn(context: ApplicationContext) {
  return ({ remittanceAdviceId, receiptId, matchProposalId }: RemittanceAdvicePairResult) => ({
    remittanceAdvice: () => context.load(adviceLoader, remittanceAdviceId),
    receipt: () => context.load(receiptLoader, receiptId),
    matchProposal: () => (matchProposalId ? context.load(matchProposalLoader, matchProposalId) : null),
  });
}
