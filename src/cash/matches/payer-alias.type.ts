import { Field, Int, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../../customers/index.js";
import { Allow, Derived, IdField } from "../../platform/graphql/fields.js";
import { DateTime, Decimal } from "../../platform/graphql/scalars.js";
import { receiptLoader } from "../receipt.loaders.js";
import { ReceiptType } from "../receipt.type.js";
import { MatchRemainderSetting, MatchRuleEnum, PayerAliasKind } from "./match-proposal.enums.js";
import { matchProposalLoader } from "./match-proposal.loaders.js";
import type { MatchSettingRow, PayerAliasRow } from "./match-proposal.queries.js";
import { MatchProposalType } from "./match-proposal.type.js";

@Allow("receivables:read")
@ObjectType("PayerAlias", {
  description: "A name or an account under which a customer has paid, as a person confirmed.",
})
export class PayerAliasType {
  @IdField("pal")
  id!: string;

  @Field(() => PayerAliasKind, { description: "What it is." })
  kind!: string;

  @Field(() => String, { description: "As the bank wrote it." })
  value!: string;

  @Derived<PayerAliasRow>(
    () => CustomerType,
    { nullable: true, description: "Whose." },
    (row, _, context) => context.load(customerLoader, row.customerId),
  )
  customer!: object | null;

  @Derived<PayerAliasRow>(
    () => ReceiptType,
    { nullable: true, description: "The receipt by whose payer it was learned." },
    (row, _, context) => context.load(receiptLoader, row.receiptId),
  )
  receipt!: object | null;

  @Derived<PayerAliasRow>(
    () => MatchProposalType,
    { nullable: true, description: "The match whose confirmation taught it; null when the payer was named." },
    (row, _, context) => (row.matchId ? context.load(matchProposalLoader, row.matchId) : null),
  )
  matchProposal!: object | null;

  @Field(() => String, { description: "Who said so." })
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

@Allow("receivables:read")
@ObjectType("MatchSetting", {
  description: "How payments are matched: of one customer, or of all that have none of their own.",
})
export class MatchSettingType {
  @IdField("mst", "id", {
    nullable: true,
    description: 'Opaque id, with the prefix "mst_"; null of what the program ships.',
  })
  id!: string | null;

  @Derived<MatchSettingRow>(
    () => CustomerType,
    { nullable: true, description: "Whose; null for all customers that have none of their own." },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  customer!: object | null;

  @Field(() => [MatchRuleEnum], { description: "The rules in the order in which they are tried." })
  rules!: string[];

  @Field(() => Decimal, { description: "From this score on a part is applied untouched; 0.5 to 1." })
  applyFrom!: string;

  @Field(() => Decimal, { description: "From this score on a part is proposed; 0 to 1." })
  proposeFrom!: string;

  @Field(() => Decimal, {
    description: "By how much an amount may differ and still be meant, in the item's currency.",
  })
  tolerance!: string;

  @Field(() => Int, { description: "Days after a discount's last day on which it is still granted." })
  discountGraceDays!: number;

  @Field(() => MatchRemainderSetting, {
    description: "Where money of a known payer goes that settles nothing.",
  })
  remainder!: string;

  @Field(() => Int, {
    description: "Counts the changes; for `expectedVersion`. 0 when nobody has set anything.",
  })
  version!: number;

  @Field(() => DateTime, { nullable: true, description: "When it was set last; null when nobody has." })
  updatedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Who set it last; null when nobody has." })
  updatedBy!: string | null;
}
