import DataLoader from "dataloader";
import type { Principal } from "../auth/principal.js";
import type { ReadSession } from "../database/read-session.js";
import { requestError } from "./errors.js";

/** What one operation has in its hands: who asks, one snapshot of the data, and loaders that batch over it. */
export interface RequestContext {
  /** Who asks; null when the operation came without credentials. */
  readonly asking: Principal | null;
  /** Who asks, where an answer needs it; throws UNAUTHENTICATED without credentials. */
  readonly principal: Principal;
  readonly reads: ReadSession;
  /** Fires when the client has gone or the server is closing. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  /** The present instant, by the application's clock. */
  now(): Date;
  /** The value of a key, asked for together with all keys that are asked for in the same moment. */
  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value>;
  /** After a mutation: what is read from now on, also by loaders, sees it. */
  refresh(): Promise<void>;
  /** The operation is over. Called exactly once by the server. */
  end(): Promise<void>;
}

/** Reads many keys in one statement: the values in the order of the keys. Known by its identity, so a constant. */
export type Loader<Key, Value> = (keys: readonly Key[], context: RequestContext) => Promise<readonly Value[]>;

/** What the server knows of an operation before it runs. */
export interface OperationRequest {
  readonly requestId: string;
  /** The document's text. */
  readonly query: string;
  readonly signal: AbortSignal;
  /** Whether it reads for events of a subscription, which must not wait behind those who write. */
  readonly isForEvents?: boolean;
  /** Whether its statements may take as long as they take: for work at the command line, which can be stopped there. */
  readonly isUnhurried?: boolean;
  /** Whether it tells what was known when; else its text says. */
  readonly tellsKnowledge?: boolean;
}

/** Made for every operation, and for events of a subscription that arrived together. The principal is null without credentials. */
export type ContextFactory = (principal: Principal | null, request: OperationRequest) => RequestContext;

/** The context of one operation. */
export class OperationContext implements RequestContext {
  readonly signal: AbortSignal;
  readonly requestId: string;
  // One object behind a plain property: the server copies contexts, and private fields do not survive that.
  private readonly held = { loaders: new Map<unknown, unknown>() };

  constructor(
    readonly asking: Principal | null,
    request: OperationRequest,
    readonly reads: ReadSession,
  ) {
    this.signal = request.signal;
    this.requestId = request.requestId;
  }

  get principal(): Principal {
    if (this.asking) return this.asking;
    throw requestError("UNAUTHENTICATED", "This needs credentials.");
  }

  now(): Date {
    return new Date();
  }

  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value> {
    return this.loaderFor(loader).load(key);
  }

  async refresh(): Promise<void> {
    this.held.loaders = new Map();
    await this.reads.refresh();
  }

  async end(): Promise<void> {
    await this.reads.close();
  }

  private loaderFor<Key, Value>(loader: Loader<Key, Value>): DataLoader<Key, Value> {
    const known = this.held.loaders.get(loader);
    // The map is keyed by the loader itself, whose types are those of its DataLoader.
    if (known instanceof DataLoader) return known;
    const made = new DataLoader<Key, Value>((keys) => loader(keys, this).then((values) => [...values]));
    this.held.loaders.set(loader, made);
    return made;
  }
}
