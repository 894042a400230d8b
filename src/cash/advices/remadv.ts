import type { BusinessDate } from "../../platform/business-date.js";
import type { Amount } from "../../platform/money.js";
import type { Finding } from "../bank-files/index.js";
import type { AdviceReferenceType, PaymentMethod } from "./advice.model.js";
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
import { readCompactDate, readSignedAmount, textOrNull } from "./advice-values.rules.js";
import type { EdifactMessage } from "./edifact-envelope.js";
import { componentOf, type EdifactSegment } from "./edifact-segments.js";

/** C002/1001 of DOC: what kind of document is paid. */
const DOCUMENTS: Readonly<Record<string, AdviceReferenceType>> = {
  "105": "PURCHASE_ORDER",
  "220": "PURCHASE_ORDER",
  "81": "CREDIT_MEMO",
  "83": "CREDIT_MEMO",
  "261": "CREDIT_MEMO",
  "308": "CREDIT_MEMO",
  "381": "CREDIT_MEMO",
  "396": "CREDIT_MEMO",
  "80": "DEBIT_MEMO",
  "84": "DEBIT_MEMO",
  "383": "DEBIT_MEMO",
  "325": "INVOICE",
  "380": "INVOICE",
  "384": "INVOICE",
  "385": "INVOICE",
  "386": "INVOICE",
  "389": "INVOICE",
};

/** 4461 of PAI: how the money moves. */
const METHODS: Readonly<Record<string, PaymentMethod>> = {
  "2": "ACH",
  "3": "ACH",
  "20": "CHECK",
  "21": "CHECK",
  "23": "CHECK",
  "30": "WIRE",
  "31": "DIRECT_DEBIT",
  "42": "WIRE",
  "48": "CARD",
  "49": "DIRECT_DEBIT",
  "58": "WIRE",
};

/** RFF qualifiers that name the payment itself. */
const PAYMENT_QUALIFIERS: ReadonlySet<string> = new Set(["PQ", "AEK", "ACK", "CK", "TN", "TB", "AFO", "PK"]);

/** MOA qualifiers of what is paid, the surest first: remitted, paid, payable, total. */
const PAID = ["12", "11", "9", "128"];

/** 2005 of DTM: days of the payment, the surest first: paid, execution, value, due, message. */
const PAYMENT_DAYS = ["138", "203", "209", "140", "137"];

/**
 * Reads an EDIFACT REMADV, D.96A to D.01B. References, dates and amounts belong to the document (DOC) that they
 * follow; before the first one and behind the UNS, to the advice.
 * @param index position of the advice in the file, for findings
 */
export function readRemadv(
  message: EdifactMessage,
  index: number,
): { readonly advice: DraftAdvice; readonly findings: readonly Finding[] } {
  const reader = new MessageReader(message, index);
  for (const segment of message.segments) reader.take(segment);
  return reader.finish();
}

class MessageReader {
  readonly #advice: DraftAdvice;
  readonly #index: number;
  readonly #findings: Finding[] = [];
  #party: DraftParty | null = null;
  #line: DraftLine | null = null;
  /** Reason of the adjustment whose amount comes next. */
  #adjustment: string | null = null;
  #paidRank = PAID.length;
  #totalRank = PAID.length;
  #dayRank = PAYMENT_DAYS.length;

  constructor(message: EdifactMessage, index: number) {
    this.#advice = newAdvice(message.line);
    this.#index = index;
  }

  take(segment: EdifactSegment): void {
    this.#readers[segment.tag]?.(segment);
  }

