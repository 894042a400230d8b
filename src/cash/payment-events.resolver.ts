import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import type { EventGapRow } from "../platform/events/event-gap.js";
import type { StoredEvent } from "../platform/events/outbox.queries.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { EventCursor } from "../platform/graphql/scalars.js";
import {
  type EventRow,
  eventRow,
  PaymentEventOrGap,
  PaymentEventType,
  RemittanceReceivedOrGap,
  RemittanceReceivedWhere,
} from "./payment-events.type.js";

interface PaymentEventsArgs {
  readonly after?: string | null;
  readonly types?: readonly string[] | null;
  readonly customerIds?: readonly string[] | null;
}

interface RemittanceReceivedArgs {
  readonly after?: string | null;
  readonly where?: RemittanceReceivedWhere | null;
}

@Resolver()
export class PaymentEventsResolver {
  @Allow("events:payments", "events:read")
  @Subscription(() => PaymentEventOrGap, {
    description:
      "What happens to payments, in order, each at least once over all connections that hand their cursor back.",
    subscribe: ({ args, context }: { args: PaymentEventsArgs; context: ApplicationContext }) => {
      const types = new Set(args.types ?? Object.keys(PaymentEventType));
      return follow(context, "PaymentEvent", args.after, args.customerIds, (event) => types.has(event.type));
    },
  })
  paymentEvents(
    @Root() event: EventRow | EventGapRow,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description: "Go on after this event; from now on when left out.",
    })
    _after?: string,
    @Arg("types", () => [PaymentEventType], { nullable: true, description: "Only these; all when left out." })
    _types?: string[],
    @Arg("customerIds", () => [ID], {
      nullable: true,
      description: "Only of these customers; of all when left out.",
    })
    _customerIds?: string[],
  ): EventRow | EventGapRow {
    return event;
  }

  @Allow("events:payments", "events:read")
  @Subscription(() => RemittanceReceivedOrGap, {
    description:
      "Remittances as they come in, in order, each at least once over all connections that hand their cursor back.",
    subscribe: ({ args, context }: { args: RemittanceReceivedArgs; context: ApplicationContext }) =>
      follow(context, "RemittanceReceived", args.after, args.where?.customerIds, (event) =>
        isWanted(event, args.where ?? {}),
      ),
  })
  remittanceReceived(
    @Root() event: EventRow | EventGapRow,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description: "Go on after this event; from now on when left out.",
    })
    _after?: string,
    @Arg("where", () => RemittanceReceivedWhere, {
      nullable: true,
      description: "Which ones; all when left out.",
    })
    _where?: RemittanceReceivedWhere,
  ): EventRow | EventGapRow {
    return event;
  }
}

function isWanted({ type, payload }: StoredEvent, where: RemittanceReceivedWhere): boolean {
  if (type !== "REMITTANCE_RECEIVED") return false;
  const inCurrency = !where.currencies || where.currencies.includes(String(payload.currency));
  return inCurrency && (!where.statuses || where.statuses.includes(String(payload.status)));
}

/** The tenant's events that are wanted and that the principal may see, as rows of the type. */
function follow(
  context: ApplicationContext,
  typename: string,
  after: string | null | undefined,
  customerIds: readonly string[] | null | undefined,
  isOfKind: (event: StoredEvent) => boolean,
) {
  const asked = customerIds ? new Set(customerIds.map((id) => requireId("cus", id))) : null;
  const visible = context.principal.customerIds ? new Set(context.principal.customerIds) : null;
  const isAmong = (customers: ReadonlySet<string> | null, { customerId }: StoredEvent) =>
    customers === null || (customerId !== null && customers.has(customerId));
  return context.services.feed.iterate({
    tenantId: context.tenantId,
    after,
    signal: context.signal,
    where: (event) => isOfKind(event) && isAmong(asked, event) && isAmong(visible, event),
    map: (event) => eventRow(typename, event),
  });
}
