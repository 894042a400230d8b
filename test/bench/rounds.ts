import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Contender } from "./contenders.js";
import type { Dataset } from "./dataset.js";
import { fire, type Round } from "./load.js";
import type { BenchOptions, CaseName } from "./options.js";
import { applyShot, checkApplied, makePairs, type PaymentPair } from "./payments.js";
import { type ReadCase, type ReaderName, valuesOf } from "./reads.js";
import { recordApply } from "./recording.js";
import type { ReplayAnswer, ReplayRequest } from "./replay.js";

/** What a contender did in a case, round by round. */
export interface Measured {
  readonly case: CaseName;
  readonly title: string;
  readonly name: string;
  /** Ours must reach so much of its requests per second; null for ours. */
  readonly target: number | null;
  readonly rounds: readonly Round[];
}

type Runner = (seconds: number) => Promise<Round>;

/** Warms all up, then lets them run in turns, so that what else the machine does hits all alike. */
async function inTurns(runners: readonly Runner[], options: BenchOptions): Promise<Round[][]> {
  for (const run of runners) await run(options.warmUpSeconds);
  const rounds: Round[][] = runners.map(() => []);
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, run] of runners.entries()) rounds[index]?.push(await run(options.roundSeconds));
  }
  return rounds;
}

/** Measures a read after making sure that all give the same answer. */
export async function measureRead(
  read: ReadCase,
  contenders: Readonly<Record<ReaderName, Contender>>,
  options: BenchOptions,
): Promise<Measured[]> {
  const names = READERS.filter((name) => read.ask[name] !== undefined);
  const answers = await Promise.all(names.map((name) => answerOf(contenders[name], read, name)));
  const [first = []] = answers;
  for (const [index, answer] of answers.entries()) {
    const differs = answer.findIndex((value, i) => value !== first[i]);
    if (differs >= 0 || answer.length !== first.length) {
      throw new Error(
        `case ${read.name}: ${names[index]} answers otherwise than ${names[0]} at value ${differs}: ${answer[differs]}, not ${first[differs]}`,
      );
    }
  }
  if (first.length < read.valuesMin)
    throw new Error(`case ${read.name}: only ${first.length} values were answered`);
  const runners = names.map((name): Runner => {
    const shot = read.ask[name];
    return (seconds) => fire(contenders[name].target, () => shot ?? null, seconds, options.concurrency);
  });
  const rounds = await inTurns(runners, options);
  return names.map((name, index) => ({
    case: read.name,
    title: read.title,
    name: TITLES[name],
    target: read.targets[name] ?? null,
    rounds: rounds[index] ?? [],
  }));
}

const READERS: readonly ReaderName[] = ["ours", "postgraphile", "handwritten"];
const TITLES: Readonly<Record<ReaderName, string>> = {
  ours: "ours",
  postgraphile: "PostGraphile 5",
  handwritten: "hand-written",
};

async function answerOf({ target }: Contender, read: ReadCase, name: ReaderName): Promise<string[]> {
  const shot = read.ask[name];
  const response = await fetch(`http://${target.host}:${target.port}${shot?.path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...target.headers },
    body: shot?.body ?? "",
  });
  return valuesOf(await response.json());
}

/** More than a machine of this kind can apply in a second. */
const PAYMENTS_PER_SECOND_MAX = 400;
const REPLAY_TARGET = 0.4;

/** Measures paymentApply over HTTP against its SQL statements alone, each payment on a receipt and invoice of its own. */
export async function measurePayments(
  dataset: Dataset,
  ours: Contender,
  options: BenchOptions,
): Promise<Measured[]> {
  const seconds = options.warmUpSeconds + options.rounds * options.roundSeconds;
  const each = Math.ceil(seconds * PAYMENTS_PER_SECOND_MAX);
  const [first, second, ...pairs] = await makePairs(dataset, 2 * each + 2);
  if (!first || !second) throw new Error("there are no payments to apply");
  const recording = await recordApply(dataset, first, second);
  const forOurs = pairs.slice(0, each);
  const forReplay = pairs.slice(each);
  const replay = await startReplay(dataset, { kind: "load", recording, pairs: forReplay });
  let sent = 0;
  try {
    const runners: Runner[] = [
      (time) => fire(ours.target, () => shotOf(forOurs[sent++]), time, options.concurrency),
      (time) => replay.round(time, options.concurrency),
    ];
    const rounds = await inTurns(runners, options);
    await checkApplied(dataset, forOurs.slice(0, sent));
    await checkApplied(dataset, forReplay.slice(0, replay.used()));
    const shared = { case: "d" as const, title: "paymentApply" };
    return [
      { ...shared, name: "ours", target: null, rounds: rounds[0] ?? [] },
      { ...shared, name: "its statements alone", target: REPLAY_TARGET, rounds: rounds[1] ?? [] },
    ];
  } finally {
    replay.stop();
  }
}

function shotOf(pair: PaymentPair | undefined) {
  return pair ? applyShot(pair) : null;
}

interface ReplayProcess {
  round(seconds: number, connections: number): Promise<Round>;
  used(): number;
  stop(): void;
}

async function startReplay({ url }: Dataset, load: ReplayRequest): Promise<ReplayProcess> {
  const child = fork(fileURLToPath(new URL("replay.ts", import.meta.url)), {
    env: { ...process.env, BENCH_DATABASE: url, BENCH_POOL: "10" },
  });
  let used = 0;
  await ask(child, load);
  return {
    async round(seconds, connections) {
      const answer = await ask(child, { kind: "round", seconds, connections });
      if (answer.kind !== "round") throw new Error(`the replay answered ${answer.kind}`);
      used = answer.used;
      return answer.round;
    },
    used: () => used,
    stop: () => child.disconnect(),
  };
}

function ask(child: ChildProcess, request: ReplayRequest): Promise<ReplayAnswer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the replay ended with code ${code}`));
    child.once("exit", ended);
    child.once("message", (answer: ReplayAnswer) => {
      child.off("exit", ended);
      if (answer.kind === "failed") reject(new Error(answer.message));
      else resolve(answer);
    });
    child.send(request);
  });
}
