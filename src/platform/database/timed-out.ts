import type { GraphQLError } from "graphql";
import { requestError } from "../graphql/errors.js";
import { sqlState } from "./write-transaction.js";

/** Whether PostgreSQL cut a statement that took longer than its session allows. */
export function isTimeout(error: unknown): error is Error {
  return sqlState(error) === "57014";
}

/** Whether a statement was refused because one before it in its transaction had failed. */
export function isAfterFailure(error: unknown): boolean {
  return sqlState(error) === "25P02";
}

/** What the client is told of it: TIMED_OUT, whose `originalError` is what the driver said. */
export function timedOut(originalError: Error): GraphQLError {
  return requestError("TIMED_OUT", MESSAGE, {}, originalError);
}

const MESSAGE =
  "This takes longer than any question may, and was stopped. Ask for less at once: a shorter span, fewer rows of a page, a narrower filter.";
