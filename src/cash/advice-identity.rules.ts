import { createHash } from "node:crypto";
import { Decimal } from "../platform/money.js";
import type { PartyIdentifier } from "./advices/index.js";

/** What tells an advice from all others. */
export interface IdentifiedAdvice {
  /** Its own, by which it is told from others where nothing else does. */
  readonly id: string;
  readonly payerName: string | null;
  readonly payerIdentifiers: readonly PartyIdentifier[];
  /** The first reference of its payment. */
  readonly reference: string | null;
  readonly number: string | null;
  readonly total: string | null;
  readonly currency: string | null;
  readonly paidOn: string | null;
  readonly lines: readonly IdentifiedLine[];
}

export interface IdentifiedLine {
  /** The document's number. */
  readonly reference: string | null;
  readonly paid: string | null;
}

/**
 * Payer, payment, number and amount as one hash: by it the same advice is known again, in whatever file. An advice with
 * neither number nor reference of its payment is the same as another only if both are paid on the same day for the same
 * documents; where it names no document either, it is the same as none.
 */
export function adviceIdentity(advice: IdentifiedAdvice): string {
  const { payerName, payerIdentifiers, reference, number, total, currency } = advice;
  const identifiers = payerIdentifiers.map(({ qualifier, value }) => ({ qualifier, value }));
  const parts = [payerName, identifiers, reference ?? undefined, number, total, currency];
  const unnamed = reference === null && number === null ? contentOf(advice) : [];
  return createHash("sha256")
    .update(JSON.stringify([...parts, ...unnamed]))
    .digest("hex");
}

function contentOf({ id, paidOn, lines }: IdentifiedAdvice): unknown[] {
  const documents = lines
    .filter(({ reference }) => reference !== null)
    .map(({ reference, paid }) =>
      JSON.stringify([reference, paid === null ? null : new Decimal(paid).toFixed()]),
    );
  return documents.length === 0 ? [id] : [paidOn, documents.sort()];
}
