import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { CustomerType, customerLoader } from "../customers/index.js";
import { Event, EventGapType } from "../platform/events/event.type.js";
import type { StoredEvent } from "../platform/events/outbox.queries.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { Allow, Derived, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { CurrencyCode, DateScalar } from "../platform/graphql/scalars.js";
import { applicationLoader } from "./application.loaders.js";
import { ApplicationType } from "./application.type.js";
import { matchProposalLoader } from "./matches/match-proposal.loaders.js";
import { MatchProposalType } from "./matches/match-proposal.type.js";
import { receiptLoader } from "./receipt.loaders.js";
import { ReceiptType } from "./receipt.type.js";
import { RemittanceStatus } from "./remittance.input.js";
import { remittanceLoader } from "./remittance.loaders.js";
import { RemittanceType } from "./remittance.type.js";

export const PaymentEventType = defineEnum("PaymentEventType", "What can happen to payments.", {
  RECEIPT_RECORDED: "Money came in.",
  RECEIPT_IDENTIFIED: "The payer of money that came in became known.",
  RECEIPT_REVERSED: "Money went back: a bounced cheque, a returned transfer.",
  RECEIPT_TRANSFERRED: "Money of a receipt became another customer's.",
  PAYMENT_APPLIED: "A payment was applied to an item.",
  PAYMENT_UNAPPLIED: "An application was undone.",
  RECEIPT_MATCHED: "A receipt was matched anew: what was sure is applied, what was not is proposed.",
  MATCH_CONFIRMED: "A person confirmed what was proposed, or what is right instead.",
  MATCH_REJECTED: "A person rejected what was proposed.",
});

/** An event as its GraphQL type reads it: the stored one, and what its payload says. */
export interface EventRow {
  readonly __typename: string;
  readonly cursor: string;
  readonly occurredAt: Date;
  readonly type: string;
  readonly customerId: string | null;
  readonly receiptId: string | null;
  readonly applicationId: string | null;
  readonly remittanceId: string | null;
  readonly matchProposalId: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly effectiveDate: string | null;
  readonly reason: string | null;
}

/** The row of a stored event. */
export function eventRow(typename: string, { payload, ...event }: StoredEvent): EventRow {
  const text = (key: string) => {
    const value = payload[key];
    return typeof value === "string" ? value : null;
  };
  return {
    __typename: typename,
    cursor: event.cursor,
    occurredAt: event.occurredAt,
    type: event.type,
    customerId: event.customerId,
    receiptId: text("receiptId"),
    applicationId: text("applicationId"),
    remittanceId: text("remittanceId"),
    matchProposalId: text("matchProposalId"),
    amount: text("amount"),
    currency: text("currency") ?? "",
    effectiveDate: text("effectiveDate"),
    reason: text("reason"),
  };
}

@Allow("events:payments", "events:read")
@ObjectType({
  implements: Event,
  description: "Something that happened to a payment. What it shows of objects is their state now, not then.",
})
export class PaymentEvent extends Event {
  @MoneyField("How much it was about; null for a reversal, which is about all of the receipt.", {
    amount: "amount",
    currency: "currency",
    nullable: true,
  })
  amount!: object | null;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it counts." })
  effectiveDate!: string | null;

  @Field(() => String, { nullable: true, description: "Why, when somebody said so." })
  reason!: string | null;

  @Derived<EventRow>(
    () => CustomerType,
    { nullable: true, description: "Whose payment; null while unknown." },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  customer!: object | null;

  @Derived<EventRow>(
    () => ReceiptType,
    { nullable: true, description: "The receipt." },
    (row, _, context) => (row.receiptId ? context.load(receiptLoader, row.receiptId) : null),
  )
  receipt!: object | null;

  @Derived<EventRow>(
    () => ApplicationType,
    { nullable: true, description: "What was applied or undone; null for events of the receipt itself." },
    (row, _, context) => (row.applicationId ? context.load(applicationLoader, row.applicationId) : null),
  )
  application!: object | null;

  @Derived<EventRow>(
    () => MatchProposalType,
    {
      nullable: true,
      description: "What matching said: the parts with rule, score and evidence, and why something is left.",
    },
    matchOf,
  )
  matchProposal!: object | null;
}

@Allow("events:payments", "events:read")
@ObjectType({ implements: Event, description: "A remittance came in." })
export class RemittanceReceived extends Event {
  @Derived<EventRow>(
    () => RemittanceType,
    { nullable: true, description: "The remittance." },
    (row, _, context) => (row.remittanceId ? context.load(remittanceLoader, row.remittanceId) : null),
  )
  remittance!: object | null;

  @Derived<EventRow>(
    () => MatchProposalType,
    {
      nullable: true,
      description: "What matching said: the parts with rule, score and evidence, and why something is left.",
    },
    matchOf,
  )
  matchProposal!: object | null;
}

function matchOf({ matchProposalId }: EventRow, _: object, context: RequestContext) {
  return matchProposalId ? context.load(matchProposalLoader, matchProposalId) : null;
}

export const PaymentEventOrGap = createUnionType({
  name: "PaymentEventOrGap",
  description: "The next payment event, or the news that earlier ones are no longer kept.",
  types: () => [PaymentEvent, EventGapType] as const,
});

export const RemittanceReceivedOrGap = createUnionType({
  name: "RemittanceReceivedOrGap",
  description: "The next remittance, or the news that earlier ones are no longer kept.",
  types: () => [RemittanceReceived, EventGapType] as const,
});

@InputType({ description: "Which remittances to be told of. Everything that is given must hold." })
export class RemittanceReceivedWhere {
  @Field(() => [ID], { nullable: true, description: "Of these customers; an empty list matches nothing." })
  customerIds?: string[] | null;

  @Field(() => [CurrencyCode], {
    nullable: true,
    description: "In these currencies; an empty list matches nothing.",
  })
  currencies?: string[] | null;

  @Field(() => [RemittanceStatus], { nullable: true, description: "With these statuses when they came in." })
  statuses?: string[] | null;
}
