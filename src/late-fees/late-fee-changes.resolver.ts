import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { APPROVAL, pendingIn } from "../adjustments/index.js";
import { CustomerType, customerLoader } from "../customers/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import {
  LateFeeExemptionSetInput,
  LateFeePolicySetInput,
  LateFeeRunInput,
  LateFeeWaiveInput,
  LateFeeWaiverReverseInput,
} from "./late-fee.input.js";
import { lateFeeLoader, lateFeeRunLoader, lateFeeWaiverLoader } from "./late-fee.loaders.js";
import { LateFeeRunTotal, LateFeeRunType, LateFeeType, LateFeeWaiverType } from "./late-fee.type.js";
import { readPolicies } from "./late-fee-policy.queries.js";
import { LateFeePolicy } from "./late-fee-policy.type.js";
import { runLateFees } from "./run-late-fees.js";
import { setLateFeeExemption } from "./set-exemption.js";
import { setLateFeePolicy } from "./set-late-fee-policy.js";
import { reverseLateFeeWaiver, waiveLateFee } from "./waive-late-fee.js";

const LateFeePolicySetPayload = payloadType("LateFeePolicySetPayload", {
  lateFeePolicies: {
    type: () => [LateFeePolicy],
    description: "Every version in the currency, the newest first.",
  },
});
const LateFeeExemptionSetPayload = payloadType("LateFeeExemptionSetPayload", {
  customer: { type: () => CustomerType, description: "The customer." },
});
const LateFeeRunPayload = payloadType("LateFeeRunPayload", {
  run: { type: () => LateFeeRunType, description: "The run; its fees are `lateFees` with its id." },
  totals: {
    type: () => [LateFeeRunTotal],
    description:
      "What was charged, by currency; with `validateOnly` what would be, whose lines `lateFeePreview` lists.",
  },
  ...APPROVAL,
  ...WOULD_POST,
});
const WAIVED = {
  lateFee: { type: () => LateFeeType, description: "The late fee." },
  waiver: { type: () => LateFeeWaiverType, description: "The waiver." },
};
const LateFeeWaivePayload = payloadType("LateFeeWaivePayload", { ...WAIVED, ...APPROVAL, ...WOULD_POST });
const LateFeeWaiverReversePayload = payloadType("LateFeeWaiverReversePayload", { ...WAIVED, ...WOULD_POST });

@Resolver()
export class LateFeeChangesResolver {
  @Allow("tenant:manage")
  @Mutation(() => LateFeePolicySetPayload, {
    description:
      "Sets what is charged on late items in a currency from a day on. Earlier versions stay for the days on which they held.",
  })
  lateFeePolicySet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => LateFeePolicySetInput, { description: "The policy." }) input: LateFeePolicySetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setLateFeePolicy, input, {}, ({ currency }) => ({
      lateFeePolicies: () => readPolicies(context.reads, context.tenantId, currency),
    }));
  }

  @Allow("approvals:write")
  @Mutation(() => LateFeeExemptionSetPayload, {
    description: "Exempts a customer from late fees from a day on, or ends that.",
  })
  lateFeeExemptionSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => LateFeeExemptionSetInput, { description: "Whom." }) input: LateFeeExemptionSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setLateFeeExemption, input, { customerId: "cus" }, ({ customerId }) => ({
      customer: () => context.load(customerLoader, customerId),
    }));
  }

  @Allow("adjustments:write")
  @Mutation(() => LateFeeRunPayload, {
    description:
      "Charges late fees up to a day: for each customer and currency one fee, over all late items. Days that were charged are not charged again. A total above the caller's limit waits for approval.",
  })
  lateFeeRun(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => LateFeeRunInput, { description: "What to charge." }) input: LateFeeRunInput,
  ): Promise<MutationPayload> {
    return runCommand(
      context,
      runLateFees,
      input,
      { "customerIds.*": "cus" },
      ({ runId, totals }) => ({ run: () => context.load(lateFeeRunLoader, runId), totals }),
      pendingIn(context),
      ({ totals }) => ({ totals }),
    );
  }

  @Allow("adjustments:write")
  @Mutation(() => LateFeeWaivePayload, {
    description:
      "Lets a late fee go, whole or in part, as far as it is open. Above the caller's limit it waits for approval.",
  })
  lateFeeWaive(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => LateFeeWaiveInput, { description: "Which fee." }) input: LateFeeWaiveInput,
  ): Promise<MutationPayload> {
    return runCommand(
      context,
      waiveLateFee,
      input,
      { lateFeeId: "ltf" },
      waivedOf(context),
      pendingIn(context),
    );
  }

  @Allow("adjustments:write")
  @Mutation(() => LateFeeWaiverReversePayload, {
    description: "Takes a waiver back: as much of the late fee is owed again.",
  })
  lateFeeWaiverReverse(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => LateFeeWaiverReverseInput, { description: "Which waiver." })
    input: LateFeeWaiverReverseInput,
  ): Promise<MutationPayload> {
    const ids = { lateFeeWaiverId: "ltw" };
    return runCommand(context, reverseLateFeeWaiver, input, ids, waivedOf(context));
  }
}

/** Read only when the client selects them. */
function waivedOf(context: ApplicationContext) {
  return ({ lateFeeId, waiverId }: { lateFeeId: string; waiverId: string }) => ({
    lateFee: () => context.load(lateFeeLoader, lateFeeId),
    waiver: () => context.load(lateFeeWaiverLoader, waiverId),
  });
}
