import { Field, InputType, Int, ObjectType } from "type-graphql";
import { CustomerType } from "../customers/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField } from "../platform/graphql/fields.js";
import {
  type Combination,
  DateTimeFilter,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateTime } from "../platform/graphql/scalars.js";
import { matchLoader } from "./match-proposal.loaders.js";
import { MatchProposalType } from "./match-proposal.type.js";
import type { PayerAliasRow } from "./payer-alias.queries.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";

registerIdPrefix("pal", "PayerAlias");

export const PayerAliasKind = defineEnum("PayerAliasKind", "What a payer is known by.", {
  NAME: "A name that the bank gave of the payer.",
  ACCOUNT: "An account that the money came from.",
});
const PayerAliasKindFilter = enumFilter("PayerAliasKindFilter", PayerAliasKind);

@Allow("receivables:read")
@ObjectType("PayerAlias", {
  description:
    "A name or an account under which a customer has paid, learned when a person confirmed it. Payments under it are taken for the customer's until it is removed.",
  implements: Node,
})
export class PayerAliasType {
  @IdField("pal")
  id!: string;

  @Field(() => PayerAliasKind, { description: "What it is." })
  kind!: string;

  @Field(() => String, { description: "The name or the account, as the bank wrote it." })
  value!: string;

  @Field(() => CustomerType, { nullable: true, description: "Whose." })
  customer!: object | null;

  @Derived<PayerAliasRow>(
    () => ReceiptType,
    { nullable: true, description: "The money that it was learned of.", columns: ["receiptId"] },
    (row, _, context) => context.load(receiptLoader, row.receiptId),
  )
  receipt!: object | null;

  @Derived<PayerAliasRow>(
    () => MatchProposalType,
    {
      nullable: true,
      description: "The match by whose confirmation it was learned; null when the payer was told otherwise.",
      columns: ["matchId"],
    },
    (row, _, context) => (row.matchId ? context.load(matchLoader, row.matchId) : null),
  )
  match!: object | null;

  @Field(() => String, { description: "Who confirmed it." })
  learnedBy!: string;

  @Field(() => DateTime, { description: "When." })
  learnedAt!: Date;

  @Field(() => String, { nullable: true, description: "Who removed it; null while it counts." })
  removedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was removed." })
  removedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was removed." })
  removalReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const PayerAliasConnection = connectionType("PayerAlias", () => PayerAliasType);

@InputType({ description: "Which aliases. Everything that is given must hold." })
export class PayerAliasWhere implements Combination<PayerAliasWhere> {
  @Field(() => [PayerAliasWhere], { nullable: true, description: "All of these hold." })
  and?: PayerAliasWhere[] | null;

  @Field(() => [PayerAliasWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: PayerAliasWhere[] | null;

  @Field(() => PayerAliasWhere, { nullable: true, description: "This does not hold." })
  not?: PayerAliasWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => PayerAliasKindFilter, { nullable: true, description: "By what it is." })
  kind?: EnumFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By the name or the account." })
  value?: StringFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By customer." })
  customerId?: IdFilter | null;

  @Field(() => DateTimeFilter, {
    nullable: true,
    description: "By when it was removed; `isNull`: those that count.",
  })
  removedAt?: DateTimeFilter | null;
}
