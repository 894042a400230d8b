import { sql } from "../database/sql.js";
import type { CommandContext } from "./command.js";

/** The documents that are numbered without gaps, and what their numbers begin with until a tenant says otherwise. */
const PREFIXES = {
  INVOICE: "INV-",
  CREDIT_MEMO: "CM-",
  WRITE_OFF: "WO-",
  REFUND: "RF-",
  DEBIT_MEMO: "DM-",
  CHARGEBACK: "CB-",
  LATE_FEE: "LF-",
  LATE_FEE_WAIVER: "LW-",
  PAYMENT_PLAN: "PP-",
  DISPUTE: "DSP-",
} as const;

export type NumberedDocument = keyof typeof PREFIXES;

/** Takes the next numbers of a gapless sequence. Others wait until this transaction ends, so no number is lost. */
export async function takeNumbers(
  { tx, tenant, takenNumbers }: Pick<CommandContext, "tx" | "tenant" | "takenNumbers">,
  kind: NumberedDocument,
  count: number,
): Promise<{ readonly prefix: string; readonly first: bigint }> {
  const [row] = await tx.rows<{ prefix: string; first: string }>(sql`
    insert into number_sequence as s (tenant_id, kind, prefix, next_value)
    values (${tenant.id}, ${kind}, ${PREFIXES[kind]}, 1 + ${count}::bigint)
    on conflict (tenant_id, kind) do update set next_value = s.next_value + ${count}::bigint
    returning prefix, next_value - ${count}::bigint as first`);
  if (!row) throw new Error("the number sequence gave nothing");
  const first = BigInt(row.first);
  takenNumbers.push({ prefix: row.prefix, first, count });
  return { prefix: row.prefix, first };
}

/** Tells of numbers whether our own sequence gives them sooner or later, so that no document of another system may have them. */
export async function ownNumbers(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  kind: NumberedDocument,
): Promise<(number: string) => boolean> {
  const [row] = await tx.rows<{ prefix: string }>(
    sql`select prefix from number_sequence where tenant_id = ${tenant.id} and kind = ${kind}`,
  );
  const prefix = row?.prefix ?? PREFIXES[kind];
  return (number) =>
    number.startsWith(prefix) && /^(?:0\d{5}|[1-9]\d{5,})$/.test(number.slice(prefix.length));
}

/** A range of numbers that a command has drawn. */
export interface TakenNumbers {
  readonly prefix: string;
  readonly first: bigint;
  readonly count: number;
}

/**
 * The text with "DM-…" for each of these numbers: what waits gives its numbers back, others may get them, and it draws its
 * own when it is posted.
 */
export function withoutNumbers(text: string, taken: readonly TakenNumbers[]): string {
  return taken.reduce((told, { prefix, first, count }) => {
    const escaped = prefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const number = new RegExp(`(?<![\\w-])${escaped}(\\d{6,})(?!\\d)`, "g");
    return told.replace(number, (whole, digits: string) => {
      const value = BigInt(digits);
      return value >= first && value < first + BigInt(count) ? `${prefix}…` : whole;
    });
  }, text);
}

/** "INV-" and 7 → "INV-000007". */
export function documentNumber(prefix: string, value: bigint): string {
  return `${prefix}${value.toString().padStart(6, "0")}`;
}
