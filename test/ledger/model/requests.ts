import type { Role } from "../../../src/platform/auth/roles.js";
import type { Command } from "../../../src/platform/commands/command.js";
import type { EntryPreview } from "../../../src/platform/commands/entry-preview.js";
import { sql } from "../../../src/platform/database/sql.js";
import type { Books } from "../../support/books.js";
import type { ModelRequest } from "./ledger-model.js";

type AreOpen = (days: readonly string[]) => boolean;

/** A command that may have to wait, with what the model knows of it. */
export interface Asked<Input, Result> {
  readonly command: Command<Input, Result>;
  readonly input: Input;
  /** Whether it must be carried out at this moment, for somebody to whom days are open or not, under an approval or not. */
  readonly canBeDone: (areOpen: AreOpen, approvalId?: string) => boolean | Promise<boolean>;
  /** Who may ask for it, but not post it alone when it `waits`; that is looked at once it can be done. */
  readonly maker: Role;
  readonly waits: () => boolean;
  /** What nothing else may be done with while it waits. */
  readonly about?: object;
  /** Of what cannot be tried while it waits: whether it would post what it would have then. */
  readonly postsTheSame?: () => boolean;
  /** Moves the model. */
  readonly keep: (result: Result) => void | Promise<void>;
}

export type AskedFor<Of> = Of extends Command<infer Input, infer Result> ? Asked<Input, Result> : never;

/** What waits under an approval, for somebody who may approve anything. */
export function requestOf<Input, Result>(
  books: Books,
  areOpen: AreOpen,
  { command, input, maker, about, canBeDone, postsTheSame, keep }: Asked<Input, Result>,
  approvalId: string,
): ModelRequest {
  const kept = <Value>(column: "would_post" | "result") =>
    books.row<{ value: Value }>(
      sql`select ${sql.identifier(column)} as value from approval_request where id = ${approvalId}`,
    );
  return {
    approvalId,
    maker,
    about: about ?? null,
    decided: false,
    async stands() {
      if (!(await canBeDone(areOpen, approvalId))) return false;
      if (postsTheSame) return postsTheSame();
      const dry = await books.library.commands.execute(books.actor, command, input, { validateOnly: true });
      if (dry.kind !== "VALIDATED") throw new Error(`${command.name} is refused, which the model allows`);
      const shown = await kept<EntryPreview[]>("would_post");
      return substanceOf(dry.entries) === substanceOf(shown.value);
    },
    keep: async () => keep((await kept<Result>("result")).value),
  };
}

/** Amounts by kind, account and customer, whatever their order, their numbers and their day are. */
function substanceOf(entries: readonly EntryPreview[]): string {
  const each = entries.map(({ kind, lines }) =>
    [
      kind,
      ...lines
        .map((l) => [l.accountCode, l.currency, l.amount, l.functionalAmount, l.customerId].join(" "))
        .sort(),
    ].join("\n"),
  );
  return JSON.stringify(each.sort());
}
