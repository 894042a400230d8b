import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { type Advised, matchingLine } from "./advice-lines.rules.js";
import type { AdviceLine } from "./matching/index.js";

/** The lines of advices as matching takes them, by advice. */
export async function linesOfAdvices(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  adviceIds: readonly string[],
): Promise<Map<string, AdviceLine[]>> {
  if (adviceIds.length === 0) return new Map();
  const rows = await tx.rows<Advised & { readonly adviceId: string; readonly fileName: string }>(sql`
    select l.advice_id as "adviceId", b.file_name as "fileName", l.line, l.reference, l.paid::text as paid,
           l.discount::text as discount, l.adjustments, l.text
    from remittance_advice_line l
    join remittance_advice a on a.tenant_id = l.tenant_id and a.id = l.advice_id
    join remittance_advice_batch b on b.tenant_id = a.tenant_id and b.id = a.batch_id
    where l.tenant_id = ${tenant.id} and l.advice_id = any(${adviceIds})
    order by l.advice_id, l.line_no`);
  const own = Map.groupBy(rows, ({ adviceId }) => adviceId);
  return new Map(
    [...own].map(([id, lines]) => [
      id,
      lines.map((line) => matchingLine(line, `line ${line.line} of ${line.fileName}`)),
    ]),
  );
}
