import { ArgsType, Field, Int } from "type-graphql";
import { defineEnum } from "../platform/graphql/filters.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { AGING_DIMENSIONS, type AgingDimension } from "./aging-dimensions.sql.js";
import { ReceivablesWhere } from "./receivables-where.js";

export const Dimension = defineEnum("AgingDimension", "What an aging is broken down by.", AGING_DIMENSIONS);

const Basis = defineEnum("AgingBasis", "The date that days are counted from.", {
  DUE_DATE: "Days past due: the date of the report less the due date.",
  DOCUMENT_DATE: "Age: the date of the report less the document's date.",
  PLAN: "As DUE_DATE, but what was on an active payment plan at the date of the report counts from the due dates of the plan's instalments.",
});

const Credits = defineEnum("AgingCredits", "Where receipts and credit memos that are not applied stand.", {
  SEPARATE: "In a column of their own.",
  AGED: "In the buckets, negative, by their own document date.",
});

export const CurrencyBasis = defineEnum("AgingCurrencyBasis", "At which rates functional amounts are told.", {
  BOOKED: "At the rates of booking: what the general ledger's control accounts say.",
  REVALUED: "What is open in foreign currency at the latest rate on or before the date of the report.",
});

@ArgsType()
export class AgingArgs {
  @Field(() => DateScalar, { nullable: true, description: "The date of the report; today by default." })
  asOf?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "What was recorded up to this instant; now by default. A past one gives the same figures for ever.",
  })
  knownAt?: Date | null;

  @Field(() => [Dimension], {
    defaultValue: [],
    description:
      "None, one or two dimensions; there is a row for each combination of values that has a balance.",
  })
  by!: AgingDimension[];

  @Field(() => [Int], {
    nullable: true,
    description:
      "Upper bounds of the buckets in days, rising: [30, 60, 90] gives current, 1–30, 31–60, 61–90 and 91+.",
  })
  scheme?: number[] | null;

  @Field(() => Basis, { defaultValue: "DUE_DATE", description: "The date that days are counted from." })
  basis!: "DUE_DATE" | "DOCUMENT_DATE" | "PLAN";

  @Field(() => Credits, { defaultValue: "SEPARATE", description: "Where unapplied credits stand." })
  credits!: "SEPARATE" | "AGED";

  @Field(() => CurrencyBasis, {
    defaultValue: "BOOKED",
    description: "At which rates functional amounts are told; amounts in document currency are the same.",
  })
  currencyBasis!: "BOOKED" | "REVALUED";

  @Field(() => ReceivablesWhere, { nullable: true, description: "Narrows the report." })
  where?: ReceivablesWhere | null;
}
