import type { TaxInput } from "../../src/invoicing/index.js";
import { Chance } from "../chance.js";
import { type Behaviour, behaviourOf } from "./behaviour.js";
import { AMERICAN_PLACES, EUROPEAN_PLACES, type Place } from "./places.js";
import { EUROPEAN_FOUNDERS, FAMILY_NAMES, FOUNDERS, GIVEN_NAMES, JOBS, STREETS, TRADES } from "./words.js";

/** A customer of the demonstration company, in business keys, with how much it buys and how it pays. */
export interface DemoCustomer {
  readonly number: string;
  readonly name: string;
  readonly parentNumber: string | null;
  readonly currency: "USD" | "EUR";
  readonly termsCode: string;
  readonly place: Place;
  readonly street: string;
  readonly salesRepresentative: string;
  readonly collector: string;
  readonly businessUnit: string;
  /** In whole units of the customer's currency. */
  readonly creditLimit: string;
  readonly taxIds: readonly string[];
  /** What its invoices are taxed with. */
  readonly taxes: readonly TaxInput[];
  readonly contacts: readonly {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly job: string;
  }[];
  readonly bankAccount: string | null;
  /** Invoices a month, on average. */
  readonly invoicesPerMonth: number;
  readonly behaviour: Behaviour;
}

const CUSTOMERS = 400;
const EUROPEANS_PERCENT = 16;

const COLLECTORS = {
  Northeast: "Maya Brandt",
  Midwest: "Tobias Reyes",
  South: "Lena Osei",
  West: "Arjun Mehta",
  Europe: "Chloé Verbeek",
};
const SELLERS = [
  "Amos Keller",
  "Bianca Doyle",
  "Carmen Ito",
  "Derek Olsen",
  "Esther Nkemba",
  "Felix Aubert",
  "Gina Marsh",
  "Hollis Park",
];
const BUSINESS_UNITS: readonly (readonly [string, number])[] = [
  ["Components", 55],
  ["Systems", 30],
  ["Field Services", 15],
];
const TERMS: readonly (readonly [string, number])[] = [
  ["NET30", 44],
  ["NET45", 15],
  ["NET60", 11],
  ["NET14", 11],
  ["2/10NET30", 13],
  ["30/50/20", 6],
];

/** The customers, always the same: groups of companies first, then those that stand alone. */
export function planCustomers(): DemoCustomer[] {
  const customers: DemoCustomer[] = [];
  const names = new UniqueNames();
  while (customers.length < CUSTOMERS) {
    const chance = new Chance(`demo customer ${customers.length + 1}`);
    const european = chance.percent(EUROPEANS_PERCENT);
    const founder = chance.pick<string>(european ? EUROPEAN_FOUNDERS : FOUNDERS);
    const isGroup = customers.length < 150;
    if (!isGroup) {
      customers.push(
        makeCustomer(customers.length + 1, names.company(chance, founder, european), null, european, chance),
      );
      continue;
    }
    const parent = makeCustomer(customers.length + 1, names.group(founder, european), null, european, chance);
    customers.push(parent);
    for (let child = chance.whole(2, 4); child > 0; child--) {
      const name = names.company(chance, founder, european);
      customers.push(makeCustomer(customers.length + 1, name, parent.number, european, chance));
    }
  }
  return customers;
}

function makeCustomer(
  ordinal: number,
  name: string,
  parentNumber: string | null,
  european: boolean,
  chance: Chance,
): DemoCustomer {
  const place = chance.pick(european ? EUROPEAN_PLACES : AMERICAN_PLACES);
  // Few customers buy much: the smaller the draw, the larger the customer.
  const invoicesPerMonth = Math.min(5, 0.13 / (chance.share() + 0.04) + 0.05);
  const resale = chance.percent(40);
  const initials = String(ordinal).padStart(4, "0");
  return {
    number: `C-${initials}`,
    name,
    parentNumber,
    currency: european ? "EUR" : "USD",
    termsCode: chance.weighted(TERMS),
    place,
    street: `${chance.whole(1, 980)} ${chance.pick(STREETS)}`,
    salesRepresentative: chance.pick(SELLERS),
    collector: collectorOf(place.region),
    businessUnit: chance.weighted(BUSINESS_UNITS),
    creditLimit: `${(Math.ceil(invoicesPerMonth * chance.whole(3, 6)) + 1) * 5_000}.00`,
    taxIds: [
      european
        ? `${place.country}${chance.whole(100_000_000, 999_999_999)}`
        : `${chance.whole(10, 98)}-${chance.whole(1_000_000, 9_999_999)}`,
    ],
    taxes: resale ? [] : place.taxes,
    contacts: contactsOf(name, chance),
    bankAccount: chance.percent(60)
      ? `US${chance.whole(10, 99)}HBLK${String(ordinal).padStart(8, "0")}${chance.whole(100, 999)}`
      : null,
    invoicesPerMonth,
    behaviour: behaviourOf(chance),
  };
}

function collectorOf(region: string): string {
  return Object.entries(COLLECTORS).find(([name]) => name === region)?.[1] ?? COLLECTORS.Northeast;
}

function contactsOf(company: string, chance: Chance): DemoCustomer["contacts"] {
  const domain = company
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
  return Array.from({ length: chance.whole(1, 2) }, () => {
    const given = chance.pick(GIVEN_NAMES);
    const family = chance.pick(FAMILY_NAMES);
    return {
      name: `${given} ${family}`,
      // A reserved domain (RFC 2606): nobody gets mail from a demonstration.
      email: `${given}.${family}@${domain}.example`.toLowerCase(),
      phone: `+1 555 01${chance.whole(10, 99)}`,
      job: chance.pick(JOBS),
    };
  });
}

class UniqueNames {
  readonly #taken = new Set<string>();

  group(founder: string, european: boolean): string {
    return this.#take([
      `${founder} ${european ? "Holding SE" : "Group, Inc."}`,
      `${founder} ${european ? "Gruppe AG" : "Holdings, Inc."}`,
      `${founder} Partners`,
    ]);
  }

  company(chance: Chance, founder: string, european: boolean): string {
    const form = chance.pick(european ? ["GmbH", "S.A.", "B.V.", "S.p.A."] : ["Inc.", "LLC", "Co.", "Corp."]);
    const first = chance.whole(0, TRADES.length - 1);
    return this.#take(TRADES.map((_, i) => `${founder} ${TRADES[(first + i) % TRADES.length]} ${form}`));
  }

  #take(candidates: readonly string[]): string {
    const free = candidates.find((name) => !this.#taken.has(name)) ?? `${candidates[0]} ${this.#taken.size}`;
    this.#taken.add(free);
    return free;
  }
}
