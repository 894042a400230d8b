import { Decimal } from "../../../platform/money.js";
import type { Finding } from "../bank-file.model.js";
import type { MtStatement } from "./mt-statement.js";

/**
 * Whether the messages of each account follow on each other. Pages of one statement (:62M: then :60M:) must: a page
 * that is missing or changed lies between balances that differ, so the file is refused. From one statement to the next
 * a gap means that a statement of another file lies between, which only a person can tell: WARN.
 */
export function checkPages(statements: readonly MtStatement[]): Finding[] {
  const latest = new Map<string, MtStatement>();
  const findings = statements.flatMap((next): Finding[] => {
    if (next.statement.report) return [];
    const account = next.statement.account.iban ?? next.statement.account.other ?? "";
    const before = latest.get(account);
    latest.set(account, next);
    return before ? compare(before, next) : firstOf(next);
  });
  const open = [...latest.values()].filter(({ continues }) => continues);
  return [...findings, ...open.map((last) => warnPage(last, "it goes on in another file"))];
}

function firstOf(first: MtStatement): Finding[] {
  return first.isContinued ? [warnPage(first, "it began in another file")] : [];
}

function warnPage({ statement, page }: MtStatement, what: string): Finding {
  return {
    severity: "WARN",
    code: "ONE_PAGE_OF_SEVERAL",
    message: `Statement ${page} at line ${statement.line} is a page of several: ${what}. Import all its pages.`,
    line: statement.line,
    ...(statement.path === undefined ? {} : { path: statement.path }),
  };
}

function compare(before: MtStatement, next: MtStatement): Finding[] {
  const [closing, opening] = [before.statement.closingBalance, next.statement.openingBalance];
  if (!closing || !opening) return [];
  const isPage = before.continues && next.isContinued;
  const isEqual = closing.currency === opening.currency && new Decimal(closing.amount).eq(opening.amount);
  if (isEqual && before.continues === next.isContinued) return [];
  const path = next.statement.path === undefined ? {} : { path: next.statement.path };
  const where = { line: opening.line, ...path };
  const balances = `opens with ${opening.amount} ${opening.currency}, the one before it in the file closed with ${closing.amount} ${closing.currency} (line ${closing.line})`;
  if (isPage || before.continues !== next.isContinued) {
    const message = isEqual
      ? `The pages from line ${before.statement.line} and from line ${next.statement.line} do not both say that they are of one statement. Ask the bank for the complete file.`
      : `The page at line ${opening.line} ${balances}, so a page between them is missing or was changed: nothing may be posted. Ask the bank for the complete file.`;
    return [{ severity: isEqual ? "WARN" : "REJECT_FILE", code: "PAGE_MISSING", message, ...where }];
  }
  const message = `The statement at line ${opening.line} ${balances}: a statement between them is missing. Fetch it from the bank.`;
  return [{ severity: "WARN", code: "BALANCE_GAP", message, ...where }];
}
