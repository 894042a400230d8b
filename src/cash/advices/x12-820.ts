import type { BusinessDate } from "../../platform/business-date.js";
import type { Amount } from "../../platform/money.js";
import type { Finding } from "../bank-files/index.js";
import {
  addLine,
  type DraftAdvice,
  type DraftLine,
  type DraftParty,
  identify,
  newAdvice,
  newLine,
  newParty,
  refer,
} from "./advice-draft.js";
import { AdviceFileError } from "./advice-file.error.js";
import { readCompactDate, readSignedAmount, textOrNull } from "./advice-values.rules.js";
import { methodOf, PAYMENT_QUALIFIERS, referenceTypeOf } from "./x12-820-codes.js";
import { elementOf, type X12TransactionSet } from "./x12-envelope.js";
import type { X12Segment } from "./x12-segments.js";

/** An advice of a transaction set, and what was wrong in its values. */
export interface ReadSet {
  readonly advice: DraftAdvice;
  readonly findings: readonly Finding[];
}

/** Copied to each line of the part, so bounded. */
const MAX_ENTITY_REFERENCES = 20;

/**
 * Reads an X12 820 (payment order/remittance advice), versions 003040 to 008010. Segments that say nothing about
 * who pays what (TXP, RYL, LX and others) are passed over. References and dates belong to the line (RMR) that they
 * follow, before the first one to the party (N1) that they follow, else to the advice.
 * @param index position of the advice in the file, for findings
 * @throws AdviceFileError WRONG_STRUCTURE when there is no BPR, without which there is no payment
 */
export function read820(set: X12TransactionSet, index: number): ReadSet {
  const reader = new SetReader(set, index);
  for (const segment of set.segments) reader.take(segment);
  return reader.finish();
}

class SetReader {
  readonly #set: X12TransactionSet;
  readonly #index: number;
  readonly #advice: DraftAdvice;
  readonly #findings: Finding[] = [];
  #party: DraftParty | null = null;
  #line: DraftLine | null = null;
  /** References that an ENT loop gives to all its lines. */
  #entity: { readonly type: string; readonly value: string; readonly line: number }[] = [];
  #inEntity = false;
  /** Whether the open line is an adjustment that stands by itself. */
  #alone = false;
  #paid = false;

  constructor(set: X12TransactionSet, index: number) {
    this.#set = set;
    this.#index = index;
    this.#advice = newAdvice(set.line);
  }

  take(segment: X12Segment): void {
    const read = this.#readers[segment.id];
    if (read) read(segment);
  }

