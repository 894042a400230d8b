import { Decimal } from "../../platform/money.js";

/** Ten-thousandths: exact for every currency, and whole, so that sums of many items are quick. */
export type Units = bigint;

const SCALE = 4;

export function toUnits(amount: Decimal): Units {
  return BigInt(
    amount
      .toDecimalPlaces(SCALE)
      .times(10 ** SCALE)
      .toFixed(0),
  );
}

export function fromUnits(units: Units): Decimal {
  return new Decimal(units.toString()).div(10 ** SCALE);
}

export function absolute(units: Units): Units {
  return units < 0n ? -units : units;
}
