/**
 * Every code a `UserError` can have, in order of precedence: when several rules stand in the way, all are
 * told, and clients that show only one show the first of this list.
 */
export const ERROR_CODES = {
  REQUIRED: "A value is missing.",
  INVALID_ID: "The id is malformed or of another type.",
  INVALID_VALUE: "The value is not one that the field takes.",
  INVALID_AMOUNT:
    "The amount is not positive, has more decimals than its currency, or more than 15 digits before the point.",
  INVALID_DATE: "The date is not possible here.",
  UNKNOWN_CURRENCY: "The code is not an ISO 4217 currency.",
  IDEMPOTENCY_KEY_REUSED: "The idempotency key was used before, with other input or other credentials.",
  NOT_FOUND: "There is no such object, or it is not visible to you.",
  ALREADY_EXISTS: "An object with this number or name exists.",
  STALE_VERSION: "The object was changed since you read it.",
  INVALID_STATE: "The object's state does not allow this.",
  CURRENCY_MISMATCH: "The documents are in different currencies.",
  ALREADY_PAIRED: "The advice or the payment is paired with another.",
  AMOUNT_DIFFERS: "The advice says another amount than came.",
  CUSTOMER_MISMATCH: "The documents belong to different customers.",
  OWN_REQUEST: "Nobody decides what they asked for themselves.",
  ABOVE_LIMIT: "The amount is above the limit of whoever decides.",
  REQUEST_CHANGED: "What was asked for would post something else now than was shown.",
  PERIOD_CLOSED: "The accounting period of the date is closed.",
  PERIOD_SOFT_CLOSED: "The accounting period of the date is soft-closed: only a controller may post into it.",
  CHECKLIST_OPEN: "The period's close checklist has something open.",
  AMOUNT_EXCEEDS_BALANCE: "The amount is more than what is open.",
  NO_EXCHANGE_RATE: "There is no exchange rate for the currency on or before the date.",
  DUPLICATE_FILE: "The same file was taken in before.",
  INVALID_FILE: "The file cannot be read as what it should be.",
  NOTHING_TO_EXPORT: "Every journal entry is in a batch already.",
  LIMIT_EXCEEDED: "More was asked for than one request may carry.",
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof ERROR_CODES;
