import { Field, InputType } from "type-graphql";
import {
  type Combination,
  DateFilter,
  DateTimeFilter,
  DecimalFilter,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { RemittanceAdviceOutcome } from "./advice.enums.js";

const RemittanceAdviceOutcomeFilter = enumFilter("RemittanceAdviceOutcomeFilter", RemittanceAdviceOutcome);

@InputType({ description: "Which files of remittance advices. Everything that is given must hold." })
export class RemittanceAdviceBatchWhere implements Combination<RemittanceAdviceBatchWhere> {
  @Field(() => [RemittanceAdviceBatchWhere], { nullable: true, description: "All of these hold." })
  and?: RemittanceAdviceBatchWhere[] | null;

  @Field(() => [RemittanceAdviceBatchWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: RemittanceAdviceBatchWhere[] | null;

  @Field(() => RemittanceAdviceBatchWhere, { nullable: true, description: "This does not hold." })
  not?: RemittanceAdviceBatchWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the file's name." })
  fileName?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the file's SHA-256, in hexadecimal." })
  fileHash?: StringFilter | null;

  @Field(() => StringFilter, {
    nullable: true,
    description: "By the sender's identification of the message.",
  })
  messageId?: StringFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was taken in." })
  takenAt?: DateTimeFilter | null;
}

@InputType({ description: "Which remittance advices. Everything that is given must hold." })
export class RemittanceAdviceWhere implements Combination<RemittanceAdviceWhere> {
  @Field(() => [RemittanceAdviceWhere], { nullable: true, description: "All of these hold." })
  and?: RemittanceAdviceWhere[] | null;

  @Field(() => [RemittanceAdviceWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: RemittanceAdviceWhere[] | null;

  @Field(() => RemittanceAdviceWhere, { nullable: true, description: "This does not hold." })
  not?: RemittanceAdviceWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By the file's batch." })
  batchId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By the receipt that it is paired with." })
  receiptId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the payer's name." })
  payerName?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the advice's own number." })
  number?: StringFilter | null;

  @Field(() => RemittanceAdviceOutcomeFilter, { nullable: true, description: "By what became of it." })
  outcome?: EnumFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it has a payment that stands; not when that was reversed, or it was taken from it.",
  })
  isPaired?: boolean | null;

  @Field(() => DecimalFilter, {
    nullable: true,
    description: "By what it says is paid, whatever the currency.",
  })
  total?: DecimalFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency, as written." })
  currency?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the day of the payment, as the payer says." })
  paidOn?: DateFilter | null;
}
