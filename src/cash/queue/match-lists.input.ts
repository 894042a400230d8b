import { Field, InputType } from "type-graphql";
import {
  type Combination,
  DateTimeFilter,
  DecimalFilter,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../../platform/graphql/filters.js";
import { SortDirection } from "../../platform/graphql/sorting.js";
import { MatchRemainderReason, MatchStatusEnum, PayerAliasKind } from "../matches/match-proposal.enums.js";

const MatchStatusFilter = enumFilter("MatchStatusFilter", MatchStatusEnum);
const MatchRemainderReasonFilter = enumFilter("MatchRemainderReasonFilter", MatchRemainderReason);
const PayerAliasKindFilter = enumFilter("PayerAliasKindFilter", PayerAliasKind);

@InputType({ description: "Which matches. Everything that is given must hold." })
export class MatchProposalWhere implements Combination<MatchProposalWhere> {
  @Field(() => [MatchProposalWhere], { nullable: true, description: "All of these hold." })
  and?: MatchProposalWhere[] | null;

  @Field(() => [MatchProposalWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: MatchProposalWhere[] | null;

  @Field(() => MatchProposalWhere, { nullable: true, description: "This does not hold." })
  not?: MatchProposalWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => MatchStatusFilter, { nullable: true, description: "By where it stands." })
  status?: EnumFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By receipt." })
  receiptId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By the payer, as far as matching can say." })
  customerId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what there was to be applied." })
  amount?: DecimalFilter | null;

  @Field(() => MatchRemainderReasonFilter, {
    nullable: true,
    description: "By why something would be left.",
  })
  remainderReason?: EnumFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By what would be left; zero when nothing." })
  remainderAmount?: DecimalFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was matched." })
  matchedAt?: DateTimeFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was decided." })
  decidedAt?: DateTimeFilter | null;
}

export const MatchProposalOrderField = defineEnum(
  "MatchProposalOrderField",
  "What matches can be sorted by.",
  {
    MATCHED_AT: "When it was matched.",
    AMOUNT: "What there was to be applied, whatever the currency.",
  },
);

@InputType({ description: "A sort order of matches." })
export class MatchProposalOrder {
  @Field(() => MatchProposalOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}

@InputType({
  description: "Which names and accounts that payers are known by. Everything that is given must hold.",
})
export class PayerAliasWhere implements Combination<PayerAliasWhere> {
  @Field(() => [PayerAliasWhere], { nullable: true, description: "All of these hold." })
  and?: PayerAliasWhere[] | null;

  @Field(() => [PayerAliasWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: PayerAliasWhere[] | null;

  @Field(() => PayerAliasWhere, { nullable: true, description: "This does not hold." })
  not?: PayerAliasWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => PayerAliasKindFilter, { nullable: true, description: "By what it is." })
  kind?: EnumFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the name or the account." })
  value?: StringFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By customer." })
  customerId?: IdFilter | null;

  @Field(() => DateTimeFilter, {
    nullable: true,
    description: "By when it was removed; `isNull: true` for those that count.",
  })
  removedAt?: DateTimeFilter | null;
}
