import { encodeEventCursor } from "./event-cursor.js";

/** Told instead of events that the retention has deleted. Both positions are of events that are gone. */
export interface EventGap {
  readonly kind: "GAP";
  readonly missedFrom: bigint;
  readonly missedTo: bigint;
  /** Continues with the first event that is there. */
  readonly resumeCursor: string;
}

/** The row of the GraphQL type `EventGap`. */
export interface EventGapRow {
  readonly __typename: "EventGap";
  readonly type: "EVENT_GAP";
  readonly cursor: string;
  readonly occurredAt: Date;
  readonly missedFrom: string;
  readonly missedTo: string;
  readonly missedCount: string;
  readonly resumeCursor: string;
}

/** @param toldAt when the subscriber met the gap. */
export function eventGapRow(tenantId: string, gap: EventGap, toldAt: Date): EventGapRow {
  return {
    __typename: "EventGap",
    type: "EVENT_GAP",
    cursor: gap.resumeCursor,
    occurredAt: toldAt,
    missedFrom: encodeEventCursor(tenantId, gap.missedFrom),
    missedTo: encodeEventCursor(tenantId, gap.missedTo),
    missedCount: String(gap.missedTo - gap.missedFrom + 1n),
    resumeCursor: gap.resumeCursor,
  };
}
