import type { Command } from "../platform/commands/command.js";
import { InputChecks } from "../platform/commands/input-checks.js";
import { Refused } from "../platform/commands/refusal.js";
import { sql } from "../platform/database/sql.js";
import type { Paper } from "../platform/pdf/pdf-writer.js";
import { isLocale } from "./printed-values.rules.js";

/** What is left out stays; null takes a text away. */
export interface LetterheadSetInput {
  readonly name?: string | null;
  readonly address?: string | null;
  readonly replyName?: string | null;
  readonly replyAddress?: string | null;
  readonly replyEmail?: string | null;
  readonly replyPhone?: string | null;
  readonly paymentInstructions?: string | null;
  readonly paper?: Paper | null;
  readonly locale?: string | null;
}

/** Sets what stands on documents from now on; documents are made when they are asked for. */
export const setLetterhead: Command<LetterheadSetInput, object> = {
  name: "letterheadSet",
  scope: "tenant:manage",
  async run({ tx, tenant }, input) {
    const checks = new InputChecks();
    const texts = TEXTS.map(({ key, column, what, max }) => {
      const value = input[key];
      if (value != null) checks.text(value, key, what, max);
      return { column, value };
    });
    if (input.locale != null && !isLocale(input.locale)) {
      checks.add(
        "INVALID_VALUE",
        "locale",
        `"${input.locale}" is not a language tag such as en-US or de-DE.`,
      );
    }
    if (checks.refusals.length > 0) return new Refused(checks.refusals);
    const others = [
      { column: "paper", value: input.paper ?? undefined },
      { column: "locale", value: input.locale ?? undefined },
    ];
    const given = [...texts, ...others].filter(({ value }) => value !== undefined);
    await tx.rows(sql`insert into letterhead (tenant_id) values (${tenant.id}) on conflict do nothing`);
    const changes = given.map(({ column, value }) => sql`${sql.identifier(column)} = ${value}`);
    await tx.rows(sql`
      update letterhead set ${sql.join([...changes, sql`version = version + 1`])} where tenant_id = ${tenant.id}`);
    return {};
  },
};

const TEXTS = [
  { key: "name", column: "name", what: "a name", max: 200 },
  { key: "address", column: "address", what: "an address", max: 500 },
  { key: "replyName", column: "reply_name", what: "a name", max: 200 },
  { key: "replyAddress", column: "reply_address", what: "an address", max: 500 },
  { key: "replyEmail", column: "reply_email", what: "an e-mail address", max: 200 },
  { key: "replyPhone", column: "reply_phone", what: "a telephone number", max: 100 },
  { key: "paymentInstructions", column: "payment_instructions", what: "instructions", max: 1_000 },
] as const;
