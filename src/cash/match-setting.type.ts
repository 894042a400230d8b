import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { Allow, Derived } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { DateTime, Decimal } from "../platform/graphql/scalars.js";
import { MatchRuleName, MoneyDisposition } from "./match-proposal.input.js";
import { customerMatchSettingLoader } from "./match-setting.loaders.js";

const MatchSettingSource = defineEnum("MatchSettingSource", "Whose ways of matching hold.", {
  CUSTOMER: "The customer's own.",
  TENANT: "The tenant's, for all customers without their own.",
  DEFAULT: "The program's, since the tenant has set none.",
});

@Allow("receivables:read")
@ObjectType("MatchSetting", { description: "How money is matched: of all customers, or of one." })
export class MatchSettingType {
  @Field(() => CustomerType, {
    nullable: true,
    description: "Of whose money; null of all that have none of their own.",
  })
  customer!: object | null;

  @Field(() => MatchSettingSource, { description: "Whose they are." })
  source!: string;

  @Field(() => [MatchRuleName], {
    description: "By what money is matched, in the order in which it is tried.",
  })
  rules!: string[];

  @Field(() => Decimal, { description: "The score, 0.5 to 1, from which on a part is applied untouched." })
  applyFrom!: string;

  @Field(() => Decimal, { description: "The score, 0 to 1, from which on a part is proposed." })
  proposeFrom!: string;

  @Field(() => Decimal, {
    description:
      "By how much an amount may differ and still be meant, in the item's currency; zero or positive.",
  })
  tolerance!: string;

  @Field(() => Int, { description: "Days after the discount's last day on which it is still granted." })
  discountGraceDays!: number;

  @Field(() => MoneyDisposition, {
    description: "Where money of a known payer goes that settles nothing: `UNAPPLIED` or `ON_ACCOUNT`.",
  })
  remainder!: string;

  @Field(() => Int, {
    description: "Counts the changes; 0 when nobody has set anything. For `expectedVersion`.",
  })
  version!: number;

  @Field(() => String, { nullable: true, description: "Who set them last." })
  setBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When." })
  setAt!: Date | null;
}

// A customer is read without how its money is matched.
Derived<{ id: string }>(
  () => MatchSettingType,
  {
    nullable: true,
    description: "How its money is matched. Null for credentials that are bound to some customers.",
    columns: ["id"],
  },
  (row, _, context) => context.load(customerMatchSettingLoader, row.id),
)(CustomerType.prototype, "matchSetting");
