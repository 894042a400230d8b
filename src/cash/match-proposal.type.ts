import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateTime, Decimal } from "../platform/graphql/scalars.js";
import type { MatchApplicationRow } from "./match-part.queries.js";
import { ApplicationMatchType, MatchPartType } from "./match-part.type.js";
import { MatchRemainderReason, MatchStatus, MoneyDisposition } from "./match-proposal.input.js";
import {
  latestMatchLoader,
  matchLoader,
  matchPartsLoader,
  receiptMatchesLoader,
} from "./match-proposal.loaders.js";
import type { MatchProposalRow } from "./match-proposal.queries.js";
import { receiptLoader } from "./receipt.loaders.js";
import type { ReceiptRow } from "./receipt.queries.js";
import { ReceiptType } from "./receipt.type.js";
import { receiptRemittanceLoader } from "./remittance.loaders.js";
import { RemittanceType } from "./remittance.type.js";

registerIdPrefix("mat", "MatchProposal");

@Allow("receivables:read")
@ObjectType("MatchRemainder", {
  description: "What would be left of a receipt when all parts of its match are applied.",
})
export class MatchRemainderType {
  @MoneyField("How much; positive.", { amount: "remainderAmount", currency: "currency" })
  amount!: object;

  @Derived<MatchProposalRow>(
    () => MoneyDisposition,
    { description: "Where it goes." },
    (row) => row.remainderDisposition,
  )
  disposition!: string;

  @Derived<MatchProposalRow>(
    () => MatchRemainderReason,
    { description: "Why it is left." },
    (row) => row.remainderReason,
  )
  reason!: string;
}

@Allow("receivables:read")
@ObjectType("MatchProposal", {
  description:
    "What matching said of a receipt at one time: who paid, what it applied untouched, what it proposes, what would be left, each with what speaks for it; and what a person made of it.",
  implements: Node,
})
export class MatchProposalType {
  @IdField("mat")
  id!: string;

  @Field(() => MatchStatus, { description: "Where it stands." })
  status!: string;

  @Derived<MatchProposalRow>(
    () => ReceiptType,
    { nullable: true, description: "The money.", columns: ["receiptId"] },
    (row, _, context) => context.load(receiptLoader, row.receiptId),
  )
  receipt!: object | null;

  @Derived<MatchProposalRow>(
    () => RemittanceType,
    {
      nullable: true,
      description: "What the payer wrote; null when the money came without.",
      columns: ["receiptId"],
    },
    (row, _, context) => context.load(receiptRemittanceLoader, row.receiptId),
  )
  remittance!: object | null;

  @Field(() => CustomerType, {
    nullable: true,
    description: "Whom it holds for the payer; null when nothing says who.",
  })
  customer!: object | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "How sure the payer is, from 0 to 1; null when it was known before.",
  })
  payerScore!: string | null;

  @Field(() => String, { nullable: true, description: "What speaks for the payer, in words." })
  payerEvidence!: string | null;

  @MoneyField("What the receipt had to be applied when it was matched; positive.", {
    amount: "amount",
    currency: "currency",
  })
  amount!: object;

  @Derived<MatchProposalRow>(
    () => [MatchPartType],
    {
      description: "Money on items: applied untouched, proposed, or as a person chose; in order.",
      columns: ["id"],
    },
    async (row, _, context) =>
      (await context.load(matchPartsLoader, row.id)).filter((part) => part.decision !== "ALTERNATIVE"),
  )
  parts!: object[];

  @Derived<MatchProposalRow>(
    () => [MatchPartType],
    { description: "Other items that it may be, the likeliest first.", columns: ["id"] },
    async (row, _, context) =>
      (await context.load(matchPartsLoader, row.id)).filter((part) => part.decision === "ALTERNATIVE"),
  )
  alternatives!: object[];

  @Derived<MatchProposalRow>(
    () => MatchRemainderType,
    {
      nullable: true,
      description: "What would be left when all parts are applied; null when nothing.",
      columns: ["currency", "remainderAmount", "remainderDisposition", "remainderReason"],
    },
    (row) => (row.remainderReason === null ? null : row),
  )
  remainder!: object | null;

  @Field(() => String, {
    nullable: true,
    description: "Why what was sure enough was not applied; null when nothing stood in the way.",
  })
  obstacle!: string | null;

  @Derived<MatchProposalRow>(
    () => [ReceiptType],
    { description: "Receipts that paid the same before.", columns: ["duplicateOf"] },
    async (row, _, context) => {
      const found = await Promise.all(row.duplicateOf.map((id) => context.load(receiptLoader, id)));
      return found.filter((one) => one !== null);
    },
  )
  duplicateOf!: object[];

  @Field(() => String, { description: "Who had it matched: a person, a key, or the job." })
  matchedBy!: string;

  @Field(() => DateTime, { description: "When it was matched." })
  matchedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who decided it; null while it waits." })
  decidedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was decided." })
  decidedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was rejected, or what took its place.",
  })
  decisionReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const MatchProposalConnection = connectionType("MatchProposal", () => MatchProposalType);

// A receipt and an application are read without what matching said of them.
Derived<ReceiptRow>(
  () => MatchProposalType,
  {
    nullable: true,
    description: "What matching said of it last; null when it was never matched.",
    columns: ["id"],
  },
  (row, _, context) => context.load(latestMatchLoader, row.id),
)(ReceiptType.prototype, "match");

Derived<ReceiptRow>(
  () => [MatchProposalType],
  { description: "Everything that matching said of it, the latest first.", columns: ["id"] },
  (row, _, context) => context.load(receiptMatchesLoader, row.id),
)(ReceiptType.prototype, "matches");

Derived<MatchApplicationRow>(
  () => MatchProposalType,
  { nullable: true, description: "The match." },
  (row, _, context) => context.load(matchLoader, row.matchId),
)(ApplicationMatchType.prototype, "match");
