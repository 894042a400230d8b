import { normaliseAccount } from "../customers/index.js";
import { type AchNotice, isRoutingNumber } from "./bank-files/index.js";

/** What a notification of change tells to use from now on; what is left out stays. */
export interface BankDataCorrection {
  readonly routing?: string;
  readonly account?: string;
}

/**
 * The corrected bank data of a notification (columns 36 to 64 of addenda 98), whose places depend on its code. Null when
 * the notification is about something else (a name, a transaction code), or is not readable.
 */
export function correctionOf({ code = "", correctedData = "" }: AchNotice): BankDataCorrection | null {
  const part = (from: number, to: number): string => correctedData.slice(from, to).trim();
  switch (code) {
    case "C01":
    case "C06":
      return readable({ account: part(0, 17) });
    case "C02":
      return readable({ routing: part(0, 9) });
    case "C03":
      return readable({ routing: part(0, 9), account: part(12, 29) });
    case "C07":
      return readable({ routing: part(0, 9), account: part(9, 26) });
    default:
      return null;
  }
}

function readable({ routing, account }: BankDataCorrection): BankDataCorrection | null {
  if (routing !== undefined && !isRoutingNumber(routing)) return null;
  if (account !== undefined && !/^[A-Z0-9]{4,17}$/.test(normaliseAccount(account))) return null;
  return {
    ...(routing === undefined ? {} : { routing }),
    ...(account === undefined ? {} : { account: normaliseAccount(account) }),
  };
}

/** How the account that a notification is about may stand with a customer: with its bank's number, and without. */
export function heldForms({ originalRouting = "", originalAccount = "" }: AchNotice): string[] {
  const account = normaliseAccount(originalAccount);
  if (account === "") return [];
  return originalRouting === "" ? [account] : [originalRouting + account, account];
}

/** The account in the form in which it is held, corrected; null when that form does not show what is corrected. */
export function correctedAccount(
  held: string | null,
  { originalRouting = "", originalAccount = "" }: AchNotice,
  correction: BankDataCorrection,
): string | null {
  const account = correction.account ?? normaliseAccount(originalAccount);
  if (held !== normaliseAccount(originalAccount)) return (correction.routing ?? originalRouting) + account;
  return correction.account ?? null;
}
