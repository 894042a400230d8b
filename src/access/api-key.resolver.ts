import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { API_KEY_PREFIX } from "../platform/auth/api-keys.js";
import type { Executor } from "../platform/database/database.js";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { createApiKey, revokeApiKey } from "./api-key.js";
import { ApiKey, ApiKeyCreateInput, ApiKeyRevokeInput } from "./api-key.type.js";

const ApiKeyCreatePayload = payloadType("ApiKeyCreatePayload", {
  apiKey: { type: () => ApiKey, description: "The key's record." },
  key: { type: () => String, description: "The key itself, shown this once: keep it." },
});
const ApiKeyRevokePayload = payloadType("ApiKeyRevokePayload", {
  apiKey: { type: () => ApiKey, description: "The key's record." },
});

@Resolver()
export class ApiKeyResolver {
  @Allow("api-keys:manage")
  @Query(() => [ApiKey], { description: "The tenant's API keys, newest first." })
  apiKeys(@Ctx() context: ApplicationContext): Promise<object[]> {
    return keysWhere(context.reads, context.tenantId, sql`true`);
  }

  @Allow("api-keys:manage")
  @Mutation(() => ApiKeyCreatePayload, { description: "Makes an API key." })
  apiKeyCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ApiKeyCreateInput, { description: "The key." }) {
      expiresAt,
      ...input
    }: ApiKeyCreateInput,
  ): Promise<MutationPayload> {
    const given = { ...input, expiresAt: expiresAt?.toISOString() ?? null };
    return runCommand(
      context,
      createApiKey,
      given,
      { "customerIds.*": "cus" },
      async ({ apiKeyId, key }) => ({
        apiKey: await keyById(context, apiKeyId),
        key,
      }),
    );
  }

  @Allow("api-keys:manage")
  @Mutation(() => ApiKeyRevokePayload, { description: "Ends an API key." })
  apiKeyRevoke(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ApiKeyRevokeInput, { description: "The key." }) input: ApiKeyRevokeInput,
  ): Promise<MutationPayload> {
    return runCommand(context, revokeApiKey, input, { apiKeyId: API_KEY_PREFIX }, async ({ apiKeyId }) => ({
      apiKey: await keyById(context, apiKeyId),
    }));
  }
}

async function keyById(context: ApplicationContext, id: string): Promise<object | null> {
  const [row] = await keysWhere(context.reads, context.tenantId, sql`id = ${id}`);
  return row ?? null;
}

function keysWhere(db: Executor, tenantId: string, where: SqlFragment): Promise<object[]> {
  return db.rows<object>(sql`
    select id, name, scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
           revoked_at as "revokedAt"
    from api_key where tenant_id = ${tenantId} and ${where} order by id desc`);
}
