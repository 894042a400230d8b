import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused, refusal, refuse } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { isTooLarge } from "../platform/money.js";
import { adviceIdentity } from "./advice-identity.rules.js";
import {
  type ParsedAdviceFile,
  type ReadAdviceFile,
  type RemittanceAdvice,
  usableAdvices,
} from "./advices/index.js";
import type { Finding } from "./bank-files/index.js";
import { rematchReceipts } from "./matches/rematch-receipts.js";
import { findPairs, keepPairs } from "./pair-advices.js";

export interface TakenAdviceFile {
  readonly batchId: string;
  readonly adviceIds: readonly string[];
  readonly findings: readonly Finding[];
  /** How many of its advices ended how. */
  readonly outcomes: Readonly<Record<AdviceOutcome, number>>;
  /** How many advices were paired with a receipt that was there. */
  readonly paired: number;
}

type AdviceOutcome = "TAKEN" | "DUPLICATE" | "QUARANTINED";

/**
 * Takes in a file of remittance advices as one atomic batch, and pairs its advices with receipts that are there. The
 * same file is refused; an advice that was taken before, in whatever file, is kept as a duplicate and used once.
 * What these receipts still have to apply is matched anew with what their advices say.
 */
export async function takeAdviceFile(
  context: CommandContext,
  source: { readonly fileName: string; readonly content: Buffer },
  read: ReadAdviceFile,
): Promise<TakenAdviceFile | Refused> {
  const { file, findings } = read;
  if (!file || findings.some(({ severity }) => severity === "REJECT_FILE")) {
    return new Refused(refusalsOf(findings));
  }
  const batchId = uuidv7();
  const { tx, tenant, actor } = context;
  const fileHash = createHash("sha256").update(source.content).digest("hex");
  const claimed = await tx.rows(sql`
    insert into remittance_advice_batch (tenant_id, id, file_hash, file_name, format, message_id, advice_count, findings, taken_by)
    values (${tenant.id}, ${batchId}, ${fileHash}, ${source.fileName}, ${formatOf(file)}, ${file.messageId},
            ${file.advices.length}::integer, ${JSON.stringify(findings)}, ${actor.subject})
    on conflict (tenant_id, file_hash) do nothing returning id`);
  if (claimed.length === 0) {
    const message = "This very file was taken in before. Nothing was done.";
    return refuse(refusal("DUPLICATE_FILE", "content", message));
  }
  const kept = await keepAdvices(context, batchId, file, findings);
  const pairs = await findPairs(context, { batchId });
  await keepPairs(context, pairs);
  await rematchReceipts(
    context,
    pairs.map(({ paymentId }) => paymentId),
  );
  const adviceIds = kept.map(({ id }) => id);
  return { batchId, adviceIds, findings, outcomes: outcomesOf(kept), paired: pairs.length };
}

function formatOf({ format, version }: ParsedAdviceFile): string {
  return version === null ? format : `${format} ${version}`;
}

