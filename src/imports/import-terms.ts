import { v7 as uuidv7 } from "uuid";
import { insertTerms, type PaymentTerms, termsByIds } from "../customers/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { daysInCode, importedTerms } from "./imported-terms.rules.js";

/** What becomes of a code that no payment terms have: see docs/import-profiles.md. */
export type UnknownTerms = "reject" | "create";

const SHOWN_MAX = 20;

/** Why rows with these codes are refused, by code: there are no such payment terms, and the code does not say its days. */
export async function refusedTerms(
  { tx, tenant }: CommandContext,
  codes: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.every((code) => code === null)) return new Map();
  const rows = await tx.rows<{ code: string }>(
    sql`select code from payment_terms where tenant_id = ${tenant.id} order by code`,
  );
  const known = rows.map(({ code }) => code);
  const there = `${known.slice(0, SHOWN_MAX).join(", ")}${known.length > SHOWN_MAX ? " and others" : ""}`;
  const unknown = codes.filter((code) => code !== null && !known.includes(code) && daysInCode(code) === null);
  return new Map(
    unknown.map((code) => [
      code ?? "",
      `There are no payment terms "${code}": correct the code, or make these terms first. There are: ${there}.`,
    ]),
  );
}

/** Terms by code; those that do not exist are made, due whole after so many days. */
export async function termsOfCodes(
  context: CommandContext,
  codes: readonly string[],
  netDays: (code: string) => number,
): Promise<Map<string, PaymentTerms>> {
  const { tx, tenant } = context;
  const found = await tx.rows<{ id: string }>(
    sql`select id from payment_terms where tenant_id = ${tenant.id} and code = any(${[...codes]})`,
  );
  const terms = await termsByIds(
    tx,
    tenant.id,
    found.map((f) => f.id),
  );
  const byCode = new Map(terms.map((t) => [t.code, t]));
  const missing = codes
    .filter((code) => !byCode.has(code))
    .map((code) => importedTerms(uuidv7(), code, netDays(code)));
  if (missing.length > 0) await insertTerms(context, missing);
  for (const one of missing) byCode.set(one.code, one);
  return byCode;
}
