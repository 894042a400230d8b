import { randomUUID } from "node:crypto";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from "fastify";
import { GraphQLError } from "graphql";
import type { Authenticate } from "../auth/authenticate.js";
import { Admission } from "../graphql/admission.js";
import type { ContextFactory } from "../graphql/context.js";
import { requestError } from "../graphql/errors.js";
import { createExecutor } from "../graphql/execute.js";
import { DEFAULT_LIMITS, type OperationLimits } from "../graphql/limits.js";
import { presentError } from "../graphql/present-error.js";
import type { AssembledSchema } from "../graphql/schema.js";
import { mountDocuments } from "./document-routes.js";
import type { DocumentSource } from "./document-source.js";
import { GRAPHQL_PATH, mountGraphqlRoute } from "./graphql-route.js";
import { DEFAULT_SOCKET_LIMITS, GraphqlSockets, type SocketLimits } from "./graphql-sockets.js";
import { refuseOtherMethods } from "./other-methods.js";
import { createPlayground, type PlaygroundOptions } from "./playground.js";

/** What the readiness probe tells. */
export interface Readiness {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, unknown>>;
}

export interface HttpServerOptions {
  readonly assembled: AssembledSchema;
  readonly authenticate: Authenticate;
  readonly createContext: ContextFactory;
  /** Whether requests can be served: the database answers, migrations are done. */
  readonly ready: () => Promise<Readiness>;
  readonly limits?: Partial<OperationLimits>;
  readonly sockets?: Partial<SocketLimits>;
  readonly bodyBytesMax?: number;
  readonly playground?: PlaygroundOptions | null;
  /** What is served as files. */
  readonly documents?: readonly DocumentSource[];
  /** Called when nothing is served any more: the place to close the database. */
  readonly onClose?: () => Promise<void>;
  readonly log?: FastifyBaseLogger;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  /** Starts to listen; the URL of the server. */
  listen(address: { host: string; port: number }): Promise<string>;
  /** Tells sockets that it goes away, lets requests finish, then closes. */
  close(): Promise<void>;
}

/** The server: GraphQL over HTTP and WebSocket, health probes, the playground and documents. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const app: FastifyInstance = Fastify({
    ...(options.log ? { loggerInstance: options.log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request costs more than the one line that it would write.
    childLoggerFactory: (logger) => logger,
    bodyLimit: options.bodyBytesMax ?? BODY_BYTES_MAX,
    forceCloseConnections: "idle",
    genReqId: ({ headers }) => requestIdOf(headers["x-request-id"]),
  });
  addHooks(app);
  const { assembled, authenticate, createContext } = options;
  const admission = new Admission(assembled, { ...DEFAULT_LIMITS, ...options.limits });
  const execute = createExecutor(assembled.schema);
  const graphql = { assembled, admission, execute, authenticate, createContext };
  const sockets = new GraphqlSockets(graphql, { ...DEFAULT_SOCKET_LIMITS, ...options.sockets }, app.log);
  sockets.attach(app.server);
  // Before the listening socket closes; otherwise clients would lose their connection without a reason.
  app.addHook("preClose", () => sockets.close());
  addHealth(app, options.ready);
  mountDocuments(app, options.documents ?? [], { admission, authenticate, createContext });
  await mountGraphqlRoute(app, graphql, options.playground ? createPlayground(options.playground) : null);
  refuseOtherMethods(app, GRAPHQL_PATH, ["GET", "POST"]);
  return {
    app,
    listen: (address) => app.listen(address),
    close: () => closeInTime(app, options.onClose),
  };
}

/** A bulk mutation of 1,000 rows with all their fields. */
const BODY_BYTES_MAX = 4 * 1024 * 1024;
const DRAIN_MS = 10_000;
const REQUEST_ID = /^[\w.-]{8,64}$/;

function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
}

function addHooks(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "no-referrer");
    done();
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (reply.statusCode === 401) reply.header("www-authenticate", "Bearer");
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    // The path only: a query string may hold a document with its values.
    const path = request.url.split("?", 1)[0];
    const elapsedMs = Math.round(reply.elapsedTime * 10) / 10;
    const { id: reqId, method } = request;
    app.log.info({ reqId, method, path, status: reply.statusCode, elapsedMs }, "request");
    done();
  });
  app.setNotFoundHandler((_request, reply) => {
    const error = requestError("BAD_REQUEST", "There is nothing at this address.");
    return reply.code(404).send({ errors: [presentError(error, app.log)] });
  });
  app.setErrorHandler((error: FastifyError | GraphQLError, _request, reply) => sendError(app, error, reply));
}

/** Errors outside of operations have the same form as those inside. */
function sendError(
  app: FastifyInstance,
  error: FastifyError | GraphQLError,
  reply: FastifyReply,
): FastifyReply {
  const shown = error instanceof GraphQLError ? error : ownErrorOf(error);
  const status = "statusCode" in error ? error.statusCode : shown.extensions.http?.status;
  return reply
    .code(typeof status === "number" ? status : 500)
    .send({ errors: [presentError(shown, app.log)] });
}

/** Fastify's own refusals (too large, not JSON) say what is wrong; everything else is a fault. */
function ownErrorOf(error: FastifyError): GraphQLError {
  const { statusCode = 500 } = error;
  if (statusCode === 413) return requestError("LIMIT_EXCEEDED", TOO_LARGE);
  if (statusCode < 500) return requestError("BAD_REQUEST", error.message);
  return new GraphQLError("fault", { originalError: error });
}

const TOO_LARGE =
  "The request has more bytes than are taken (BODY_LIMIT_BYTES). Send less at once; large files are taken in by the command line and by the watched folder.";

function addHealth(app: FastifyInstance, ready: HttpServerOptions["ready"]): void {
  app.get("/health/live", async () => ({ ok: true }));
  app.get("/health/ready", async (_request, reply) => {
    const readiness = await ready().catch((): Readiness => ({ ok: false, checks: {} }));
    return reply.code(readiness.ok ? 200 : 503).send(readiness);
  });
}

async function closeInTime(app: FastifyInstance, onClose: HttpServerOptions["onClose"]): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  await app.close();
  clearTimeout(cut);
  await onClose?.();
}
