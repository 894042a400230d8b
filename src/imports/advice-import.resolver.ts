import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import {
  adviceBatchLoader,
  adviceLoader,
  RemittanceAdviceBatchType,
  RemittanceAdviceType,
} from "../cash/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { ingestAdvices } from "./ingest-advices.js";

@InputType({
  description: "A file of remittance advices: X12 820, EDIFACT REMADV, CSV, XLSX or an e-mail (.eml).",
})
export class RemittanceIngestInput extends PostingInput {
  @Field(() => String, { description: "Name of the file, for people." })
  fileName!: string;

  @Field(() => String, { description: "The file's bytes in base64." })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Text of a profile (YAML or JSON) that says what the columns of a CSV or XLSX file are; without one they are known by the words of its header.",
  })
  profile?: string | null;
}

const RemittanceIngestPayload = payloadType("RemittanceIngestPayload", {
  remittanceAdviceBatch: {
    type: () => RemittanceAdviceBatchType,
    description: "The file, with what a person should know about it.",
  },
  remittanceAdvices: { type: () => [RemittanceAdviceType], description: "Its advices." },
  ...WOULD_POST,
});

@Resolver()
export class AdviceImportResolver {
  @Allow("bank-files:import")
  @Mutation(() => RemittanceIngestPayload, {
    description:
      "Takes in a file of remittance advices as one batch and pairs them with receipts that they explain. What these have to apply is matched anew.",
  })
  remittanceIngest(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => RemittanceIngestInput, { description: "The file." }) input: RemittanceIngestInput,
  ): Promise<MutationPayload> {
    return runCommand(context, ingestAdvices, input, {}, (result) => ({
      remittanceAdviceBatch: () => context.load(adviceBatchLoader, result.batchId),
      remittanceAdvices: () => Promise.all(result.adviceIds.map((id) => context.load(adviceLoader, id))),
    }));
  }
}
