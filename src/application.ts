import { approvalPolicy } from "./approvals/index.js";
import { CustomerBankAccountEntity, CustomerContactEntity, CustomerEntity } from "./customers/index.js";
import { DOCUMENTS } from "./documents/index.js";
import { InvoiceEntity } from "./invoicing/index.js";
import type { ApiKeyRecord } from "./platform/auth/api-keys.js";
import { createApiKeyVerifier } from "./platform/auth/api-keys.js";
import { type Authenticate, createAuthenticator } from "./platform/auth/authenticate.js";
import type { Principal } from "./platform/auth/principal.js";
import { createTokenVerifier, type TokenOptions } from "./platform/auth/tokens.js";
import { CommandPipeline } from "./platform/commands/pipeline.js";
import { Database } from "./platform/database/database.js";
import { Orm } from "./platform/database/orm.js";
import { ReadSession } from "./platform/database/read-session.js";
import { sql } from "./platform/database/sql.js";
import { EventFeed } from "./platform/events/event-feed.js";
import { ApplicationContext } from "./platform/graphql/application-context.js";
import type { ContextFactory, OperationRequest } from "./platform/graphql/context.js";
import type { AssembledSchema } from "./platform/graphql/schema.js";
import type { DocumentSource } from "./platform/http/document-source.js";
import type { Readiness } from "./platform/http/server.js";
import { receivablesSchema } from "./schema.js";

export interface ApplicationOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** After which a statement that answers a request is cut; none is unless given. */
  readonly statementTimeoutMs?: number;
  readonly tokens: TokenOptions;
  readonly now?: () => Date;
  readonly onError?: (error: unknown) => void;
}

/** Everything but the sockets: what the server, the worker, the command line and the tests share. */
export interface Application {
  readonly database: Database;
  readonly orm: Orm;
  readonly commands: CommandPipeline;
  readonly feed: EventFeed;
  readonly assembled: AssembledSchema;
  /** What is served as files beside GraphQL. */
  readonly documents: readonly DocumentSource[];
  readonly authenticate: Authenticate;
  readonly createContext: ContextFactory;
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}

/** Connections for event feeds, apart from those of requests, so that a replay crowds nobody out. */
const FEED_CONNECTIONS = 4;

/** Connections that only read what events tell: with those of requests they would wait behind every writer. */
const EVENT_CONNECTIONS = 4;

export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const now = options.now ?? (() => new Date());
  const database = new Database({ url: options.databaseUrl, poolSize: options.poolSize });
  const feedDatabase = new Database({
    url: options.databaseUrl,
    poolSize: FEED_CONNECTIONS,
    applicationName: "receivables events",
  });
  const eventDatabase = new Database({
    url: options.databaseUrl,
    poolSize: EVENT_CONNECTIONS,
    applicationName: "receivables event reads",
  });
  const orm = await Orm.open(database, [
    CustomerEntity,
    CustomerContactEntity,
    CustomerBankAccountEntity,
    InvoiceEntity,
  ]);
  const feed = new EventFeed({ database: feedDatabase, onError: options.onError });
  const commands = new CommandPipeline({
    database,
    orm,
    now,
    approvals: approvalPolicy,
    onEvents: (tenantId) => feed.wake(tenantId),
  });
  const services = { commands, feed, now };
  return {
    database,
    orm,
    commands,
    feed,
    assembled: receivablesSchema(),
    documents: DOCUMENTS,
    authenticate: createAuthenticator(
      createTokenVerifier(options.tokens),
      createApiKeyVerifier((tenantId, hash) => findApiKey(database, tenantId, hash)),
    ),
    createContext: (principal, request) =>
      new ApplicationContext(
        principal,
        request,
        readsFor(
          request.isForEvents ? eventDatabase : database,
          principal,
          request,
          request.isUnhurried ? null : (options.statementTimeoutMs ?? null),
        ),
        services,
      ),
    ready: () => readiness(database),
    async close() {
      await feed.close();
      await Promise.all([feedDatabase.close(), eventDatabase.close(), database.close()]);
    },
  };
}

/** No tenant has the nil UUID: without a principal every table is empty. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The horizon of knowledge is looked up only for requests that tell it, and for operations that say the word. */
function readsFor(
  database: Database,
  principal: Principal | null,
  { query, tellsKnowledge = query.includes("knownAt") }: OperationRequest,
  statementTimeoutMs: number | null,
): ReadSession {
  const { tenantId = NOBODY, customerIds = null } = principal ?? {};
  return new ReadSession(database, tenantId, tellsKnowledge, customerIds, statementTimeoutMs);
}

async function findApiKey(database: Database, tenantId: string, hash: string): Promise<ApiKeyRecord | null> {
  const reads = new ReadSession(database, tenantId);
  try {
    const [key] = await reads.rows<ApiKeyRecord>(sql`
      select id, scopes, customer_ids as "customerIds", person, expires_at as "expiresAt" from api_key
      where tenant_id = ${tenantId} and secret_hash = ${hash} and revoked_at is null`);
    return key ?? null;
  } finally {
    await reads.close();
  }
}

async function readiness(database: Database): Promise<Readiness> {
  try {
    await database.pool.query("select 1");
    return { ok: true, checks: { database: "ok" } };
  } catch {
    return { ok: false, checks: { database: "unreachable" } };
  }
}
