import { createHash } from "node:crypto";
import { todayIn } from "../business-date.js";
import type { Database } from "../database/database.js";
import type { Orm } from "../database/orm.js";
import { sql } from "../database/sql.js";
import type { Tenant } from "../database/tenancy.js";
import { readTenant } from "../database/tenancy.js";
import { inTransaction, Rollback, type WriteTransaction } from "../database/write-transaction.js";
import { Decimal } from "../money.js";
import {
  type ApprovalPolicy,
  type ApprovalSubject,
  type HeldCommand,
  isPending,
  type PendingResult,
} from "./approval.js";
import type { Actor, Command, CommandContext } from "./command.js";
import { CommandEvents } from "./command-events.js";
import { refusalOf } from "./database-refusals.js";
import { withoutNumbers } from "./document-numbers.js";
import { type EntryPreview, previewOf } from "./entry-preview.js";
import { type Refusal, Refused, refusal } from "./refusal.js";

export interface CommandOptions {
  /** Kept with the input's hash and the result; the same key and input give the first result again. */
  readonly idempotencyKey?: string;
  /** Take the whole road, then undo it and tell what would have been posted. */
  readonly validateOnly?: boolean;
}

/** How a command ended. */
export type Outcome<Result> =
  | { readonly kind: "DONE"; readonly result: Result; readonly replayed: boolean }
  | {
      readonly kind: "VALIDATED";
      readonly result: Result;
      readonly entries: readonly EntryPreview[];
      readonly needsApproval: boolean;
    }
  | { readonly kind: "PENDING"; readonly approvalId: string; readonly replayed: boolean }
  | { readonly kind: "REFUSED"; readonly refusals: readonly Refusal[] };

/** The result of a command that refuses nothing and waits for nobody; if it does, it is a fault. */
export function resultOf<Result>(outcome: Outcome<Result>): Result {
  if (outcome.kind === "PENDING") throw new Error("the command waits for approval");
  if (outcome.kind === "REFUSED") throw new Error(outcome.refusals.map((r) => r.message).join(" "));
  return outcome.result;
}

export class ForbiddenError extends Error {
  override readonly name = "ForbiddenError";
}

export interface PipelineOptions {
  readonly database: Database;
  readonly orm: Orm;
  readonly now: () => Date;
  /** Who may adjust how much alone. */
  readonly approvals: ApprovalPolicy;
  /** Told after each commit that wrote events. */
  readonly onEvents: (tenantId: string) => void;
}

/** The one way in which anything changes: authorise, begin, claim the key, run, record, commit. */
export class CommandPipeline {
  readonly #tenants = new Map<string, Tenant>();

  constructor(private readonly options: PipelineOptions) {}

  async execute<Input, Result>(
    actor: Actor,
    command: Command<Input, Result>,
    input: Input,
    options: CommandOptions = {},
  ): Promise<Outcome<Result>> {
    if (!actor.scopes.has(command.scope))
      throw new ForbiddenError(`This needs the scope "${command.scope}".`);
    if (actor.customerIds) throw new ForbiddenError("Credentials that are bound to customers can only read.");
    let wroteEvents = false;
    const settings: Record<string, string> = actor.scopes.has("soft-closed:post")
      ? { "app.may_post_soft_closed": "on" }
      : {};
    try {
      const outcome = await inTransaction(
        { database: this.options.database, orm: this.options.orm, tenantId: actor.tenantId, settings },
        async (tx): Promise<Outcome<Result>> => {
          const replay = await claimKey<Result>(tx, actor, command.name, input, options);
          if (replay) return replay;
          const asked: Asked = { events: new CommandEvents(tx, actor.tenantId), subjects: [] };
          const context = await this.#context(tx, actor, asked);
          if (command.approvable) await tx.rows(sql`savepoint asked`);
          const result = await command.run(context, input);
          if (result instanceof Refused)
            throw new Rollback<Outcome<Result>>({ kind: "REFUSED", refusals: result.refusals });
          await tx.flush();
          const beyond = await this.#beyondLimit(context, asked);
          if (options.validateOnly) {
            const entries = await previewOf(context);
            throw new Rollback({ kind: "VALIDATED", result, entries, needsApproval: beyond !== undefined });
          }
          if (beyond) {
            const shown = await shownOf(context, beyond);
            await tx.rows(sql`rollback to savepoint asked`);
            const held = { command: command.name, input, ...shown };
            const approvalId = await this.options.approvals.hold(tx, context.tenant, actor, held);
            await record(tx, actor, command, input, { pendingApprovalId: approvalId }, options);
            return { kind: "PENDING", approvalId, replayed: false };
          }
          await Promise.all([record(tx, actor, command, input, result, options), asked.events.write()]);
          wroteEvents = asked.events.anyWritten;
          return { kind: "DONE", result, replayed: false };
        },
      );
      if (wroteEvents) this.options.onEvents(actor.tenantId);
      return outcome;
    } catch (error) {
      if (error instanceof Rollback) return error.value as Outcome<Result>;
      const known = refusalOf(error, command.postingDateAt);
      if (known) return { kind: "REFUSED", refusals: [known] };
      throw error;
    }
  }

