import type { Tenant } from "../database/tenancy.js";
import type { WriteTransaction } from "../database/write-transaction.js";
import type { Actor, Command, CommandContext } from "./command.js";
import type { EntryPreview } from "./entry-preview.js";

/** What a command did that may need somebody else's word: compared with the limit of whoever asks for it. */
export interface ApprovalSubject {
  /** Which limits apply, e.g. WRITE_OFF. */
  readonly kind: string;
  /** Positive, in the currency. */
  readonly amount: string;
  readonly currency: string;
  /**
   * What was done to the same thing before, without anybody's approval and not taken back: positive, in the currency. The
   * limit of whoever asks is for both together, so that splitting does not pass it.
   */
  readonly before?: string;
  /** Null when it is about many. */
  readonly customerId: string | null;
  /** UUIDs of the open items whose balance it changes; none when it is about many customers. */
  readonly itemIds: readonly string[];
  readonly reasonCode: string | null;
  /** In words, for whoever decides. */
  readonly summary: string;
}

/** A command that was carried out to see what it does, undone, and now waits. */
export interface HeldCommand {
  readonly command: string;
  readonly input: unknown;
  readonly subject: ApprovalSubject;
  readonly wouldPost: readonly EntryPreview[];
}

/** Who may do what alone, and what becomes of the rest. The pipeline asks; the module of approvals answers. */
export interface ApprovalPolicy {
  covers(tx: WriteTransaction, tenant: Tenant, actor: Actor, subject: ApprovalSubject): Promise<boolean>;
  /** Keeps the request; its id. */
  hold(tx: WriteTransaction, tenant: Tenant, actor: Actor, held: HeldCommand): Promise<string>;
}

/** The result under which a command that waits is kept for repetitions of its request. */
export interface PendingResult {
  readonly pendingApprovalId: string;
}

export function isPending(result: unknown): result is PendingResult {
  return typeof result === "object" && result !== null && "pendingApprovalId" in result;
}

/** Runs an approvable command on an input that it was asked with before. */
type Rerun = (context: CommandContext, input: unknown) => Promise<unknown>;

const approvables = new Map<string, Rerun>();

/** Declares a command that may have to wait, so that it is found by its name when it is allowed. */
export function approvable<Input, Result>(command: Command<Input, Result>): Command<Input, Result> {
  // The input is what the same command was given, back from JSON.
  approvables.set(command.name, (context, input) => command.run(context, input as Input));
  return { ...command, approvable: true };
}

export function approvableCommand(name: string): Rerun {
  const rerun = approvables.get(name);
  if (!rerun) throw new Error(`no command ${name} can wait for approval`);
  return rerun;
}
