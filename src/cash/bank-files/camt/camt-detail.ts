import type { Amount } from "../../../platform/money.js";
import type { EntryDetail, EntrySide, StructuredReference } from "../bank-file.model.js";
import { accountOf, amountOf, codeOf, isSet, sideOf } from "../iso20022-values.js";
import { childrenOf, elementAt, textAt, type XmlNode } from "../xml-node.js";

/** One <TxDtls> of an entry; amounts that cannot be read are left out. @throws BankFileError WRONG_STRUCTURE */
export function readDetail(node: XmlNode, entry: XmlNode, statement: XmlNode | undefined): EntryDetail {
  const side = textAt(node, "CdtDbtInd") === undefined ? sideOf(entry) : sideOf(node);
  const references = elementAt(node, "Refs");
  const money = amountOf(elementAt(node, "Amt") ?? elementAt(node, "AmtDtls", "TxAmt", "Amt"));
  const detail = {
    line: node.line,
    side,
    endToEndId: given(textAt(references, "EndToEndId")),
    transactionId: textAt(references, "TxId"),
    bankReference: given(textAt(references, "AcctSvcrRef")),
    mandateId: given(textAt(references, "MndtId")),
    chequeNumber: textAt(references, "ChqNb"),
    returnReason: codeOf(elementAt(node, "RtrInf", "Rsn")),
    amount: money?.amount ?? undefined,
    currency: (money?.amount && money.currency) || undefined,
    ...counterpartyOf(node, side, isSet(entry, "RvslInd"), statement),
    remittanceLines: remittanceLinesOf(elementAt(node, "RmtInf")),
    structuredReferences: childrenOf(elementAt(node, "RmtInf"), "Strd").flatMap(structuredReferencesOf),
    additionalInfo: textAt(node, "AddtlTxInf"),
  };
  return withoutAbsent(detail);
}

/** "NOTPROVIDED" is what ISO 20022 prescribes when the payer gave no reference. */
function given(text: string | undefined): string | undefined {
  return text === undefined || /^not ?provided$/i.test(text) ? undefined : text;
}

interface Party {
  readonly payerName?: string;
  readonly payerIban?: string;
  readonly payerAccount?: string;
  readonly payerBic?: string;
}

/**
 * The other side of the transaction: debtor of a credit, creditor of a debit. For a reversal some banks keep
 * the roles of the original payment, so when that party is missing, or is the account's owner, it is the other.
 */
function counterpartyOf(
  node: XmlNode,
  side: EntrySide,
  reversal: boolean,
  statement: XmlNode | undefined,
): Party {
  const [usual, opposite] = side === "CREDIT" ? (["Dbtr", "Cdtr"] as const) : (["Cdtr", "Dbtr"] as const);
  const party = partyOf(node, usual);
  if (!reversal) return party;
  const own = accountOf(elementAt(statement, "Acct"));
  const isOwn = party.payerIban
    ? party.payerIban === own.iban
    : party.payerAccount && party.payerAccount === own.other;
  return isOwn || !(party.payerName || party.payerIban || party.payerAccount)
    ? partyOf(node, opposite)
    : party;
}

/** From version 8 on a party is inside <Pty>, or is a bank inside <Agt>. */
function partyOf(node: XmlNode, role: "Dbtr" | "Cdtr"): Party {
  const parties = elementAt(node, "RltdPties");
  const account = accountOf(elementAt(parties, `${role}Acct`));
  const bank = elementAt(node, "RltdAgts", `${role}Agt`, "FinInstnId");
  return {
    payerName: partyName(elementAt(parties, role)) ?? partyName(elementAt(parties, `Ultmt${role}`)),
    payerIban: account.iban,
    payerAccount: account.other,
    payerBic: textAt(bank, "BICFI") ?? textAt(bank, "BIC"),
  };
}

function partyName(party: XmlNode | undefined): string | undefined {
  return textAt(party, "Nm") ?? textAt(party, "Pty", "Nm") ?? textAt(party, "Agt", "FinInstnId", "Nm");
}

function remittanceLinesOf(remittance: XmlNode | undefined): string[] {
  const additional = childrenOf(remittance, "Strd").flatMap((strd) => childrenOf(strd, "AddtlRmtInf"));
  return [...childrenOf(remittance, "Ustrd"), ...additional]
    .map((line) => line.text)
    .filter((text) => text !== "");
}

function structuredReferencesOf(strd: XmlNode): StructuredReference[] {
  const documents = childrenOf(strd, "RfrdDocInf").flatMap((document) => {
    const reference = textAt(document, "Nb");
    return reference
      ? [{ type: codeOf(elementAt(document, "Tp", "CdOrPrtry")) ?? "DOCUMENT", reference }]
      : [];
  });
  const creditor = elementAt(strd, "CdtrRefInf");
  const reference = textAt(creditor, "Ref");
  const type = codeOf(elementAt(creditor, "Tp", "CdOrPrtry")) ?? "CREDITOR_REFERENCE";
  const found = reference ? [...documents, { type, reference }] : documents;
  const [only, ...others] = documents.length > 0 ? documents : found;
  const amounts = documentAmounts(elementAt(strd, "RfrdDocAmt"));
  // An amount for several documents at once is no one's: left out rather than repeated.
  return found.map((each) => (each === only && others.length === 0 ? { ...each, ...amounts } : each));
}

function documentAmounts(element: XmlNode | undefined): { amount?: Amount; discount?: Amount } {
  const read = (amount: XmlNode | undefined): Amount | undefined => amountOf(amount)?.amount ?? undefined;
  const paid = read(elementAt(element, "RmtdAmt")) ?? read(elementAt(element, "DuePyblAmt"));
  const credit = read(elementAt(element, "CdtNoteAmt"));
  const discounts = childrenOf(element, "DscntApldAmt");
  // Version 2 states the discount itself, later versions one <Amt> for each type of discount.
  const discount = discounts.length === 1 ? read(elementAt(discounts[0], "Amt") ?? discounts[0]) : undefined;
  return withoutAbsent({ amount: paid ?? (credit === undefined ? undefined : `-${credit}`), discount });
}

/** Drops the keys whose value is undefined, so that equal contents are equal objects. */
function withoutAbsent<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