  finish(): ReadSet {
    if (!this.#paid) {
      const message = `The 820 at line ${this.#set.line} has no BPR segment, so it states no payment. Ask the sender for a corrected file.`;
      throw new AdviceFileError("WRONG_STRUCTURE", message, this.#set.line);
    }
    const advice = this.#advice;
    advice.number = advice.paymentReferences[0]?.value ?? this.#set.controlNumber;
    return { advice, findings: this.#findings };
  }

  readonly #readers: Readonly<Record<string, ((segment: X12Segment) => void) | undefined>> = {
    BPR: (segment) => this.#payment(segment),
    TRN: (segment) => {
      if (!this.#inEntity) refer(this.#advice.paymentReferences, "TRN", elementOf(segment, 2), segment.line);
      if (!this.#inEntity) identify(this.#advice.payer, "TRN03", elementOf(segment, 3));
    },
    CUR: (segment) => {
      this.#advice.currency ??= textOrNull(elementOf(segment, 2));
    },
    REF: (segment) => this.#reference(segment),
    DTM: (segment) => this.#date(segment),
    NTE: (segment) => this.#text(elementOf(segment, 2)),
    N1: (segment) => this.#name(segment),
    N2: (segment) => {
      if (this.#party) this.#party.name ??= textOrNull(elementOf(segment, 1));
    },
    NM1: (segment) => this.#entityName(segment),
    ENT: (segment) => this.#openEntity(segment),
    RMR: (segment) => this.#remittance(segment),
    ADX: (segment) => this.#adjustment(segment),
    IT1: (segment) => this.#item(segment),
    SAC: (segment) => this.#charge(segment),
  };

  #payment(segment: X12Segment): void {
    if (this.#paid) {
      const message = `The 820 at line ${this.#set.line} has a second BPR segment at line ${segment.line}; one set is one payment. Ask the sender for a corrected file.`;
      throw new AdviceFileError("WRONG_STRUCTURE", message, segment.line);
    }
    this.#paid = true;
    const advice = this.#advice;
    advice.total = this.#amount(segment, 2);
    advice.method = methodOf(elementOf(segment, 4));
    advice.payer.routing = textOrNull(elementOf(segment, 7));
    advice.payer.account = textOrNull(elementOf(segment, 9));
    identify(advice.payer, "BPR10", elementOf(segment, 10));
    advice.payee.routing = textOrNull(elementOf(segment, 13));
    advice.payee.account = textOrNull(elementOf(segment, 15));
    advice.paidOn = this.#day(segment, 16);
  }

  #reference(segment: X12Segment): void {
    const qualifier = elementOf(segment, 1);
    const value = elementOf(segment, 2) || elementOf(segment, 3);
    const { line } = segment;
    if (this.#line) refer(this.#line.otherReferences, qualifier, value, line);
    else if (this.#inEntity) this.#ofEntity(qualifier, value, line);
    else if (this.#party) identify(this.#party, qualifier, value);
    else if (PAYMENT_QUALIFIERS.has(qualifier)) {
      refer(this.#advice.paymentReferences, qualifier, value, line);
    } else refer(this.#advice.otherReferences, qualifier, value, line);
  }

  /** 003 is a document's date; before the lines, 009, 097 and others are days of the message, not of the payment. */
  #date(segment: X12Segment): void {
    const qualifier = elementOf(segment, 1);
    if (this.#line && qualifier === "003") this.#line.documentDate ??= this.#day(segment, 2);
    if (!this.#line && !this.#inEntity && (qualifier === "007" || qualifier === "234")) {
      this.#advice.paidOn ??= this.#day(segment, 2);
    }
  }

  #text(text: string): void {
    if (text !== "") (this.#line ?? this.#advice).texts.push(text);
  }

  #name(segment: X12Segment): void {
    const entity = elementOf(segment, 1);
    if (this.#inEntity || this.#line) {
      this.#entityName(segment);
      return;
    }
    const { payer, payee } = this.#advice;
    this.#party = entity === "PR" || entity === "RM" ? payer : entity === "PE" ? payee : newParty();
    this.#party.name ??= textOrNull(elementOf(segment, 2));
    identify(this.#party, elementOf(segment, 3), elementOf(segment, 4));
  }

  #entityName(segment: X12Segment): void {
    if (this.#line || !this.#inEntity) return;
    const individual = segment.id === "NM1";
    const name = individual
      ? [elementOf(segment, 4), elementOf(segment, 3)].filter((part) => part !== "").join(" ")
      : elementOf(segment, 2);
    const number = elementOf(segment, individual ? 9 : 4);
    const qualifier = elementOf(segment, individual ? 8 : 3);
    this.#ofEntity("NAME", name, segment.line);
    this.#ofEntity(qualifier, number, segment.line);
  }

  #ofEntity(type: string, value: string, line: number): void {
    if (value === "") return;
    if (this.#entity.length < MAX_ENTITY_REFERENCES) {
      this.#entity.push({ type, value, line });
      return;
    }
    const message = `Advice at line ${this.#set.line}: its part has more than ${MAX_ENTITY_REFERENCES} references; "${value.slice(0, 30)}" at line ${line} is left out.`;
    this.#findings.push({
      severity: "WARN",
      code: "TOO_MANY_REFERENCES",
      message,
      line,
      entryIndex: this.#index,
    });
  }

  #openEntity(segment: X12Segment): void {
    this.#inEntity = true;
    this.#party = null;
    this.#line = null;
    this.#entity = [];
    this.#ofEntity(elementOf(segment, 3), elementOf(segment, 4), segment.line);
  }

  #remittance(segment: X12Segment): void {
    const qualifier = elementOf(segment, 1);
    const line = this.#openLine(segment);
    line.reference = textOrNull(elementOf(segment, 2));
    line.referenceType = referenceTypeOf(qualifier);
    if (line.referenceType === "OTHER" && line.reference !== null) {
      refer(line.otherReferences, qualifier, line.reference, segment.line);
    }
    line.paid = this.#amount(segment, 4);
    line.gross = this.#amount(segment, 5);
    line.discount = this.#amount(segment, 6);
    const adjusted = this.#amount(segment, 8);
    const reasonCode = textOrNull(elementOf(segment, 7));
    if (adjusted !== null) line.adjustments.push({ reasonCode, amount: adjusted, text: null });
  }

  /** Behind a line it explains that line; before the first one it is money of its own. */
  #adjustment(segment: X12Segment): void {
    const amount = this.#amount(segment, 1);
    const reasonCode = textOrNull(elementOf(segment, 2));
    const qualifier = elementOf(segment, 3);
    const reference = elementOf(segment, 4);
    if (amount === null) return;
    if (this.#line && !this.#alone) {
      this.#line.adjustments.push({ reasonCode, amount, text: null });
      refer(this.#line.otherReferences, qualifier, reference, segment.line);
      return;
    }
    const line = this.#openLine(segment);
    this.#alone = true;
    line.referenceType = "ADJUSTMENT";
    line.reference = textOrNull(reference);
    line.paid = amount;
    line.adjustments.push({ reasonCode, amount, text: null });
  }

  #item(segment: X12Segment): void {
    if (!this.#line) return;
    // Pairs of qualifier and value from IT106 on: the buyer's and the seller's own numbers of what was bought.
    for (let at = 6; at < Math.min(segment.elements.length, 26); at += 2) {
      refer(this.#line.otherReferences, elementOf(segment, at), elementOf(segment, at + 1), segment.line);
    }
  }

  /** SAC05 has two implied decimals; it explains an item of the line and is part of what was paid. */
  #charge(segment: X12Segment): void {
    const amount = elementOf(segment, 5);
    if (!this.#line || !/^-?\d{1,15}$/.test(amount)) return;
    const sign = elementOf(segment, 1) === "A" ? "allowance" : "charge";
    const digits = amount.replace("-", "").padStart(3, "0");
    const value = `${amount.startsWith("-") ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    const words = [sign, elementOf(segment, 2), value, elementOf(segment, 15)];
    this.#text(words.filter((word) => word !== "").join(" "));
  }

  #openLine(segment: X12Segment): DraftLine {
    const line = newLine(segment.line);
    for (const { type, value, line: at } of this.#entity) refer(line.otherReferences, type, value, at);
    this.#party = null;
    this.#line = line;
    this.#alone = false;
    addLine(this.#advice, line);
    return line;
  }

  #amount(segment: X12Segment, position: number): Amount | null {
    const text = elementOf(segment, position);
    if (text === "") return null;
    const amount = readSignedAmount(text, this.#advice.currency);
    if (amount === null) this.#unreadable("INVALID_AMOUNT", segment, position, text, "amount");
    return amount;
  }

  #day(segment: X12Segment, position: number): BusinessDate | null {
    const text = elementOf(segment, position);
    if (text === "") return null;
    const date = readCompactDate(text);
    if (date === null) this.#unreadable("INVALID_DATE", segment, position, text, "calendar date");
    return date;
  }

  #unreadable(code: string, segment: X12Segment, position: number, text: string, what: string): void {
    const place = `${segment.id}${String(position).padStart(2, "0")}`;
    const message = `Advice at line ${this.#set.line}: ${place} at line ${segment.line} is "${text.slice(0, 30)}", which is no ${what}. Ask the payer what was meant.`;
    const { line } = segment;
    this.#findings.push({ severity: "QUARANTINE_ENTRY", code, message, line, entryIndex: this.#index });
  }
}
