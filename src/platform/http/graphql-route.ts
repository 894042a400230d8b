import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  HeaderMap,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { Authenticate } from "../auth/authenticate.js";
import type { Admission, Admitted } from "../graphql/admission.js";
import type { ContextFactory, RequestContext } from "../graphql/context.js";
import { requestError } from "../graphql/errors.js";
import type { Execute } from "../graphql/execute.js";
import { limitRules, limitTokens } from "../graphql/limits.js";
import { presentError } from "../graphql/present-error.js";
import type { AssembledSchema } from "../graphql/schema.js";
import { type Playground, wantsPage } from "./playground.js";

export interface GraphqlOptions {
  readonly assembled: AssembledSchema;
  readonly admission: Admission;
  readonly execute: Execute;
  readonly authenticate: Authenticate;
  readonly createContext: ContextFactory;
}

export const GRAPHQL_PATH = "/graphql";

/** GraphQL over HTTP by POST and GET; a browser's GET gets the playground, when there is one. */
export async function mountGraphqlRoute(
  app: FastifyInstance,
  options: GraphqlOptions,
  playground: Playground | null,
): Promise<void> {
  const apollo = createApollo(options, app);
  await apollo.start();
  app.addHook("onClose", () => apollo.stop());
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  const answer = fastifyApolloHandler(apollo, {
    async context(request, reply) {
      const principal = await options.authenticate(request.headers);
      const query = queryOf(request);
      limitTokens(query, options.admission.limits);
      const signal = signalOf(reply);
      const context = options.createContext(principal, { requestId: request.id, query, signal });
      contexts.set(request, context);
      return context;
    },
  });
  app.route({
    method: ["GET", "POST"],
    url: GRAPHQL_PATH,
    async handler(request, reply) {
      if (playground && wantsPage(request)) return playground(request, reply);
      reply.header("cache-control", "no-store");
      try {
        return await answer.call(app, request, reply);
      } finally {
        await contexts.get(request)?.end();
      }
    },
  });
}

function createApollo(options: GraphqlOptions, app: FastifyInstance): ApolloServer<RequestContext> {
  const { assembled, admission } = options;
  const failed: FailedOperations = new WeakMap();
  return new ApolloServer<RequestContext>({
    gateway: executedBefore(failed, assembled.schema),
    // The default cache-control plugin would instrument every field of every row.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      operationPlugin(options, failed),
    ],
    validationRules: limitRules(admission.limits),
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => presented(formatted, error, app),
    logger: app.log,
  });
}

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];

/** Operations that ended with errors, by their context. */
type FailedOperations = WeakMap<object, Promise<ExecutionResult>>;

/** Hands over what failed: Apollo masks and formats errors only of what its gateway or itself has executed. */
function executedBefore(failed: FailedOperations, schema: GraphQLSchema): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ context }) => failed.get(context) ?? {},
    }),
    stop: async () => undefined,
  };
}

function presented(
  formatted: GraphQLFormattedError,
  error: unknown,
  app: FastifyInstance,
): GraphQLFormattedError {
  if (error instanceof GraphQLError) return presentError(error, app.log);
  const originalError = error instanceof Error ? error : new Error(formatted.message);
  return presentError(new GraphQLError(formatted.message, { originalError }), app.log);
}

/**
 * Every operation passes the gate, runs, and tells what it cost. It runs before Apollo would run it. Its gateways could
 * take the executor alone, but what it makes for a gateway has accessors, for which V8 makes a hidden class each time:
 * it keeps the whole operation alive until the old generation is collected, and the collector copies all that until
 * then. So only what failed takes that road.
 */
function operationPlugin(
  { admission, execute }: GraphqlOptions,
  failed: FailedOperations,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let admitted: Admitted | null = null;
      return {
        async didResolveOperation({ document, request, contextValue }) {
          admitted = admission.admit(document, request.operationName, request.variables, contextValue.asking);
          contextValue.reads.narrow(admitted.plan.needed);
          if (admitted.plan.operation !== "subscription") return;
          throw requestError(
            "BAD_REQUEST",
            "Subscriptions are served over WebSocket (graphql-transport-ws).",
          );
        },
        async responseForOperation({ contextValue }) {
          if (!admitted) throw new Error("the operation was not admitted");
          const running = execute(admitted, { contextValue });
          const result = await running.catch(() => null);
          if (result && !result.errors) {
            return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: result } };
          }
          failed.set(contextValue, running);
          return null;
        },
        async willSendResponse({ request, response }) {
          if (response.body.kind !== "single") return;
          const result = response.body.singleResult;
          if (admitted)
            result.extensions = { ...result.extensions, cost: admission.settle(admitted, result.data) };
          // What was executed is answered with 200, though single fields may have failed.
          if (result.data) response.http.status = 200;
          const legacy = !request.http?.headers.get("accept")?.includes("application/graphql-response+json");
          if (legacy && result.errors?.every(isAboutDocument)) response.http.status = 200;
        },
      };
    },
  };
}

/**
 * GraphQL over HTTP: under the media type `application/json` a well-formed request whose document cannot be executed
 * is answered with 200, as old clients expect; under `application/graphql-response+json` with 400.
 */
function isAboutDocument(error: GraphQLFormattedError): boolean {
  return DOCUMENT_ERRORS.has(error.extensions?.code);
}

const DOCUMENT_ERRORS = new Set<unknown>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
]);

function queryOf({ body, query }: FastifyRequest): string {
  const source = body ?? query;
  const text = typeof source === "object" && source !== null && "query" in source ? source.query : "";
  return typeof text === "string" ? text : "";
}

function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
