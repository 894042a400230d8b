import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Allow, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { CurrencyCode, DateScalar, DateTime, type Money } from "../platform/graphql/scalars.js";
import { ROLL_FORWARD_FIGURES, type RollForwardFigure } from "./roll-forward.rules.js";

const inDocument = (amount: string) => ({ amount, currency: "currency" });
const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

const Figure = defineEnum(
  "ArRollForwardFigure",
  "What moves a control account from a month's opening to its closing balance.",
  ROLL_FORWARD_FIGURES,
);

@InputType({ description: "The journal entries behind one figure of `arRollForward`." })
export class ArRollForwardFilter {
  @Field(() => DateScalar, { description: "The first day of the month." })
  startsOn!: string;

  @Field(() => String, { description: "The control account's code." })
  accountCode!: string;

  @Field(() => CurrencyCode, { description: "The documents' currency." })
  currency!: string;

  @Field(() => Figure, { description: "The figure." })
  figure!: RollForwardFigure;
}

@Allow("journal:read")
@ObjectType({ description: "What one kind of posting moved. Debits are positive, credits negative." })
export class ArRollForwardAmount {
  @Field(() => Figure, { description: "What kind." })
  figure!: RollForwardFigure;

  @MoneyField("In the documents' currency.", inDocument("amount"))
  amount!: Money;

  @MoneyField("In functional currency.", inFunctional("functionalAmount"))
  functionalAmount!: Money;

  @Field(() => Int, {
    description:
      "How many journal entries it is made of: `journalEntries(where: { rollForward: … })` lists them.",
  })
  entryCount!: number;
}

@Allow("journal:read")
@ObjectType({ description: "A control account in one currency, from opening to closing. Debits positive." })
export class ArRollForwardLine {
  @Field(() => String, { description: "The account's code." })
  accountCode!: string;

  @Field(() => String, { description: "The account's name." })
  accountName!: string;

  @Field(() => String, { description: "What the account is for: AR_CONTROL, UNAPPLIED_CASH …" })
  accountRole!: string;

  @Field(() => CurrencyCode, { description: "The documents' currency." })
  currency!: string;

  @MoneyField("Balance of the journal on the day before the month.", inDocument("opening"))
  opening!: Money;

  @MoneyField("`opening` in functional currency.", inFunctional("functionalOpening"))
  functionalOpening!: Money;

  @Field(() => [ArRollForwardAmount], { description: "Every figure, by the open items' movements." })
  figures!: ArRollForwardAmount[];

  @MoneyField("Balance of the journal on the month's last day.", inDocument("closing"))
  closing!: Money;

  @MoneyField("`closing` in functional currency.", inFunctional("functionalClosing"))
  functionalClosing!: Money;

  @MoneyField("Opening and figures less closing; zero, always.", inDocument("difference"))
  difference!: Money;

  @MoneyField("`difference` in functional currency; zero, always.", inFunctional("functionalDifference"))
  functionalDifference!: Money;
}

@Allow("journal:read")
@ObjectType({ description: "How the control accounts of receivables went through a month." })
export class ArRollForward {
  @Field(() => DateScalar, { description: "The month's first day." })
  startsOn!: string;

  @Field(() => DateScalar, { description: "The month's last day." })
  endsOn!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "What was recorded up to this instant; ask again with it for the same figures.",
  })
  knownAt!: string | null;

  @Field(() => Boolean, { description: "Whether every difference is zero." })
  isReconciled!: boolean;

  @Field(() => [ArRollForwardLine], { description: "By control account and currency." })
  lines!: ArRollForwardLine[];
}
