import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "../platform/config.js";
import { logLines } from "../platform/terminal/log-lines.js";

/** Standard error, or what stands in for it. */
export type LogStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly fd: number };

/**
 * The program's log, on standard error. Programs that read a pipe get JSON with every request; a person at a terminal
 * gets plain lines, and of those only warnings, unless LOG_LEVEL asks for more.
 */
export function openLog({ logLevel }: Pick<Config, "logLevel">, stream: LogStream = process.stderr): Logger {
  const level = logLevel ?? (stream.isTTY ? "warn" : "info");
  return pino({ level }, stream.isTTY ? logLines(stream) : linesTogether(stream.fd));
}

/** A system call for each line would cost each request a fiftieth of its time; what is left at the exit is written. */
function linesTogether(fd: number): DestinationStream {
  const destination = pino.destination({ fd, sync: false, minLength: LINES_TOGETHER_BYTES });
  setInterval(() => destination.flush(), LINES_HELD_MS).unref();
  return destination;
}

const LINES_TOGETHER_BYTES = 4_096;
const LINES_HELD_MS = 100;

/** Where the event feed tells that it has lost the database; it tries again by itself. */
export function feedTrouble(log: Logger): (error: unknown) => void {
  return (error) => log.warn({ err: error }, "the event feed lost the database and is trying again");
}
