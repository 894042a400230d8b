import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { bankBatchLoader, bankEntryLoader } from "./bank-batch.loaders.js";
import { BankBatchType, BankEntryType } from "./bank-batch.type.js";
import { importBankFile } from "./import-bank-file.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";
import { releaseBankEntry } from "./release-bank-entry.js";

@InputType({
  description:
    "A bank file: camt.052, camt.053 or camt.054 (versions 2 to 8), MT940, MT942, BAI2, NACHA or BAI lockbox, told by its content.",
})
export class BankFileImportInput extends PostingInput {
  @Field(() => String, { description: "Name of the file, for people." })
  fileName!: string;

  @Field(() => String, { description: "The file's bytes in base64." })
  content!: string;
}

@InputType({ description: "Which quarantined entry of a bank file to post." })
export class BankEntryReleaseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the entry." })
  entryId!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "You have made sure that it is another entry than the one that it repeats, or may repeat. Of a return that could not be carried out: you have dealt with it by hand, and nothing is posted.",
  })
  confirmDuplicate?: boolean | null;
}

const BankFileImportPayload = payloadType("BankFileImportPayload", {
  bankBatch: { type: () => BankBatchType, description: "The batch, with each entry and what became of it." },
  receipts: { type: () => [ReceiptType], description: "The receipts that it recorded." },
  ...WOULD_POST,
});

const BankEntryReleasePayload = payloadType("BankEntryReleasePayload", {
  bankEntry: { type: () => BankEntryType, description: "The entry, with what became of it." },
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

  @Allow("bank-files:import")
  @Mutation(() => BankEntryReleasePayload, {
    description:
      "Posts a quarantined entry of a bank file when what held it is gone, as the import would have posted it.",
  })
  bankEntryRelease(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => BankEntryReleaseInput, { description: "Which entry." }) input: BankEntryReleaseInput,
  ): Promise<MutationPayload> {
    return runCommand(context, releaseBankEntry, input, { entryId: "ben" }, (result) => ({
      bankEntry: () => context.load(bankEntryLoader, result.entryId),
      receipts: () => Promise.all(result.receiptIds.map((id) => context.load(receiptLoader, id))),
    }));
  }
}
