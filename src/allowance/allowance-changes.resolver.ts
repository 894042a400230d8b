import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { APPROVAL, pendingIn } from "../adjustments/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { AllowanceReverseInput, AllowanceRunInput } from "./allowance-run.input.js";
import { allowanceRunLoader } from "./allowance-run.loaders.js";
import { AllowanceProposalType, AllowanceRunType } from "./allowance-run.type.js";
import { reverseAllowance } from "./reverse-allowance.js";
import { runAllowance } from "./run-allowance.js";

const RUN = { allowanceRun: { type: () => AllowanceRunType, description: "The run." } };
const AllowanceRunPayload = payloadType("AllowanceRunPayload", {
  ...RUN,
  proposal: {
    type: () => AllowanceProposalType,
    description: "What the run came to; with `validateOnly` what it would come to. Null while it waits.",
  },
  ...APPROVAL,
  ...WOULD_POST,
});
const AllowanceReversePayload = payloadType("AllowanceReversePayload", {
  ...RUN,
  ...APPROVAL,
  ...WOULD_POST,
});

@Resolver()
export class AllowanceChangesResolver {
  @Allow("close:write")
  @Mutation(() => AllowanceRunPayload, {
    description:
      "Sets the allowance for doubtful accounts to what a day's aging requires. A change above the caller's limit waits for approval; a second run of a day posts what has changed since.",
  })
  allowanceRun(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => AllowanceRunInput, { description: "The day." }) input: AllowanceRunInput,
  ): Promise<MutationPayload> {
    return runCommand(
      context,
      runAllowance,
      input,
      {},
      (proposal) => ({ allowanceRun: () => context.load(allowanceRunLoader, proposal.runId), proposal }),
      pendingIn(context),
      (proposal) => ({ proposal }),
    );
  }

  @Allow("close:write")
  @Mutation(() => AllowanceReversePayload, {
    description:
      "Takes the entry of an allowance run back. Above the caller's limit it waits for approval; the run's cells stay.",
  })
  allowanceReverse(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => AllowanceReverseInput, { description: "Which run." }) input: AllowanceReverseInput,
  ): Promise<MutationPayload> {
    return runCommand(
      context,
      reverseAllowance,
      input,
      { allowanceRunId: "alr" },
      ({ runId }) => ({ allowanceRun: () => context.load(allowanceRunLoader, runId) }),
      pendingIn(context),
    );
  }
}
