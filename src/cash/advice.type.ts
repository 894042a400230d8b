import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { ConnectionArgs, connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import {
  RemittanceAdviceCorrectionField,
  RemittanceAdviceMethod,
  RemittanceAdviceOutcome,
  RemittanceAdvicePairedBy,
  RemittanceAdviceReferenceType,
} from "./advice.enums.js";
import { adviceBatchLoader, adviceLines, batchAdvices, receiptAdviceLoader } from "./advice.loaders.js";
import type { AdviceBatchRow, AdviceRow } from "./advice.queries.js";
import { BankFileFinding } from "./bank-batch.type.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";
import type { RemittanceRow } from "./remittance.queries.js";
import { RemittanceType } from "./remittance.type.js";

registerIdPrefix("rab", "RemittanceAdviceBatch");
registerIdPrefix("rav", "RemittanceAdvice");

@Allow("receivables:read")
@ObjectType({ description: "A difference between a document's amount and what is paid of it." })
export class RemittanceAdviceAdjustment {
  @Field(() => String, { nullable: true, description: "The payer's code for why." })
  reasonCode!: string | null;

  @Field(() => Decimal, { description: "How much: negative when it lessens the payment." })
  amount!: string;

  @Field(() => String, { nullable: true, description: "Why, in words." })
  text!: string | null;
}

@Allow("receivables:read")
@ObjectType({ description: "A value of a remittance advice that a person put right." })
export class RemittanceAdviceCorrection {
  @Field(() => RemittanceAdviceCorrectionField, { description: "Which value." })
  field!: string;

  @Field(() => String, { nullable: true, description: "As the file has it; null when it cannot be read." })
  was!: string | null;

  @Field(() => String, { description: "What it is." })
  now!: string;
}

@Allow("receivables:read")
@ObjectType("RemittanceAdviceLine", { description: "What a payer says about one document." })
export class RemittanceAdviceLineType {
  @Field(() => Int, { description: "Its place in the advice, from 1." })
  lineNo!: number;

  @Field(() => Int, { description: "Line of the file, from 1." })
  line!: number;

  @Field(() => String, { nullable: true, description: "The document's number, as the payer wrote it." })
  reference!: string | null;

  @Field(() => RemittanceAdviceReferenceType, { description: "What the number names." })
  referenceType!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "What of the payment is for it: negative for a credit netted; null when not said.",
  })
  paid!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The document's amount, as the payer has it." })
  gross!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Discount that the payer took; positive." })
  discount!: string | null;

  @Field(() => [RemittanceAdviceAdjustment], { description: "What else was added or taken off." })
  adjustments!: RemittanceAdviceAdjustment[];

  @Field(() => DateScalar, { nullable: true, description: "The document's date." })
  documentDate!: string | null;

  @Field(() => String, { nullable: true, description: "What the payer wrote beside it." })
  text!: string | null;
}

export const RemittanceAdviceLineConnection = connectionType(
  "RemittanceAdviceLine",
  () => RemittanceAdviceLineType,
);

@Allow("receivables:read")
@ObjectType("RemittanceAdviceBatch", {
  description: "A file of remittance advices that was taken in.",
  implements: Node,
})
export class RemittanceAdviceBatchType {
  @IdField("rab")
  id!: string;

  @Field(() => String, { description: "Name of the file." })
  fileName!: string;

  @Field(() => String, {
    description: "SHA-256 of the file, in hexadecimal; the same file is taken in once.",
  })
  fileHash!: string;

  @Field(() => String, { description: "Format and version." })
  format!: string;

  @Field(() => String, { nullable: true, description: "The sender's identification of the message." })
  messageId!: string | null;

  @Field(() => Int, { description: "How many advices it has." })
  adviceCount!: number;

  @Field(() => [BankFileFinding], {
    description: "What a person should know about the file, the gravest first.",
  })
  findings!: BankFileFinding[];

  @Field(() => String, { description: "Who took it in." })
  takenBy!: string;

  @Field(() => DateTime, { description: "When it was taken in." })
  takenAt!: Date;

  @Derived<AdviceBatchRow, ConnectionArgs>(
    () => RemittanceAdviceConnection,
    { description: "Its advices, in the order of the file.", args: () => RemittanceAdviceArgs },
    (row, args, context) => batchAdvices(row.id, args, context),
  )
  remittanceAdvices!: object;
}

