import { type Application, openApplication } from "./application.js";
import { openSigningKeys, type SigningKeys } from "./platform/auth/signing-keys.js";
import { issueToken } from "./platform/auth/tokens.js";
import type { Config } from "./platform/config.js";
import { requireDataDirectory } from "./platform/data-directory.js";
import { Database } from "./platform/database/database.js";
import { openEmbeddedPostgres } from "./platform/database/embedded-postgres.js";
import { migrate } from "./platform/database/migrate.js";
import { listTenants, type Tenant } from "./platform/database/tenancy.js";

/** An opened installation: its database is migrated and its application runs. */
export interface Installation {
  readonly config: Config;
  readonly databaseUrl: string;
  /** Where the database is, for people. */
  readonly databasePlace: string;
  /** Sessions of the database's owner, which see every tenant. */
  readonly owner: Database;
  readonly application: Application;
  readonly keys: SigningKeys;
  tenants(): Promise<Tenant[]>;
  /** A token signed with the installation's own keys. */
  token(tenant: Tenant, roles: readonly string[], expiresIn: string): Promise<string>;
  close(): Promise<void>;
}

export interface InstallationNotices {
  readonly onStep?: (text: string) => void;
  readonly onError?: (error: unknown) => void;
  /** Once aborted, the start is given up at its next step, and what was opened is closed. */
  readonly stop?: AbortSignal;
}

/** Opens the database that the configuration names (the embedded one by default), migrates it and starts the application. */
export async function openInstallation(
  config: Config,
  notices: InstallationNotices = {},
): Promise<Installation> {
  const step = notices.onStep ?? (() => undefined);
  await requireDataDirectory(config.dataDir);
  notices.stop?.throwIfAborted();
  const server = config.database.url ? undefined : await openEmbeddedPostgres({ dataDir: config.dataDir });
  const databaseUrl = config.database.url ?? server?.url ?? "";
  try {
    notices.stop?.throwIfAborted();
    const applied = await migrate(databaseUrl);
    if (applied.length > 0) step(`Database schema brought up to date (${applied.length} migrations).`);
    notices.stop?.throwIfAborted();
    const keys = await openSigningKeys(config.dataDir);
    const owner = new Database({
      url: databaseUrl,
      poolSize: 2,
      asOwner: true,
      applicationName: "receivables owner",
    });
    const application = await openApplication({
      databaseUrl,
      poolSize: config.database.poolSize,
      statementTimeoutMs: config.database.statementTimeoutMs,
      tokens: { ...config.tokens, keys: config.tokens.jwksUrl ? undefined : keys },
      onError: notices.onError,
    });
    return {
      config,
      databaseUrl,
      databasePlace: server ? `embedded PostgreSQL in ${config.dataDir}` : new URL(databaseUrl).host,
      owner,
      application,
      keys,
      tenants: () => listTenants(owner),
      token: (tenant, roles, expiresIn) =>
        issueToken(keys, config.tokens, {
          subject: `demo-${roles.join("-").toLowerCase()}`,
          tenant: tenant.id,
          roles,
          expiresIn,
        }),
      async close() {
        await application.close();
        await owner.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
