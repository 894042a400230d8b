import { sqlState } from "../database/write-transaction.js";
import { PostedTooLate } from "./posting-horizon.js";
import { type Refusal, refusal } from "./refusal.js";

/**
 * The refusal that a database constraint or a date beyond the horizon stands for, or undefined for a fault. Commands check
 * first and say it better; this is for what only the database can see, such as two clients at the same moment.
 * `postingDateAt` names the field of the command's input that decides on which day it posts.
 */
export function refusalOf(error: unknown, postingDateAt = "effectiveDate"): Refusal | undefined {
  if (error instanceof PostedTooLate) return refusal("INVALID_DATE", postingDateAt, error.message);
  const { detail, constraint, message } = databaseError(error);
  switch (sqlState(error)) {
    case "RV002":
      return refusal("AMOUNT_EXCEEDS_BALANCE", [], `Not possible on this date: ${message}.`, {
        itemId: detail,
      });
    case "RV004":
      return periodRefusal("PERIOD_CLOSED", postingDateAt, "No posting is possible", message, detail);
    case "RV005":
      return periodRefusal(
        "PERIOD_SOFT_CLOSED",
        postingDateAt,
        "Only a controller or an administrator may post here",
        message,
        detail,
      );
    case "23514":
      return brokenRule(constraint);
    case "23505":
      return refusal("ALREADY_EXISTS", [], `Something with the same ${describe(constraint)} exists.`);
    default:
      return undefined;
  }
}

function brokenRule(constraint: string): Refusal | undefined {
  if (constraint === "open_item_never_over_applied")
    return refusal("AMOUNT_EXCEEDS_BALANCE", "amount", "The amount is more than what is open.");
  if (constraint === "customer_never_above_itself")
    return refusal("INVALID_VALUE", "parentId", "A customer cannot be its own parent, nor its parent's.");
  // What comes of several numbers, such as the value in functional currency.
  if (constraint.endsWith("_amount_limit"))
    return refusal("INVALID_AMOUNT", [], "An amount that comes of this is more than the books can hold.");
  return undefined;
}

function periodRefusal(
  code: string,
  path: string,
  what: string,
  why: string,
  firstOpenDate: string,
): Refusal {
  const message = `${what}: ${why}. The first open date is ${firstOpenDate}.`;
  return refusal(code, path, message, { firstOpenDate });
}

interface DatabaseError {
  readonly message: string;
  readonly detail: string;
  readonly constraint: string;
}

function databaseError(error: unknown): DatabaseError {
  const e = (error ?? {}) as Partial<Record<keyof DatabaseError, string>>;
  return { message: e.message ?? "", detail: e.detail ?? "", constraint: e.constraint ?? "" };
}

/** "customer_tenant_id_number_key" → "customer number". */
function describe(constraint: string): string {
  return constraint
    .replace(/_tenant_id/, "")
    .replace(/_key$/, "")
    .replaceAll("_", " ");
}
