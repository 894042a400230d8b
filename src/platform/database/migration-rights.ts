import type pg from "pg";

/** The user of DATABASE_URL lacks a right that migrating needs: one line with the statement that gives it. */
export class MissingRightsError extends Error {
  override readonly name = "MissingRightsError";
}

/** Migrations that make a role, or take over one that another database of the same server has made. */
const ROLES: Readonly<Record<string, string>> = {
  "0001-platform": "receivables_app",
  "0004-customer-bound-readers": "receivables_customer_reader",
};

/**
 * Looks whether the session's user may do what the migrations that are to come do, so that none ends half-way with the
 * server's own words. Throws MissingRightsError.
 */
export async function requireMigrationRights(client: pg.Client, pending: readonly string[]): Promise<void> {
  if (pending.length === 0) return;
  const wanted = pending.flatMap((name) => ROLES[name] ?? []);
  const { rows } = await client.query<Rights>(RIGHTS, [wanted]);
  const [rights] = rows;
  if (!rights) throw new Error("the server told no rights");
  const told = missingRight(rights);
  if (told) throw new MissingRightsError(told);
}

/** What the server says of the session's user. Identifiers are quoted where they need it. */
export interface Rights {
  readonly user: string;
  readonly database: string;
  readonly isSuperuser: boolean;
  readonly mayCreateRoles: boolean;
  readonly mayCreateInDatabase: boolean;
  readonly mayCreateInSchema: boolean;
  /** Roles that migrating makes. */
  readonly absent: readonly string[];
  /** Roles that are there already, and that the user may not hand on, not even to itself. */
  readonly foreign: readonly string[];
}

/** The first right that is missing, with the statement that gives it; null when none is. */
export function missingRight(rights: Rights): string | null {
  if (rights.isSuperuser) return null;
  const { user, database, absent, foreign } = rights;
  const lacks = (what: string, statement: string) =>
    `DATABASE_URL: the user ${user} ${what}. Have a superuser run: ${statement};`;
  if (foreign.length > 0) {
    const roles = foreign.join(", ");
    return lacks(
      `needs the ${foreign.length > 1 ? "roles" : "role"} ${roles}, which another Receivables database of this server has made, with the right to hand ${foreign.length > 1 ? "them" : "it"} on`,
      `GRANT ${roles} TO ${user} WITH ADMIN OPTION`,
    );
  }
  if (absent.length > 0 && !rights.mayCreateRoles)
    return lacks(
      `may not create roles, which the first migration does (${absent.join(", ")})`,
      `ALTER ROLE ${user} CREATEROLE`,
    );
  if (!rights.mayCreateInDatabase)
    return lacks(
      `may create nothing in the database ${database}`,
      `GRANT CREATE ON DATABASE ${database} TO ${user}`,
    );
  if (!rights.mayCreateInSchema)
    return lacks(
      `may create nothing in the schema public of the database ${database}`,
      `GRANT CREATE ON SCHEMA public TO ${user}`,
    );
  return null;
}

/** Up to version 15, who may create roles may grant any; since, only those that were given with the admin option. */
const RIGHTS = `
  select quote_ident(current_user) as "user", quote_ident(current_database()) as "database",
    rolsuper as "isSuperuser", rolcreaterole as "mayCreateRoles",
    has_database_privilege(current_database(), 'CREATE') as "mayCreateInDatabase",
    has_schema_privilege('public', 'CREATE') as "mayCreateInSchema",
    array(select name from unnest($1::text[]) as name where to_regrole(name) is null) as "absent",
    array(
      select name from unnest($1::text[]) as name
      where to_regrole(name) is not null
        and not (rolcreaterole and current_setting('server_version_num')::integer < 160000)
        and not pg_has_role(to_regrole(name), 'MEMBER WITH ADMIN OPTION')
    ) as "foreign"
  from pg_roles where rolname = current_user`;
