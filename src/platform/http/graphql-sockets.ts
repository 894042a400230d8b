import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type ExecutionArgs, GraphQLError } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { requestError } from "../graphql/errors.js";
import { type FaultLog, presentError } from "../graphql/present-error.js";
import { GRAPHQL_PATH, type GraphqlOptions } from "./graphql-route.js";
import { SocketIdentity } from "./socket-identity.js";
import { admitOperation, type SocketOperation } from "./socket-operation.js";

/** How the sockets are kept. */
export interface SocketLimits {
  readonly messageBytesMax: number;
  readonly operationsMax: number;
  readonly keepAliveMs: number;
  /** How often it is asked whether an API key still holds. */
  readonly recheckMs: number;
}

export const DEFAULT_SOCKET_LIMITS: SocketLimits = {
  messageBytesMax: 256 * 1024,
  operationsMax: 100,
  keepAliveMs: 12_000,
  recheckMs: 30_000,
};

/** For a client that takes events too slowly; the error sent before it tells the cursor. */
const SLOW_CONSUMER_CLOSE = 4413;
const GOING_AWAY_CLOSE = 1001;
const CLOSE_WAIT_MS = 3_000;

/** GraphQL over WebSocket (graphql-transport-ws), on the same path as HTTP. */
export class GraphqlSockets {
  readonly #server: WebSocketServer;
  readonly #identities = new WeakMap<WebSocket, SocketIdentity>();
  readonly #operations = new WeakMap<object, SocketOperation>();

  constructor(
    private readonly options: GraphqlOptions,
    private readonly limits: SocketLimits,
    private readonly log: FaultLog,
  ) {
    this.#server = new WebSocketServer({ noServer: true, maxPayload: limits.messageBytesMax });
    this.#serve();
  }

  /** Takes the upgrade requests of the HTTP server. */
  attach(server: Server): void {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.split("?", 1)[0] === GRAPHQL_PATH) {
        const connected = (client: WebSocket) => this.#server.emit("connection", client, request);
        this.#server.handleUpgrade(request, socket, head, connected);
      } else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
    });
  }

  /** Tells every client that the server goes away; those that do not answer in time are cut off. */
  async close(): Promise<void> {
    for (const client of this.#server.clients) client.close(GOING_AWAY_CLOSE, "Going away");
    const cut = setTimeout(() => {
      for (const client of this.#server.clients) client.terminate();
    }, CLOSE_WAIT_MS);
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    clearTimeout(cut);
  }

  #serve(): void {
    const present = (errors: readonly GraphQLError[]) => errors.map((error) => presentError(error, this.log));
    useServer(
      {
        onConnect: ({ extra, connectionParams }) => this.#identityOf(extra).connect(connectionParams),
        onSubscribe: ({ extra, subscriptions }, id, payload) =>
          this.#admit(this.#identityOf(extra), Object.keys(subscriptions).length, id, payload),
        execute: (args) => this.#operationOf(args).execute(),
        subscribe: (args) => this.#operationOf(args).subscribe(args),
        onNext: (_context, _id, _payload, _args, result) =>
          result.errors && { ...result, errors: present(result.errors) },
        onError: ({ extra }, _id, _payload, errors) => {
          if (errors.some((error) => error.extensions.code === "SLOW_CONSUMER")) {
            setImmediate(() => extra.socket.close(SLOW_CONSUMER_CLOSE, "Too slow"));
          }
          return present(errors);
        },
        onClose: ({ extra }) => this.#identityOf(extra).end(),
        isProd: true,
      },
      this.#server,
      this.limits.keepAliveMs,
    );
  }

  #identityOf({ socket, request }: { socket: WebSocket; request: IncomingMessage }): SocketIdentity {
    const known = this.#identities.get(socket);
    if (known) return known;
    const { recheckMs } = this.limits;
    const { authenticate } = this.options;
    const made = new SocketIdentity(socket, request, { authenticate, recheckMs, log: this.log });
    this.#identities.set(socket, made);
    return made;
  }

  async #admit(
    identity: SocketIdentity,
    running: number,
    id: string,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { operationsMax } = this.limits;
    try {
      if (running > operationsMax) {
        throw requestError("LIMIT_EXCEEDED", `A socket carries at most ${operationsMax} operations.`);
      }
      await identity.adopt(payload.extensions);
      const admitted = admitOperation(this.options, identity, payload, `${identity.id}/${id.slice(0, 64)}`);
      if (!("operation" in admitted)) return admitted;
      this.#operations.set(admitted.operation.context, admitted.operation);
      return admitted.args;
    } catch (error) {
      return [
        error instanceof GraphQLError ? error : new GraphQLError("fault", { originalError: faultOf(error) }),
      ];
    }
  }

  #operationOf({ contextValue }: ExecutionArgs): SocketOperation {
    const known =
      typeof contextValue === "object" && contextValue ? this.#operations.get(contextValue) : undefined;
    if (!known) throw new Error("the operation was not admitted");
    return known;
  }
}

function faultOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
