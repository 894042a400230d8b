import type { GraphQLError } from "graphql";
import { requestError } from "../graphql/errors.js";

/**
 * What a client is told when the database cannot be reached, or has let go of the connection: UNAVAILABLE, whose
 * `originalError` is what the driver said. Every other error as it is.
 */
export function asUnavailable(error: unknown): unknown {
  return error instanceof Error && isLostConnection(error) ? unavailable(error) : error;
}

/** Network errors of the operating system. */
export const NETWORK_CODES: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
]);

/** PostgreSQL's connection exceptions, no connection left, and its shutting down, crash and start. */
const STATES = /^(08...|53300|57P0[123])$/;

/** What the driver says without a code. */
const SAID =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed))/;

function isLostConnection(error: Error): boolean {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const codes = e instanceof AggregateError ? e.errors.map(codeOf) : [codeOf(e)];
    if (codes.some((code) => NETWORK_CODES.has(code) || STATES.test(code)) || SAID.test(e.message))
      return true;
  }
  return false;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function unavailable(originalError: Error): GraphQLError {
  return requestError("UNAVAILABLE", MESSAGE, {}, originalError);
}

const MESSAGE =
  "The database cannot be reached for the moment. Try again; with the same idempotency key nothing is done twice.";
