import type { BusinessDate } from "../business-date.js";
import type { Tenant } from "../database/tenancy.js";
import type { WriteTransaction } from "../database/write-transaction.js";
import type { ApprovalSubject } from "./approval.js";
import type { TakenNumbers } from "./document-numbers.js";
import type { Refused } from "./refusal.js";

/** Who asks: what a command needs to know of the principal. */
export interface Actor {
  readonly tenantId: string;
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** Whose limits they have; none for an API key. */
  readonly roles?: readonly string[];
  /** The person behind the credentials, so that nobody is two people; the subject unless told otherwise. */
  readonly person?: string;
  /** Credentials that are bound to some customers only read. */
  readonly customerIds?: readonly string[] | null;
}

/** Something that happened, for the outbox. `payload` is JSON; `customerId` is what subscribers filter by. */
export interface DomainEvent {
  readonly type: string;
  readonly subjectId: string;
  readonly customerId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a command works with: its transaction, its tenant, the day it is, and where its events go. */
export interface CommandContext {
  readonly tx: WriteTransaction;
  readonly tenant: Tenant;
  readonly actor: Actor;
  readonly today: BusinessDate;
  emit(event: DomainEvent): void;
  /**
   * Writes what was told so far, so that it need not be held until the end. Told by a command of any size when it holds
   * the locks on all that these events are about. See docs/adr/0022-large-files-by-chunks.md.
   */
  writeEvents(): Promise<void>;
  /**
   * Told by a command that adjusts, after it has posted: it stands only if the actor's limit covers it. Otherwise the
   * pipeline undoes it and keeps the request for somebody else.
   */
  needsApproval(subject: ApprovalSubject): void;
  /** UUID of the approval request that is being carried out, if one is. */
  readonly approvalId?: string;
  /** Journal entries posted by this command, for a dry run's answer. */
  readonly postedEntryIds: string[];
  /** Numbers drawn by this command, which it gives back if it has to wait. */
  readonly takenNumbers: TakenNumbers[];
}

/** One use case. Its result is JSON, because it is kept under the idempotency key and given again on replay. */
export interface Command<Input, Result> {
  readonly name: string;
  /** The scope that its actor must have. */
  readonly scope: string;
  /** Whether it may call `needsApproval`. */
  readonly approvable?: boolean;
  run(context: CommandContext, input: Input): Promise<Result | Refused>;
  /** The field of the input that decides on which day it posts; `effectiveDate` when left out. */
  readonly postingDateAt?: string;
  /** Whether it is looked at, with nothing kept, when ids are malformed: what else is wrong is told with them. */
  readonly isCheckedBesideBadIds?: boolean;
  /** What the audit trail keeps of an input that is too large to keep whole. */
  readonly auditedInput?: (input: Input) => unknown;
  /** What the audit trail keeps of a result that holds a secret. Such a command takes no idempotency key. */
  readonly auditedResult?: (result: Result) => unknown;
}
