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
  const destination: DestinationStream = stream.isTTY ? logLines(stream) : pino.destination(stream.fd);
  return pino({ level }, destination);
}
