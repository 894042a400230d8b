import type { CommandContext } from "../../platform/commands/command.js";
import { BatchProgress, type MatchPayment, STRENGTHS } from "../matching/index.js";
import { type MatchedPayment, matchPayments } from "./match-payments.js";

/** Payments at a time: as many as the items of their customers fit in memory with ease. */
export const PAYMENTS_AT_A_TIME = 2_000;

interface WithPayment {
  readonly payment: MatchPayment;
}

/** Payments in the order of their dates, however many. */
export interface PaymentsInOrder<One extends WithPayment> {
  readonly count: number;
  /** So many at a time; asked for once. */
  chunks(size: number): AsyncIterable<readonly One[]> | Iterable<readonly One[]>;
}

/** A payment with what is decided of it. */
export interface Decided<One> {
  readonly one: One;
  readonly match: MatchedPayment;
}

/**
 * Matches any number of payments and has what is decided of each chunk written before it looks at the next, so that neither
 * the items that it reads nor what it holds grows with their number. In which chunk a payment comes must not matter: of many
 * chunks those payments are decided first that are sure by the strongest evidence, chunk after chunk, then those by weaker
 * evidence, and only then what is left. See docs/adr/0022-large-files-by-chunks.md.
 * @param settle records and applies what is decided; in the payments' order
 */
export async function matchInChunks<One extends WithPayment>(
  context: CommandContext,
  payments: PaymentsInOrder<One>,
  size: number,
  settle: (decided: readonly Decided<One>[]) => Promise<void>,
): Promise<void> {
  const progress = new BatchProgress();
  let rest = payments;
  for (const strength of STRENGTHS) {
    if (rest.count <= size) break;
    const left: One[] = [];
    progress.goOn(strength);
    await matchEach(context, rest.chunks(size), progress, settle, left);
    rest = inOrder(left);
  }
  progress.goOn(null);
  await matchEach(context, rest.chunks(size), progress, settle, []);
}

/** Payments that are held. They are let go as they are handed out. */
export function inOrder<One extends WithPayment>(payments: readonly One[]): PaymentsInOrder<One> {
  const waiting = [...payments];
  return {
    count: waiting.length,
    *chunks(size) {
      while (waiting.length > 0) yield waiting.splice(0, size);
    },
  };
}

async function matchEach<One extends WithPayment>(
  context: CommandContext,
  chunks: AsyncIterable<readonly One[]> | Iterable<readonly One[]>,
  progress: BatchProgress,
  settle: (decided: readonly Decided<One>[]) => Promise<void>,
  left: One[],
): Promise<void> {
  for await (const chunk of chunks) {
    const its = chunk.flatMap(({ payment }) => (progress.isTurnOf(payment) ? payment : []));
    const matches = await matchPayments(context, its, progress);
    const decided: Decided<One>[] = [];
    for (const one of chunk) {
      const match = matches.get(one.payment.id);
      if (match) decided.push({ one, match });
      else left.push(one);
    }
    if (decided.length > 0) await settle(decided);
  }
}
