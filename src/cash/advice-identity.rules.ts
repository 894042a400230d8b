import { createHash } from "node:crypto";
import type { PartyIdentifier } from "./advices/index.js";

/** What tells an advice from all others. */
export interface IdentifiedAdvice {
  readonly payerName: string | null;
  readonly payerIdentifiers: readonly PartyIdentifier[];
  /** The first reference of its payment. */
  readonly reference: string | null;
  readonly number: string | null;
  readonly total: string | null;
  readonly currency: string | null;
}

/** Payer, payment, number and amount as one hash: by it the same advice is known again, in whatever file. */
export function adviceIdentity(advice: IdentifiedAdvice): string {
  const { payerName, payerIdentifiers, reference, number, total, currency } = advice;
  const identifiers = payerIdentifiers.map(({ qualifier, value }) => ({ qualifier, value }));
  const parts = [payerName, identifiers, reference ?? undefined, number, total, currency];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
