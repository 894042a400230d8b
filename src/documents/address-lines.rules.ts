import type { Addressee } from "./addressee.queries.js";

/** Where the postal code stands after the town and the state. */
const TOWN_FIRST = new Set(["US", "CA", "AU", "NZ", "IN", "GB", "IE"]);

/** The lines of an address on an envelope, name first, without empty ones. */
export function addressLines(to: Addressee): string[] {
  const { city, postalCode, state, country } = to;
  const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(" ");
  const town =
    country !== null && TOWN_FIRST.has(country)
      ? [city, joined(state, postalCode)].filter(Boolean).join(", ")
      : [joined(postalCode, city), state].filter(Boolean).join(", ");
  return [to.name, to.line1, to.line2, town, countryName(country)].flatMap((line) => (line ? [line] : []));
}

function countryName(code: string | null): string | null {
  if (code === null) return null;
  return (COUNTRIES.of(code) ?? code).toUpperCase();
}

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
