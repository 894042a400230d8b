import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import {
  type Combination,
  DateTimeFilter,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../../platform/graphql/filters.js";
import { MutationInput, PostingInput } from "../../platform/graphql/mutation.input.js";
import { CurrencyCode, DateScalar } from "../../platform/graphql/scalars.js";
import { DEFAULT_RECONCILIATION_SETTINGS } from "../reconciliation/index.js";
import { BankDifferenceReason, BankMatchStatusEnum, BankReceiptsKept } from "./bank-match.enums.js";

@ArgsType()
export class BankReconciliationArgs {
  @Field(() => String, { description: "The bank account, as its entries name it: IBAN or number." })
  account!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code; an account's lines in another are left out." })
  currency!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day, by the bank's booking date; the first of the last day's month when left out.",
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day; today when left out. At most 366 days in all.",
  })
  to?: string | null;

  @Field(() => Int, {
    defaultValue: DEFAULT_RECONCILIATION_SETTINGS.daysLater,
    description:
      "How many days before the period movements are looked for that the bank may have booked late, 0 to 30. Fewer when there are too many to compare.",
  })
  lookBackDays!: number;
}

const LINE = "Id of the bank line; left out when the movements undo each other.";
const MOVEMENTS = "Ids of the journal entries that move the cash, 1 to 200.";

@InputType({ description: "A bank line and the movements that are its money." })
export class BankMatchConfirmInput extends PostingInput {
  @Field(() => ID, { nullable: true, description: LINE })
  bankEntryId?: string | null;

  @Field(() => [ID], { description: MOVEMENTS })
  journalEntryIds!: string[];

  @Field(() => BankReceiptsKept, {
    defaultValue: "RECORDED",
    description: "Which receipts stay when some were made of the line too. The others are reversed.",
  })
  keep!: "RECORDED" | "FROM_BANK";

  @Field(() => BankDifferenceReason, {
    nullable: true,
    description: "What the difference is, when the bank's amount is not that of the movements.",
  })
  differenceReason?: "BANK_FEE" | "TYPING_ERROR" | "OTHER" | null;

  @Field(() => String, { nullable: true, description: "In words; at most 1,000 characters." })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day on which receipts are reversed; each on its own when left out. Give an open one when that period is closed.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "A bank line and movements that are not its money." })
export class BankMatchRejectInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: LINE })
  bankEntryId?: string | null;

  @Field(() => [ID], { description: MOVEMENTS })
  journalEntryIds!: string[];

  @Field(() => String, { description: "Why; at most 1,000 characters." })
  reason!: string;
}

@InputType({ description: "A decision that was wrong." })
export class BankMatchUndoInput extends PostingInput {
  @Field(() => ID, { description: "Id of the match." })
  bankMatchId!: string;

  @Field(() => String, { description: "Why; at most 1,000 characters." })
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day of receipts that are recorded anew; each its own when left out. Give an open one when that period is closed.",
  })
  effectiveDate?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the match is no longer at this version." })
  expectedVersion?: number | null;
}

const BankMatchStatusFilter = enumFilter("BankMatchStatusFilter", BankMatchStatusEnum);

@InputType({ description: "Which decisions on bank lines. Everything that is given must hold." })
export class BankMatchWhere implements Combination<BankMatchWhere> {
  @Field(() => [BankMatchWhere], { nullable: true, description: "All of these hold." })
  and?: BankMatchWhere[] | null;

  @Field(() => [BankMatchWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: BankMatchWhere[] | null;

  @Field(() => BankMatchWhere, { nullable: true, description: "This does not hold." })
  not?: BankMatchWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => BankMatchStatusFilter, { nullable: true, description: "By where it stands." })
  status?: EnumFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By bank line." })
  bankEntryId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the bank line's account." })
  account?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was decided." })
  decidedAt?: DateTimeFilter | null;
}
