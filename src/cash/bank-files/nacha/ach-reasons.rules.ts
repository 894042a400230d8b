import type { AchNotice } from "../bank-file.model.js";

/** Why an entry comes back (addenda 99), in words. */
const RETURN_REASONS: Readonly<Record<string, string>> = {
  R01: "insufficient funds",
  R02: "the account is closed",
  R03: "there is no such account, or it is another's",
  R04: "the account number is not valid",
  R05: "a consumer's account was debited as a company's without consent",
  R06: "the originator's bank asked for it back",
  R07: "the customer withdrew the authorisation",
  R08: "the customer stopped the payment",
  R09: "the funds are not collected yet",
  R10: "the customer says that it was not authorised",
  R11: "the customer says that it was not as authorised",
  R12: "the account was sold to another bank",
  R13: "the receiving bank's routing number is not valid",
  R14: "the representative payee has died or cannot act",
  R15: "the account's owner has died",
  R16: "the account is frozen",
  R17: "the file's record could not be processed, or was questionable",
  R18: "the effective date was not right",
  R19: "the amount field is in error",
  R20: "the account takes no such transactions",
  R21: "the company's identification is not valid",
  R22: "the individual's identification number is not valid",
  R23: "the receiver refused the credit",
  R24: "the entry was a duplicate",
  R25: "the addenda are in error",
  R26: "a mandatory field is in error",
  R27: "the trace number is in error",
  R28: "the routing number's check digit is wrong",
  R29: "the company says that it was not authorised",
  R30: "the bank takes no truncated cheques",
  R31: "it may be returned with the originating bank's consent",
  R32: "the receiving bank cannot settle",
  R33: "the destroyed cheque is returned",
  R34: "the bank may not take part",
  R35: "the debit was not proper",
  R36: "the credit was not proper",
  R37: "the source document was presented for payment too",
  R38: "the payment of the source document was stopped",
  R39: "the source document was not proper, or was presented too",
  R40: "a government agency returned the enrolment",
  R41: "the transaction code is not valid",
  R42: "routing number or check digit is in error",
  R43: "the account number is not valid",
  R44: "the individual's identification number is not valid",
  R45: "the name is not valid",
  R46: "the representative payee's indicator is not valid",
  R47: "the enrolment is a duplicate",
  R50: "state law on cheques forbids it",
  R51: "the cheque presented again was not eligible, or was not proper",
  R52: "the payment of the cheque presented again was stopped",
  R53: "the cheque and its presentment again were both paid",
  R61: "the return was sent to the wrong bank",
  R62: "the return was of an erroneous or reversing debit",
  R67: "the return was a duplicate",
  R68: "the return came too late",
  R69: "the return has errors in its fields",
  R70: "a return by consent was not accepted or asked for",
  R71: "the dishonoured return was sent to the wrong bank",
  R72: "the dishonoured return came too late",
  R73: "the original return was in time",
  R74: "a corrected return",
  R75: "the return was no duplicate",
  R76: "no errors were found",
  R77: "the dishonoured return is not accepted",
  R80: "international: coding error",
  R81: "international: the receiver does not take part",
  R82: "international: the foreign bank's identification is not valid",
  R83: "international: the foreign bank cannot settle",
  R84: "international: the operator did not process it",
  R85: "international: wrongly coded as domestic",
};

/** What a notification of change (addenda 98) says was wrong. */
const CHANGE_REASONS: Readonly<Record<string, string>> = {
  C01: "the account number was not right",
  C02: "the routing number was not right",
  C03: "routing number and account number were not right",
  C04: "the name was not right",
  C05: "the transaction code was not right",
  C06: "account number and transaction code were not right",
  C07: "routing number, account number and transaction code were not right",
  C08: "the foreign bank's identification was not right",
  C09: "the individual's identification number was not right",
  C10: "the company's name is not valid",
  C11: "the company's identification is not valid",
  C12: "the company's name and identification are not valid",
  C13: "the addenda were not in their format",
  C14: "it should have been an international entry",
  C61: "the notification went to the wrong bank",
  C62: "its trace number was not right",
  C63: "its company identification was not right",
  C64: "its individual identification number was not right",
  C65: "its corrected data were not formatted properly",
  C66: "its discretionary data were not right",
  C67: "its routing number was not from the original entry",
  C68: "its account number was not from the original entry",
  C69: "its transaction code was not right",
};

/** The code of a return or a notification of change with its words: "R01, insufficient funds". */
export function achReason(code: string): string {
  const words = wordsOf(code);
  return words === undefined ? `${code}, a reason that the rules do not name` : `${code}, ${words}`;
}

/** Whether the rules name the code. */
export function isKnownReason(code: string): boolean {
  return wordsOf(code) !== undefined;
}

function wordsOf(code: string): string | undefined {
  const table = code.startsWith("C") ? CHANGE_REASONS : RETURN_REASONS;
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

/** Why an ACH entry that is no payment brings in no receipt, in words. */
export function noReceiptOf({ kind, code = "", originalTrace = "" }: AchNotice): string {
  const about = originalTrace === "" ? "" : ` It is about the entry with trace number ${originalTrace}.`;
  switch (kind) {
    case "RETURN":
      return `A payment that you sent came back (${achReason(code)}).${about} Book it by hand.`;
    case "DISHONORED_RETURN":
      return `A return was refused (${achReason(code)}), so its money may come back.${about} Look at it with the bank.`;
    case "CONTESTED_RETURN":
      return `The refusal of a return was contested (${achReason(code)}), so the return may stand.${about} Look at it with the bank.`;
    case "CHANGE":
      return `A notification of change (${achReason(code)}).${about}`;
    case "REFUSED_CHANGE":
      return `A notification of change was refused (${achReason(code)}).${about} Nothing is to be done in the books.`;
    case "REVERSAL":
      return "The originator takes an earlier entry back. Find that entry, and book it by hand.";
    case "PRENOTIFICATION":
      return "A prenotification: it tries the account, and no money moved.";
    case "INFORMATION":
      return "An entry of no money: it only tells something. Read its addenda.";
    case "OPERATOR_ADVICE":
      return "An advice of the ACH operator to a bank: no payment of a customer.";
  }
}
