import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import type { Admitted } from "../graphql/admission.js";
import type { OperationRequest, RequestContext } from "../graphql/context.js";
import type { RequestErrorCode } from "../graphql/errors.js";
import { type EventStream, openEventStream } from "../graphql/event-stream.js";
import { limitRules, limitTokens } from "../graphql/limits.js";
import type { GraphqlOptions } from "./graphql-route.js";
import type { SocketIdentity } from "./socket-identity.js";

/** One operation of a socket that passed the gate: it runs once, and its context ends with it. */
export class SocketOperation {
  readonly #controller = new AbortController();
  readonly #request: OperationRequest;
  readonly context: RequestContext;

  constructor(
    private readonly options: GraphqlOptions,
    private readonly identity: SocketIdentity,
    private readonly admitted: Admitted,
    requestId: string,
    query: string,
  ) {
    this.#request = { requestId, query, signal: AbortSignal.any([this.#controller.signal, identity.signal]) };
    this.context = this.#newContext(this.#request);
  }

  /** A query or a mutation, with what it cost. */
  async execute(): Promise<ExecutionResult> {
    try {
      const result = await this.options.execute(this.admitted, { contextValue: this.context });
      const cost = this.options.admission.settle(this.admitted, result.data);
      return { ...result, extensions: { ...result.extensions, cost } };
    } finally {
      await this.context.end();
    }
  }

  /** A subscription; it was charged once, for one event. */
  subscribe(args: ExecutionArgs): Promise<EventStream | ExecutionResult> {
    return openEventStream(args, {
      execute: this.options.execute,
      admitted: this.admitted,
      contextOfEvents: () => this.#newContext({ ...this.#request, isForEvents: true }),
      signal: this.#request.signal,
      abort: () => this.#controller.abort(),
      onEnd: () => this.context.end(),
    });
  }

  #newContext(request: OperationRequest): RequestContext {
    const context = this.options.createContext(this.identity.principal, request);
    context.reads.narrow(this.admitted.plan.needed);
    return context;
  }
}

/** Takes an operation through parsing, validation and the gate; throws or returns what stands in the way. */
export function admitOperation(
  options: GraphqlOptions,
  identity: SocketIdentity,
  { query, operationName, variables }: SubscribePayload,
  requestId: string,
): { operation: SocketOperation; args: ExecutionArgs } | readonly GraphQLError[] {
  const { admission, assembled } = options;
  const { schema } = assembled;
  limitTokens(query, admission.limits);
  const document = parsed(query);
  const invalid = validate(schema, document, [...specifiedRules, ...limitRules(admission.limits)]);
  if (invalid.length > 0) return invalid.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED"));
  const admitted = admission.admit(document, operationName, variables, identity.principal);
  const operation = new SocketOperation(options, identity, admitted, requestId, query);
  const args = {
    schema,
    document,
    operationName: admitted.operationName,
    variableValues: variables,
    contextValue: operation.context,
  };
  return { operation, args };
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, "GRAPHQL_PARSE_FAILED") : error;
  }
}

/** The error with a code, unless it has a more telling one. */
function coded(error: GraphQLError, code: RequestErrorCode): GraphQLError {
  const { message, nodes, source, positions, originalError, extensions } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    originalError,
    extensions: { ...extensions, code: extensions.code ?? code },
  });
}
