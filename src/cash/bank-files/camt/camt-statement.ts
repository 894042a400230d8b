import { Decimal } from "../../../platform/money.js";
import { BankFileError } from "../bank-file.error.js";
import type {
  BankBalance,
  BankEntry,
  BankStatement,
  DeclaredTotal,
  DeclaredTotals,
} from "../bank-file.model.js";
import {
  accountOf,
  amountOf,
  codeOf,
  dateOf,
  isIsoCurrency,
  readAmount,
  readDate,
  sideOf,
} from "../iso20022-values.js";
import { childrenOf, elementAt, requiredText, textAt, type XmlNode } from "../xml-node.js";

/** A statement with its entries, which were read before. @throws BankFileError WRONG_STRUCTURE */
export function readStatement(node: XmlNode, entries: readonly BankEntry[]): BankStatement {
  const account = accountOf(elementAt(node, "Acct"));
  if (!account.iban && !account.other) {
    throw new BankFileError(
      "WRONG_STRUCTURE",
      `The statement at line ${node.line} does not say which account it is of. Ask the bank for a corrected file.`,
      node.line,
      "Stmt/Acct/Id",
    );
  }
  const opening = balanceOf(node, "OPBD") ?? balanceOf(node, "PRCD");
  const stated = textAt(node, "Acct", "Ccy");
  const closing = balanceOf(node, "CLBD", stated ?? opening?.currency);
  const copyIndicator = textAt(node, "CpyDplctInd");
  const declaredTotals = totalsOf(elementAt(node, "TxsSummry"));
  return {
    id: requiredText(node, "Id"),
    line: node.line,
    account,
    currency: stated ?? opening?.currency ?? closing?.currency ?? null,
    from: readDate(textAt(node, "FrToDt", "FrDtTm") ?? ""),
    to: readDate(textAt(node, "FrToDt", "ToDtTm") ?? ""),
    ...(copyIndicator ? { copyIndicator } : {}),
    ...(opening ? { openingBalance: opening } : {}),
    ...(closing ? { closingBalance: closing } : {}),
    ...(declaredTotals ? { declaredTotals } : {}),
    entries,
  };
}

/**
 * The balance of an ISO balance type: OPBD (opening booked), PRCD (closing of the previous statement, which some
 * banks send instead), CLBD (closing booked). Of several, the one in the wanted currency, else the first.
 * Absent when there is none or it cannot be read.
 */
function balanceOf(statement: XmlNode, type: string, currency?: string): BankBalance | undefined {
  const found = childrenOf(statement, "Bal").filter((b) => codeOf(elementAt(b, "Tp", "CdOrPrtry")) === type);
  const balances = found.flatMap((element) => {
    const money = amountOf(elementAt(element, "Amt"));
    if (money?.amount == null || money.currency === null || !isIsoCurrency(money.currency)) return [];
    const sign = sideOf(element) === "CREDIT" || new Decimal(money.amount).isZero() ? "" : "-";
    return [
      {
        amount: `${sign}${money.amount}`,
        currency: money.currency,
        date: dateOf(elementAt(element, "Dt"))?.date ?? null,
        line: element.line,
      },
    ];
  });
  return balances.find((balance) => balance.currency === currency) ?? balances[0];
}

function totalsOf(summary: XmlNode | undefined): DeclaredTotals | undefined {
  if (!summary) return undefined;
  const all = elementAt(summary, "TtlNtries");
  const credits = elementAt(summary, "TtlCdtNtries");
  const debits = elementAt(summary, "TtlDbtNtries");
  return {
    ...(all ? { all: { ...totalOf(all), ...netOf(all) } } : {}),
    ...(credits ? { credits: totalOf(credits) } : {}),
    ...(debits ? { debits: totalOf(debits) } : {}),
    line: summary.line,
  };
}

function totalOf(element: XmlNode): DeclaredTotal {
  const count = textAt(element, "NbOfNtries");
  const sum = textAt(element, "Sum");
  if (count !== undefined && !/^\d{1,15}$/.test(count)) throw unreadableTotal(element, "NbOfNtries", count);
  return {
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(sum === undefined ? {} : { sum: totalAmount(element, "Sum", sum) }),
  };
}

/** Version 2 has <TtlNetNtryAmt> beside its indicator; from version 4 on both are inside <TtlNetNtry>. */
function netOf(all: XmlNode): { net?: string } {
  const later = elementAt(all, "TtlNetNtry");
  const element = later ?? all;
  const name = later ? "Amt" : "TtlNetNtryAmt";
  const text = textAt(element, name);
  if (text === undefined || textAt(element, "CdtDbtInd") === undefined) return {};
  const amount = totalAmount(element, name, text);
  return { net: sideOf(element) === "DEBIT" && !new Decimal(amount).isZero() ? `-${amount}` : amount };
}

function totalAmount(element: XmlNode, name: string, text: string): string {
  const amount = readAmount(text, null);
  if (amount === null) throw unreadableTotal(element, name, text);
  return amount;
}

function unreadableTotal(element: XmlNode, name: string, text: string): BankFileError {
  return new BankFileError(
    "WRONG_STRUCTURE",
    `The control total <${name}> "${text.slice(0, 30)}" in <${element.name}> at line ${element.line} is not a number, so the file cannot be checked. Ask the bank for a corrected file.`,
    element.line,
    `TxsSummry/${element.name}/${name}`,
  );
}
