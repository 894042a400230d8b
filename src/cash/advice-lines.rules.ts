import { Decimal } from "../platform/money.js";
import { type AdviceLine as AdvisedLine, readX12Advice } from "./advices/index.js";
import type { EntryDetail } from "./bank-files/index.js";
import type { AdviceLine } from "./matching/index.js";

/** What of a line of an advice matching looks at. */
export type Advised = Pick<AdvisedLine, "line" | "reference" | "paid" | "discount" | "adjustments" | "text">;

/** The lines of the X12 820 that a payment carries in its addenda; none when it carries none that can be read. */
export function linesInAddenda({ ediAdvice }: Pick<EntryDetail, "ediAdvice">): AdviceLine[] {
  if (!ediAdvice) return [];
  const { file } = readX12Advice(ediAdvice.text, ediAdvice.line);
  return (file?.advices ?? []).flatMap(({ lines }) =>
    lines.map((line) => matchingLine(line, `addenda at line ${line.line}`)),
  );
}

/** A line of an advice as matching takes it. */
export function matchingLine(line: Advised, place: string): AdviceLine {
  const { reference, paid } = line;
  return { place, reference, amount: paid === null ? null : new Decimal(paid), memo: memoOf(line) };
}

/** What the payer says of the difference between what it owes and what it pays. */
function memoOf({ discount, adjustments, text }: Advised): string | null {
  const words = [
    ...(text === null ? [] : [text]),
    ...(discount === null || new Decimal(discount).isZero() ? [] : [`discount ${discount}`]),
    ...adjustments.map(({ amount, reasonCode, text }) =>
      ["adjustment", amount, reasonCode, text].filter((word) => word !== null).join(" "),
    ),
  ];
  return words.length === 0 ? null : words.join("; ");
}
