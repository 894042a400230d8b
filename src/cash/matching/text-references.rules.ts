import { type ReferenceForm, referenceForm } from "./reference-form.rules.js";

/** The word before a number, and the number: "CK# 1768", "Invoice no. 150", "2024/117". */
const NUMBERED =
  /(?:(\p{L}{2,})[\s.:#°-]*(?:(?:no|nr|num|number)[\s.:#°]*)?)?([\p{L}\p{N}][\p{L}\p{N}/_.-]*\p{N}[\p{L}\p{N}/_-]*|\p{N})/giu;

const LONGEST = 35;
const MOST = 50;

/**
 * What may be a document's number in a bank's text. A number without letters keeps the word before it: a cheque's
 * number is not an invoice's.
 */
export function textReferences(text: readonly string[]): ReferenceForm[] {
  const found = new Map<string, ReferenceForm>();
  for (const line of text) {
    for (const [, word, number] of line.matchAll(NUMBERED)) {
      if (!number || number.length > LONGEST || found.size >= MOST) continue;
      const form = referenceForm(/\p{L}/u.test(number) ? number : `${word ?? ""} ${number}`.trim());
      if (!found.has(form.plain)) found.set(form.plain, form);
    }
  }
  return [...found.values()];
}
