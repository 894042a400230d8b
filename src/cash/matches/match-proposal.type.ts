import { Field, ID, Int, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../../customers/index.js";
import { OpenItemType, openItemLoader } from "../../ledger/index.js";
import type { RequestContext } from "../../platform/graphql/context.js";
import { Allow, Derived, IdField, MoneyField } from "../../platform/graphql/fields.js";
import { registerIdPrefix } from "../../platform/graphql/ids.js";
import { Node } from "../../platform/graphql/node.js";
import { CurrencyCode, DateTime, Decimal } from "../../platform/graphql/scalars.js";
import { applicationLoader } from "../application.loaders.js";
import type { ApplicationRow } from "../application.queries.js";
import { ApplicationType } from "../application.type.js";
import { receiptLoader } from "../receipt.loaders.js";
import type { ReceiptRow } from "../receipt.queries.js";
import { ReceiptType } from "../receipt.type.js";
import {
  MatchPartDecision,
  MatchPartOutcome,
  MatchRemainderDisposition,
  MatchRemainderReason,
  MatchRuleEnum,
  MatchStatusEnum,
} from "./match-proposal.enums.js";
import {
  applicationPartLoader,
  matchPartsLoader,
  matchProposalLoader,
  receiptMatchesLoader,
} from "./match-proposal.loaders.js";
import type { MatchPartRow, MatchProposalRow } from "./match-proposal.queries.js";

registerIdPrefix("mat", "MatchProposal");

@Allow("receivables:read")
@ObjectType("MatchPart", {
  description: "Money of a receipt on one item: as matching said, or as a person chose.",
})
export class MatchPartType {
  @IdField("mpt")
  id!: string;

  @Field(() => Int, { description: "Its place in the match, from 1." })
  partNo!: number;

  @Field(() => MatchPartDecision, { description: "What matching decided of it." })
  decision!: string;

  @Field(() => MatchPartOutcome, { nullable: true, description: "What became of it; null while it waits." })
  outcome!: string | null;

  @Derived<MatchPartRow>(
    () => OpenItemType,
    { nullable: true, description: "The item." },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @MoneyField(
    "How much: positive on what is owed, negative for a credit that is netted. Null of an alternative.",
    {
      amount: "amount",
      currency: "currency",
      nullable: true,
    },
  )
  amount!: object | null;

  @MoneyField("What is let go beside it for being paid early.", { amount: "discount", currency: "currency" })
  discount!: object;

  @MoneyField(
    "What the payer says that it keeps back; the item stays open by it. Null when it says nothing.",
    {
      amount: "deduction",
      currency: "currency",
      nullable: true,
    },
  )
  deduction!: object | null;

  @Field(() => String, { nullable: true, description: "Why the payer keeps it back, in its words." })
  deductionReason!: string | null;

  @MoneyField(
    "A difference within the tolerance; the item stays open by it for the run over small balances.",
    {
      amount: "writeOff",
      currency: "currency",
    },
  )
  writeOff!: object;

  @Field(() => MatchRuleEnum, {
    nullable: true,
    description: "What led to the item; null when a person chose it, and of an alternative.",
  })
  rule!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "How sure it is, 0 to 1; null when a person chose it.",
  })
  score!: string | null;

  @Field(() => String, { nullable: true, description: "Why, in words; null when a person chose it." })
  evidence!: string | null;

  @Derived<MatchPartRow>(
    () => [ApplicationType],
    { description: "What was applied for it, also what was undone." },
    async (row, _, context) => {
      const found = await Promise.all(row.applicationIds.map((id) => context.load(applicationLoader, id)));
      return found.filter((one) => one !== null);
    },
  )
  applications!: object[];

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When it was unapplied because it was wrong; null while it stands, and when the money went back.",
  })
  undoneAt!: Date | null;
}

@Allow("receivables:read")
@ObjectType("MatchRemainder", { description: "What of a receipt pays nothing when the parts are applied." })
export class MatchRemainderType {
  @MoneyField("How much.", { amount: "remainderAmount", currency: "currency" })
  amount!: object;

  @Derived<MatchProposalRow>(
    () => MatchRemainderDisposition,
    { description: "Where it goes.", columns: ["remainderDisposition"] },
    (row) => row.remainderDisposition,
  )
  disposition!: string;

