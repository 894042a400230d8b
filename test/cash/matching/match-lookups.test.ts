import { describe, expect, it } from "vitest";
import { matchLookups, numberKeys } from "../../../src/cash/index.js";
import { Decimal } from "../../../src/platform/money.js";
import { payment } from "./matching-books.js";

describe("what is looked up for a batch", () => {
  it("is every number, amount, account and name in it, once and in the form in which numbers are kept", () => {
    const lookups = matchLookups([
      payment(
        "150",
        [
          ["r 00422", "100"],
          ["R-00423", "50"],
        ],
        { account: "A1", text: "TRF R-00422" },
      ),
      payment("100", [], { id: "second", account: "A1", number: "C9" }),
    ]);
    expect(lookups.plainNumbers).toEqual([numberKeys("R-00422").plain, numberKeys("R-00423").plain]);
    expect(lookups.digits).toEqual([numberKeys("R-00422").digits, numberKeys("R-00423").digits]);
    expect(lookups.amounts).toEqual(
      ["150", "100", "50"].map((one) => ({ currency: "EUR", amount: new Decimal(one) })),
    );
    expect(lookups).toMatchObject({
      accounts: ["A1"],
      customerNumbers: ["C9"],
      names: ["Northwind Timber Trading Ltd"],
    });
  });
});
