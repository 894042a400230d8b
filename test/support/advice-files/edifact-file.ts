import { type PlainAdvice, type PlainLine, paidFor, totalOf } from "./plain-advice.js";

export interface EdifactStyle {
  /** Whether a UNA declares these separators; without one they are the usual ones. */
  readonly una: boolean;
  readonly decimal: "." | ",";
  readonly lineBreaks: boolean;
  readonly version: "96A" | "01B";
}

export const PLAIN_EDIFACT: EdifactStyle = { una: true, decimal: ".", lineBreaks: true, version: "96A" };

/** The advices as one EDIFACT interchange of REMADV messages. Credit notes are written without a sign, as usual. */
export function printEdifact(advices: readonly PlainAdvice[], style: EdifactStyle = PLAIN_EDIFACT): string {
  const messages = advices.flatMap((advice, at) => messageOf(advice, String(at + 1), style));
  const segments = [
    "UNB+UNOC:3+BUYER:14+SELLER:14+260302:1200+I-7",
    ...messages,
    `UNZ+${advices.length}+I-7`,
  ];
  const end = style.lineBreaks ? "'\r\n" : "'";
  const una = style.una ? `UNA:+${style.decimal}? ${end}` : "";
  return una + segments.map((segment) => segment + end).join("");
}

function messageOf(advice: PlainAdvice, reference: string, style: EdifactStyle): string[] {
  const money = (amount: string) => amount.replace(".", style.decimal);
  const segments = [
    `UNH+${reference}+REMADV:D:${style.version}:UN`,
    `BGM+481+${escaped(advice.number)}+9`,
    `DTM+137:${compact(advice.paidOn)}:102`,
    `DTM+138:${compact(advice.paidOn)}:102`,
    `RFF+PQ:${escaped(advice.number)}`,
    "FII+OR+DE02100100100006820101+DEUTDEFF",
    `NAD+PR+${advice.payerId}::92++${escaped(advice.payer)}`,
    `NAD+PE+1::92++${escaped(advice.payee)}`,
    `CUX+2:${advice.currency}:11`,
    ...advice.lines.flatMap((line) => documentOf(line, money)),
    "UNS+S",
    `MOA+12:${money(totalOf(advice))}`,
  ];
  return [...segments, `UNT+${segments.length + 1}+${reference}`];
}

function documentOf(line: PlainLine, money: (amount: string) => string): string[] {
  const credit = line.type === "CREDIT_MEMO";
  return [
    `DOC+${credit ? "381" : "380"}+${escaped(line.reference)}`,
    `MOA+77:${money(line.gross)}`,
    ...(line.discount === "0.00" ? [] : [`MOA+52:${money(line.discount)}`]),
    `MOA+12:${money(credit ? paidFor(line).slice(1) : paidFor(line))}`,
    `DTM+137:${compact(line.date)}:102`,
    `RFF+ON:${escaped(`PO${line.reference}`)}`,
    ...(line.deduction === "0.00" ? [] : ["AJT+29+1", `MOA+165:${money(line.deduction)}`]),
    ...(line.text === "" ? [] : [`FTX+ABO+++${escaped(line.text)}`]),
  ];
}

function escaped(text: string): string {
  return text.replace(/[?:+']/g, "?$&");
}

function compact(day: string): string {
  return day.replaceAll("-", "");
}
