import { describe, expect, it } from "vitest";
import { optionValue } from "../../src/cli/option-values.js";

type Kind = keyof typeof optionValue;

const RIGHT: Readonly<Record<Kind, readonly string[]>> = {
  date: ["2026-01-31", "2024-02-29"],
  instant: ["2026-01-31T12:00:00Z", "2026-01-31T12:00+02:00"],
  currency: ["EUR"],
  timeZone: ["UTC", "Europe/Berlin"],
  name: ["Acme GmbH", "a".repeat(200)],
  amount: ["0", "1000", "1000.00"],
  wholeNumber: ["0", "25"],
  span: ["30s", "30m", "12h", "7d", "2w", "1y", "010d"],
};

const WRONG: Readonly<Record<Kind, readonly string[]>> = {
  date: ["", "2026-02-30", "2026-1-31", "31.01.2026", "today"],
  instant: ["", "yesterday", "2026-01-31", "2026-01-31T12:00:00", "2026-13-31T12:00:00Z"],
  currency: ["", "euro", "eur", "XXQ"],
  timeZone: ["", "Mars", "Europe/Nowhere"],
  name: ["", " ", "a".repeat(201)],
  amount: ["", "-4", "1,000.00", "1e3", ".5"],
  wholeNumber: ["", "some", "-3", "2.5", "1e3"],
  span: ["", "5x", "0h", "-1h", "12", "1 h", "1h ago", "h", "12hours"],
};

describe("an option's value", () => {
  const kinds = Object.keys(optionValue) as Kind[];

  it.each(kinds.flatMap((kind) => RIGHT[kind].map((text) => [kind, text] as const)))(
    "that is a %s is taken as it is: %s",
    (kind, text) => expect(optionValue[kind](text)).toBe(text),
  );

  it.each(kinds.flatMap((kind) => WRONG[kind].map((text) => [kind, text] as const)))(
    'that is no %s is refused with what is taken: "%s"',
    (kind, text) => expect(() => optionValue[kind](text)).toThrow(/^Give an? /),
  );
});
