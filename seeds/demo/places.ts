import type { TaxInput } from "../../src/invoicing/index.js";

/** Where a customer is, and what an invoice there is taxed with unless its goods are for resale. */
export interface Place {
  readonly region: string;
  readonly city: string;
  readonly state: string | null;
  readonly postalCode: string;
  readonly country: string;
  readonly taxes: readonly TaxInput[];
}

const tax = (name: string, ratePercent: string): TaxInput => ({ name, ratePercent });

function inAmerica(
  region: string,
  city: string,
  state: string,
  postalCode: string,
  taxes: readonly TaxInput[],
): Place {
  return { region, city, state, postalCode, country: "US", taxes };
}

/** Exports: no tax of ours. */
function inEurope(city: string, country: string, postalCode: string): Place {
  return { region: "Europe", city, state: null, postalCode, country, taxes: [] };
}

export const AMERICAN_PLACES: readonly Place[] = [
  inAmerica("Northeast", "New York", "NY", "10013", [
    tax("NY state sales tax", "4"),
    tax("NYC sales tax", "4.875"),
  ]),
  inAmerica("Northeast", "Boston", "MA", "02118", [tax("MA sales tax", "6.25")]),
  inAmerica("Northeast", "Newark", "NJ", "07105", [tax("NJ sales tax", "6.625")]),
  inAmerica("Northeast", "Pittsburgh", "PA", "15222", [
    tax("PA sales tax", "6"),
    tax("Allegheny County tax", "1"),
  ]),
  inAmerica("Midwest", "Chicago", "IL", "60608", [tax("IL sales tax", "6.25")]),
  inAmerica("Midwest", "Cleveland", "OH", "44114", [tax("OH sales tax", "5.75")]),
  inAmerica("Midwest", "Detroit", "MI", "48209", [tax("MI sales tax", "6")]),
  inAmerica("South", "Houston", "TX", "77020", [tax("TX sales tax", "6.25"), tax("Houston sales tax", "1")]),
  inAmerica("South", "Atlanta", "GA", "30318", [tax("GA sales tax", "4")]),
  inAmerica("South", "Tampa", "FL", "33605", [tax("FL sales tax", "6")]),
  inAmerica("West", "Oakland", "CA", "94607", [tax("CA sales tax", "7.25")]),
  inAmerica("West", "Tacoma", "WA", "98421", [tax("WA sales tax", "6.5")]),
  inAmerica("West", "Portland", "OR", "97210", []),
];

export const EUROPEAN_PLACES: readonly Place[] = [
  inEurope("Hamburg", "DE", "20457"),
  inEurope("Stuttgart", "DE", "70327"),
  inEurope("Lyon", "FR", "69007"),
  inEurope("Rotterdam", "NL", "3089 JB"),
  inEurope("Torino", "IT", "10135"),
  inEurope("Gent", "BE", "9042"),
];
