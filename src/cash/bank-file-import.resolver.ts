import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { bankBatchLoader } from "./bank-batch.loaders.js";
import { BankBatchType } from "./bank-batch.type.js";
import { importBankFile } from "./import-bank-file.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";

@InputType({ description: "A bank file: camt.053, versions 2 to 8." })
export class BankFileImportInput extends PostingInput {
  @Field(() => String, { description: "Name of the file, for people." })
  fileName!: string;

  @Field(() => String, { description: "The file's bytes in base64." })
  content!: string;
}

const BankFileImportPayload = payloadType("BankFileImportPayload", {
  bankBatch: { type: () => BankBatchType, description: "The batch, with each entry and what became of it." },
  receipts: { type: () => [ReceiptType], description: "The receipts that it recorded." },
  ...WOULD_POST,
});

@Resolver()
export class BankFileImportResolver {
  @Allow("bank-files:import")
  @Mutation(() => BankFileImportPayload, {
    description:
      "Takes in a bank file as one batch: credits become receipts and remittances, applied where they name an open invoice.",
  })
  bankFileImport(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => BankFileImportInput, { description: "The file." }) input: BankFileImportInput,
  ): Promise<MutationPayload> {
    return runCommand(context, importBankFile, input, {}, (result) => ({
      bankBatch: () => context.load(bankBatchLoader, result.batchId),
      receipts: () => Promise.all(result.receiptIds.map((id) => context.load(receiptLoader, id))),
    }));
  }
}
