import { Field, InputType } from "type-graphql";
import {
  type Combination,
  DateFilter,
  DecimalFilter,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { SortDirection } from "../platform/graphql/sorting.js";

export const RemittanceStatus = defineEnum(
  "RemittanceStatus",
  "How far a remittance was applied when it came in.",
  {
    APPLIED: "All of it.",
    PARTLY_APPLIED: "A part; the rest is unapplied cash of its customer.",
    UNAPPLIED: "Nothing; all is unapplied cash of its customer.",
    UNIDENTIFIED: "Nothing; the payer is unknown.",
  },
);
const RemittanceStatusFilter = enumFilter("RemittanceStatusFilter", RemittanceStatus);

export const RemittanceSource = defineEnum("RemittanceSource", "Where a remittance came from.", {
  BANK_FILE: "An entry of a bank file.",
  API: "A client of this interface.",
});
const RemittanceSourceFilter = enumFilter("RemittanceSourceFilter", RemittanceSource);

@InputType({ description: "Which remittances. Everything that is given must hold." })
export class RemittanceWhere implements Combination<RemittanceWhere> {
  @Field(() => [RemittanceWhere], { nullable: true, description: "All of these hold." })
  and?: RemittanceWhere[] | null;

  @Field(() => [RemittanceWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: RemittanceWhere[] | null;

  @Field(() => RemittanceWhere, { nullable: true, description: "This does not hold." })
  not?: RemittanceWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => RemittanceStatusFilter, { nullable: true, description: "By status." })
  status?: EnumFilter | null;

  @Field(() => RemittanceSourceFilter, { nullable: true, description: "By source." })
  source?: EnumFilter | null;

  @Field(() => IdFilter, {
    nullable: true,
    description: "By customer; without one while the payer is unknown.",
  })
  customerId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By receipt." })
  receiptId?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By entry of a bank file." })
  bankEntryId?: IdFilter | null;

  @Field(() => DateFilter, { nullable: true, description: "By the day the money came in." })
  receivedOn?: DateFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By amount." })
  amount?: DecimalFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the payer's name." })
  payerName?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the payer's account." })
  payerAccount?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the payer's own reference." })
  payerReference?: StringFilter | null;
}

export const RemittanceOrderField = defineEnum("RemittanceOrderField", "What remittances can be sorted by.", {
  RECEIVED_ON: "The day the money came in.",
  AMOUNT: "Amount, whatever the currency.",
});

@InputType({ description: "A sort order of remittances." })
export class RemittanceOrder {
  @Field(() => RemittanceOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
