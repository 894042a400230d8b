import { randomUUID } from "node:crypto";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { RequestErrorCode } from "./errors.js";

/** Keeps what a client must not see. */
export interface FaultLog {
  error(fault: { reference: string; err: unknown; path?: string }, message: string): void;
  /** Of what is not this program's fault, without a stack. */
  warn(cause: { why: string; path?: string }, message: string): void;
}

const FAULT: RequestErrorCode = "INTERNAL_SERVER_ERROR";

/** Of what the client may read, what whoever runs the server should know as well. */
const WARNINGS: ReadonlyMap<string, string> = new Map<RequestErrorCode, string>([
  ["UNAVAILABLE", "the database cannot be reached"],
  ["TIMED_OUT", "a statement took too long and was cut"],
]);

/**
 * The form in which a client sees an error. What was meant for it passes; anything else is a fault, of which it sees
 * only the reference under which the log has the rest.
 */
export function presentError(error: GraphQLError, log: FaultLog): GraphQLFormattedError {
  const { message, locations, path } = error.toJSON();
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  const code = clientCode(error);
  if (code !== undefined) {
    const warning = WARNINGS.get(code);
    if (warning !== undefined) log.warn({ why: causeOf(error), path: path?.join(".") ?? "" }, warning);
    const { http: _, stacktrace: __, ...extensions } = error.extensions;
    return { message: shortened(message), ...place, extensions: { ...extensions, code } };
  }
  const reference = randomUUID();
  log.error(
    { reference, err: error.originalError ?? error, path: path?.join(".") ?? "" },
    "fault in an operation",
  );
  const hidden = `Something went wrong on the server. The reference for support is ${reference}.`;
  return { message: hidden, ...place, extensions: { code: FAULT, reference } };
}

/**
 * A refusal quotes what was sent, whatever its type and however long, often twice. Of long words only the ends are
 * told, and of a message that is too long all the same, its ends.
 */
function shortened(message: string): string {
  if (message.length <= MESSAGE_LENGTH_MAX) return message;
  const told = message.replaceAll(LONG_WORD, (word) => `${word.slice(0, 90)}…${word.slice(-10)}`);
  if (told.length <= MESSAGE_LENGTH_MAX) return told;
  return `${told.slice(0, MESSAGE_START)}…${told.slice(MESSAGE_START - MESSAGE_LENGTH_MAX)}`;
}

const LONG_WORD = /\S{101,}/g;
const MESSAGE_LENGTH_MAX = 500;
const MESSAGE_START = 150;

/** What was said first, in a line. */
function causeOf(error: Error): string {
  for (let e: Error = error; ; ) {
    const inner: unknown = e instanceof GraphQLError ? e.originalError : e.cause;
    if (!(inner instanceof Error)) return e.message || ("code" in e ? String(e.code) : e.name);
    e = inner;
  }
}

/** The code of an error that the client may read; undefined for a fault. */
export function clientCode(error: GraphQLError): string | undefined {
  const { originalError } = error;
  // A validation rule's own code says more than that validation failed.
  const inner = originalError instanceof GraphQLError ? originalError.extensions.code : undefined;
  const code = inner ?? error.extensions.code;
  if (typeof code === "string") return code === FAULT ? undefined : code;
  // Without a place in the response it was refused before anything ran: its variables do not fit.
  const beforeExecution = error.path === undefined && (originalError ?? error) instanceof GraphQLError;
  return beforeExecution ? ("BAD_USER_INPUT" satisfies RequestErrorCode) : undefined;
}
