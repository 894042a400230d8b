import { Field, ObjectType } from "type-graphql";
import { Allow, MoneyField } from "../platform/graphql/fields.js";
import { CurrencyCode, DateScalar, DateTime, type Money } from "../platform/graphql/scalars.js";

const inDocument = (amount: string) => ({ amount, currency: "currency" });
const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

@Allow("journal:read")
@ObjectType({
  description: "A control account in one currency, in the subledger and in the journal. Debits positive.",
})
export class ReconciliationLine {
  @Field(() => String, { description: "The account's code." })
  accountCode!: string;

  @Field(() => String, { description: "The account's name." })
  accountName!: string;

  @Field(() => String, { description: "What the account is for: AR_CONTROL, UNAPPLIED_CASH …" })
  accountRole!: string;

  @Field(() => CurrencyCode, { description: "The documents' currency." })
  currency!: string;

  @MoneyField("Balance of the account's open items.", inDocument("subledger"))
  subledger!: Money;

  @MoneyField("Balance of the account's journal lines.", inDocument("gl"))
  gl!: Money;

  @MoneyField("Subledger less journal; zero, always.", inDocument("difference"))
  difference!: Money;

  @MoneyField("Balance of the open items in functional currency.", inFunctional("functionalSubledger"))
  functionalSubledger!: Money;

  @MoneyField("Balance of the journal lines in functional currency.", inFunctional("functionalGl"))
  functionalGl!: Money;

  @MoneyField(
    "Subledger less journal in functional currency; zero, always.",
    inFunctional("functionalDifference"),
  )
  functionalDifference!: Money;
}

@Allow("journal:read")
@ObjectType({ description: "The subledger of open items against the general ledger." })
export class Reconciliation {
  @Field(() => DateScalar, { description: "The date of the report." })
  asOf!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "What was recorded up to this instant; ask again with it for the same figures.",
  })
  knownAt!: string | null;

  @Field(() => Boolean, { description: "Whether every difference is zero." })
  isReconciled!: boolean;

  @Field(() => [ReconciliationLine], { description: "By account and currency." })
  lines!: ReconciliationLine[];
}
