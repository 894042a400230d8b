import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  /**
   * Tells how much is done, and how much there is if only that is known now. `told` is what people read in place of
   * the count, e.g. "5,000 rows" while bytes are counted.
   */
  update(done: number, total?: number, told?: string): void;
  /** Ends with a last line; without a summary it tells how much was done. Twice is the same as once. */
  finish(summary?: string): void;
}

export interface ProgressOptions {
  /** What is going on, e.g. "Importing invoices". */
  readonly label: string;
  /** What is counted, in the plural, e.g. "rows". */
  readonly unit: string;
  /** How much there is to do, in the unit; unknown if absent. */
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

/** The first line comes after so long; each later one after twice the wait, up to the longest. */
const FIRST_LINE_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

function bar({ label, total, unit }: ProgressOptions, stream: NodeJS.WritableStream): Progress {
  let counted = "";
  const shown = new SingleBar(
    {
      stream,
      // The total is not known at first for some work: then there is a count and no bar.
      format: (_, params, payload) => {
        const position = counted || positionOf(params.value, params.total, unit);
        if (params.total === 0) return `${label}  ${position}`;
        const width = 30;
        const full = Math.round(Math.min(1, params.progress) * width);
        const drawn = "█".repeat(full) + "░".repeat(width - full);
        const rest = params.value < params.total && payload.timed ? `  ${params.eta} s left` : "";
        return `${label}  ${drawn} ${percent(params.value, params.total)} %  ${position}${rest}`;
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
    update(done, newTotal, told) {
      if (ended) return;
      counted = told ?? "";
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
  { label, total, unit, now = () => performance.now() }: ProgressOptions,
  stream: NodeJS.WritableStream,
): Progress {
  let all = total ?? 0;
  let done = 0;
  let counted = "";
  let ended = false;
  let wait = FIRST_LINE_MS;
  let last = now();
  const position = (): string => {
    const share = all > 0 ? ` (${percent(done, all)} %)` : "";
    return `${counted || positionOf(done, all, unit)}${share}`;
  };
  return {
    update(newDone, newTotal, told) {
      if (ended) return;
      done = newDone;
      all = newTotal ?? all;
      counted = told ?? "";
      // The last line is for finish to write.
      if ((all > 0 && done >= all) || now() < last + wait) return;
      last = now();
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
      stream.write(`${label}: ${position()}\n`);
    },
    finish(summary) {
      if (ended) return;
      ended = true;
      stream.write(`${label}: ${summary ?? position()}\n`);
    },
  };
}

/** "5 of 52 steps", or "5 steps" while the total is unknown. */
function positionOf(done: number, total: number, unit: string): string {
  return `${count(done)}${total > 0 ? ` of ${count(total)}` : ""} ${unit}`;
}

/** Whole percent, rounded down so that 100 means done. */
function percent(done: number, total: number): number {
  return Math.min(100, Math.floor((done / total) * 100));
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
