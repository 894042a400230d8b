import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../../customers/index.js";
import { businessDate, daysBetween, todayIn } from "../../platform/business-date.js";
import { connectionType } from "../../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../../platform/graphql/fields.js";
import { CurrencyCode, DateScalar } from "../../platform/graphql/scalars.js";
import { MatchRemainderDisposition } from "../matches/match-proposal.enums.js";
import { MatchProposalType } from "../matches/match-proposal.type.js";
import { receiptLoader } from "../receipt.loaders.js";
import { ReceiptType } from "../receipt.type.js";
import { CashExceptionReason } from "./cash-exception.input.js";
import type { CashExceptionRow } from "./cash-exception.queries.js";
import { latestMatchLoader } from "./match-lists.type.js";

@Allow("receivables:read")
@ObjectType("CashException", {
  description:
    "Money of a receipt that is not applied, and why. A receipt that was split between customers is there once for each.",
})
export class CashExceptionType {
  @IdField("itm", "id", { description: "Id of the open item that holds the money." })
  id!: string;

  @Derived<CashExceptionRow>(
    () => ReceiptType,
    { nullable: true, description: "The money, as it was recorded.", columns: ["receiptId"] },
    (row, _, context) => context.load(receiptLoader, row.receiptId),
  )
  receipt!: object | null;

  @Field(() => CustomerType, { nullable: true, description: "Who paid; null while the payer is unknown." })
  customer!: object | null;

  @MoneyField("What is not applied; positive.", { amount: "amountLeft", currency: "currency" })
  amountLeft!: object;

  @Field(() => MatchRemainderDisposition, { description: "Where it stands." })
  disposition!: string;

  @Field(() => DateScalar, { description: "The day the money came in." })
  receivedOn!: string;

  @Derived<CashExceptionRow>(
    () => Int,
    {
      description: "Days from then until today in the tenant's time zone.",
      columns: ["receivedOn", "timeZone"],
    },
    (row, _, context) => daysBetween(businessDate(row.receivedOn), todayIn(row.timeZone, context.now())),
  )
  ageDays!: number;

  @Field(() => CashExceptionReason, { description: "Why it is not applied." })
  reason!: string;

  @Derived<CashExceptionRow>(
    () => MatchProposalType,
    {
      nullable: true,
      description: "What waits for a person to confirm, reject or split; null when nothing is proposed.",
      columns: ["receiptId"],
    },
    async (row, _, context) => {
      const latest = await context.load(latestMatchLoader, row.receiptId);
      return latest?.status === "OPEN" ? latest : null;
    },
  )
  proposal!: object | null;
}

export const CashExceptionConnection = connectionType("CashException", () => CashExceptionType);

@Allow("receivables:read")
@ObjectType("CashExceptionTotal", {
  description: "Money that is not applied, of one reason in one currency.",
})
export class CashExceptionTotalType {
  @Field(() => CashExceptionReason, { description: "Why it is not applied." })
  reason!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @Field(() => Int, { description: "How many receipts." })
  receipts!: number;

  @MoneyField("What of them is not applied; positive.", { amount: "amount", currency: "currency" })
  amount!: object;
}
