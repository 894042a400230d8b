import { SCOPES } from "../src/platform/auth/roles.js";
import type { Actor } from "../src/platform/commands/command.js";

/** Who the audit trail names for invented data. */
export function seedActor(tenantId: string): Actor {
  return { tenantId, subject: "system:seed", roles: ["ADMIN"], scopes: new Set(Object.keys(SCOPES)) };
}
