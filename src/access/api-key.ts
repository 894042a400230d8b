import { v7 as uuidv7 } from "uuid";
import { createApiKey as newKey } from "../platform/auth/api-keys.js";
import { isScope } from "../platform/auth/roles.js";
import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";

export interface ApiKeyCreateInput {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Bind the key to these customers: it sees only them, and only reads. */
  readonly customerIds?: readonly string[] | null;
  /** ISO 8601; the key is good until then, or until it is revoked. */
  readonly expiresAt?: string | null;
}

/** What makes sense for some customers' rows alone. */
const FOR_BOUND_KEYS = new Set(["receivables:read", "metrics:read", "events:payments"]);

/** Makes a key. It never has a scope that its maker lacks. The key itself is in the result only, and not kept. */
export const createApiKey: Command<ApiKeyCreateInput, { apiKeyId: string; key: string }> = {
  name: "apiKeyCreate",
  scope: "api-keys:manage",
  async run({ tx, tenant, actor }, { name, scopes, customerIds, expiresAt }) {
    const checks = new InputChecks().text(name, "name", "a name for the key", 100);
    if (scopes.length === 0) checks.add("REQUIRED", "scopes", "Give the key at least one scope.");
    for (const [i, scope] of scopes.entries()) {
      if (!isScope(scope)) checks.add("INVALID_VALUE", `scopes.${i}`, `"${scope}" is not a scope.`);
      else if (!actor.scopes.has(scope))
        checks.add("INVALID_VALUE", `scopes.${i}`, `You do not have the scope "${scope}" yourself.`);
    }
    // By the clock that keys are checked by.
    if (expiresAt != null && Date.parse(expiresAt) <= Date.now())
      checks.add("INVALID_DATE", "expiresAt", `The key would be expired at once: ${expiresAt} is past.`);
    const tooWide = customerIds ? scopes.filter((scope) => isScope(scope) && !FOR_BOUND_KEYS.has(scope)) : [];
    for (const scope of tooWide) {
      const message = `A key that is bound to customers cannot have "${scope}"; it may have ${[...FOR_BOUND_KEYS].join(", ")}.`;
      checks.add("INVALID_VALUE", `scopes.${scopes.indexOf(scope)}`, message);
    }
    const found = await tx.rows<{ id: string }>(
      sql`select id from customer where tenant_id = ${tenant.id} and id = any(${customerIds ?? []})`,
    );
    const known = new Set(found.map((f) => f.id));
    for (const [i, id] of (customerIds ?? []).entries()) {
      if (!known.has(id)) checks.add("NOT_FOUND", `customerIds.${i}`, "There is no such customer.");
    }
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const { key, hash } = newKey(tenant.id);
    const id = uuidv7();
    await tx.rows(sql`
      insert into api_key (tenant_id, id, name, secret_hash, scopes, customer_ids, created_by, person, expires_at)
      values (${tenant.id}, ${id}, ${name}, ${hash}, ${[...scopes]}, ${customerIds ?? null}, ${actor.subject}, ${actor.person ?? actor.subject}, ${expiresAt ?? null})`);
    return { apiKeyId: id, key };
  },
  auditedResult: ({ apiKeyId }) => ({ apiKeyId }),
};

/** Ends a key; what it has open is cut off within seconds. */
export const revokeApiKey: Command<{ readonly apiKeyId: string }, { apiKeyId: string }> = {
  name: "apiKeyRevoke",
  scope: "api-keys:manage",
  async run({ tx, tenant }, { apiKeyId }) {
    const rows = await tx.rows(sql`
      update api_key set revoked_at = coalesce(revoked_at, now())
      where tenant_id = ${tenant.id} and id = ${apiKeyId} returning id`);
    if (rows.length === 0) return refuse(refusal("NOT_FOUND", "apiKeyId", "There is no such API key."));
    return { apiKeyId };
  },
};
