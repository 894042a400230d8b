import { type ExecutionResult, parse, subscribe } from "graphql";
import { Arg, ObjectType, Query, Resolver, Root, Subscription } from "type-graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Event, EventGapType } from "../../../src/platform/events/event.type.js";
import { encodeEventCursor } from "../../../src/platform/events/event-cursor.js";
import type { EventFeed } from "../../../src/platform/events/event-feed.js";
import { pruneEvents } from "../../../src/platform/events/prune-events.js";
import { sequenceAllEvents } from "../../../src/platform/events/sequencer.js";
import { Allow, Derived } from "../../../src/platform/graphql/fields.js";
import { EventCursor } from "../../../src/platform/graphql/scalars.js";
import { assembleSchema, missingRules } from "../../../src/platform/graphql/schema.js";
import { commitNumbered, type EventWorld, openEventWorld, take } from "./event-world.js";

@Allow("events:payments")
@ObjectType({ implements: Event, description: "A counted thing." })
class Counted extends Event {
  @Derived<{ payload: { n: number } }>(
    () => String,
    { description: "Its number." },
    (row) => String(row.payload.n),
  )
  number!: string;
}

interface Context {
  readonly feed: EventFeed;
  readonly tenantId: string;
}

@Resolver()
class CountedResolver {
  @Allow("events:payments")
  @Query(() => String, { description: "A schema needs a query." })
  nothing(): string {
    return "";
  }

  @Allow("events:payments")
  @Subscription(() => Event, {
    description: "Everything that was counted.",
    subscribe: ({ args, context }: { args: { after?: string }; context: Context }) =>
      context.feed.iterate({
        tenantId: context.tenantId,
        after: args.after,
        map: (event) => ({ ...event, __typename: "Counted" }),
      }),
  })
  counted(
    @Root() event: Event,
    @Arg("after", () => EventCursor, { nullable: true, description: "From here on." }) _after?: string,
  ): Event {
    return event;
  }
}

const { schema } = assembleSchema([CountedResolver], { orphanedTypes: [Counted, EventGapType] });

const document = parse(`
  subscription ($after: EventCursor) {
    counted(after: $after) {
      __typename type cursor
      ... on Counted { number }
      ... on EventGap { missedFrom missedTo missedCount resumeCursor }
    }
  }`);

let world: EventWorld;
beforeAll(async () => {
  world = await openEventWorld();
});
afterAll(() => world.close());

describe("a GraphQL subscription over the feed", () => {
  it("has an access rule for every field", () => {
    expect(missingRules(schema)).toEqual([]);
  });

  it("tells the gap, then the events, each with the cursor to go on from", async () => {
    const tenantId = await world.newTenant();
    await commitNumbered(world, tenantId, 1, 3);
    await sequenceAllEvents(world.app, tenantId);
    await pruneEvents(world.app, tenantId, new Date(Date.now() + 3_600_000));
    await commitNumbered(world, tenantId, 4, 4);
    const cursor = (position: bigint) => encodeEventCursor(tenantId, position);
    const results = await subscribed(tenantId, cursor(1n));
    if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results));
    const told = await take(results, 2);
    expect(told.map((result) => result.data?.counted)).toEqual([
      {
        ...{ __typename: "EventGap", type: "EVENT_GAP", cursor: cursor(3n), resumeCursor: cursor(3n) },
        ...{ missedFrom: cursor(2n), missedTo: cursor(3n), missedCount: "2" },
      },
      { __typename: "Counted", type: "ITEM_CHANGED", cursor: cursor(4n), number: "4" },
    ]);
    await results.return?.();
  });

  it("refuses a cursor of another feed before the stream begins", async () => {
    const tenantId = await world.newTenant();
    const results = await subscribed(tenantId, encodeEventCursor(await world.newTenant(), 0n));
    expect(results).toMatchObject({ errors: [{ extensions: { code: "INVALID_CURSOR" } }] });
  });
});

async function subscribed(
  tenantId: string,
  after: string,
): Promise<ExecutionResult | AsyncGenerator<ExecutionResult, void, void>> {
  const contextValue: Context = { feed: world.newFeed(), tenantId };
  return subscribe({ schema, document, variableValues: { after }, contextValue });
}
