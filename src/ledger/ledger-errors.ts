import type { Refusal } from "../platform/commands/refusal.js";
import { Derived } from "../platform/graphql/fields.js";
import { DateScalar, Money } from "../platform/graphql/scalars.js";
import { ErrorData, UserErrorType } from "../platform/graphql/user-error.js";

@UserErrorType("The amount is more than what is open.", "AMOUNT_EXCEEDS_BALANCE")
export class AmountExceedsBalance {
  @Derived<Refusal>(
    () => Money,
    {
      nullable: true,
      description: "What is open and may be taken; null when another client took it just now.",
    },
    ({ data }) => (data?.balance && data.currency ? { amount: data.balance, currency: data.currency } : null),
  )
  balance!: object | null;
}

@UserErrorType(
  "The accounting period of the date takes no postings from the principal.",
  "PERIOD_CLOSED",
  "PERIOD_SOFT_CLOSED",
)
export class PeriodClosed {
  @ErrorData(() => DateScalar, {
    nullable: true,
    description: "The first later day on which the principal may post.",
  })
  firstOpenDate!: string | null;
}
