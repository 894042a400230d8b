import type { FastifyBaseLogger } from "fastify";
import {
  Arg,
  Args,
  ArgsType,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { createApiKeyVerifier, type FindApiKey } from "../../src/platform/auth/api-keys.js";
import { createAuthenticator } from "../../src/platform/auth/authenticate.js";
import type { Principal } from "../../src/platform/auth/principal.js";
import { Database } from "../../src/platform/database/database.js";
import { ReadSession } from "../../src/platform/database/read-session.js";
import { sql } from "../../src/platform/database/sql.js";
import {
  buildConnection,
  ConnectionArgs,
  connectionType,
  keysetPage,
} from "../../src/platform/graphql/connections.js";
import { OperationContext, type RequestContext } from "../../src/platform/graphql/context.js";
import { requestError } from "../../src/platform/graphql/errors.js";
import { Allow, AllowAnyone, Derived, IdField } from "../../src/platform/graphql/fields.js";
import { requireId } from "../../src/platform/graphql/ids.js";
import { totalOrder } from "../../src/platform/graphql/keyset.js";
import { Decimal } from "../../src/platform/graphql/scalars.js";
import { assembleSchema } from "../../src/platform/graphql/schema.js";
import { createHttpServer, type HttpServer, type HttpServerOptions } from "../../src/platform/http/server.js";

/** A schema of a few fields, for what holds of every schema. */
@Allow("receivables:read")
@ObjectType({ description: "A thing." })
class Thing {
  @IdField("thg")
  id!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Allow("journal:read", "audit:read")
  @Derived(
    () => String,
    { description: "For few eyes." },
    () => "secret",
  )
  secret!: string;

  @Derived(
    () => [Thing],
    { description: "What is in it." },
    () => [THINGS[0]],
  )
  parts!: Thing[];

  @Derived(
    () => String,
    { description: "Fails, and its thing with it." },
    () => {
      throw new Error("no such thing");
    },
  )
  failing!: string;
}

export const THINGS = Array.from({ length: 3 }, (_, index) => ({
  id: `01890a5d-ac96-774b-bcce-b302099a805${index}`,
  name: `thing ${index}`,
}));

const ThingConnection = connectionType("Thing", () => Thing);
const BY_NAME = totalOrder([{ column: sql`name`, key: "name", type: "text", direction: "ASC" }], sql`id`);

@ArgsType()
class CountArgs {
  @Field(() => Int, { description: "How far.", defaultValue: 3 })
  to!: number;
}

/** What the subscriptions of a test wait on, and how their contexts were ended. */
export const seen = { contexts: 0, ended: 0, stopped: 0 };

@Resolver()
class SmallResolver {
  @AllowAnyone()
  @Query(() => String, { description: "Says hello to anyone." })
  hello(): string {
    return "hello";
  }

  @Allow("receivables:read")
  @Query(() => ThingConnection, { description: "Things." })
  things(@Args(() => ConnectionArgs) args: ConnectionArgs): unknown {
    return buildConnection(THINGS, keysetPage(args, BY_NAME));
  }

  @Allow("receivables:read")
  @Query(() => [Thing], { description: "Things by their ids." })
  thingsByIds(@Arg("ids", () => [ID], { description: "Which." }) ids: string[]): unknown {
    return ids.map((id) => THINGS.find((thing) => thing.id === requireId("thg", id))).filter(Boolean);
  }

  @AllowAnyone()
  @Query(() => Decimal, { description: "The decimal, doubled by nobody.", nullable: true })
  echo(@Arg("value", () => Decimal, { description: "Any decimal." }) value: string): string {
    return value;
  }

  @AllowAnyone()
  @Query(() => String, { description: "Fails as programs do.", nullable: true })
  broken(): string {
    throw new Error("password=hunter2");
  }

  @Allow("invoices:write")
  @Mutation(() => Thing, { description: "Renames a thing." })
  thingRename(@Arg("name", () => String, { description: "The new name." }) name: string): unknown {
    return { ...THINGS[0], name };
  }

  @Allow("events:read")
  @Subscription(() => Int, {
    description: "Counts up, then ends.",
    async *subscribe({ args }: { args: { to?: number } }) {
      for (let count = 1; count <= (args.to ?? 0); count += 1) yield count;
    },
  })
  counted(@Root() count: number, @Args(() => CountArgs) _args: CountArgs): number {
    return count;
  }

  @Allow("events:read")
  @Subscription(() => Int, {
    description: "One event, then silence until the signal.",
    async *subscribe({ context }: { context: RequestContext }) {
      yield 1;
      try {
        await new Promise<void>((resolve) =>
          context.signal.addEventListener("abort", () => resolve(), { once: true }),
        );
      } finally {
        seen.stopped += 1;
      }
    },
  })
  waiting(@Root() count: number): number {
    return count;
  }

  @Allow("events:read")
  @Subscription(() => Int, {
    description: "Falls behind after the first event.",
    async *subscribe() {
      yield 1;
      throw requestError("SLOW_CONSUMER", "Too slow.", { cursor: "c1" });
    },
  })
  slow(@Root() count: number): number {
    return count;
  }
}

export const SMALL_SCHEMA = assembleSchema([SmallResolver]);

class CountedContext extends OperationContext {
  override async end(): Promise<void> {
    seen.ended += 1;
    await super.end();
  }
}

export const TENANT = "01890a5d-ac96-774b-bcce-b30209900001";

export function principal(scopes: string[], rest: Partial<Principal> = {}): Principal {
  return {
    tenantId: TENANT,
    subject: "someone",
    person: "someone",
    kind: "USER",
    roles: [],
    scopes: new Set(scopes),
    customerIds: null,
    expiresAt: null,
    ...rest,
  };
}

export interface SmallServer extends HttpServer {
  readonly url: string;
  readonly socketUrl: string;
}

/** Tokens are names of principals; what they prove is another test's matter. */
export async function startSmallServer(
  tokens: Readonly<Record<string, Principal>>,
  options: Partial<HttpServerOptions> = {},
  findApiKey: FindApiKey = async () => null,
): Promise<SmallServer> {
  // Never asked: these fields read no database.
  const database = new Database({ url: "postgres://localhost:1/none", poolSize: 1 });
  const verifyToken = async (token: string) => {
    const found = tokens[token];
    if (found) return found;
    throw requestError("UNAUTHENTICATED", "The token is malformed.");
  };
  const server = await createHttpServer({
    assembled: SMALL_SCHEMA,
    authenticate: createAuthenticator(verifyToken, createApiKeyVerifier(findApiKey)),
    createContext: (asking, request) => {
      seen.contexts += 1;
      return new CountedContext(asking, request, new ReadSession(database, asking?.tenantId ?? TENANT));
    },
    ready: async () => ({ ok: true, checks: { database: "ok" } }),
    onClose: () => database.close(),
    ...options,
  });
  const url = await server.listen({ host: "127.0.0.1", port: 0 });
  return { ...server, url: `${url}/graphql`, socketUrl: `${url.replace("http", "ws")}/graphql` };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
    extensions?: { cost: Record<string, unknown> };
  };
}

/** Posts an operation. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const parsed: Answer["body"] = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, body: parsed };
}

/** Keeps what a server logs. */
export function logInto(entries: unknown[]): FastifyBaseLogger {
  const write = (entry: unknown) => void entries.push(entry);
  const log: FastifyBaseLogger = {
    level: "info",
    fatal: write,
    error: write,
    warn: write,
    info: write,
    debug: () => undefined,
    trace: () => undefined,
    silent: () => undefined,
    child: () => log,
  };
  return log;
}
