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
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  kind: NumberedDocument,
  count: number,
): Promise<{ readonly prefix: string; readonly first: bigint }> {
  const [row] = await tx.rows<{ prefix: string; first: string }>(sql`
    insert into number_sequence as s (tenant_id, kind, prefix, next_value)
    values (${tenant.id}, ${kind}, ${PREFIXES[kind]}, 1 + ${count}::bigint)
    on conflict (tenant_id, kind) do update set next_value = s.next_value + ${count}::bigint
    returning prefix, next_value - ${count}::bigint as first`);
  if (!row) throw new Error("the number sequence gave nothing");
  return { prefix: row.prefix, first: BigInt(row.first) };
}

/** "INV-" and 7 → "INV-000007". */
export function documentNumber(prefix: string, value: bigint): string {
  return `${prefix}${value.toString().padStart(6, "0")}`;
}
