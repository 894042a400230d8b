import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { requireWholeBooks } from "../ledger/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { type RevaluationRunRow, readRevaluationRuns } from "./revaluation.queries.js";
import { RevaluationRunInput, RevaluationRunType } from "./revaluation.type.js";
import { runRevaluation } from "./run-revaluation.js";

const RevaluationRunPayload = payloadType("RevaluationRunPayload", {
  revaluationRun: { type: () => RevaluationRunType, description: "The run." },
  ...WOULD_POST,
});

@Resolver()
export class RevaluationResolver {
  @Allow("journal:read")
  @Query(() => [RevaluationRunType], { description: "The revaluations of a period, the latest first." })
  revaluationRuns(
    @Ctx() { reads, tenantId, principal }: ApplicationContext,
    @Arg("startsOn", () => DateScalar, { description: "The first day of the period." }) startsOn: string,
  ): Promise<RevaluationRunRow[]> {
    requireWholeBooks(principal);
    return readRevaluationRuns(reads, tenantId, { startsOn });
  }

  @Allow("close:write")
  @Mutation(() => RevaluationRunPayload, {
    description:
      "Posts the unrealised exchange differences of a month's end, and their reversal on the day after.",
  })
  revaluationRun(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RevaluationRunInput, { description: "The period." }) input: RevaluationRunInput,
  ): Promise<MutationPayload> {
    return runCommand(context, runRevaluation, input, {}, async ({ runId }) => ({
      revaluationRun: (await readRevaluationRuns(context.reads, context.tenantId, { ids: [runId] }))[0],
    }));
  }
}
