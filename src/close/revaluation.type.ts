import { Field, InputType, Int, ObjectType } from "type-graphql";
import { JournalEntryType, journalEntryLoader } from "../ledger/index.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, Decimal, type Money } from "../platform/graphql/scalars.js";
import { revaluationLinesLoader } from "./revaluation.loaders.js";
import type { RevaluationRunRow } from "./revaluation.queries.js";

registerIdPrefix("rvl", "RevaluationRun");

const inDocument = (amount: string) => ({ amount, currency: "currency" });
const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

@Allow("journal:read")
@ObjectType({
  description: "What a revaluation found of one control account in one currency. Debits positive.",
})
export class RevaluationLine {
  @Field(() => String, { description: "The control account's code." })
  accountCode!: string;

  @Field(() => String, { description: "The control account's name." })
  accountName!: string;

  @Field(() => String, { description: "What the control account is for: AR_CONTROL, UNAPPLIED_CASH …" })
  accountRole!: string;

  @Field(() => CurrencyCode, { description: "The foreign currency." })
  currency!: string;

  @Field(() => Decimal, {
    description: "The closing rate: units of the functional currency for one unit.",
  })
  rate!: string;

  @Field(() => DateScalar, {
    description: "The day that the rate is of, on or before the period's last day.",
  })
  rateDate!: string;

  @Field(() => Int, { description: "How many items were open." })
  itemCount!: number;

  @MoneyField("What was open.", inDocument("amount"))
  amount!: Money;

  @MoneyField("What it was booked at.", inFunctional("booked"))
  booked!: Money;

  @MoneyField("What it is worth at the closing rate, rounded item by item.", inFunctional("revalued"))
  revalued!: Money;

  @MoneyField("`revalued` less `booked`; a gain is positive.", inFunctional("unrealised"))
  unrealised!: Money;

  @MoneyField(
    "What this run posted of it: all of the first run's, of a later one the change since.",
    inFunctional("posted"),
  )
  posted!: Money;
}

@Allow("journal:read")
@ObjectType("RevaluationRun", {
  description: "A revaluation of what was open in foreign currency at a month's end.",
  implements: Node,
})
export class RevaluationRunType {
  @IdField("rvl")
  id!: string;

  @Field(() => DateScalar, { description: "The first day of the period." })
  startsOn!: string;

  @Field(() => Int, { description: "Which of the period's runs it is, from 1." })
  runNo!: number;

  @Field(() => DateScalar, { description: "The period's last day, on which it is posted." })
  asOf!: string;

  @Field(() => String, { description: "Who ran it." })
  actor!: string;

  @Field(() => DateTime, { description: "When it was run." })
  recordedAt!: Date;

  @Derived<RevaluationRunRow>(
    () => [RevaluationLine],
    { description: "By control account and currency." },
    (row, _, context) => context.load(revaluationLinesLoader, row.id),
  )
  lines!: RevaluationLine[];

  @Derived<RevaluationRunRow>(
    () => JournalEntryType,
    {
      nullable: true,
      description: "The posting on the period's last day; null when there was nothing to post.",
    },
    (row, _, context) => (row.entryId ? context.load(journalEntryLoader, row.entryId) : null),
  )
  entry!: JournalEntryType | null;

  @Derived<RevaluationRunRow>(
    () => JournalEntryType,
    { nullable: true, description: "Its reversal on the first day of the next period." },
    (row, _, context) => (row.reversalEntryId ? context.load(journalEntryLoader, row.reversalEntryId) : null),
  )
  reversal!: JournalEntryType | null;
}

@InputType({ description: "A period to revalue." })
export class RevaluationRunInput extends PostingInput {
  @Field(() => DateScalar, { description: "The first day of its month." })
  startsOn!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Post what has changed since the period's earlier runs. Without it a period that has been revalued is refused.",
  })
  rerun!: boolean;
}
