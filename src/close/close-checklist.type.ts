import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { requestError } from "../platform/graphql/errors.js";
import { Allow, Derived } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { encodeId } from "../platform/graphql/ids.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { DateScalar, DateTime, Money } from "../platform/graphql/scalars.js";
import { ErrorData, UserErrorType } from "../platform/graphql/user-error.js";
import { formatAmount } from "../platform/money.js";
import { type ChecklistItem, readSubjects } from "./close-checklist.queries.js";
import { CLOSE_CHECKS, REVIEWED_CHECKS, type ReviewedCheck } from "./close-checks.js";

export const CloseCheckName = defineEnum(
  "CloseCheck",
  "What is checked before a month is closed, in the order in which it is worked.",
  CLOSE_CHECKS,
);

const ReviewedCheckName = defineEnum(
  "ReviewedCloseCheck",
  "The checks that a person settles by having looked.",
  REVIEWED_CHECKS,
);

const CloseCheckStatus = defineEnum("CloseCheckStatus", "Where a check stands.", {
  DONE: "Nothing stands in the way, or a person has looked at what there is.",
  OPEN: "The month is not closed before this is settled or overridden.",
  NOT_APPLICABLE: "There is nothing of the kind.",
});

@UserErrorType("Something of the period's close checklist is open.", "CHECKLIST_OPEN")
export class ChecklistOpen {
  @ErrorData(() => CloseCheckName, { description: "The check." })
  check!: string;

  @ErrorData(() => Int, { description: "How many things it found." })
  count!: number;
}

@Allow("journal:read")
@ObjectType({ description: "That a person has looked at what a check found." })
export class CloseCheckReview {
  @Field(() => String, { description: "Who." })
  actor!: string;

  @Field(() => DateTime, { description: "When." })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: "What they noted." })
  note!: string | null;

  @Field(() => Int, { description: "How many things there were then." })
  itemCount!: number;

  @Field(() => Boolean, {
    description:
      "Whether the same things with the same amounts are there now; otherwise somebody looks again.",
  })
  isCurrent!: boolean;
}

@ArgsType()
class SubjectsArgs {
  @Field(() => Int, { defaultValue: 25, description: "How many, at most 100." })
  first!: number;
}

@Allow("journal:read")
@ObjectType({ description: "One check of a month's close." })
export class CloseChecklistItem {
  @Field(() => CloseCheckName, { description: "What is checked." })
  check!: string;

  @Field(() => CloseCheckStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => Int, { description: "How many things stand in the way, or are to be looked at." })
  count!: number;

  @Derived<ChecklistItem>(
    () => [Money],
    { description: "What they amount to, a sum for each currency; none for what has no amount." },
    ({ amounts }) =>
      amounts.map(({ amount, currency }) => ({ amount: formatAmount(amount, currency), currency })),
  )
  amounts!: Money[];

  @Field(() => String, { description: "The query that shows what is behind it." })
  seenBy!: string;

  @Derived<ChecklistItem, SubjectsArgs>(
    () => [ID],
    {
      description: "Ids of what was found, for `nodes`; none for checks whose subject is not a node.",
      args: () => SubjectsArgs,
    },
    async (item, { first }, { reads }) => {
      if (first < 0 || first > 100) throw requestError("INVALID_PAGE", "`first` is from 0 to 100.");
      const prefix = item.definition.idPrefix;
      const ids = await readSubjects(reads, item, first);
      return prefix === null ? [] : ids.map((id) => encodeId(prefix, id));
    },
  )
  subjectIds!: string[];

  @Field(() => Boolean, { description: "Whether a person settles it with `closeCheckReview`." })
  isReviewable!: boolean;

  @Field(() => CloseCheckReview, {
    nullable: true,
    description: "The latest review; null before there is one.",
  })
  review!: CloseCheckReview | null;
}

@Allow("journal:read")
@ObjectType({ description: "What is to be settled before a month is closed, as it stands now." })
export class CloseChecklist {
  @Field(() => DateScalar, { description: "The month's first day." })
  startsOn!: string;

  @Field(() => DateScalar, { description: "The month's last day, by which everything is counted." })
  endsOn!: string;

  @Field(() => Boolean, { description: "Whether nothing is open." })
  isClear!: boolean;

  @Field(() => [CloseChecklistItem], { description: "The checks, in the order in which they are worked." })
  items!: CloseChecklistItem[];
}

@InputType({ description: "A check of a month's close that a person has looked at." })
export class CloseCheckReviewInput extends MutationInput {
  @Field(() => DateScalar, { description: "The first day of the month." })
  startsOn!: string;

  @Field(() => ReviewedCheckName, { description: "Which check." })
  check!: ReviewedCheck;

  @Field(() => String, { nullable: true, description: "What is to be remembered of it." })
  note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many things were seen; refused when there are more or fewer by now.",
  })
  expectedCount?: number | null;
}