export const RemittanceAdviceBatchConnection = connectionType(
  "RemittanceAdviceBatch",
  () => RemittanceAdviceBatchType,
);

@Allow("receivables:read")
@ObjectType("RemittanceAdvice", {
  description: "What a payer says that it pays with one payment, without the money itself.",
  implements: Node,
})
export class RemittanceAdviceType {
  @IdField("rav")
  id!: string;

  @Field(() => Int, { description: "Its place in the file, from 1." })
  adviceNo!: number;

  @Field(() => Int, { description: "Line of the file on which it begins, from 1." })
  line!: number;

  @Field(() => String, { nullable: true, description: "The advice's own number." })
  number!: string | null;

  @Field(() => [String], { description: "Trace, cheque and payment numbers by which the payment is known." })
  paymentReferences!: string[];

  @Field(() => String, { nullable: true, description: "The payer's name, as it came." })
  payerName!: string | null;

  @Field(() => String, { nullable: true, description: "Number of the payer's account." })
  payerAccount!: string | null;

  @Field(() => [String], { description: "Numbers by which the payer is known." })
  payerIdentifiers!: string[];

  @Field(() => RemittanceAdviceMethod, { description: "How it is paid." })
  method!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day of the payment, as the payer says." })
  paidOn!: string | null;

  @Field(() => String, { nullable: true, description: "Currency as written; null when not said." })
  currency!: string | null;

  @Field(() => Decimal, { nullable: true, description: "How much is paid; null when not said." })
  total!: string | null;

  @Field(() => String, { nullable: true, description: "What the payer wrote." })
  text!: string | null;

  @Field(() => RemittanceAdviceOutcome, { description: "What became of it." })
  outcome!: string;

  @Field(() => RemittanceAdvicePairedBy, {
    nullable: true,
    description: "By what it was paired with its receipt; null while it is not.",
  })
  pairedBy!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was paired, in words." })
  pairingEvidence!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it has a payment that stands: not while it waits for one, or when that was reversed.",
  })
  isPaired!: boolean;

  @Field(() => [RemittanceAdviceCorrection], {
    description: "What a person put right when it was released from quarantine.",
  })
  corrections!: RemittanceAdviceCorrection[];

  @Field(() => String, { nullable: true, description: "Who released it from quarantine." })
  releasedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was released." })
  releasedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was released." })
  releaseReason!: string | null;

  @Field(() => Int, { description: "Grows when it is released, paired or taken from its payment." })
  version!: number;

  @Derived<AdviceRow>(
    () => [BankFileFinding],
    { description: "What a person should know about it; why it is held back, if it is." },
    async (row, _, context) => {
      const batch = await context.load(adviceBatchLoader, row.batchId);
      return (batch?.findings ?? []).filter(({ entryIndex }) => entryIndex === row.adviceNo - 1);
    },
  )
  findings!: object[];

  @Derived<AdviceRow>(
    () => RemittanceAdviceBatchType,
    { nullable: true, description: "The file that it stands in." },
    (row, _, context) => context.load(adviceBatchLoader, row.batchId),
  )
  batch!: object | null;

  @Derived<AdviceRow>(
    () => ReceiptType,
    {
      nullable: true,
      description: "The receipt that it explains, also when that was reversed; null while there is none.",
    },
    (row, _, context) => (row.receiptId ? context.load(receiptLoader, row.receiptId) : null),
  )
  receipt!: object | null;

  @Derived<AdviceRow, ConnectionArgs>(
    () => RemittanceAdviceLineConnection,
    { description: "Its lines, in the order of the file.", args: () => RemittanceAdviceLineArgs },
    (row, args, context) => adviceLines(row.id, args, context),
  )
  lines!: object;
}

@ArgsType()
export class RemittanceAdviceArgs extends ConnectionArgs {}

@ArgsType()
export class RemittanceAdviceLineArgs extends ConnectionArgs {}

export const RemittanceAdviceConnection = connectionType("RemittanceAdvice", () => RemittanceAdviceType);

// A remittance is read without the advice that came beside it.
Derived<RemittanceRow>(
  () => RemittanceAdviceType,
  {
    nullable: true,
    description: "The payer's remittance advice that was paired with it; null while there is none.",
  },
  (row, _, context) => context.load(receiptAdviceLoader, row.receiptId),
)(RemittanceType.prototype, "remittanceAdvice");
