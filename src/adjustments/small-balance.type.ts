import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import type { SmallBalanceTotal } from "./run-small-balances.js";
import type { SmallBalanceRunRow } from "./small-balance.queries.js";

registerIdPrefix("sbr", "SmallBalanceRun");

@InputType({ description: "Up to how much of a currency is not worth collecting, per item." })
export class ToleranceInput {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Decimal, { description: "The most, inclusive; more than zero." })
  amount!: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "And at most so many per cent of the item's original amount, inclusive, up to 100: both must hold. Any part when left out.",
  })
  percent?: string | null;
}

@Allow("receivables:read")
@ObjectType({ description: "Up to how much of a currency was not worth collecting, per item." })
export class Tolerance {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Decimal, { description: "The most, inclusive." })
  amount!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "And the most in per cent of the item's original amount; null when only the amount counted.",
  })
  percent!: string | null;
}

@InputType({ description: "Which small balances to write off." })
export class SmallBalanceWriteOffRunInput extends PostingInput {
  @Field(() => [ToleranceInput], {
    description: "A tolerance for each currency; balances in other currencies stay.",
  })
  tolerances!: ToleranceInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day from which they are written off; today when left out. Items that something moves later stay.",
  })
  asOf?: string | null;
}

@Allow("receivables:read")
@ObjectType({ description: "What was, or would be, written off in a currency." })
export class SmallBalanceRunTotal {
  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Int, { description: "How many items." })
  items!: number;

  @MoneyField("Of what is owed; positive.", { amount: "debits", currency: "currency" })
  debits!: object;

  @MoneyField("Of credits, which are written off the other way; positive.", {
    amount: "credits",
    currency: "currency",
  })
  credits!: object;
}

@Allow("receivables:read")
@ObjectType("SmallBalanceRun", {
  description: "One run over small balances. Its items are `writeOffs` with its id.",
  implements: Node,
})
export class SmallBalanceRunType {
  @IdField("sbr")
  id!: string;

  @Field(() => DateScalar, { description: "The day from which they are written off." })
  asOf!: string;

  @Derived<SmallBalanceRunRow>(
    () => [Tolerance],
    { description: "The tolerances.", columns: ["tolerances"] },
    (row) => row.tolerances,
  )
  tolerances!: object[];

  @Derived<SmallBalanceRunRow>(
    () => [SmallBalanceRunTotal],
    { description: "What was written off, by currency.", columns: ["totals"] },
    (row) => [...row.totals],
  )
  totals!: SmallBalanceTotal[];

  @Field(() => DateTime, { description: "When it ran." })
  createdAt!: Date;
}
