import { MAX_YAML_CHARACTERS } from "./platform/yaml-text.js";

/**
 * How many characters a text of a mutation's input may have, by the field's name, where it is not one of the short texts
 * (numbers, names, references, purchase orders …). Files and what identifies a request have limits of their own; a `profile`
 * is a name, or the text of a file.
 */
export const TEXT_LIMITS: Readonly<Record<string, number>> = {
  address: 4_000,
  correctiveAction: 4_000,
  description: 4_000,
  note: 4_000,
  overrideReason: 4_000,
  paymentInstructions: 4_000,
  reason: 4_000,
  replyAddress: 4_000,
  rootCause: 4_000,
  value: 4_000,
  agreement: 20_000,
  content: Number.POSITIVE_INFINITY,
  profile: MAX_YAML_CHARACTERS,
  profileText: MAX_YAML_CHARACTERS,
  idempotencyKey: Number.POSITIVE_INFINITY,
};
