import { isIsoCurrency } from "./advice-values.rules.js";
import { type DecimalMark, readLooseAmount } from "./loose-values.rules.js";

/** An amount in a line of a letter, and where it stands. */
export interface FoundAmount {
  readonly value: string;
  readonly at: number;
}

/**
 * What may be an amount, with a currency before or behind it. Nothing that goes on as a word, a date or a document's
 * number on either side is one, and a currency that an amount follows belongs to that one.
 */
const WRITTEN =
  /(?<![\w/-]|\d[.,'])(?:([A-Z]{3})( ?))?(\(?[-+]?[$€£¥]?[-+]?\d[\d.,']{0,20}(?<=\d)\)?-?)(?: ?(?:€|([A-Z]{3})\b(?! ?[-+(]?\d)))?(?![\w/]|-\w)/g;

/** The amounts of a line: they have two decimals, or a currency beside them, so that numbers of documents are none. */
export function amountsIn(text: string, mark: DecimalMark | null): FoundAmount[] {
  return [...text.matchAll(WRITTEN)].flatMap((match): FoundAmount[] => {
    const [whole, before = "", blank = "", digits = "", behind = ""] = match;
    const named = isIsoCurrency(before);
    // Letters and digits without a blank are a document's number ("RE12.50", "INV-0035"), unless the letters are a currency.
    if (before !== "" && blank === "" && !named) return [];
    const decimals = /\d[.,]\d{2,3}\)?-?$/.test(digits);
    // "CAD-0035" has the look of a number too.
    if (named && blank === "" && /^[-+]/.test(digits) && !decimals) return [];
    const beside = named || isIsoCurrency(behind) || /[$€£¥]/.test(whole);
    if (!(decimals || beside) || isWrittenDate(digits)) return [];
    const value = readLooseAmount(digits, mark) ?? readLooseAmount(unwrapped(digits), mark);
    return value === null ? [] : [{ value, at: match.index }];
  });
}

function isWrittenDate(digits: string): boolean {
  return /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(digits) || /^\d{4}\.\d{1,2}\.\d{1,2}/.test(digits);
}

/** Without the parenthesis on one side of what stands in parentheses with its currency. */
function unwrapped(digits: string): string {
  return digits.replace(/^\((?!.*\))/, "").replace(/(?<!\(.*)\)(?=-?$)/, "");
}
