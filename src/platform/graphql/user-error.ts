import { Extensions, Field, Int, InterfaceType, ObjectType, registerEnumType } from "type-graphql";
import type { Refusal, Refused } from "../commands/refusal.js";
import { AllowAnyone } from "./access.js";
import { Derived, type DerivedOptions, type TypeClass } from "./fields.js";

/** Filled by `defineErrorCodes` before the schema is assembled; type-graphql knows the enum by this object. */
const ErrorCode: Record<string, string> = {};

/** Makes the enum `ErrorCode` of a map from code to description. */
export function defineErrorCodes(codes: Readonly<Record<string, string>>): void {
  const names = Object.keys(codes);
  Object.assign(ErrorCode, Object.fromEntries(names.map((code) => [code, code])));
  registerEnumType(ErrorCode, {
    name: "ErrorCode",
    description: "Why a mutation was not carried out, in order of precedence.",
    valuesConfig: Object.fromEntries(names.map((code) => [code, { description: codes[code] }])),
  });
}

/** All of the refusals, the code that the enum names first in front. */
export function inPrecedence(refusals: readonly Refusal[]): Refusal[] {
  const codes = Object.keys(ErrorCode);
  return refusals.toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

@AllowAnyone()
@Extensions({ typeNameOf: (error: Refusal) => concreteTypes.get(error.code) ?? "GenericError" })
@InterfaceType({
  description: "Why a mutation was not carried out, told so that a program and a person can act on it.",
})
export abstract class UserError {
  @Field(() => ErrorCode, { description: "What a program acts on." })
  code!: string;

  @Field(() => String, { description: "What a person reads, in English." })
  message!: string;

  @Field(() => [String], { description: "Names and indexes from the input's root to the value at fault." })
  path!: string[];
}

const concreteTypes = new Map<string, string>();

/**
 * A class whose fields show the data of refusals with these codes:
 *
 *     @UserErrorType("The amount is more than what is open.", "AMOUNT_EXCEEDS_BALANCE")
 *     export class AmountExceedsBalance {
 *       @ErrorData(() => Money, { description: "What is open." }) balance!: Money;
 *     }
 *
 * Such types are named in `orphanedTypes` only when the schema does not find them through `UserError`.
 */
export function UserErrorType(description: string, ...codes: string[]): ClassDecorator {
  return (target) => {
    for (const code of codes) concreteTypes.set(code, target.name);
    ObjectType(target.name, { description, implements: UserError })(target);
    AllowAnyone()(target);
  };
}

/** A field of a concrete error: the refusal's datum of the same name. */
export function ErrorData(type: () => object, options: DerivedOptions): PropertyDecorator {
  return (prototype, property) =>
    Derived<Refusal>(type, options, (error) => error.data?.[String(property)])(prototype, property);
}

@UserErrorType("An error that its code, message and path tell completely.")
export class GenericError {}

@UserErrorType("The object was changed since it was read.", "STALE_VERSION")
export class StaleVersion {
  @ErrorData(() => Int, { description: "The version to read before trying again." })
  currentVersion!: number;
}

/** What a mutation's resolver returns: its things, or what stood in the way. */
export type MutationResult<Things> = { readonly [Name in keyof Things]?: Things[Name] | null } & {
  readonly userErrors: readonly Refusal[];
  readonly replayed: boolean;
};

type Things = Readonly<Record<string, unknown>>;

export interface PayloadField {
  readonly type: () => object;
  readonly description: string;
}

/** The object type `<Mutation>Payload`: its things (null when refused), `userErrors` and `replayed`. */
export function payloadType(name: string, things: Readonly<Record<string, PayloadField>>): TypeClass {
  class Payload {}
  const add = (field: string, type: () => object, description: string, nullable: boolean) =>
    Derived<Things>(type, { description, nullable }, (payload) => {
      const thing = payload[field];
      return typeof thing === "function" ? thing() : thing;
    })(Payload.prototype, field);
  for (const [field, { type, description }] of Object.entries(things)) add(field, type, description, true);
  add("userErrors", () => [UserError], "Everything that stands in the way; empty when it was done.", false);
  add(
    "replayed",
    () => Boolean,
    "Whether this is the result of an earlier call with the same idempotency key.",
    false,
  );
  ObjectType(name, { description: "What the mutation did, or why it did nothing." })(Payload);
  AllowAnyone()(Payload);
  return Payload;
}

/** The payload of a mutation that was refused. */
export function refusedPayload({ refusals }: Pick<Refused, "refusals">): MutationResult<object> {
  return { userErrors: refusals, replayed: false };
}