  /** The first of what was done that the actor's limit does not cover. */
  async #beyondLimit(
    { tx, tenant, actor }: CommandContext,
    { subjects }: Asked,
  ): Promise<ApprovalSubject | undefined> {
    for (const subject of subjects) {
      const amount = new Decimal(subject.amount).plus(subject.before ?? 0).toFixed();
      if (!(await this.options.approvals.covers(tx, tenant, actor, { ...subject, amount }))) return subject;
    }
    return undefined;
  }

  async #context(tx: WriteTransaction, actor: Actor, asked: Asked): Promise<CommandContext> {
    let tenant = this.#tenants.get(actor.tenantId);
    if (!tenant) {
      tenant = await readTenant(tx, actor.tenantId);
      if (!tenant) throw new ForbiddenError("The tenant of these credentials does not exist.");
      this.#tenants.set(tenant.id, tenant);
    }
    return {
      tx,
      tenant,
      actor,
      today: todayIn(tenant.timeZone, this.options.now()),
      emit: (event) => asked.events.tell(event),
      writeEvents: () => asked.events.write(),
      needsApproval: (subject) => void asked.subjects.push(subject),
      postedEntryIds: [],
      takenNumbers: [],
    };
  }
}

/** What a command that has to wait did, for whoever decides it. */
async function shownOf(
  context: CommandContext,
  subject: ApprovalSubject,
): Promise<Pick<HeldCommand, "subject" | "wouldPost">> {
  const numberless = (text: string) => withoutNumbers(text, context.takenNumbers);
  const entries = await previewOf(context);
  return {
    subject: { ...subject, summary: numberless(subject.summary) },
    wouldPost: entries.map((entry) => ({ ...entry, description: numberless(entry.description) })),
  };
}

/** What a command says while it runs. */
interface Asked {
  readonly events: CommandEvents;
  readonly subjects: ApprovalSubject[];
}

/**
 * Claims the key for the request, or gives the first result again. A key is one principal's within its tenant: another
 * principal's request under the same key is refused, whatever it asks. See docs/adr/0009-idempotency-keys.md.
 */
async function claimKey<Result>(
  tx: WriteTransaction,
  actor: Actor,
  command: string,
  input: unknown,
  { idempotencyKey: key, validateOnly }: CommandOptions,
): Promise<Outcome<Result> | null> {
  if (key === undefined || validateOnly) return null;
  const hash = createHash("sha256").update(canonicalJson(input)).digest("hex");
  const claimed = await tx.rows(sql`
    insert into idempotency_key (tenant_id, key, command, input_hash, subject)
    values (${actor.tenantId}, ${key}, ${command}, ${hash}, ${actor.subject})
    on conflict do nothing returning key`);
  if (claimed.length > 0) return null;
  const [first] = await tx.rows<{
    command: string;
    hash: string;
    result: Result;
    subject: string | null;
  }>(sql`
    select command, input_hash as hash, result, subject from idempotency_key
    where tenant_id = ${actor.tenantId} and key = ${key}`);
  // What the other asked for, and what came of it, is not this one's to know.
  if (first && first.subject !== null && first.subject !== actor.subject) return keyRefused(KEY_OF_ANOTHER);
  if (first && first.command === command && first.hash === hash) {
    if (isPending(first.result)) {
      return { kind: "PENDING", approvalId: first.result.pendingApprovalId, replayed: true };
    }
    return { kind: "DONE", result: first.result, replayed: true };
  }
  const message = `The idempotency key "${key}" was used before for ${first?.command === command ? "other input" : first?.command}. Use a new key for a new request.`;
  return keyRefused(message);
}

const KEY_OF_ANOTHER =
  "The idempotency key was used before with other credentials, and nothing was done now. See what they did before you use a new key.";

function keyRefused(message: string): Outcome<never> {
  return { kind: "REFUSED", refusals: [refusal("IDEMPOTENCY_KEY_REUSED", "idempotencyKey", message)] };
}

async function record<Input, Result>(
  tx: WriteTransaction,
  actor: Actor,
  command: Command<Input, Result>,
  input: Input,
  result: Result | PendingResult,
  options: CommandOptions,
): Promise<void> {
  const auditedInput = command.auditedInput ? command.auditedInput(input) : input;
  const audited = command.auditedResult && !isPending(result) ? command.auditedResult(result) : result;
  const writes: Promise<unknown>[] = [
    tx.rows(sql`
      insert into audit_record (tenant_id, actor, command, input, result)
      values (${actor.tenantId}, ${actor.subject}, ${command.name}, ${JSON.stringify(auditedInput)}, ${JSON.stringify(audited)})`),
  ];
  if (options.idempotencyKey !== undefined) {
    writes.push(
      tx.rows(sql`
        update idempotency_key set result = ${JSON.stringify(result)}
        where tenant_id = ${actor.tenantId} and key = ${options.idempotencyKey}`),
    );
  }
  await Promise.all(writes);
}

/** JSON with sorted keys, so that the same input has the same hash whatever the order it was written in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    v !== null && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
