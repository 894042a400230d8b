import { Field, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import {
  type Combination,
  DateFilter,
  DateTimeFilter,
  defineEnum,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, type Money } from "../platform/graphql/scalars.js";
import { journalEntryLoader, journalLinesLoader, periodChangesLoader } from "./journal.loaders.js";
import type { JournalEntryRow, PeriodRow } from "./journal.queries.js";
import { ArRollForwardFilter } from "./roll-forward.type.js";

registerIdPrefix("jre", "JournalEntry");
registerIdPrefix("per", "Period");

const inDocument = (amount: string) => ({ amount, currency: "currency" });
const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

@Allow("journal:read")
@ObjectType({ description: "One line of a journal entry. Debits are positive, credits negative." })
export class JournalLine {
  @Field(() => Int, { description: "Its place in the entry, from 1." })
  lineNo!: number;

  @Field(() => String, { description: "The account's code." })
  accountCode!: string;

  @Field(() => String, { description: "The account's name." })
  accountName!: string;

  @Field(() => String, { description: "What the account is for: AR_CONTROL, REVENUE …" })
  accountRole!: string;

  @MoneyField("In the document's currency; zero for an exchange difference.", inDocument("amount"))
  amount!: Money;

  @MoneyField("In functional currency.", inFunctional("functionalAmount"))
  functionalAmount!: Money;

  @IdField("cus", "customerId", { nullable: true, description: "The customer that it concerns." })
  customerId!: string | null;

  @IdField("itm", "itemId", {
    nullable: true,
    description: "The open item that it moves, on a control account.",
  })
  openItemId!: string | null;
}

@Allow("journal:read")
@ObjectType("JournalEntry", {
  description: "A balanced posting. Made once, never changed; taken back by a reversal.",
  implements: Node,
})
export class JournalEntryType {
  @IdField("jre")
  id!: string;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => DateTime, { description: "When it became known." })
  recordedAt!: Date;

  @Field(() => String, { description: "What was posted: INVOICE, RECEIPT, APPLICATION, REVERSAL …" })
  kind!: string;

  @Field(() => String, { description: "In words." })
  description!: string;

  @Field(() => String, { description: "Who posted it." })
  actor!: string;

  @Derived<JournalEntryRow>(
    () => [JournalLine],
    { description: "Its lines; debits and credits balance." },
    (row, _, context) => context.load(journalLinesLoader, row.id),
  )
  lines!: JournalLine[];

  @Derived<JournalEntryRow>(
    () => JournalEntryType,
    { nullable: true, description: "The entry of which it is the mirror image." },
    (row, _, context) => (row.reversesId ? context.load(journalEntryLoader, row.reversesId) : null),
  )
  reverses!: JournalEntryType | null;

  @Derived<JournalEntryRow>(
    () => JournalEntryType,
    { nullable: true, description: "The entry that takes it back; null while it stands." },
    (row, _, context) => (row.reversedById ? context.load(journalEntryLoader, row.reversedById) : null),
  )
  reversedBy!: JournalEntryType | null;
}

export const JournalEntryConnection = connectionType("JournalEntry", () => JournalEntryType);

@InputType({ description: "Which journal entries. Everything that is given must hold." })
export class JournalEntryWhere implements Combination<JournalEntryWhere> {
  @Field(() => [JournalEntryWhere], { nullable: true, description: "All of these hold." })
  and?: JournalEntryWhere[] | null;

