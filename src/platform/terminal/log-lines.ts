import { z } from "zod";

/** Where pino's lines go when a person reads them: one plain line for each, with the stack of an error below. */
export function logLines(stream: NodeJS.WritableStream): { write(line: string): void } {
  return { write: (line) => void stream.write(`${readable(line)}\n`) };
}

const LEVELS: Readonly<Record<number, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warning",
  50: "error",
  60: "fatal",
};

const lineSchema = z
  .object({
    level: z.number(),
    time: z.number(),
    msg: z.string().default(""),
    err: z.object({ message: z.string().optional(), stack: z.string().optional() }).loose().optional(),
  })
  .loose();

/** Said of every line of one process, and so of no use on its own terminal. */
const LEFT_OUT = new Set(["pid", "hostname"]);

function readable(line: string): string {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) return printable(line.trimEnd());
  const { level, time, msg, err, ...rest } = parsed.data;
  const at = new Date(time).toTimeString().slice(0, 8);
  const values = Object.entries(rest).filter(([name]) => !LEFT_OUT.has(name));
  const told = values.map(([name, value]) => `${name}=${plain(value)}`);
  const first = [at, LEVELS[level] ?? String(level), msg, ...told].join("  ");
  const trace = err?.stack ?? err?.message;
  return trace ? `${printable(first)}\n${trace.split("\n").map(printable).join("\n")}` : printable(first);
}

/** What others name (a file, a path) must neither begin a line of its own nor command the terminal. */
function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

/** Control characters, those that turn or hide what is beside them, and separators of lines. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
