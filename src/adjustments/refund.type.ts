import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { type OpenItemRow, OpenItemType, openItemLoader } from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { Node } from "../platform/graphql/node.js";
import { DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { itemRefundsLoader } from "./adjustment.loaders.js";
import type { RefundRow } from "./refund.queries.js";

registerIdPrefix("rfd", "Refund");

export const RefundStatus = defineEnum("RefundStatus", "Where a refund stands.", {
  REQUESTED: "Owed to the customer, not paid out yet.",
  PAID: "Paid out.",
  CANCELLED: "Taken back; the credit is unapplied again.",
});

@InputType({ description: "What to refund." })
export class RefundRequestInput extends PostingInput {
  @Field(() => ID, { nullable: true, description: "Id of the receipt whose unapplied money goes back." })
  receiptId?: string | null;

  @Field(() => ID, { nullable: true, description: "Or id of the credit memo whose rest is paid out." })
  creditMemoId?: string | null;

  @Field(() => Decimal, { nullable: true, description: "How much; all that is unapplied when left out." })
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

@InputType({ description: "A refund that is paid out." })
export class RefundPayInput extends PostingInput {
  @Field(() => ID, { description: "Id of the refund." })
  refundId!: string;

  @Field(() => DateScalar, { nullable: true, description: "When it is paid; today when left out." })
  paidOn?: string | null;

  @Field(() => String, { nullable: true, description: "How the bank knows the payment." })
  reference?: string | null;
}

@InputType({ description: "A refund to take back." })
export class RefundCancelInput extends PostingInput {
  @Field(() => ID, { description: "Id of the refund." })
  refundId!: string;

  @Field(() => DateScalar, { nullable: true, description: "The day from which; today when left out." })
  effectiveDate?: string | null;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

@Allow("receivables:read")
@ObjectType("Refund", { description: "A credit that goes back to the customer as money.", implements: Node })
export class RefundType {
  @IdField("rfd")
  id!: string;

  @Field(() => String, { description: "Its number; the tenant's refunds are numbered without gaps." })
  number!: string;

  @Field(() => CustomerType, { nullable: true, description: "Who gets it." })
  customer!: object | null;

  @Derived<RefundRow>(
    () => OpenItemType,
    { nullable: true, description: "The credit that it is of.", columns: ["itemId"] },
    (row, _, context) => context.load(openItemLoader, row.itemId),
  )
  openItem!: object | null;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Field(() => RefundStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => String, { description: "Code of the reason." })
  reasonCode!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  note!: string | null;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => DateScalar, { nullable: true, description: "When it was paid out." })
  paidOn!: string | null;

  @Field(() => String, { nullable: true, description: "How the bank knows the payment." })
  paymentReference!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is cancelled." })
  cancelledOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was cancelled." })
  cancelReason!: string | null;

  @Field(() => Int, { description: "Counts the changes." })
  version!: number;
}

export const RefundConnection = connectionType("Refund", () => RefundType);

Derived<OpenItemRow>(
  () => [RefundType],
  { description: "What of it was refunded, also what was cancelled since.", columns: ["id"] },
  (row, _, context) => context.load(itemRefundsLoader, row.id),
)(OpenItemType.prototype, "refunds");
