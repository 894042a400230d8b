import type { CommandContext } from "../platform/commands/command.js";
import type { InputChecks } from "../platform/commands/input-checks.js";
import { refusal } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { Decimal, formatAmount } from "../platform/money.js";
import type { Claim } from "./dispute.rules.js";

/** What is disputed of a line: all that is left of it if no amount is given. */
export interface LineAsked {
  readonly invoiceLineId: string;
  /** With tax, in the invoice's currency; positive. */
  readonly amount?: string | null;
}

interface DisputableLine {
  readonly lineNo: number;
  /** With tax, less what standing credit memos credit and standing disputes dispute of it. */
  readonly left: Decimal;
}

/** What is claimed of an invoice's lines, by the line's UUID. The invoice must be locked; what is wrong goes to `checks`. */
export async function claimLines(
  context: CommandContext,
  { invoiceId, currency }: { readonly invoiceId: string; readonly currency: string },
  asked: readonly LineAsked[],
  checks: InputChecks,
): Promise<Claim[]> {
  if (asked.length === 0)
    checks.add("REQUIRED", "lines", "Name a line, or leave `lines` out to dispute all that is open.");
  const lines = await readLines(context, invoiceId);
  return asked.flatMap(({ invoiceLineId: id, amount }, i) => {
    const path = `lines.${i}`;
    const line = lines.get(id);
    if (!line) {
      checks.add("NOT_FOUND", `${path}.invoiceLineId`, "The invoice has no such line.");
      return [];
    }
    if (asked.findIndex((other) => other.invoiceLineId === id) < i)
      checks.add("INVALID_VALUE", `${path}.invoiceLineId`, "This line is named twice.");
    if (line.left.lte(0)) {
      const message = `Nothing of line ${line.lineNo} is left that is not credited or disputed already.`;
      checks.add("INVALID_STATE", `${path}.invoiceLineId`, message);
      return [];
    }
    if (amount != null) checkAmount(checks, new Decimal(amount), line, currency, `${path}.amount`);
    return [{ id, amount: new Decimal(amount ?? line.left) }];
  });
}

function checkAmount(
  checks: InputChecks,
  amount: Decimal,
  { lineNo, left }: DisputableLine,
  currency: string,
  path: string,
): void {
  checks.amount(amount.toFixed(), currency, path);
  if (amount.lte(left)) return;
  const balance = formatAmount(left, currency);
  const message = `${formatAmount(amount, currency)} ${currency} is more than the ${balance} ${currency} of line ${lineNo} that is neither credited nor disputed.`;
  checks.refusals.push(refusal("AMOUNT_EXCEEDS_BALANCE", path, message, { balance, currency }));
}

async function readLines(
  { tx, tenant }: CommandContext,
  invoiceId: string,
): Promise<ReadonlyMap<string, DisputableLine>> {
  const rows = await tx.rows<{ id: string; lineNo: number; left: string }>(sql`
    select l.id, l.line_no as "lineNo", l.gross
             - coalesce((select sum(m.gross) from credit_memo_line m
                         join credit_memo d on d.tenant_id = m.tenant_id and d.id = m.credit_memo_id and d.void_entry_id is null
                         where m.tenant_id = l.tenant_id and m.invoice_line_id = l.id), 0)
             - coalesce((select sum(x.amount) from dispute_line x
                         join dispute d on d.tenant_id = x.tenant_id and d.id = x.dispute_id and d.closed_on is null
                         where x.tenant_id = l.tenant_id and x.invoice_line_id = l.id), 0) as left
    from invoice_line l where l.tenant_id = ${tenant.id} and l.invoice_id = ${invoiceId}`);
  return new Map(rows.map(({ id, lineNo, left }) => [id, { lineNo, left: new Decimal(left) }]));
}
