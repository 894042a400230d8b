import type { Installation } from "../main.js";
import { createTenant } from "../setup/create-tenant.js";
import { UserFacingError } from "./user-facing-error.js";

export interface TenantOptions {
  readonly name: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** Sets a tenant up. */
export async function addTenant(
  installation: Installation,
  slug: string,
  options: TenantOptions,
): Promise<boolean> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) {
    throw new UserFacingError(`"${slug}" cannot be a tenant's name: use small letters, digits and dashes.`);
  }
  const tenants = await installation.tenants();
  if (tenants.some((tenant) => tenant.slug === slug))
    throw new UserFacingError(`There is a tenant "${slug}" already.`);
  const { name, currency: functionalCurrency, timeZone } = options;
  await createTenant(installation.owner, installation.application.orm, {
    slug,
    name,
    functionalCurrency,
    timeZone,
  });
  process.stdout.write(`Tenant ${slug} is set up.\n`);
  return true;
}
