import { type EventWorld, OpenTransaction, seeded } from "./event-world.js";

export interface Load {
  readonly seed: number;
  readonly writers: number;
  readonly transactionsEach: number;
  readonly items: number;
  /** Told after each commit, as the command pipeline tells the feed. */
  readonly onCommit: (tenantId: string) => void;
  /** Failures of the connection are taken as they come; whether the commit went through is then unknown. */
  readonly mayLoseConnection?: boolean;
}

/**
 * Concurrent commands on shared items: each waits for the lock of one item or two, draws its seq, dwells, then
 * commits or, one time in five, rolls back. Resolves when all have ended.
 */
export async function runWriters(world: EventWorld, tenantId: string, load: Load): Promise<void> {
  await Promise.all(
    Array.from({ length: load.writers }, (_, writer) =>
      write(world, tenantId, load, seeded(load.seed + writer)),
    ),
  );
}

/** Every committed event, as the database itself tells it. */
export async function committedEvents(
  world: EventWorld,
  tenantId: string,
): Promise<{ position: bigint; item: string; version: number }[]> {
  const { rows } = await world.owner.query(
    `select position, payload ->> 'item' as item, (payload ->> 'version')::integer as version
     from outbox_event where tenant_id = $1 order by position`,
    [tenantId],
  );
  return rows.map((row) => ({ ...row, position: BigInt(row.position ?? -1) }));
}

async function write(world: EventWorld, tenantId: string, load: Load, random: () => number): Promise<void> {
  for (let n = 0; n < load.transactionsEach; n++) {
    try {
      await writeOnce(world, tenantId, load, random);
    } catch (error) {
      if (!load.mayLoseConnection) throw error;
    }
  }
}

async function writeOnce(
  world: EventWorld,
  tenantId: string,
  load: Load,
  random: () => number,
): Promise<void> {
  const transaction = await OpenTransaction.begin(world, tenantId);
  let how: "COMMIT" | "ROLLBACK" = "ROLLBACK";
  try {
    const events = [];
    for (const item of chooseItems(load.items, random)) {
      events.push({ item, version: await transaction.change(item) });
    }
    await transaction.dwell(random() * 3);
    await transaction.emit(...events);
    await transaction.dwell(random() * 6);
    if (random() > 0.2) how = "COMMIT";
  } finally {
    await transaction.end(how);
  }
  if (how === "COMMIT") load.onCommit(tenantId);
}

/** One item, or two in the order of their names, so that no deadlock arises. */
function chooseItems(items: number, random: () => number): string[] {
  const chosen = new Set([Math.floor(random() * items)]);
  if (random() < 0.3) chosen.add(Math.floor(random() * items));
  return [...chosen].sort((a, b) => a - b).map((item) => `item-${item}`);
}
