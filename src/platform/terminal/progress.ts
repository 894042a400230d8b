import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  /** Tells how much is done, and how much there is if only that is known now. */
  update(done: number, total?: number): void;
  /** Ends with a last line; without a summary it tells how much was done. Twice is the same as once. */
  finish(summary?: string): void;
}

export interface ProgressOptions {
  /** What is going on, e.g. "Importing invoices". */
  readonly label: string;
  /** How much there is to do, in the unit of `update`; unknown if absent. */
  readonly total?: number;
  /** Standard error by default, so that results on standard output stay clean. */
  readonly stream?: NodeJS.WritableStream & { isTTY?: boolean };
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** Shows work going on: a bar on a terminal; elsewhere (a pipe, a log) a line now and then. */
export function createProgress(options: ProgressOptions): Progress {
  const stream = options.stream ?? process.stderr;
  return stream.isTTY ? bar(options, stream) : lines(options, stream);
}

const LINE_EVERY_PERCENT = 10;
const LINE_EVERY_MS = 5_000;

function bar({ label, total }: ProgressOptions, stream: NodeJS.WritableStream): Progress {
  const shown = new SingleBar(
    {
      stream,
      // The total is not known at first for some work: then there is a count and no bar.
      format: (_, params, payload) => {
        if (params.total === 0) return `${label}  ${count(params.value)}`;
        const width = 30;
        const full = Math.round(Math.min(1, params.progress) * width);
        const drawn = "█".repeat(full) + "░".repeat(width - full);
        const rest = params.value < params.total && payload.timed ? `  ${params.eta} s left` : "";
        return `${label}  ${drawn} ${percent(params.value, params.total)} %  ${count(params.value)}/${count(params.total)}${rest}`;
      },
      hideCursor: true,
      // Ctrl-C belongs to whoever runs the work.
      gracefulExit: false,
      emptyOnZero: true,
    },
    Presets.shades_classic,
  );
  shown.start(total ?? 0, 0, { timed: false });
  let ended = false;
  return {
    update(done, newTotal) {
      if (ended) return;
      if (newTotal !== undefined) shown.setTotal(newTotal);
      shown.update(done, { timed: true });
    },
    finish(summary) {
      if (ended) return;
      ended = true;
      shown.stop();
      if (summary !== undefined) stream.write(`${label}: ${summary}\n`);
    },
  };
}

function lines(
  { label, total, now = () => performance.now() }: ProgressOptions,
  stream: NodeJS.WritableStream,
): Progress {
  let all = total;
  let done = 0;
  let ended = false;
  let last = { percent: 0, at: now() };
  const position = (): string =>
    all ? `${count(done)}/${count(all)} (${percent(done, all)} %)` : count(done);
  return {
    update(newDone, newTotal) {
      if (ended) return;
      done = newDone;
      all = newTotal ?? all;
      const reached = all ? percent(done, all) : 0;
      // The last line is for finish to write.
      if (all && done >= all) return;
      if (reached < last.percent + LINE_EVERY_PERCENT && now() < last.at + LINE_EVERY_MS) return;
      last = { percent: reached - (reached % LINE_EVERY_PERCENT), at: now() };
      stream.write(`${label}: ${position()}\n`);
    },
    finish(summary) {
      if (ended) return;
      ended = true;
      stream.write(`${label}: ${summary ?? position()}\n`);
    },
  };
}

/** Whole percent, rounded down so that 100 means done. */
function percent(done: number, total: number): number {
  return Math.min(100, Math.floor((done / total) * 100));
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
