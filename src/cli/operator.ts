import { userInfo } from "node:os";
import type { Installation } from "../main.js";
import { SCOPES } from "../platform/auth/roles.js";
import type { Actor } from "../platform/commands/command.js";
import type { Tenant } from "../platform/database/tenancy.js";
import { UserFacingError } from "./user-facing-error.js";

/** The tenant of that slug, or the only one there is. */
export async function tenantOf(installation: Installation, slug: string | undefined): Promise<Tenant> {
  const tenants = await installation.tenants();
  const found = slug === undefined ? tenants : tenants.filter((tenant) => tenant.slug === slug);
  const [tenant] = found;
  if (tenant && found.length === 1) return tenant;
  const known = tenants.map((t) => t.slug).join(", ");
  if (tenants.length === 0)
    throw new UserFacingError(
      "There is no tenant yet. Make one with `receivables tenant create`, or seed the demonstration company with `receivables seed`.",
    );
  if (slug === undefined)
    throw new UserFacingError(`There are several tenants (${known}): name one with --tenant.`);
  throw new UserFacingError(`There is no tenant "${slug}". There are: ${known}.`);
}

/** Who works at the command line: the operating system's user, who owns the database and so may do everything. */
export async function operatorOf(installation: Installation, slug: string | undefined): Promise<Actor> {
  const tenant = await tenantOf(installation, slug);
  const scopes = new Set(Object.keys(SCOPES));
  return { tenantId: tenant.id, subject: `cli:${userInfo().username}`, roles: ["ADMIN"], scopes };
}
