import { type PlainAdvice, type PlainLine, paidFor, totalOf } from "./plain-advice.js";

export interface X12Style {
  readonly element: string;
  readonly component: string;
  /** "~", "~\r\n", "\n" … */
  readonly terminator: string;
  /** Characters after which a line break is put, wherever that is; 0 for none. */
  readonly wrap: number;
  /** Whether the ISA and GS envelopes are left off, as in addenda of a payment. */
  readonly bare: boolean;
}

export const PLAIN_X12: X12Style = { element: "*", component: ":", terminator: "~\n", wrap: 0, bare: false };

/** The advices as one X12 interchange with one functional group, or as bare transaction sets. */
export function printX12(advices: readonly PlainAdvice[], style: X12Style = PLAIN_X12): string {
  const sets = advices.map((advice, at) => transactionSet(advice, String(at + 1).padStart(4, "0")));
  const stream = style.bare ? sets.flat() : enveloped(sets, style);
  const text = stream.map((segment) => segment.join(style.element) + style.terminator).join("");
  return style.wrap === 0 ? text : (text.match(new RegExp(`.{1,${style.wrap}}`, "gs")) ?? []).join("\n");
}

type Segment = readonly string[];

function enveloped(sets: readonly Segment[][], style: X12Style): Segment[] {
  const isa = [
    "ISA",
    "00",
    " ".repeat(10),
    "00",
    " ".repeat(10),
    "ZZ",
    "BUYER".padEnd(15),
    "ZZ",
    "SELLER".padEnd(15),
    "260302",
    "1200",
    "U",
    "00401",
    "000000007",
    "0",
    "P",
    style.component,
  ];
  const gs = ["GS", "RA", "BUYER", "SELLER", "20260302", "1200", "7", "X", "004010"];
  return [isa, gs, ...sets.flat(), ["GE", String(sets.length), "7"], ["IEA", "1", "000000007"]];
}

function transactionSet(advice: PlainAdvice, control: string): Segment[] {
  const paidOn = advice.paidOn.replaceAll("-", "");
  const payment = ["BPR", "C", totalOf(advice), "C", "ACH", "CTX", "01", "011000015", "DA", "4711"];
  const segments = [
    ["ST", "820", control],
    [...payment, advice.payerId, "", "01", "021000021", "DA", "815", paidOn],
    ["TRN", "1", advice.number],
    ["CUR", "PR", advice.currency],
    ["DTM", "097", paidOn],
    ["N1", "PE", advice.payee],
    ["N1", "PR", advice.payer, "1", advice.payerId],
    ["ENT", "1"],
    ...advice.lines.flatMap(remittance),
  ];
  return [...segments, ["SE", String(segments.length + 1), control]];
}

function remittance(line: PlainLine): Segment[] {
  const credit = line.type === "CREDIT_MEMO";
  const gross = credit ? `-${line.gross}` : line.gross;
  const discount = line.discount === "0.00" ? "" : line.discount;
  return [
    ["RMR", credit ? "CM" : "IV", line.reference, "", paidFor(line), gross, discount],
    ...(line.text === "" ? [] : [["NTE", "INV", line.text]]),
    ["REF", "PO", `PO${line.reference}`],
    ["DTM", "003", line.date.replaceAll("-", "")],
    ...(line.deduction === "0.00" ? [] : [["ADX", `-${line.deduction}`, "01"]]),
  ];
}
