import { v7 as uuidv7 } from "uuid";
import type { CommandContext } from "../../platform/commands/command.js";
import { sql } from "../../platform/database/sql.js";
import { aliasKey } from "./candidate-keys.rules.js";

/** Whose payment it was, as a person has said. */
export interface ConfirmedPayer {
  readonly receiptId: string;
  readonly matchId: string | null;
  readonly customerId: string;
}

interface Said {
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly customerName: string;
  readonly isKnownAccount: boolean;
}

/**
 * Keeps the name and the account under which the customer paid, where it was not known by them: the next payment is known
 * by itself. What somebody removed is learned anew only by another confirmation. Returns the aliases' ids.
 */
export async function learnPayer(context: CommandContext, payer: ConfirmedPayer): Promise<string[]> {
  const { tx, tenant, actor, emit } = context;
  const [said] = await tx.rows<Said>(sql`
    select n.payer_name as "payerName", n.payer_account as "payerAccount", c.name as "customerName",
           exists (select from customer_bank_account a where a.tenant_id = n.tenant_id and a.account = n.payer_account
                     and a.customer_id = c.id) as "isKnownAccount"
    from remittance n join customer c on c.tenant_id = n.tenant_id and c.id = ${payer.customerId}
    where n.tenant_id = ${tenant.id} and n.receipt_id = ${payer.receiptId}
    order by n.id limit 1`);
  if (!said) return [];
  const { payerName, payerAccount } = said;
  const isOwnName = payerName === null || aliasKey(payerName) === aliasKey(said.customerName);
  const lessons = [
    ...(isOwnName || aliasKey(payerName) === ""
      ? []
      : [{ kind: "NAME", value: payerName, key: aliasKey(payerName) }]),
    ...(payerAccount === null || said.isKnownAccount
      ? []
      : [{ kind: "ACCOUNT", value: payerAccount, key: payerAccount }]),
  ].map((lesson) => ({ ...lesson, id: uuidv7() }));
  if (lessons.length === 0) return [];
  const learned = await tx.rows<{ id: string; kind: string; value: string }>(sql`
    insert into payer_alias (tenant_id, id, kind, value, key, customer_id, receipt_id, match_id, learned_by)
    select ${tenant.id}, l.id, l.kind, l.value, l.key, ${payer.customerId}, ${payer.receiptId}, ${payer.matchId}::uuid,
           ${actor.subject}
    from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb) as l(id uuid, kind text, value text, key text)
    on conflict do nothing returning id, kind, value`);
  for (const { id, kind, value } of learned) {
    emit({
      type: "PAYER_ALIAS_LEARNED",
      subjectId: id,
      customerId: payer.customerId,
      payload: { payerAliasId: id, kind, value, customerId: payer.customerId, receiptId: payer.receiptId },
    });
  }
  return learned.map(({ id }) => id);
}