  @Derived<MatchProposalRow>(
    () => MatchRemainderReason,
    { description: "Why it is left.", columns: ["remainderReason"] },
    (row) => row.remainderReason,
  )
  reason!: string;
}

@Allow("receivables:read")
@ObjectType("MatchProposal", {
  description:
    "What matching said of a receipt at one time: who paid, what was applied for being sure, and what is proposed.",
  implements: Node,
})
export class MatchProposalType {
  @IdField("mat")
  id!: string;

  @Derived<MatchProposalRow>(
    () => ReceiptType,
    { nullable: true, description: "The money." },
    (row, _, context) => context.load(receiptLoader, row.receiptId),
  )
  receipt!: object | null;

  @Derived<MatchProposalRow>(
    () => ID,
    { description: "What the matches of one file or one run have in common." },
    (row) => row.runId,
  )
  runId!: string;

  @Field(() => MatchStatusEnum, { description: "Where it stands." })
  status!: string;

  @Derived<MatchProposalRow>(
    () => CustomerType,
    { nullable: true, description: "Who paid, as far as matching can say; null when it cannot." },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  payer!: object | null;

  @Field(() => Decimal, { nullable: true, description: "How sure the payer is, 0 to 1." })
  payerScore!: string | null;

  @Field(() => String, { nullable: true, description: "By what the payer is known, in words." })
  payerEvidence!: string | null;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @MoneyField("What the receipt had to be applied.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Derived<MatchProposalRow>(
    () => [MatchPartType],
    { description: "Money on items: what was applied untouched, what is proposed, or what a person chose." },
    async (row, _, context) =>
      (await context.load(matchPartsLoader, row.id)).filter((part) => part.decision !== "ALTERNATIVE"),
  )
  parts!: object[];

  @Derived<MatchProposalRow>(
    () => [MatchPartType],
    { description: "Other items that it may be, the likeliest first." },
    async (row, _, context) =>
      (await context.load(matchPartsLoader, row.id)).filter((part) => part.decision === "ALTERNATIVE"),
  )
  alternatives!: object[];

  @Derived<MatchProposalRow>(
    () => MatchRemainderType,
    { nullable: true, description: "What would be left of the money; null when nothing is." },
    (row) => (row.remainderReason === null ? null : row),
  )
  remainder!: object | null;

  @Field(() => String, { nullable: true, description: "Why what was sure enough is only proposed." })
  obstacle!: string | null;

  @Field(() => Boolean, {
    description: "Whether another item is about as likely as one that is proposed: a person has to choose.",
  })
  isAmbiguous!: boolean;

  @Derived<MatchProposalRow>(
    () => [ReceiptType],
    { description: "Receipts that seem to have paid the same before." },
    (row, _, context) => receiptsOf(row.duplicateOf, context),
  )
  duplicateOf!: object[];

  @Field(() => String, { description: "Who had it matched." })
  matchedBy!: string;

  @Field(() => DateTime, { description: "When." })
  matchedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who decided on it; null while nobody has." })
  decidedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was decided." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was rejected, or what took its place." })
  decisionReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

async function receiptsOf(ids: readonly string[], context: RequestContext): Promise<ReceiptRow[]> {
  const found = await Promise.all(ids.map((id) => context.load(receiptLoader, id)));
  return found.filter((one) => one !== null);
}

// A receipt and an application are read without what matching said of them.
Derived<ReceiptRow>(
  () => [MatchProposalType],
  { description: "What matching said of it, the newest first.", columns: ["id"] },
  (row, _, context) => context.load(receiptMatchesLoader, row.id),
)(ReceiptType.prototype, "matchProposals");

Derived<ApplicationRow>(
  () => MatchPartType,
  {
    nullable: true,
    description: "What matching said of it; null when it was applied without.",
    columns: ["id"],
  },
  (row, _, context) => context.load(applicationPartLoader, row.id),
)(ApplicationType.prototype, "matchPart");

Derived<MatchPartRow>(
  () => MatchProposalType,
  { nullable: true, description: "The match that it is a part of.", columns: ["matchId"] },
  (row, _, context) => context.load(matchProposalLoader, row.matchId),
)(MatchPartType.prototype, "matchProposal");
