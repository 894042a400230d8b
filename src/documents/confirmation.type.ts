import { ArgsType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../customers/index.js";
import type { ReportPoint } from "../ledger/index.js";
import type { Loader } from "../platform/graphql/context.js";
import { Allow, Derived, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { encodeId } from "../platform/graphql/ids.js";
import { CurrencyCode, DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import type { Paper } from "../platform/pdf/pdf-writer.js";
import {
  balancesAtPoint,
  type CustomerCurrencyBalance,
  type SelectedCustomer,
} from "./confirmation.queries.js";
import type { ConfirmationsRow } from "./confirmation-letters.js";
import { CONFIRMATION_PATH, CONFIRMATIONS_PATH, documentUrl } from "./document-urls.rules.js";
import { PaperSize } from "./letterhead.resolver.js";

@InputType({
  description:
    "Whose balances are to be confirmed. Everything that is given adds customers; when nothing is given, everybody who has something open.",
})
export class ConfirmationSelectionInput {
  @Field(() => [ID], {
    nullable: true,
    description: "These customers, whatever their balance; at most 200 ids.",
  })
  customerIds?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Everybody who owes at least so much, in the tenant's functional currency as booked.",
  })
  minimumBalance?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "So many of the others, drawn at random; needs a `seed`.",
  })
  sampleSize?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "What the draw depends on. The same seed, date and `knownAt` draw the same customers.",
  })
  seed?: string | null;
}

export const ConfirmationReason = defineEnum("ConfirmationReason", "Why a customer is asked.", {
  CHOSEN: "It was named.",
  BALANCE: "Its balance is large enough.",
  SAMPLE: "It was drawn.",
});

/** A letter with the selection that it is of. */
export type LetterRow = SelectedCustomer & { readonly point: ReportPoint };

/** The balances of letters; one statement for each point. */
const letterBalances: Loader<LetterRow, CustomerCurrencyBalance[]> = async (letters, { reads }) => {
  const found = new Map<LetterRow, CustomerCurrencyBalance[]>();
  for (const group of Map.groupBy(letters, ({ point }) => `${point.asOf} ${point.knownAt}`).values()) {
    const [first] = group;
    if (!first) continue;
    const ids = group.map(({ customerId }) => customerId);
    const byCustomer = Map.groupBy(
      await balancesAtPoint(reads, first.point, ids),
      ({ customerId }) => customerId,
    );
    for (const letter of group) found.set(letter, byCustomer.get(letter.customerId) ?? []);
  }
  return letters.map((letter) => found.get(letter) ?? []);
};

@ArgsType()
export class LetterPdfArgs {
  @Field(() => PaperSize, { nullable: true, description: "The paper; the letterhead's when left out." })
  paper?: Paper | null;
}

@Allow("receivables:read")
@ObjectType({ description: "What is to be confirmed in one currency." })
export class ConfirmationBalance {
  @Field(() => CurrencyCode, { description: "The currency." })
  currency!: string;

  @MoneyField("What the customer owes; zero or positive.", { amount: "receivable", currency: "currency" })
  receivable!: object;

  @MoneyField("Its receipts and credits that are not applied; zero or negative.", {
    amount: "credits",
    currency: "currency",
  })
  unappliedCredits!: object;

  @MoneyField("Both together.", { amount: "balance", currency: "currency" })
  balance!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "A letter that asks a customer to confirm its balances." })
export class ConfirmationLetter {
  @Derived<LetterRow>(
    () => CustomerType,
    { description: "Who is asked." },
    ({ customerId }, _, context) => context.load(customerLoader, customerId),
  )
  customer!: CustomerType;

  @Field(() => ConfirmationReason, { description: "Why." })
  why!: string;

  @Derived<LetterRow>(
    () => [ConfirmationBalance],
    { description: "What is to be confirmed, by currency; none when nothing is open." },
    (row, _, context) => context.load(letterBalances, row),
  )
  balances!: ConfirmationBalance[];

  @Derived<LetterRow, LetterPdfArgs>(
    () => String,
    { description: "Where to get the letter as a PDF: a path on this server.", args: () => LetterPdfArgs },
    ({ customerId, point: { asOf, knownAt } }, { paper }) =>
      documentUrl(CONFIRMATION_PATH, { customer: encodeId("cus", customerId), asOf, knownAt, paper }),
  )
  pdfUrl!: string;
}

@Allow("receivables:read")
@ObjectType({ description: "Whose balances are to be confirmed at a date, and what they were chosen from." })
export class ConfirmationLetters {
  @Derived<ConfirmationsRow>(
    () => DateScalar,
    { description: "The date of the balances." },
    ({ point }) => point.asOf,
  )
  asOf!: string;

  @Derived<ConfirmationsRow>(
    () => DateTime,
    { nullable: true, description: "The balances tell what was recorded until then." },
    ({ point }) => point.knownAt,
  )
  knownAt!: Date | null;

  @Field(() => Int, { description: "How many customers have something open." })
  populationCount!: number;

  @MoneyField("What they owe together, in functional currency as booked; credits are taken off.", {
    amount: "populationBalance",
    currency: "functionalCurrency",
  })
  populationBalance!: object;

  @MoneyField("What of it the chosen ones owe.", { amount: "chosenBalance", currency: "functionalCurrency" })
  chosenBalance!: object;

  @Derived<ConfirmationsRow>(
    () => [ConfirmationLetter],
    { description: "A letter for each, by the customer's number; at most 1,000." },
    ({ customers, point }) => customers.map((customer): LetterRow => ({ ...customer, point })),
  )
  letters!: ConfirmationLetter[];

  @Derived<ConfirmationsRow, LetterPdfArgs>(
    () => String,
    { description: "Where to get all letters as one PDF: a path on this server.", args: () => LetterPdfArgs },
    ({ asked, point: { asOf, knownAt } }, { paper }) => {
      const { customerIds, minimumBalance, sampleSize, seed } = asked;
      const customer = customerIds?.map((id) => encodeId("cus", id));
      return documentUrl(CONFIRMATIONS_PATH, {
        customer,
        minimumBalance,
        sampleSize,
        seed,
        asOf,
        knownAt,
        paper,
      });
    },
  )
  pdfUrl!: string;
}
