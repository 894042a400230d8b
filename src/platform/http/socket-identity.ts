import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import type { WebSocket } from "ws";
import type { Authenticate, Headers } from "../auth/authenticate.js";
import type { Principal } from "../auth/principal.js";
import { requestError } from "../graphql/errors.js";
import type { FaultLog } from "../graphql/present-error.js";

/** The credentials are not good; the client need not try again with them. */
const UNAUTHORIZED_CLOSE = 4401;
/** The credentials were good and are no more; clients of graphql-ws connect again with new ones. */
const ENDED_CLOSE = 4403;
const FAULT_CLOSE = 1011;
/** A client that does not answer the closing handshake in this time is cut off. */
const CLOSE_WAIT_MS = 1_000;

export interface IdentityOptions {
  readonly authenticate: Authenticate;
  /** How often it is asked whether an API key still holds. */
  readonly recheckMs: number;
  readonly log: FaultLog;
}

/** Whose socket it is, for as long as the credentials hold: one identity in its life, and nothing after it. */
export class SocketIdentity {
  readonly id = randomUUID();
  readonly #gone = new AbortController();
  #principal: Principal | null = null;
  /** The credentials that the principal came with. */
  #taken: Headers | null = null;
  /** Operations bring their credentials one after the other. */
  #adopting: Promise<void> = Promise.resolve();
  /** Why nothing is taken from this socket any more. */
  #refusal: GraphQLError | null = null;
  #cut: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #recheck: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly request: IncomingMessage,
    private readonly options: IdentityOptions,
  ) {}

  /** Null while the socket has no credentials. */
  get principal(): Principal | null {
    return this.#principal;
  }

  /** Fires when the socket has gone, or its credentials hold no more. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  /** Takes the credentials of `connectionParams`, else of the upgrade request; false when they are not good. */
  async connect(params: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    const given = { ...headersIn(params?.headers), ...headersIn(params) };
    const { authorization, "x-api-key": apiKey } = this.request.headers;
    try {
      await this.#take(Object.keys(given).length > 0 ? given : { authorization, "x-api-key": apiKey });
      return true;
    } catch (error) {
      this.#closeFor(error, UNAUTHORIZED_CLOSE);
      return false;
    }
  }

  /**
   * A socket without credentials may bring them with its first operation, as the playground does; a later one may
   * repeat them. Throws a top-level UNAUTHENTICATED on others, and on whatever comes when the credentials hold no
   * more: a client that does not read still writes until its socket has closed.
   */
  async adopt(extensions: Readonly<Record<string, unknown>> | null | undefined): Promise<void> {
    const turn = this.#adopting.then(() => this.#adoptInTurn(headersIn(extensions?.headers)));
    this.#adopting = turn.catch(() => undefined);
    await turn;
    this.#endInTime();
    if (this.#refusal) throw this.#refusal;
  }

  /** The socket has closed. */
  end(): void {
    clearTimeout(this.#expiry);
    clearTimeout(this.#cut);
    clearInterval(this.#recheck);
    this.#gone.abort();
  }

  async #adoptInTurn(given: Record<string, string>): Promise<void> {
    if (this.#refusal) throw this.#refusal;
    if (!this.#principal) return this.#take(given);
    for (const [name, text] of Object.entries(given)) {
      if (this.#taken?.[name] === text) continue;
      throw requestError("UNAUTHENTICATED", "The socket has other credentials. Open another one for these.");
    }
  }

  async #take(headers: Headers): Promise<void> {
    const principal = await this.options.authenticate(headers);
    if (!principal || this.#gone.signal.aborted) return;
    this.#principal = principal;
    this.#taken = headers;
    if (principal.expiresAt) this.#watchExpiry(principal.expiresAt);
    if (principal.kind === "API_KEY") {
      this.#recheck = setInterval(() => void this.#ask(headers), this.options.recheckMs).unref();
    }
  }

  #watchExpiry(expiresAt: Date): void {
    const left = expiresAt.getTime() - Date.now();
    const end = () => (left > TIMER_MS_MAX ? this.#watchExpiry(expiresAt) : this.#expire());
    this.#expiry = setTimeout(end, Math.min(Math.max(left, 0), TIMER_MS_MAX)).unref();
  }

  /** Timers are late in a process that is busy; the clock is not. */
  #endInTime(): void {
    const expiresAt = this.#principal?.expiresAt;
    if (expiresAt && expiresAt.getTime() <= Date.now()) this.#expire();
  }

  #expire(): void {
    this.#close(ENDED_CLOSE, "The token has expired.");
  }

  async #ask(headers: Headers): Promise<void> {
    try {
      await this.options.authenticate(headers);
    } catch (error) {
      this.#closeFor(error, ENDED_CLOSE);
    }
  }

  #closeFor(error: unknown, code: number): void {
    if (error instanceof GraphQLError && error.extensions.code === "UNAUTHENTICATED") {
      this.#close(code, error.message);
      return;
    }
    this.options.log.error({ reference: this.id, err: error }, "fault in checking a socket's credentials");
    this.#close(FAULT_CLOSE, `Something went wrong on the server. The reference is ${this.id}.`);
  }

  /** Nothing is taken from now on; the closing handshake is the client's to answer, or not. */
  #close(code: number, reason: string): void {
    if (this.#refusal) return;
    this.#refusal = requestError("UNAUTHENTICATED", reason);
    clearTimeout(this.#expiry);
    clearInterval(this.#recheck);
    this.#gone.abort();
    this.#cut = setTimeout(() => this.socket.terminate(), CLOSE_WAIT_MS).unref();
    this.socket.close(code, Buffer.from(reason).subarray(0, REASON_BYTES_MAX).toString());
  }
}

/** Timers hold no more than 2³¹ − 1 ms. */
const TIMER_MS_MAX = 2_147_483_647;
/** RFC 6455 §5.5: a close frame has at most 125 bytes, two of them the code. */
const REASON_BYTES_MAX = 123;

/** The credentials among what a client sent, whatever the letters' case. */
function headersIn(value: unknown): Record<string, string> {
  const headers: Record<string, string> = {};
  if (typeof value !== "object" || value === null) return headers;
  for (const [name, text] of Object.entries(value)) {
    const lower = name.toLowerCase();
    const known = lower === "authorization" || lower === "x-api-key";
    if (known && typeof text === "string") headers[lower] = text;
  }
  return headers;
}
