import { updateCustomer } from "../customers/index.js";
import type { CommandContext } from "../platform/commands/command.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import { correctedAccount, correctionOf, heldForms } from "./bank-data-change.rules.js";
import { type AchNotice, achReason, type BankEntry } from "./bank-files/index.js";

interface Held {
  readonly customerId: string;
  readonly number: string;
  /** Null when the customer is known by its number, and not by the account. */
  readonly account: string | null;
}

export interface ChangedBankData {
  readonly changed: boolean;
  /** What became of it, in words. */
  readonly reason: string;
}

/**
 * Carries out a notification of change: the account by which a customer's payments are known is replaced, with a record
 * in the audit trail. When it is not clear whose account it is, or what to write instead, nothing changes and the
 * answer says why.
 */
export async function changeBankData(context: CommandContext, entry: BankEntry): Promise<ChangedBankData> {
  const { notice } = entry;
  if (!notice?.code) throw new Error("an entry without a notification of change");
  const what = `A notification of change (${achReason(notice.code)})`;
  const left = (why: string) => ({ changed: false, reason: `${what}: ${why} Change the customer by hand.` });
  const correction = correctionOf(notice);
  if (!correction) return left(`it corrects no account ("${notice.correctedData?.trim() ?? ""}").`);
  const found = await findHeld(context, notice);
  const [held] = found;
  if (!held || new Set(found.map((each) => each.customerId)).size > 1) {
    return left(held ? "several customers fit it." : "no customer's bank account fits it.");
  }
  const account = correctedAccount(held.account, notice, correction);
  if (account === null)
    return left(`customer ${held.number} is known by the account number alone, which stays.`);
  const refused = await replaceAccount(context, held, account, notice);
  if (refused !== null) return left(refused);
  const done =
    held.account === null
      ? `customer ${held.number} got the bank account ${account}.`
      : `bank account ${held.account} of customer ${held.number} was replaced by ${account}.`;
  return { changed: true, reason: `${what}: ${done}` };
}

/** Who holds the account, and whom the original entry called by number: together they must be one customer. */
async function findHeld({ tx, tenant }: CommandContext, notice: AchNotice): Promise<Held[]> {
  return tx.rows<Held>(sql`
    select * from (
      select b.customer_id as "customerId", c.number, b.account from customer_bank_account b
      join customer c on c.tenant_id = b.tenant_id and c.id = b.customer_id
      where b.tenant_id = ${tenant.id} and b.account = any(${heldForms(notice)}::text[])
      union all
      select c.id, c.number, null from customer c
      where c.tenant_id = ${tenant.id} and c.number = ${notice.individualId ?? ""}) found
    order by length(account) desc nulls last`);
}

async function replaceAccount(
  context: CommandContext,
  { customerId, number, account: old }: Held,
  account: string,
  notice: AchNotice,
): Promise<string | null> {
  const { tx, tenant, actor } = context;
  const known = await tx.rows<{ account: string; customerId: string }>(sql`
    select account, customer_id as "customerId" from customer_bank_account
    where tenant_id = ${tenant.id} and (customer_id = ${customerId} or account = ${account})`);
  if (known.some((each) => each.account === account && each.customerId !== customerId))
    return `account ${account} is another customer's.`;
  if (known.some((each) => each.account === account))
    return `customer ${number} has account ${account} already.`;
  const others = known.filter((each) => each.customerId === customerId && each.account !== old);
  if (old === null && others.length > 0)
    return `customer ${number} is named, but has other bank accounts (${others.map((each) => each.account).join(", ")}).`;
  const input = { customerId, bankAccounts: [...others.map((each) => each.account), account] };
  const outcome = await updateCustomer.run(context, input);
  if (outcome instanceof Refused) return outcome.refusals.map((refusal) => refusal.message).join(" ");
  const audited = { ...input, notification: notice };
  await tx.rows(sql`
    insert into audit_record (tenant_id, actor, command, input, result)
    values (${tenant.id}, ${actor.subject}, ${updateCustomer.name}, ${JSON.stringify(audited)}, ${JSON.stringify(outcome)})`);
  return null;
}
