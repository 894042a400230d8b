import { Field, Int, ObjectType } from "type-graphql";
import { Allow, Derived, MoneyField } from "../../platform/graphql/fields.js";
import { CurrencyCode, DateScalar } from "../../platform/graphql/scalars.js";
import { bankEntryLoader } from "../bank-batch.loaders.js";
import { BankEntryType } from "../bank-batch.type.js";
import { receiptLoader } from "../receipt.loaders.js";
import { ReceiptType } from "../receipt.type.js";
import type { BankPeriod } from "./bank-line.queries.js";
import { BankDifferenceReason, BankMatchKindEnum, BankReceiptsKept } from "./bank-match.enums.js";
import { cashMovementLoader } from "./bank-match.loaders.js";
import { CashMovementType } from "./bank-match.type.js";
import { proposalsLoader, totalsLoader } from "./bank-reconciliation.loaders.js";
import type { Proposals } from "./read-proposals.js";

const money = (amount: string) => ({ amount, currency: "currency" });

type ProposalRow = Proposals["proposals"][number] & { readonly currency: string };

@Allow("receivables:read")
@ObjectType("BankMatchProposal", {
  description:
    "A bank line and movements that seem to be the same money, or movements that undo each other. Worked out when it is asked for; nothing is kept of it until somebody confirms or rejects it.",
})
export class BankMatchProposalType {
  @Field(() => BankMatchKindEnum, { description: "How they belong together." })
  kind!: string;

  @Derived<ProposalRow>(
    () => BankEntryType,
    { nullable: true, description: "The bank line; null when movements undo each other." },
    ({ line }, _, context) => (line ? context.load(bankEntryLoader, line.id) : null),
  )
  bankEntry!: object | null;

  @Derived<ProposalRow>(
    () => [CashMovementType],
    { description: "The movements, one or more." },
    ({ movements }, _, context) => present(movements.map(({ id }) => context.load(cashMovementLoader, id))),
  )
  movements!: object[];

  @MoneyField("The bank's amount less the movements'.", money("difference"))
  difference!: object;

  @Field(() => BankDifferenceReason, {
    nullable: true,
    description: "What the difference seems to be, for the confirmation; null when none is left.",
  })
  differenceReason!: string | null;

  @Field(() => BankReceiptsKept, {
    description:
      "Which receipts should stay, for the confirmation: a slip in writing goes by the bank's amount.",
  })
  keep!: string;

  @Derived<ProposalRow>(
    () => [ReceiptType],
    {
      description:
        "Receipts that were made of the bank line too, so that the money is in the ledger twice now.",
    },
    ({ receiptIds }, _, context) => present(receiptIds.map((id) => context.load(receiptLoader, id))),
  )
  receiptsOfLine!: object[];

  @Field(() => String, { description: "Why they belong together, in words." })
  evidence!: string;
}

@Allow("receivables:read")
@ObjectType("BankReconciliationTotals", {
  description:
    "What an account's statement and the ledger's cash tell of a period. All are positive when money came in. The difference is `unmatchedLines − unmatchedMovements + differences + otherPeriods`.",
})
export class BankReconciliationTotals {
  @Field(() => Int, { description: "How many lines the bank has booked." })
  lineCount!: number;

  @MoneyField("The bank's lines together.", money("statementTotal"))
  statement!: object;

  @MoneyField(
    "Of the lines, those that became receipts, or took one back, by themselves.",
    money("fromBankTotal"),
  )
  fromBank!: object;

  @MoneyField("Of the lines, those that a person confirmed.", money("confirmedTotal"))
  confirmed!: object;

  @Field(() => Int, { description: "How many lines nothing in the ledger is known for." })
  unmatchedLineCount!: number;

  @MoneyField("Of the lines, those that nothing in the ledger is known for.", money("unmatchedLineTotal"))
  unmatchedLines!: object;

  @MoneyField(
    "The ledger's cash: what the lines became by themselves, what was confirmed for them, and movements without a line.",
    money("ledgerTotal"),
  )
  ledger!: object;

  @Field(() => Int, { description: "How many movements of cash no line is known for, of whatever account." })
  unmatchedMovementCount!: number;

  @MoneyField(
    "Movements of cash in the currency that no line is known for. They tell no account, so each account's figures have them.",
    money("unmatchedMovementTotal"),
  )
  unmatchedMovements!: object;

  @MoneyField("Fees and other differences of confirmed lines.", money("differenceTotal"))
  differences!: object;

  @MoneyField(
    "What is of this period with the bank and of another in the ledger, less what is the other way round.",
    money("otherPeriodsTotal"),
  )
  otherPeriods!: object;

  @MoneyField("The statement less the ledger.", money("difference"))
  difference!: object;

  @Field(() => Int, {
    description: "Entries in quarantine: the bank has booked them, and they are in none of these figures.",
  })
  heldBackCount!: number;
}

@Allow("receivables:read")
@ObjectType("BankReconciliation", {
  description: "The lines of a bank account against the ledger's movements of cash, in a period.",
})
export class BankReconciliationType {
  @Field(() => String, { description: "The bank account." })
  account!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => DateScalar, { description: "First day." })
  from!: string;

  @Field(() => DateScalar, { description: "Last day." })
  to!: string;

  @Derived<BankPeriod>(
    () => BankReconciliationTotals,
    { description: "The figures." },
    (period, _, context) => context.load(totalsLoader, period),
  )
  totals!: object;

  @Derived<BankPeriod>(
    () => [BankMatchProposalType],
    {
      description:
        "What seems to belong together: one to one, batches, differences, then what undoes itself.",
    },
    async (period, _, context) => {
      const { proposals } = await context.load(proposalsLoader, period);
      return proposals.map((row) => ({ ...row, currency: period.currency }));
    },
  )
  proposals!: object[];

  @Derived<BankPeriod>(
    () => [BankEntryType],
    { description: "Lines that nothing in the ledger is known or proposed for, by day." },
    async (period, _, context) => {
      const { bankEntryIds } = await context.load(proposalsLoader, period);
      return present(bankEntryIds.map((id) => context.load(bankEntryLoader, id)));
    },
  )
  unmatchedLines!: object[];

  @Derived<BankPeriod>(
    () => [CashMovementType],
    { description: "Movements of the period that no line is known or proposed for, by day." },
    async (period, _, context) => (await context.load(proposalsLoader, period)).movements,
  )
  unmatchedMovements!: object[];
}

/** What the credentials may see of them. */
async function present<Row>(loads: readonly Promise<Row | null>[]): Promise<Row[]> {
  return (await Promise.all(loads)).flatMap((row) => row ?? []);
}
