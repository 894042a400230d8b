import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { OpenItemType, openItemLoader } from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import type { ChargeRow } from "./charge.queries.js";
import type { ChargeAccount } from "./create-charge.js";

registerIdPrefix("chg", "Charge");

export const ChargeKind = defineEnum("ChargeKind", "What a customer is charged beside invoices.", {
  DEBIT_MEMO: "A debit memo.",
  CHARGEBACK: "What was short-paid, as an item of its own.",
});

export const ChargeAccountEnum = defineEnum("ChargeAccount", "Where a debit memo is booked.", {
  REVENUE: "Revenue.",
  DEDUCTIONS: "Deductions that are claimed back.",
  LATE_FEE_INCOME: "Late-fee income.",
  CASH_CLEARING: "Cash clearing, for costs that were paid for the customer.",
});

@InputType({ description: "What a customer is charged." })
export class DebitMemoCreateInput extends PostingInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => Decimal, { description: "How much; more than zero." })
  amount!: string;

  @Field(() => CurrencyCode, { nullable: true, description: "The customer's own when left out." })
  currency?: string | null;

  @Field(() => ChargeAccountEnum, { defaultValue: "REVENUE", description: "Where it is booked." })
  account!: ChargeAccount;

  @Field(() => String, { description: "Code of the reason; see `reasonCodes`." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Its date; today when left out." })
  documentDate?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it is due; its date when left out." })
  dueDate?: string | null;
}

@InputType({ description: "What was short-paid." })
export class ChargebackCreateInput extends PostingInput {
  @Field(() => ID, { description: "Id of the item that was short-paid." })
  openItemId!: string;

  @Field(() => Decimal, { nullable: true, description: "How much; all that is open when left out." })
  amount?: string | null;

  @Field(() => String, { description: "Code of the reason; see `reasonCodes`." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it counts; today when left out.",
  })
  effectiveDate?: string | null;
}

@InputType({ description: "A charge to take back." })
export class ChargeReverseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the charge." })
  chargeId!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which; today when left out." })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@Allow("receivables:read")
@ObjectType("Charge", { description: "What a customer is charged beside invoices.", implements: Node })
export class ChargeType {
  @IdField("chg")
  id!: string;

  @Field(() => ChargeKind, { description: "What it is." })
  kind!: string;

  @Field(() => String, { description: "Its number; each kind is numbered without gaps." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who is charged." })
  customer!: object | null;

  @Derived<ChargeRow>(
    () => OpenItemType,
    { nullable: true, description: "Its open item.", columns: ["itemId"] },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @Derived<ChargeRow>(
    () => OpenItemType,
    {
      nullable: true,
      description: "Of a chargeback: the item that was short-paid.",
      columns: ["sourceItemId"],
    },
    (row, _, context) => (row.sourceItemId ? context.load(openItemLoader, row.sourceItemId) : null),
  )
  shortPaidItem!: object | null;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Field(() => String, { description: "Code of the reason." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note!: string | null;

  @Field(() => DateScalar, { description: "Its date, and the day from which it counts." })
  documentDate!: string;

  @Field(() => DateScalar, { description: "When it is due." })
  dueDate!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is reversed." })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was reversed." })
  reversalReason!: string | null;

  @Field(() => Int, { description: "Counts the changes." })
  version!: number;
}

export const ChargeConnection = connectionType("Charge", () => ChargeType);
