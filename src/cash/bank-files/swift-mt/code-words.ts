import type { InformationText } from "./information.js";
import { givenReference } from "./mt-values.js";

/** The words that banks put between slashes; others within a value are part of it. */
const CODE =
  /\/(TRTP|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|CNTP|ORDP|BENM|RTRN|PREF|ACCW|ISDT|PURP|ULTD|ULTC|ULTB|SVCL|CHGS|OCMT|EXCH|IACC|INST|ADDR|CREF|IREF|NREF|PT|PY|TYPE|SUBF|KREF|CDTRREFTP|CDTRREF)\//g;

const STRUCTURED = /^STRD\/(?:([A-Z]{2,8})\/)?(.+)$/s;

/** Code words between slashes, as Dutch and international banks write them: "/EREF/E-1/NAME/A payer/REMI/…". */
export function readCodeWords(text: string): InformationText {
  const words = wordsOf(text);
  const take = (...codes: readonly string[]): string | undefined =>
    words.find(({ code, value }) => codes.includes(code) && value !== "")?.value;
  const [account, bic, name] = counterpartyOf(take("CNTP"));
  const remittance = words.filter(({ code }) => code === "REMI" || code === "PY").map(({ value }) => value);
  const told = new Set(["EREF", "MARF", "NAME", "IBAN", "BIC", "REMI", "PY", "CNTP", "RTRN"]);
  return {
    endToEndId: givenReference(take("EREF")),
    mandateId: givenReference(take("MARF")),
    returnReason: take("RTRN"),
    payerName: take("NAME") ?? name,
    account: take("IBAN") ?? account,
    bic: take("BIC") ?? bic,
    remittanceLines: remittance
      .filter((value) => !STRUCTURED.test(value))
      .map((value) => value.replace(/^USTD\/{0,2}/, "").trim())
      .filter((value) => value !== ""),
    structured: remittance.flatMap((value) => {
      const [, type, reference] = STRUCTURED.exec(value) ?? [];
      return reference === undefined
        ? []
        : [{ type: type ?? "CREDITOR_REFERENCE", reference: reference.trim() }];
    }),
    others: words
      .filter(({ code, value }) => !told.has(code) && value !== "")
      .map(({ code, value }) => (code === "" ? value : `/${code}/${value}`)),
  };
}

interface CodeWord {
  readonly code: string;
  readonly value: string;
}

function wordsOf(text: string): CodeWord[] {
  const starts = [...text.matchAll(CODE)];
  const before = text.slice(0, starts[0]?.index ?? text.length);
  return [
    { code: "", value: trimmed(before) },
    ...starts.map((start, index) => ({
      code: start[1] ?? "",
      value: trimmed(text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length)),
    })),
  ];
}

function trimmed(value: string): string {
  return value.replace(/^\/+(?!$)|\/+\s*$/g, "").trim();
}

/** Account, bank and name of the counterparty, each between slashes. */
function counterpartyOf(value: string | undefined): (string | undefined)[] {
  return value?.split("/").map((part) => part.trim() || undefined) ?? [];
}