  finish() {
    return { advice: this.#advice, findings: this.#findings };
  }

  readonly #readers: Readonly<Record<string, ((segment: EdifactSegment) => void) | undefined>> = {
    BGM: (segment) => {
      this.#advice.number = textOrNull(componentOf(segment, 2));
    },
    DTM: (segment) => this.#date(segment),
    RFF: (segment) => this.#reference(segment),
    PAI: (segment) => {
      const code = componentOf(segment, 1, 3);
      this.#advice.method = (Object.hasOwn(METHODS, code) ? METHODS[code] : undefined) ?? "OTHER";
    },
    FII: (segment) => this.#bank(segment),
    NAD: (segment) => this.#name(segment),
    CUX: (segment) => {
      if (!this.#line) this.#advice.currency ??= textOrNull(componentOf(segment, 1, 2));
    },
    DOC: (segment) => this.#document(segment),
    MOA: (segment) => this.#money(segment),
    AJT: (segment) => {
      this.#adjustment = componentOf(segment, 1) || "AJT";
    },
    FTX: (segment) => {
      const text = (segment.elements[3] ?? []).join(" ").trim();
      if (text !== "") (this.#line ?? this.#advice).texts.push(text);
    },
    UNS: () => {
      this.#line = null;
      this.#party = null;
      this.#adjustment = null;
    },
  };

  #date(segment: EdifactSegment): void {
    const qualifier = componentOf(segment, 1, 1);
    if (this.#line) {
      const ofDocument = qualifier === "137" || qualifier === "3" || qualifier === "171";
      if (ofDocument) this.#line.documentDate ??= this.#day(segment);
      return;
    }
    const rank = PAYMENT_DAYS.indexOf(qualifier);
    if (rank < 0 || rank >= this.#dayRank) return;
    this.#dayRank = rank;
    this.#advice.paidOn = this.#day(segment);
  }

  #reference(segment: EdifactSegment): void {
    const qualifier = componentOf(segment, 1, 1);
    const value = componentOf(segment, 1, 2);
    const { line } = segment;
    if (this.#line) refer(this.#line.otherReferences, qualifier, value, line);
    else if (PAYMENT_QUALIFIERS.has(qualifier)) {
      refer(this.#advice.paymentReferences, qualifier, value, line);
    } else if (this.#party) identify(this.#party, qualifier, value);
    else refer(this.#advice.otherReferences, qualifier, value, line);
  }

  #bank(segment: EdifactSegment): void {
    const side = componentOf(segment, 1);
    const { payer, payee } = this.#advice;
    const party =
      side === "OR" || side === "PB" || side === "HB"
        ? payer
        : side === "BF" || side === "RB" || side === "RH"
          ? payee
          : null;
    if (!party) return;
    party.account ??= textOrNull(componentOf(segment, 2, 1));
    party.routing ??= textOrNull(componentOf(segment, 3, 1)) ?? textOrNull(componentOf(segment, 3, 4));
  }

  #name(segment: EdifactSegment): void {
    if (this.#line) return;
    const { payer, payee } = this.#advice;
    const role = componentOf(segment, 1);
    if (role === "PR" || role === "BY" || role === "IV") this.#party = payer;
    else if (role === "PE" || role === "SU" || role === "SE" || role === "II") this.#party = payee;
    else this.#party = newParty();
    // Name and address unstructured, or the name in its own element, in up to five parts.
    const parts = (segment.elements[3] ?? []).length > 0 ? segment.elements[3] : segment.elements[2];
    const name = (parts ?? []).map((part) => part.trim()).filter((part) => part !== "");
    this.#party.name ??= textOrNull(name.join(" "));
    identify(this.#party, componentOf(segment, 2, 3) || role, componentOf(segment, 2, 1));
  }

  #document(segment: EdifactSegment): void {
    const code = componentOf(segment, 1, 1);
    const line = newLine(segment.line);
    line.reference = textOrNull(componentOf(segment, 2, 1));
    line.referenceType = (Object.hasOwn(DOCUMENTS, code) ? DOCUMENTS[code] : undefined) ?? "OTHER";
    addLine(this.#advice, line);
    this.#line = line;
    this.#party = null;
    this.#adjustment = null;
    this.#paidRank = PAID.length;
  }

  #money(segment: EdifactSegment): void {
    const qualifier = componentOf(segment, 1, 1);
    const amount = this.#amount(segment);
    if (amount === null) return;
    if (!this.#line) {
      this.#advice.currency ??= textOrNull(componentOf(segment, 1, 3));
      this.#totalRank = this.#better(qualifier, this.#totalRank, () => {
        this.#advice.total = amount;
      });
      return;
    }
    const line = this.#line;
    if (this.#adjustment !== null) {
      // The amount of an adjustment says how much the payment falls short.
      const signed = amount.startsWith("-") ? amount : `-${amount}`;
      line.adjustments.push({ reasonCode: this.#adjustment, amount: signed, text: null });
      this.#adjustment = null;
      return;
    }
    if (qualifier === "52") line.discount = amount;
    else if (qualifier === "77" || qualifier === "39" || qualifier === "38") line.gross = amount;
    else if (qualifier === "9" && this.#paidRank < PAID.indexOf("9")) line.gross ??= amount;
    else {
      this.#paidRank = this.#better(qualifier, this.#paidRank, () => {
        if (line.paid !== null && this.#paidRank === PAID.indexOf("9")) line.gross ??= line.paid;
        line.paid = amount;
      });
    }
  }

  #better(qualifier: string, rank: number, take: () => void): number {
    const found = PAID.indexOf(qualifier);
    if (found < 0 || found >= rank) return rank;
    take();
    return found;
  }

  /** ISO 9735 takes a comma or a point for the decimal mark, and no other sign in a number. */
  #amount(segment: EdifactSegment): Amount | null {
    const text = componentOf(segment, 1, 2);
    if (text === "") return null;
    const amount = readSignedAmount(text.replace(",", "."), this.#advice.currency);
    if (amount === null) this.#unreadable("INVALID_AMOUNT", segment, text, "amount");
    return amount;
  }

  #day(segment: EdifactSegment): BusinessDate | null {
    const text = componentOf(segment, 1, 2);
    if (text === "") return null;
    const date = readCompactDate(text.slice(0, componentOf(segment, 1, 3) === "718" ? 8 : 12));
    if (date === null) this.#unreadable("INVALID_DATE", segment, text, "calendar date");
    return date;
  }

  #unreadable(code: string, segment: EdifactSegment, text: string, what: string): void {
    const message = `Advice at line ${this.#advice.line}: ${segment.tag} at line ${segment.line} says "${text.slice(0, 30)}", which is no ${what}. Ask the payer what was meant.`;
    const { line } = segment;
    this.#findings.push({ severity: "QUARANTINE_ENTRY", code, message, line, entryIndex: this.#index });
  }
}
