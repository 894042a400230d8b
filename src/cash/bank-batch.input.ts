import { ArgsType, Field, InputType } from "type-graphql";
import { ConnectionArgs } from "../platform/graphql/connections.js";
import {
  type Combination,
  DateTimeFilter,
  defineEnum,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";

export const BankEntryOutcome = defineEnum("BankEntryOutcome", "What became of an entry of a bank file.", {
  RECEIPT_RECORDED: "Its payments are receipts.",
  RECEIPT_REVERSED: "It returned a payment; that receipt is reversed.",
  NOT_A_RECEIPT: "It is no money of a customer's.",
  PENDING: "The bank has not booked it yet.",
  DUPLICATE: "It was taken in before, with this or another file.",
  QUARANTINED: "A person must look at it; nothing was posted.",
  LEFT_TO_STATEMENT: "It was only announced; the account's statement posts it.",
});

export const BankEntrySide = defineEnum("BankEntrySide", "Which way the account's balance moved.", {
  CREDIT: "Up.",
  DEBIT: "Down.",
});

export const BankEntryStatus = defineEnum("BankEntryStatus", "How final the entry is with the bank.", {
  BOOKED: "Booked: the money moved.",
  PENDING: "Expected.",
  INFORMATION: "For information only.",
});

export const FindingSeverity = defineEnum("FindingSeverity", "What a finding means for the file.", {
  REJECT_FILE: "Nothing of the file may be posted.",
  QUARANTINE_ENTRY: "The entry waits for a person; the others are posted.",
  WARN: "Worth knowing; it stops nothing.",
});

@ArgsType()
export class BankEntryArgs extends ConnectionArgs {
  @Field(() => BankEntryOutcome, { nullable: true, description: "Only those; all when left out." })
  outcome?: string | null;
}

@InputType({ description: "Which bank batches. Everything that is given must hold." })
export class BankBatchWhere implements Combination<BankBatchWhere> {
  @Field(() => [BankBatchWhere], { nullable: true, description: "All of these hold." })
  and?: BankBatchWhere[] | null;

  @Field(() => [BankBatchWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: BankBatchWhere[] | null;

  @Field(() => BankBatchWhere, { nullable: true, description: "This does not hold." })
  not?: BankBatchWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the file's name." })
  fileName?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the file's SHA-256, in hexadecimal." })
  fileHash?: StringFilter | null;

  @Field(() => StringFilter, {
    nullable: true,
    description: "By the sender's identification of the message.",
  })
  messageId?: StringFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was taken in." })
  importedAt?: DateTimeFilter | null;
}
