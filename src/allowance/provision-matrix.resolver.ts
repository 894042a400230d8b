import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { requireWholeBooks } from "../ledger/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { DateScalar } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { type MatrixRow, matrixInForce, matrixLoader, readMatrices } from "./provision-matrix.queries.js";
import { ProvisionMatrix, ProvisionMatrixSetInput } from "./provision-matrix.type.js";
import { setProvisionMatrix } from "./set-provision-matrix.js";

const ProvisionMatrixSetPayload = payloadType("ProvisionMatrixSetPayload", {
  provisionMatrix: { type: () => ProvisionMatrix, description: "The version that was added." },
});

@Resolver()
export class ProvisionMatrixResolver {
  @Allow("journal:read")
  @Query(() => ProvisionMatrix, {
    nullable: true,
    description: "The provision matrix that counts on a day; null when there is none yet.",
  })
  async provisionMatrix(
    @Ctx() context: ApplicationContext,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "The day; today by default." })
    asOf?: string,
  ): Promise<MatrixRow | null> {
    requireWholeBooks(context.principal);
    const day = asOf ?? (await context.today());
    return (await matrixInForce(context.reads, context.tenantId, day)) ?? null;
  }

  @Allow("journal:read")
  @Query(() => [ProvisionMatrix], {
    description: "All versions of the provision matrix, by the day from which they count, the latest first.",
  })
  provisionMatrices(@Ctx() { reads, tenantId, principal }: ApplicationContext): Promise<MatrixRow[]> {
    requireWholeBooks(principal);
    return readMatrices(reads, tenantId);
  }

  @Allow("close:write")
  @Mutation(() => ProvisionMatrixSetPayload, {
    description: "Adds a version of the provision matrix: loss rates by bucket and segment, from a day on.",
  })
  provisionMatrixSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ProvisionMatrixSetInput, { description: "The matrix." })
    input: ProvisionMatrixSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setProvisionMatrix, input, {}, ({ matrixId }) => ({
      provisionMatrix: () => context.load(matrixLoader, matrixId),
    }));
  }
}
