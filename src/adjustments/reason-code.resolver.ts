import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { AdjustmentKind } from "../approvals/index.js";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { setReasonCode } from "./set-reason-code.js";

@Allow("receivables:read")
@ObjectType({ description: "Why an adjustment may be made." })
export class ReasonCode {
  @Field(() => String, { description: "The code." })
  code!: string;

  @Field(() => String, { description: "In words." })
  name!: string;

  @Field(() => Boolean, {
    description: "Whether new documents take it; a retired one stays on its old ones.",
  })
  isActive!: boolean;
}

@InputType({ description: "A reason: added if the kind has no such code, changed if it has." })
export class ReasonCodeSetInput extends MutationInput {
  @Field(() => AdjustmentKind, { description: "Of which kind of adjustment." })
  kind!: string;

  @Field(() => String, { description: "The code: 1 to 40 capitals, digits and underscores. It stays." })
  code!: string;

  @Field(() => String, { nullable: true, description: "In words; a new one needs it." })
  name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "False retires it: new documents are refused, old ones keep it. In use when it is new.",
  })
  isActive?: boolean | null;
}

const ReasonCodeSetPayload = payloadType("ReasonCodeSetPayload", {
  reasonCodes: { type: () => [ReasonCode], description: "All of the kind, also retired ones." },
});

@Resolver()
export class ReasonCodeResolver {
  @Allow("receivables:read")
  @Query(() => [ReasonCode], { description: "The reasons in use for a kind of adjustment, by code." })
  reasonCodes(
    @Ctx() context: ApplicationContext,
    @Arg("kind", () => AdjustmentKind, { description: "Which kind." }) kind: string,
    @Arg("includeRetired", () => Boolean, {
      defaultValue: false,
      description: "Also those that no new document takes.",
    })
    includeRetired: boolean,
  ): Promise<object[]> {
    return reasons(context, kind, includeRetired);
  }

  @Allow("tenant:manage")
  @Mutation(() => ReasonCodeSetPayload, {
    description: "Adds a reason for a kind of adjustment, or renames, retires or takes up one that is there.",
  })
  reasonCodeSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ReasonCodeSetInput, { description: "The reason." }) input: ReasonCodeSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setReasonCode, input, {}, ({ kind }) => ({
      reasonCodes: () => reasons(context, kind, true),
    }));
  }
}

function reasons(
  { reads, tenantId }: ApplicationContext,
  kind: string,
  includeRetired: boolean,
): Promise<object[]> {
  return reads.rows<object>(sql`
    select code, name, is_active as "isActive" from reason_code
    where tenant_id = ${tenantId} and kind = ${kind} and (is_active or ${includeRetired}) order by code`);
}
