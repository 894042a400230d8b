import { Field, Int, ObjectType } from "type-graphql";
import { OpenItemType, openItemLoader } from "../ledger/index.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { DateTime, Decimal } from "../platform/graphql/scalars.js";
import { applicationLoader } from "./application.loaders.js";
import type { ApplicationRow } from "./application.queries.js";
import { ApplicationType } from "./application.type.js";
import type { MatchApplicationRow, MatchPartRow } from "./match-part.queries.js";
import { MatchDecision, MatchOutcome, MatchRuleName } from "./match-proposal.input.js";
import { applicationMatchLoader, matchPartLoader, partApplicationsLoader } from "./match-proposal.loaders.js";

const UndoneCause = defineEnum("MatchUndoneCause", "Why what was applied for a match was undone.", {
  UNAPPLIED: "It was wrong: a person unapplied it. Of what was applied untouched, this is falsely applied.",
  RECEIPT_REVERSED: "The money went back.",
  CREDIT_VOIDED: "The credit that was netted was voided.",
});

@Allow("receivables:read")
@ObjectType("MatchPart", {
  description: "A part of a match: money of the receipt on one item, or another item that it may be.",
})
export class MatchPartType {
  @IdField("mpt")
  id!: string;

  @Field(() => Int, { description: "Its place among the parts of its match, from 1." })
  partNo!: number;

  @Field(() => MatchDecision, { description: "How it came to be." })
  decision!: string;

  @Derived<MatchPartRow>(
    () => OpenItemType,
    { nullable: true, description: "The item.", columns: ["itemId"] },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @MoneyField(
    "What of the receipt goes on it: positive on what is owed, negative for a credit that is netted. Null of an alternative.",
    { amount: "amount", currency: "currency", nullable: true },
  )
  amount!: object | null;

  @MoneyField("What is let go beside it for early payment; zero or positive.", {
    amount: "discount",
    currency: "currency",
  })
  discount!: object;

  @MoneyField("What the payer says it keeps back; the item stays open by it. Null when it says nothing.", {
    amount: "deduction",
    currency: "currency",
    nullable: true,
  })
  deduction!: object | null;

  @Field(() => String, { nullable: true, description: "Why it keeps it back, in the payer's words." })
  deductionReason!: string | null;

  @MoneyField("A difference within the tolerance, which stays open for the run over small balances.", {
    amount: "writeOff",
    currency: "currency",
  })
  writeOff!: object;

  @Field(() => MatchRuleName, {
    nullable: true,
    description: "By what it was found; null when a person chose it.",
  })
  rule!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "How sure matching was, from 0 to 1; null when a person chose it.",
  })
  score!: string | null;

  @Field(() => String, { nullable: true, description: "What speaks for it, in words." })
  evidence!: string | null;

  @Field(() => MatchOutcome, { nullable: true, description: "What became of it; null while it waits." })
  outcome!: string | null;

  @Derived<MatchPartRow>(
    () => [ApplicationType],
    { description: "What was applied for it, also what was undone since.", columns: ["id"] },
    async (row, _, context) => {
      const made = await context.load(partApplicationsLoader, row.id);
      const found = await Promise.all(made.map((one) => context.load(applicationLoader, one.applicationId)));
      return found.filter((one) => one !== null);
    },
  )
  applications!: object[];
}

@Allow("receivables:read")
@ObjectType("ApplicationMatch", {
  description: "The match that an application was made for, and whether it stood.",
})
export class ApplicationMatchType {
  @Derived<MatchApplicationRow>(
    () => MatchPartType,
    { nullable: true, description: "The part: rule, score and evidence." },
    (row, _, context) => context.load(matchPartLoader, row.partId),
  )
  part!: object | null;

  @Derived<MatchApplicationRow>(
    () => MatchPartType,
    {
      nullable: true,
      description: "The part of the credit that was netted; null of the receipt's own money.",
    },
    (row, _, context) => (row.creditPartId ? context.load(matchPartLoader, row.creditPartId) : null),
  )
  creditPart!: object | null;

  @Field(() => DateTime, { nullable: true, description: "When it was undone; null while it stands." })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who undid it." })
  undoneBy!: string | null;

  @Field(() => UndoneCause, { nullable: true, description: "Why it was undone." })
  undoneCause!: string | null;
}

// An application is read without what it was made for.
Derived<ApplicationRow>(
  () => ApplicationMatchType,
  {
    nullable: true,
    description: "What applied it and why; null when it was applied by hand, not by a match.",
    columns: ["id"],
  },
  (row, _, context) => context.load(applicationMatchLoader, row.id),
)(ApplicationType.prototype, "match");
