import { seedActor } from "../../seeds/seed-actor.js";
import { applyPayment } from "../../src/cash/apply-payment.js";
import type { Dataset } from "./dataset.js";
import { PAIR_AMOUNT, type PaymentPair } from "./payments.js";

/** A statement as our command sent it. */
export interface RecordedStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Whether it was sent only after every answer before it was there. */
  readonly afterAnswers: boolean;
}

/** One paymentApply as SQL: what is different for each payment is marked by the recorded one's values. */
export interface Recording {
  readonly statements: readonly RecordedStatement[];
  readonly pair: PaymentPair;
  readonly idempotencyKey: string;
  /** Ids that the command drew; each replay draws its own. */
  readonly drawn: readonly string[];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Applies the second pair and keeps the statements; the first fills what a running server has in its caches. */
export async function recordApply(
  dataset: Dataset,
  first: PaymentPair,
  pair: PaymentPair,
): Promise<Recording> {
  await apply(dataset, first);
  const statements: RecordedStatement[] = [];
  const restore = await listen(dataset, statements);
  try {
    const idempotencyKey = await apply(dataset, pair);
    return { statements, pair, idempotencyKey, drawn: await drawnIds(dataset, statements, pair) };
  } finally {
    restore();
  }
}

/** Keeps the statements of the next transaction, on whichever connection it begins, until the returned function is called. */
async function listen({ application }: Dataset, statements: RecordedStatement[]): Promise<() => void> {
  const client = await application.database.pool.connect();
  client.release();
  const prototype = Object.getPrototypeOf(client);
  const { query } = prototype;
  let recordedClient: unknown;
  let waiting = 0;
  const answered = (): void => {
    waiting -= 1;
  };
  prototype.query = function recorded(...args: unknown[]): unknown {
    const statement = statementOf(args[0]);
    if (statement.text.startsWith("BEGIN")) recordedClient ??= this;
    // Others wake event feeds meanwhile: that is not the command's.
    if (this !== recordedClient) return Reflect.apply(query, this, args);
    statements.push({ ...statement, afterAnswers: waiting === 0 });
    waiting += 1;
    const callback = args.at(-1);
    if (typeof callback === "function") {
      const counted = (...answer: unknown[]): unknown => {
        answered();
        return callback(...answer);
      };
      return Reflect.apply(query, this, args.with(-1, counted));
    }
    const answer = Reflect.apply(query, this, args);
    Promise.resolve(answer).then(answered, answered);
    return answer;
  };
  return () => {
    prototype.query = query;
  };
}

async function apply({ application, tenant }: Dataset, pair: PaymentPair): Promise<string> {
  const idempotencyKey = `bench-${pair.receiptId}`;
  const input = {
    receiptId: pair.receiptId,
    applications: [{ openItemId: pair.debitItemId, amount: PAIR_AMOUNT }],
  };
  const outcome = await application.commands.execute(seedActor(tenant.id), applyPayment, input, {
    idempotencyKey,
  });
  if (outcome.kind !== "DONE") throw new Error("the payment to record was refused");
  return idempotencyKey;
}

function statementOf(asked: unknown): Omit<RecordedStatement, "afterAnswers"> {
  if (typeof asked === "string") return { name: undefined, text: asked, values: [] };
  const { name, text, values } = Object(asked);
  return { name: typeof name === "string" ? name : undefined, text: String(text), values: values ?? [] };
}

/** Ids in the statements that are neither the pair's nor rows that were there before. */
async function drawnIds(
  { owner, tenant }: Dataset,
  statements: readonly RecordedStatement[],
  pair: PaymentPair,
): Promise<string[]> {
  const { rows } = await owner.pool.query<{ id: string }>("select id from account where tenant_id = $1", [
    tenant.id,
  ]);
  const known = new Set([tenant.id, ...rows.map((row) => row.id), ...Object.values(pair)]);
  const found = statements.flatMap((statement) => JSON.stringify(statement).match(UUID) ?? []);
  return [...new Set(found)].filter((id) => !known.has(id));
}
