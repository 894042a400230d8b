import { Field, InterfaceType, ObjectType } from "type-graphql";
import { AllowAnyone } from "../graphql/access.js";
import { DateTime, Decimal, EventCursor } from "../graphql/scalars.js";

/** Rows carry `__typename`; `cursor`, `occurredAt` and `type` are those of the `StoredEvent`. */
@AllowAnyone()
@InterfaceType({
  description: "Something that happened. Events of a subscription come in order, each at least once.",
})
export abstract class Event {
  @Field(() => EventCursor, { description: "Hand it back as `after` to go on with the next event." })
  cursor!: string;

  @Field(() => DateTime, { description: "When it was recorded." })
  occurredAt!: Date;

  @Field(() => String, { description: 'What happened, e.g. "PAYMENT_APPLIED".' })
  type!: string;
}

/** Guarded by the subscription that tells it; it shows no data of the tenant. */
@AllowAnyone()
@ObjectType("EventGap", {
  implements: Event,
  description:
    "Events after the given cursor are no longer kept. Read the present state, then go on: what follows is complete.",
})
export class EventGapType extends Event {
  @Field(() => EventCursor, { description: "The first event that is gone." })
  missedFrom!: string;

  @Field(() => EventCursor, { description: "The last event that is gone." })
  missedTo!: string;

  @Field(() => Decimal, {
    description: "How many events are gone, of all types and customers: a whole number.",
  })
  missedCount!: string;

  @Field(() => EventCursor, {
    description: "Continues after the gap; the same as `cursor`. The open subscription continues by itself.",
  })
  resumeCursor!: string;
}
