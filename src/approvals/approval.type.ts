import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../customers/index.js";
import { OpenItemType, openItemLoader } from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import {
  type Combination,
  defineEnum,
  type EnumFilter,
  enumFilter,
  IdFilter,
} from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { MutationInput, PostingInput } from "../platform/graphql/mutation.input.js";
import { Node } from "../platform/graphql/node.js";
import { JournalEntryPreview } from "../platform/graphql/run-command.js";
import { CurrencyCode, DateTime, Decimal } from "../platform/graphql/scalars.js";
import type { ApprovalRow } from "./approval.queries.js";

registerIdPrefix("apr", "Approval");

export const AdjustmentKind = defineEnum("AdjustmentKind", "What changes a balance without cash.", {
  CREDIT_MEMO: "A credit memo.",
  WRITE_OFF: "A write-off.",
  REFUND: "A refund.",
  DEBIT_MEMO: "A debit memo.",
  CHARGEBACK: "A chargeback.",
  LATE_FEE: "Late fees.",
  LATE_FEE_WAIVER: "A waiver of a late fee.",
  ALLOWANCE: "A change of the allowance for doubtful accounts.",
  DISPUTE: "A dispute: it changes no balance by itself, so it has reasons and no limits.",
});

export const ApprovalStatus = defineEnum("ApprovalStatus", "Where a request for approval stands.", {
  PENDING: "Nothing is posted; somebody else has to decide.",
  APPROVED: "Carried out.",
  REJECTED: "Turned down.",
  WITHDRAWN: "Taken back by whoever asked.",
});

@Allow("receivables:read")
@ObjectType("Approval", {
  description:
    "An adjustment that was above the limit of whoever asked for it. Until somebody else approves it, no balance, aging or metric knows of it.",
  implements: Node,
})
export class ApprovalType {
  @IdField("apr")
  id!: string;

  @Field(() => AdjustmentKind, { description: "What kind of adjustment." })
  kind!: string;

  @Field(() => String, { description: "What it does, in words." })
  summary!: string;

  @Field(() => String, { nullable: true, description: "Code of the reason." })
  reasonCode!: string | null;

  @Derived<ApprovalRow>(
    () => CustomerType,
    {
      nullable: true,
      description: "Whose balance it changes; null when many customers'.",
      columns: ["customerId"],
    },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  customer!: object | null;

  @MoneyField("How much; positive.", { amount: "amount", currency: "currency" })
  amount!: object;

  @Derived<ApprovalRow>(
    () => [OpenItemType],
    { description: "The items that it changes, with what is open on them now.", columns: ["itemIds"] },
    async (row, _, context) => {
      const items = await Promise.all(row.itemIds.map((id) => context.load(openItemLoader, id)));
      return items.filter((item) => item !== null);
    },
  )
  openItems!: object[];

  @Field(() => [JournalEntryPreview], {
    description:
      "The entries as they were shown to whoever asked. Approving posts exactly their amounts, or nothing; they do not change with the books.",
  })
  wouldPost!: JournalEntryPreview[];

  @Field(() => ApprovalStatus, { description: "Where it stands." })
  status!: string;

  @Derived<ApprovalRow>(
    () => String,
    { description: "Who asked for it.", columns: ["makerPerson"] },
    (row) => row.makerPerson,
  )
  requestedBy!: string;

  @Field(() => DateTime, { description: "When it was asked for." })
  requestedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "The role to which it was passed on, since the limit of whoever wanted to approve it was too low.",
  })
  escalatedTo!: string | null;

  @Derived<ApprovalRow>(
    () => String,
    { nullable: true, description: "Who decided it.", columns: ["decidedPerson"] },
    (row) => row.decidedPerson,
  )
  decidedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was decided." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so." })
  decisionReason!: string | null;

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;
}

export const ApprovalConnection = connectionType("Approval", () => ApprovalType);

const ApprovalStatusFilter = enumFilter("ApprovalStatusFilter", ApprovalStatus);
const AdjustmentKindFilter = enumFilter("AdjustmentKindFilter", AdjustmentKind);

@InputType({ description: "Which requests. All that is given must hold." })
export class ApprovalWhere implements Combination<ApprovalWhere> {
  @Field(() => [ApprovalWhere], { nullable: true, description: "All of these hold." })
  and?: ApprovalWhere[] | null;

  @Field(() => [ApprovalWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: ApprovalWhere[] | null;

  @Field(() => ApprovalWhere, { nullable: true, description: "This does not hold." })
  not?: ApprovalWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => ApprovalStatusFilter, { nullable: true, description: "Where it stands." })
  status?: EnumFilter | null;

  @Field(() => AdjustmentKindFilter, { nullable: true, description: "What kind of adjustment." })
  kind?: EnumFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "Whose balance it changes." })
  customerId?: IdFilter | null;
}

@InputType({ description: "A request to approve." })
export class ApprovalApproveInput extends PostingInput {
  @Field(() => ID, { description: "Id of the request." })
  approvalId!: string;

  @Field(() => String, { nullable: true, description: "A remark." })
  reason?: string | null;

  @Field(() => Int, { nullable: true, description: "Refuse when the request is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "A request to reject." })
export class ApprovalRejectInput extends MutationInput {
  @Field(() => ID, { description: "Id of the request." })
  approvalId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the request is no longer at this version." })
  expectedVersion?: number | null;
}

@InputType({ description: "One's own request to take back." })
export class ApprovalWithdrawInput extends MutationInput {
  @Field(() => ID, { description: "Id of the request." })
  approvalId!: string;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

const LIMIT_OF_ROLE =
  "How much a role may adjust alone, and approve of others. API keys have scopes and no roles, so no limit is theirs: whatever they adjust waits for a person, and they approve nothing.";

@Allow("receivables:read")
@ObjectType({ description: LIMIT_OF_ROLE })
export class ApprovalLimit {
  @Field(() => AdjustmentKind, { description: "Of which kind of adjustment." })
  kind!: string;

  @Field(() => String, { description: "The role. A role without a limit may do nothing alone." })
  role!: string;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "The currency; null for every currency in which the role has no limit of its own.",
  })
  currency!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The limit, inclusive; null for none." })
  amount!: string | null;
}

@InputType({ description: "A limit to set." })
export class ApprovalLimitSetInput extends MutationInput {
  @Field(() => AdjustmentKind, { description: "Of which kind of adjustment." })
  kind!: string;

  @Field(() => String, { description: "The role." })
  role!: string;

  @Field(() => CurrencyCode, { nullable: true, description: "The currency; none for all others." })
  currency?: string | null;

  @Field(() => Decimal, { nullable: true, description: "The limit, inclusive; none for no limit." })
  amount?: string | null;
}
