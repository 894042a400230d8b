import { Field, ObjectType } from "type-graphql";
import type { Command } from "../commands/command.js";
import type { EntryPreview } from "../commands/entry-preview.js";
import { ForbiddenError } from "../commands/pipeline.js";
import type { Refusal } from "../commands/refusal.js";
import { AllowAnyone } from "./access.js";
import type { ApplicationContext } from "./application-context.js";
import { requestError } from "./errors.js";
import { decodeId } from "./ids.js";
import { CurrencyCode, DateScalar, Decimal } from "./scalars.js";
import { refuseUnstorable } from "./storable-text.js";
import { inPrecedence, type PayloadField } from "./user-error.js";

/** Where ids stand in an input and what they point to, e.g. `{ "applications.*.invoiceId": "inv" }`. */
export type InputIds = Readonly<Record<string, string>>;

/** The fields that every mutation's input may have beside its own. */
interface MutationInput {
  readonly idempotencyKey?: string | null;
  readonly validateOnly?: boolean | null;
}

/** What a mutation's resolver returns; the things that the command made or changed stand beside these. */
export interface MutationPayload {
  readonly userErrors: readonly Refusal[];
  readonly replayed: boolean;
  readonly wouldPost?: readonly EntryPreview[];
  readonly needsApproval?: boolean;
}

/**
 * Runs a command for a mutation: decodes the ids, executes, and reads the payload back through the query road.
 * The input's `idempotencyKey` and `validateOnly` are the pipeline's; the rest is the command's.
 */
export async function runCommand<Input, Result>(
  context: ApplicationContext,
  command: Command<Input, Result>,
  given: MutationInput & object,
  ids: InputIds,
  /** Things that are read lazily are functions: a promise that no client selects would fail unseen. */
  things: (result: Result) => object | Promise<object>,
  /** Of a command that may have to wait for somebody's word: what it shows then. */
  pending: (approvalId: string) => object = () => ({}),
  /** What a dry run shows of what it would have done, beside the entries. */
  validated: (result: Result) => object = () => ({}),
): Promise<MutationPayload> {
  const { idempotencyKey, validateOnly, ...rest } = given;
  const refusals = refuseUnstorable(given);
  if (idempotencyKey != null && (idempotencyKey.length < 1 || idempotencyKey.length > 200)) {
    refusals.push({
      code: "INVALID_VALUE",
      path: ["idempotencyKey"],
      message: "An idempotency key has 1 to 200 characters.",
    });
  }
  const isCheckable = command.isCheckedBesideBadIds === true && refusals.length === 0;
  const input = decodeIds(rest, ids, refusals);
  if (refusals.length > 0) {
    const others = isCheckable ? await besideBadIds(context, command, input as Input, refusals) : [];
    return refused([...refusals, ...others]);
  }
  const outcome = await context.services.commands
    .execute(context.principal, command, input as Input, {
      idempotencyKey: idempotencyKey ?? undefined,
      validateOnly: validateOnly ?? false,
    })
    .catch((error: unknown) => {
      if (error instanceof ForbiddenError) throw requestError("FORBIDDEN", error.message);
      throw error;
    });
  if (outcome.kind === "REFUSED") return refused(outcome.refusals);
  if (outcome.kind === "VALIDATED") {
    const { entries, needsApproval } = outcome;
    return {
      ...validated(outcome.result),
      userErrors: [],
      replayed: false,
      wouldPost: entries,
      needsApproval,
    };
  }
  await context.refresh();
  if (outcome.kind === "PENDING") {
    const { approvalId, replayed } = outcome;
    return { ...pending(approvalId), needsApproval: true, userErrors: [], replayed };
  }
  return { ...(await things(outcome.result)), userErrors: [], replayed: outcome.replayed };
}

/** What else is wrong with an input whose malformed ids are told already. Nothing is kept of the attempt. */
async function besideBadIds<Input, Result>(
  context: ApplicationContext,
  command: Command<Input, Result>,
  input: Input,
  told: readonly Refusal[],
): Promise<readonly Refusal[]> {
  const outcome = await context.services.commands.execute(context.principal, command, input, {
    validateOnly: true,
  });
  if (outcome.kind !== "REFUSED") return [];
  const places = new Set(told.map(({ path }) => path.join(".")));
  return outcome.refusals.filter(({ path }) => !places.has(path.join(".")));
}

/** The id of nothing, for one that could not be read. */
const NOTHING = "00000000-0000-0000-0000-000000000000";

function refused(refusals: readonly Refusal[]): MutationPayload {
  return { userErrors: inPrecedence(refusals), replayed: false };
}

/** A copy of the input in which every id is the UUID that it stands for. */
function decodeIds(input: object, ids: InputIds, refusals: Refusal[]): unknown {
  return Object.entries(ids).reduce<unknown>(
    (copy, [path, prefix]) => decodeAt(copy, path.split("."), prefix, [], refusals),
    input,
  );
}

function decodeAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  prefix: string,
  path: readonly string[],
  refusals: Refusal[],
): unknown {
  if (value === null || value === undefined) return value;
  if (step === undefined) {
    const decoded = decodeId(prefix, String(value), path);
    if (typeof decoded === "string") return decoded;
    refusals.push(decoded);
    return NOTHING;
  }
  if (step === "*") {
    if (!Array.isArray(value)) return value;
    return value.map((item, index) => decodeAt(item, rest, prefix, [...path, String(index)], refusals));
  }
  if (typeof value !== "object" || !(step in value)) return value;
  const inner: unknown = Reflect.get(value, step);
  return { ...value, [step]: decodeAt(inner, rest, prefix, [...path, step], refusals) };
}

@AllowAnyone()
@ObjectType({ description: "A line of a journal entry that a dry run would post. Debits positive." })
export class JournalLinePreview {
  @Field(() => String, { description: "The account's code." })
  accountCode!: string;

  @Field(() => String, { description: "The account's name." })
  accountName!: string;

  @Field(() => CurrencyCode, { description: "The document's currency." })
  currency!: string;

  @Field(() => Decimal, { description: "In the document's currency; debits positive, credits negative." })
  amount!: string;

  @Field(() => Decimal, {
    description: "In the tenant's functional currency; debits positive, credits negative.",
  })
  functionalAmount!: string;
}

@AllowAnyone()
@ObjectType({ description: "A journal entry that a dry run would post." })
export class JournalEntryPreview {
  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => String, { description: "What kind of posting it is." })
  kind!: string;

  @Field(() => String, { description: "In words." })
  description!: string;

  @Field(() => [JournalLinePreview], { description: "Its lines; they sum to zero." })
  lines!: JournalLinePreview[];
}

/** The payload field of every mutation that posts. */
export const WOULD_POST: Readonly<Record<"wouldPost", PayloadField>> = {
  wouldPost: {
    type: () => [JournalEntryPreview],
    description: "With `validateOnly`: the journal entries that would be posted. Null otherwise.",
  },
};
