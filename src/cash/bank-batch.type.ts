import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import {
  BankEntryArgs,
  BankEntryOutcome,
  BankEntrySide,
  BankEntryStatus,
  FindingSeverity,
} from "./bank-batch.input.js";
import { type BatchEntriesArguments, bankBatchLoader, batchEntries } from "./bank-batch.loaders.js";
import type { BankBatchRow, BankEntryRow } from "./bank-batch.queries.js";

registerIdPrefix("bat", "BankBatch");
registerIdPrefix("ben", "BankEntry");

@Allow("receivables:read")
@ObjectType({ description: "Something that a person should know about a bank file." })
export class BankFileFinding {
  @Field(() => FindingSeverity, { description: "What it means for the file." })
  severity!: string;

  @Field(() => String, { description: "What a program acts on." })
  code!: string;

  @Field(() => String, { description: "What a person reads." })
  message!: string;

  @Field(() => Int, { nullable: true, description: "Line of the file, from 1." })
  line!: number | null;

  @Field(() => String, { nullable: true, description: "Place in the file's structure." })
  path!: string | null;
}

@Allow("receivables:read")
@ObjectType("BankEntry", {
  description: "One entry of a bank file, with what became of it.",
  implements: Node,
})
export class BankEntryType {
  @IdField("ben")
  id!: string;

  @Field(() => Int, { description: "Its place in the file, from 1." })
  entryNo!: number;

  @Field(() => Int, { nullable: true, description: "Line of the file on which it begins, from 1." })
  line!: number | null;

  @Field(() => String, { description: "The bank account, IBAN or number." })
  account!: string;

  @Field(() => String, { description: "By what the same entry is known again; it is posted at most once." })
  reference!: string;

  @Field(() => String, { nullable: true, description: "The reference that the bank printed." })
  bankReference!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What the bank tells of it in words, whoever is behind it first; null when it tells nothing, and of what was taken in before that was kept.",
  })
  description!: string | null;

  @MoneyField("How much, without sign; null when the file does not tell it.", {
    amount: "amount",
    currency: "currency",
    nullable: true,
  })
  amount!: object | null;

  @Field(() => BankEntrySide, { description: "Which way the account's balance moved." })
  side!: string;

  @Field(() => Boolean, { description: "Whether it undoes an earlier entry." })
  isReversal!: boolean;

  @Field(() => BankEntryStatus, { description: "How final it is with the bank." })
  bookingStatus!: string;

  @Field(() => DateScalar, { nullable: true, description: "When the bank booked it." })
  bookingDate!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "From when the bank counts interest." })
  valueDate!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it is of an intraday report or a notification, so that it comes again in the statement.",
  })
  isProvisional!: boolean;

  @Field(() => BankEntryOutcome, { description: "What became of it." })
  outcome!: string;

  @Field(() => String, { nullable: true, description: "Why, when it was not recorded as a receipt." })
  outcomeReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why it is or was quarantined, for programs: NO_EXCHANGE_RATE, PERIOD_CLOSED, DATED_TOO_LATE, RETURN_NOT_CARRIED_OUT, DUPLICATE_REFERENCE, POSSIBLE_DUPLICATE, or the code of another finding.",
  })
  obstacle!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was released from quarantine." })
  releasedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who released it." })
  releasedBy!: string | null;
}

export const BankEntryConnection = connectionType("BankEntry", () => BankEntryType);

@Allow("receivables:read")
@ObjectType("BankBatch", { description: "A bank file that was taken in, as a whole.", implements: Node })
export class BankBatchType {
  @IdField("bat")
  id!: string;

  @Field(() => String, { description: "Name of the file." })
  fileName!: string;

  @Field(() => String, {
    description: "SHA-256 of the file, in hexadecimal; the same file is taken in once.",
  })
  fileHash!: string;

  @Field(() => String, { description: 'Format and version, as "CAMT_053.8" or "MT940".' })
  format!: string;

  @Field(() => String, { nullable: true, description: "The sender's identification of the message." })
  messageId!: string | null;

  @Field(() => Int, { description: "How many entries it has." })
  entryCount!: number;

  @Field(() => [BankFileFinding], {
    description: "What a person should know about the file, the gravest first.",
  })
  findings!: BankFileFinding[];

  @Field(() => String, { description: "Who took it in." })
  importedBy!: string;

  @Field(() => DateTime, { description: "When it was taken in." })
  importedAt!: Date;

  @Derived<BankBatchRow, BatchEntriesArguments>(
    () => BankEntryConnection,
    { description: "Its entries, in the order of the file.", args: () => BankEntryArgs },
    (row, args, context) => batchEntries(row.id, args, context),
  )
  entries!: object;
}

export const BankBatchConnection = connectionType("BankBatch", () => BankBatchType);

Derived<BankEntryRow>(
  () => BankBatchType,
  { nullable: true, description: "The file that it stands in." },
  (row, _, context) => context.load(bankBatchLoader, row.batchId),
)(BankEntryType.prototype, "batch");