  @Field(() => [JournalEntryWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: JournalEntryWhere[] | null;

  @Field(() => JournalEntryWhere, { nullable: true, description: "This does not hold." })
  not?: JournalEntryWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the day from which it counts." })
  effectiveDate?: DateFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it became known." })
  recordedAt?: DateTimeFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By what was posted." })
  kind?: StringFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By a customer that one of its lines concerns." })
  customerId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By an open item that one of its lines moves." })
  openItemId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the code of one of its lines' accounts." })
  accountCode?: StringFilter | null;

  @Field(() => ArRollForwardFilter, {
    nullable: true,
    description: "Those that a figure of `arRollForward` is made of.",
  })
  rollForward?: ArRollForwardFilter | null;
}

@Allow("journal:read")
@ObjectType({ description: "An account in one currency." })
export class TrialBalanceLine {
  @Field(() => String, { description: "The account's code." })
  accountCode!: string;

  @Field(() => String, { description: "The account's name." })
  accountName!: string;

  @Field(() => String, { description: "ASSET, LIABILITY, EQUITY, INCOME or EXPENSE." })
  accountKind!: string;

  @Field(() => String, { description: "What the account is for." })
  accountRole!: string;

  @Field(() => CurrencyCode, { description: "The documents' currency." })
  currency!: string;

  @MoneyField("Sum of the debits, not negative.", inDocument("debits"))
  debits!: Money;

  @MoneyField("Sum of the credits, not negative.", inDocument("credits"))
  credits!: Money;

  @MoneyField("Debits less credits.", inDocument("balance"))
  balance!: Money;

  @MoneyField("Sum of the debits in functional currency.", inFunctional("functionalDebits"))
  functionalDebits!: Money;

  @MoneyField("Sum of the credits in functional currency.", inFunctional("functionalCredits"))
  functionalCredits!: Money;

  @MoneyField("Debits less credits in functional currency.", inFunctional("functionalBalance"))
  functionalBalance!: Money;
}

@Allow("journal:read")
@ObjectType({ description: "The balances of all accounts." })
export class TrialBalance {
  @Field(() => DateScalar, { description: "The date of the report." })
  asOf!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "What was recorded up to this instant; ask again with it for the same figures.",
  })
  knownAt!: string | null;

  @Field(() => [TrialBalanceLine], { description: "By account and currency." })
  lines!: TrialBalanceLine[];

  @MoneyField("Sum of all debits.", inFunctional("functionalDebits"))
  functionalDebits!: Money;

  @MoneyField("Sum of all credits; equal to the debits.", inFunctional("functionalCredits"))
  functionalCredits!: Money;
}

const PeriodStatus = defineEnum("PeriodStatus", "Who may post into a period.", {
  OPEN: "Everyone who may post.",
  SOFT_CLOSED: "Controllers only.",
  CLOSED: "Nobody.",
});

@Allow("journal:read")
@ObjectType({
  description: "Something of the close checklist that was open when the period was closed all the same.",
})
export class PeriodOverride {
  @Field(() => String, { description: "Which check of the close checklist." })
  check!: string;

  @Field(() => Int, { description: "How many things it found open." })
  count!: number;
}

@Allow("journal:read")
@ObjectType({ description: "How a period came to another status." })
export class PeriodChange {
  @Field(() => PeriodStatus, { description: "The status before." })
  fromStatus!: string;

  @Field(() => PeriodStatus, { description: "The status after." })
  toStatus!: string;

  @Field(() => String, {
    nullable: true,
    description: "Why; always told on reopening, and on overriding the checklist.",
  })
  reason!: string | null;

  @Field(() => [PeriodOverride], { description: "What of the close checklist was open and overridden." })
  overridden!: PeriodOverride[];

  @Field(() => String, { description: "Who did it." })
  actor!: string;

  @Field(() => DateTime, { description: "When." })
  recordedAt!: Date;
}

@Allow("journal:read")
@ObjectType("Period", { description: "An accounting period: a calendar month.", implements: Node })
export class PeriodType {
  @IdField("per")
  id!: string;

  @Field(() => DateScalar, { description: "First day." })
  startsOn!: string;

  @Field(() => DateScalar, { description: "Last day." })
  endsOn!: string;

  @Field(() => PeriodStatus, { description: "Who may post into it." })
  status!: string;

  @Field(() => Int, { description: "For `expectedVersion`; grows with each change." })
  version!: number;

  @Derived<PeriodRow>(
    () => [PeriodChange],
    { description: "How it came to its status, the latest change first." },
    (row, _, context) => context.load(periodChangesLoader, row.id),
  )
  changes!: PeriodChange[];
}