async function keepAdvices(
  { tx, tenant }: CommandContext,
  batchId: string,
  file: ParsedAdviceFile,
  findings: readonly Finding[],
): Promise<{ readonly id: string; readonly outcome: AdviceOutcome }[]> {
  const usable = new Set(usableAdvices(file, findings).map(({ index }) => index));
  const own = file.advices.map(rowOf);
  const identities = file.advices.map((advice, at) => identityOf(advice, own[at]?.id ?? ""));
  const known = await tx.rows<{ identity: string }>(sql`
    select identity from remittance_advice
    where tenant_id = ${tenant.id} and outcome = 'TAKEN' and identity = any(${identities})`);
  const taken = new Set(known.map(({ identity }) => identity));
  const rows = own.map((row, at) => {
    const identity = identities[at] ?? "";
    const outcome: AdviceOutcome = !usable.has(row.adviceNo - 1)
      ? "QUARANTINED"
      : taken.has(identity)
        ? "DUPLICATE"
        : "TAKEN";
    if (outcome === "TAKEN") taken.add(identity);
    return { ...row, identity, outcome };
  });
  await tx.rows(sql`
    insert into remittance_advice (tenant_id, id, batch_id, advice_no, line, number, payment_references, payer_name,
      payer_account, payer_routing, payer_identifiers, method, paid_on, currency, total, text, outcome, identity)
    select ${tenant.id}, r.id, ${batchId}, r."adviceNo", r.line, r.number,
      array(select jsonb_array_elements_text(r."paymentReferences")), r."payerName", r."payerAccount", r."payerRouting",
      r."payerIdentifiers", r.method, r."paidOn", r.currency, r.total, r.text, r.outcome, r.identity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "adviceNo" integer, line integer, number text,
      "paymentReferences" jsonb, "payerName" text, "payerAccount" text, "payerRouting" text, "payerIdentifiers" jsonb,
      method text, "paidOn" date, currency text, total numeric, text text, outcome text, identity text)`);
  const lines = file.advices.flatMap((advice, at) => linesOf(advice, rows[at]?.id ?? ""));
  await tx.rows(sql`
    insert into remittance_advice_line (tenant_id, advice_id, line_no, line, reference, reference_type, other_references,
      paid, gross, discount, adjustments, document_date, text)
    select ${tenant.id}, l."adviceId", l."lineNo", l.line, l.reference, l."referenceType", l."otherReferences",
      l.paid, l.gross, l.discount, l.adjustments, l."documentDate", l.text
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("adviceId" uuid, "lineNo" integer, line integer,
      reference text, "referenceType" text, "otherReferences" jsonb, paid numeric, gross numeric, discount numeric,
      adjustments jsonb, "documentDate" date, text text)`);
  return rows;
}

function rowOf(advice: RemittanceAdvice) {
  return {
    id: uuidv7(),
    adviceNo: advice.index + 1,
    line: advice.line,
    number: advice.number,
    paymentReferences: advice.paymentReferences.map(({ value }) => value),
    payerName: advice.payer.name,
    payerAccount: advice.payer.account,
    payerRouting: advice.payer.routing,
    payerIdentifiers: advice.payer.identifiers,
    method: advice.method,
    paidOn: advice.paidOn,
    currency: advice.currency,
    total: kept(advice.total),
    text: advice.text,
  };
}

function linesOf(advice: RemittanceAdvice, adviceId: string) {
  return advice.lines.map(({ index, paid, gross, discount, ...line }) => ({
    ...line,
    adviceId,
    lineNo: index + 1,
    paid: kept(paid),
    gross: kept(gross),
    discount: kept(discount),
  }));
}

/** An amount that no ledger takes is told by a finding, which quarantines the advice. */
function kept(amount: string | null): string | null {
  return amount === null || isTooLarge(amount) ? null : amount;
}

function identityOf(advice: RemittanceAdvice, id: string): string {
  const { payer, paymentReferences, number, total, currency, paidOn } = advice;
  const { name: payerName, identifiers: payerIdentifiers } = payer;
  const reference = paymentReferences[0]?.value ?? null;
  const lines = advice.lines.map((line) => ({ reference: line.reference, paid: kept(line.paid) }));
  return adviceIdentity({
    id,
    payerName,
    payerIdentifiers,
    reference,
    number,
    total,
    currency,
    paidOn,
    lines,
  });
}

function outcomesOf(kept: readonly { readonly outcome: AdviceOutcome }[]): TakenAdviceFile["outcomes"] {
  const count = (wanted: AdviceOutcome) => kept.filter(({ outcome }) => outcome === wanted).length;
  return { TAKEN: count("TAKEN"), DUPLICATE: count("DUPLICATE"), QUARANTINED: count("QUARANTINED") };
}

function refusalsOf(findings: readonly Finding[]) {
  return findings
    .filter(({ severity }) => severity === "REJECT_FILE")
    .map(({ line, code, message }) => {
      const where = line === undefined ? "" : `Line ${line}: `;
      return refusal("INVALID_FILE", "content", `${where}${message}`, { finding: code, line });
    });
}
