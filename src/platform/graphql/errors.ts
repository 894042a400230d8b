import { GraphQLError } from "graphql";

/**
 * Codes of top-level errors, in order of precedence. What a well-behaved client may meet in a mutation is a
 * `UserError` instead; these are for authentication, permission, malformed requests, limits and faults.
 */
export const REQUEST_ERRORS = {
  UNAUTHENTICATED: "The credentials are missing, malformed, expired or revoked.",
  FORBIDDEN: "The principal lacks a scope that the operation needs.",
  GRAPHQL_PARSE_FAILED: "The document is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The document does not fit the schema.",
  OPERATION_RESOLUTION_FAILURE: "The document has no operation of that name.",
  BAD_REQUEST: "The HTTP request is not a GraphQL request.",
  BAD_USER_INPUT: "A variable or argument does not have its type.",
  INVALID_ID: "The id is malformed or of another type.",
  NOT_FOUND: "There is no such document, or it is not visible to you.",
  INVALID_PAGE: "The page arguments contradict each other or are out of range.",
  INVALID_CURSOR: "The cursor was not made by this list in this order.",
  INVALID_FILTER: "The filter cannot be evaluated.",
  LIMIT_EXCEEDED: "The document is too deep, too long, or asks for too much at once.",
  COST_EXCEEDED: "The operation costs more than any principal may spend at once.",
  THROTTLED: "The operation costs more than what is left; ask again later.",
  NOT_SETTLED:
    "Postings before the instant that was asked for are still being committed; ask again in a moment.",
  UNAVAILABLE: "The database cannot be reached for the moment; ask again.",
  TIMED_OUT: "A statement of the operation took longer than any may; ask for less.",
  SLOW_CONSUMER: "Events came faster than they were taken; connect again with the last cursor.",
  INTERNAL_SERVER_ERROR: "A fault of the server; the reference finds it in the log.",
} as const satisfies Record<string, string>;

export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

/** The status when nothing was executed; 400 for the others. Errors of single fields leave it at 200. */
const HTTP_STATUS: Partial<Record<RequestErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  THROTTLED: 429,
  NOT_SETTLED: 503,
  UNAVAILABLE: 503,
  TIMED_OUT: 504,
};

/**
 * A top-level error whose text the client may read. Anything else that is thrown shows only a reference.
 * `originalError` is for the log alone.
 */
export function requestError(
  code: RequestErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
  originalError?: Error,
): GraphQLError {
  const http = { status: HTTP_STATUS[code] ?? 400 };
  return new GraphQLError(message, { originalError, extensions: { ...extensions, code, http } });
}
