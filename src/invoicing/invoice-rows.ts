import { v7 as uuidv7 } from "uuid";
import { settled } from "../ledger/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { sql } from "../platform/database/sql.js";
import { Decimal } from "../platform/money.js";
import type { PricedLine } from "./invoice.rules.js";

/** Inserts the lines and taxes of invoices, set-based. */
export async function insertLines(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  invoices: readonly { readonly id: string; readonly lines: readonly PricedLine[] }[],
): Promise<void> {
  const lines = invoices.flatMap((invoice) =>
    invoice.lines.map((line, index) => ({ ...line, id: uuidv7(), invoiceId: invoice.id, lineNo: index + 1 })),
  );
  const taxes = lines.flatMap((line) => line.taxes.map((tax) => ({ ...tax, lineId: line.id })));
  const statements = [
    tx.rows(sql`
      insert into invoice_line (tenant_id, id, invoice_id, line_no, product, product_line, description, quantity,
                                unit_price, net, tax, gross)
      select ${tenant.id}, id, "invoiceId", "lineNo", product, "productLine", description, quantity, "unitPrice", net, tax, gross
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as l(id uuid, "invoiceId" uuid, "lineNo" integer, product text, "productLine" text, description text,
             quantity numeric, "unitPrice" numeric, net numeric, tax numeric, gross numeric)`),
  ];
  if (taxes.length > 0) {
    statements.push(
      tx.rows(sql`
        insert into invoice_line_tax (tenant_id, line_id, name, rate_percent, amount)
        select ${tenant.id}, "lineId", name, "ratePercent", amount
        from jsonb_to_recordset(${JSON.stringify(taxes)}::jsonb)
          as t("lineId" uuid, name text, "ratePercent" numeric, amount numeric)`),
    );
  }
  await settled(statements);
}

interface LineRow extends Omit<PricedLine, "net" | "tax" | "gross" | "taxes"> {
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly taxes: readonly { readonly name: string; readonly ratePercent: string; readonly amount: string }[];
}

/** An invoice's lines, as they were priced when the draft was made. */
export async function readLines(
  { tx, tenant }: Pick<CommandContext, "tx" | "tenant">,
  invoiceId: string,
): Promise<PricedLine[]> {
  const rows = await tx.rows<LineRow>(sql`
    select l.product, l.product_line as "productLine", l.description, l.quantity, l.unit_price as "unitPrice",
           l.net, l.tax, l.gross,
           coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'ratePercent', t.rate_percent::text,
                                                         'amount', t.amount::text) order by t.name)
                       from invoice_line_tax t where t.tenant_id = l.tenant_id and t.line_id = l.id), '[]') as taxes
    from invoice_line l where l.tenant_id = ${tenant.id} and l.invoice_id = ${invoiceId} order by l.line_no`);
  return rows.map((row) => ({
    ...row,
    net: new Decimal(row.net),
    tax: new Decimal(row.tax),
    gross: new Decimal(row.gross),
    taxes: row.taxes.map((t) => ({ ...t, amount: new Decimal(t.amount) })),
  }));
}
