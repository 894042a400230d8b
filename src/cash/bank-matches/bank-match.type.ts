import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../../customers/index.js";
import { connectionType } from "../../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../../platform/graphql/fields.js";
import { registerIdPrefix } from "../../platform/graphql/ids.js";
import { Node } from "../../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime } from "../../platform/graphql/scalars.js";
import { bankEntryLoader } from "../bank-batch.loaders.js";
import { BankEntryType } from "../bank-batch.type.js";
import { receiptLoader } from "../receipt.loaders.js";
import { ReceiptType } from "../receipt.type.js";
import {
  BankDifferenceReason,
  BankMatchStatusEnum,
  BankMovementRole,
  BankReceiptsKept,
} from "./bank-match.enums.js";
import {
  bankMatchLoader,
  cashMovementLoader,
  matchedMovementsLoader,
  standingMatchLoader,
} from "./bank-match.loaders.js";
import type { BankMatchRow, MatchedMovementRow } from "./bank-match.queries.js";
import type { CashMovementRow } from "./cash-movement.queries.js";

registerIdPrefix("bmt", "BankMatch");

@Allow("receivables:read")
@ObjectType("CashMovement", { description: "The money that one journal entry moves on the cash account." })
export class CashMovementType {
  @IdField("jre", "id", { description: 'Id of the journal entry, with the prefix "jre_".' })
  journalEntryId!: string;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  date!: string;

  @MoneyField("How much; positive when money came in.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Field(() => String, { description: "What it is, in words." })
  description!: string;

  @Field(() => String, {
    nullable: true,
    description: "Number of the receipt or the refund that it is the money of.",
  })
  documentNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The payer's reference, or that of the refund's payment.",
  })
  reference!: string | null;

  @Derived<CashMovementRow>(
    () => Boolean,
    { description: "Whether it takes another movement back.", columns: ["reversesId"] },
    (row) => row.reversesId !== null,
  )
  isReversal!: boolean;

  @Derived<CashMovementRow>(
    () => CustomerType,
    { nullable: true, description: "Whose money it is; null while the payer is unknown." },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  customer!: object | null;

  @Derived<CashMovementRow>(
    () => ReceiptType,
    { nullable: true, description: "The receipt that it is the money of, or the taking back of." },
    (row, _, context) => (row.receiptId ? context.load(receiptLoader, row.receiptId) : null),
  )
  receipt!: object | null;
}

@Allow("receivables:read")
@ObjectType("BankMatchMovement", { description: "A movement of the cash account in a match." })
export class BankMatchMovementType {
  @Field(() => BankMovementRole, { description: "What it is in the match." })
  role!: string;

  @Derived<MatchedMovementRow>(
    () => CashMovementType,
    { nullable: true, description: "The movement." },
    (row, _, context) => context.load(cashMovementLoader, row.entryId),
  )
  movement!: object | null;
}

@Allow("receivables:read")
@ObjectType("BankMatch", {
  description: "What a person decided of a bank line and movements of the cash account.",
  implements: Node,
})
export class BankMatchType {
  @IdField("bmt")
  id!: string;

  @Field(() => BankMatchStatusEnum, { description: "Where it stands." })
  status!: string;

  @Derived<BankMatchRow>(
    () => BankEntryType,
    { nullable: true, description: "The bank line; null when movements undo each other." },
    (row, _, context) => (row.bankEntryId ? context.load(bankEntryLoader, row.bankEntryId) : null),
  )
  bankEntry!: object | null;

  @Derived<BankMatchRow>(
    () => [BankMatchMovementType],
    {
      description:
        "Its movements by day, those among them that were taken back for being the same money, and their reversals.",
    },
    (row, _, context) => context.load(matchedMovementsLoader, row.id),
  )
  movements!: object[];

  @Field(() => CurrencyCode, { description: "ISO 4217 code." })
  currency!: string;

  @MoneyField("The bank line; positive when money came in, zero without one.", {
    amount: "bankAmount",
    currency: "currency",
  })
  bankAmount!: object;

  @MoneyField("The movements together; positive when money came in.", {
    amount: "ledgerAmount",
    currency: "currency",
  })
  ledgerAmount!: object;

  @MoneyField("The bank's amount less the movements'. It is not posted.", {
    amount: "difference",
    currency: "currency",
  })
  difference!: object;

  @Field(() => BankDifferenceReason, {
    nullable: true,
    description: "What the difference is; null when there is none, and of what was rejected.",
  })
  differenceReason!: string | null;

  @Field(() => BankReceiptsKept, {
    description: "Which receipts stayed, if the money had become receipts twice.",
  })
  keep!: string;

  @Field(() => String, { nullable: true, description: "In the words of whoever decided." })
  note!: string | null;

  @Derived<BankMatchRow>(
    () => BankMatchType,
    {
      nullable: true,
      description: "The match that was undone, when this keeps what that one had taken back.",
    },
    (row, _, context) => (row.followsId ? context.load(bankMatchLoader, row.followsId) : null),
  )
  follows!: object | null;

  @Field(() => String, { description: "Who decided." })
  decidedBy!: string;

  @Field(() => DateTime, { description: "When." })
  decidedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who undid it; null while it stands." })
  undoneBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was undone." })
  undoneAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was undone." })
  undoReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const BankMatchConnection = connectionType("BankMatch", () => BankMatchType);

// An entry of a bank file is read without what was decided of it.
Derived<{ readonly id: string }>(
  () => BankMatchType,
  {
    nullable: true,
    description:
      "What it was confirmed to be the money of; null when nobody has, and when it needs nobody to.",
    columns: ["id"],
  },
  (row, _, context) => context.load(standingMatchLoader, row.id),
)(BankEntryType.prototype, "bankMatch");
