import fc from "fast-check";
import { parseValue } from "graphql";
import { describe, expect, it } from "vitest";
import {
  decodeId,
  encodeId,
  registerIdPrefix,
  requireNodeReference,
} from "../../../src/platform/graphql/ids.js";
import { CurrencyCode, DateScalar, DateTime, Decimal } from "../../../src/platform/graphql/scalars.js";
import { Decimal as DecimalValue } from "../../../src/platform/money.js";

describe("Decimal", () => {
  it("keeps every digit of a string in both directions", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,20})?$/), (text) => {
        expect(Decimal.parseValue(text)).toBe(text);
        expect(Decimal.serialize(text)).toBe(text);
      }),
    );
  });

  it("writes a computed decimal without an exponent", () => {
    expect(Decimal.serialize(new DecimalValue("1e-10"))).toBe("0.0000000001");
  });

  it.each([1, 1.5, "1e3", "NaN", "Infinity", "", " 1", "1.", ".5", "+1", "0x10", "1,5", null, true, [], {}])(
    "refuses %j as input",
    (value) => expect(() => Decimal.parseValue(value)).toThrow(/is not a Decimal/),
  );

  it("refuses a number in the document, and a JavaScript number as output", () => {
    expect(() => Decimal.parseLiteral(parseValue("1.50"))).toThrow("in quotes");
    expect(() => Decimal.parseLiteral(parseValue("1"))).toThrow("in quotes");
    expect(Decimal.parseLiteral(parseValue('"1.50"'))).toBe("1.50");
    expect(() => Decimal.serialize(1.5)).toThrow(TypeError);
  });
});

describe("Date, DateTime and CurrencyCode", () => {
  it("take only dates that the calendar has", () => {
    expect(DateScalar.parseValue("2028-02-29")).toBe("2028-02-29");
    for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00:00Z"]) {
      expect(() => DateScalar.parseValue(text)).toThrow("is not a Date");
    }
    expect(() => DateTime.parseValue("2026-02-31T00:00:00Z")).toThrow("is not a DateTime");
    expect(() => DateTime.parseValue("2026-02-01T00:00:00")).toThrow("offset");
  });

  it("tell instants in UTC", () => {
    expect(DateTime.parseValue("2026-04-01T00:00:00+02:00")).toEqual(new Date("2026-03-31T22:00:00Z"));
    expect(DateTime.serialize(new Date("2026-03-31T22:00:00Z"))).toBe("2026-03-31T22:00:00.000Z");
    expect(DateTime.serialize("2026-04-01T00:00:00+02:00")).toBe("2026-03-31T22:00:00.000Z");
  });

  it("know ISO 4217", () => {
    expect(CurrencyCode.parseValue("JPY")).toBe("JPY");
    expect(() => CurrencyCode.parseValue("eur")).toThrow("is not a CurrencyCode");
  });
});

describe("an id", () => {
  it("shows its type and gives its UUID back", () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(decodeId("inv", encodeId("inv", uuid))).toBe(uuid);
      }),
    );
  });

  it("is refused with the prefix that was expected", () => {
    const uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
    expect(decodeId("inv", encodeId("cus", uuid), "input.invoiceId")).toEqual({
      code: "INVALID_ID",
      path: ["input", "invoiceId"],
      message: expect.stringContaining('expected "inv_" and 32 hex digits'),
    });
    expect(decodeId("inv", uuid)).toMatchObject({ code: "INVALID_ID" });
  });

  it("tells which type it is of", () => {
    registerIdPrefix("inv", "Invoice");
    const uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
    expect(requireNodeReference(encodeId("inv", uuid))).toEqual({ prefix: "inv", typeName: "Invoice", uuid });
    expect(() => requireNodeReference("zzz_01")).toThrow(/expected one of the prefixes (?:\w+, )*inv/);
    expect(() => registerIdPrefix("inv", "Other")).toThrow("used for Invoice and for Other");
  });
});
