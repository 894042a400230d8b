import { compare } from "./item-book.rules.js";
import type { MatchCustomer, MatchPayment } from "./matching.model.js";
import { type NameForm, nameFit, nameForm, nameWords } from "./payer-name.rules.js";

/** By what a payer is known, the surest first. */
export const PAYER_GROUNDS = [
  "CUSTOMER_NUMBER",
  "ACCOUNT",
  "ALIAS",
  "SAME",
  "NAMED_IN_TEXT",
  "SHORTENED",
  "SAME_WITHOUT_NUMBER",
  "SHORTENED_WITHOUT_NUMBER",
  "INITIALS",
  "INITIALS_WITHOUT_NUMBER",
  "SIMILAR",
  "OTHER_BRANCH",
] as const;

export type PayerGround = (typeof PAYER_GROUNDS)[number];

export interface KnownPayer {
  readonly customer: MatchCustomer;
  readonly ground: PayerGround;
}

interface Entry {
  readonly customer: MatchCustomer;
  readonly form: NameForm;
}

/** A word that so many customers share leads to none of them. */
const TOO_COMMON = 400;

const STEM = 3;

/** Words of a bank's text count as a name from so many that fit in a row. */
const WORDS_IN_TEXT = 2;

/** The customers of a batch's candidates, found by number, account, alias and name. */
export class CustomerBook {
  readonly #byId = new Map<string, MatchCustomer>();
  readonly #exact = new Map<string, Entry[]>();
  readonly #byStem = new Map<string, Entry[]>();

  constructor(customers: readonly MatchCustomer[]) {
    for (const customer of [...customers].sort((a, b) => compare(a.id, b.id))) {
      this.#byId.set(customer.id, customer);
      const entry = { customer, form: nameForm(customer.name) };
      const keys = [
        `number ${compact(customer.number)}`,
        `name ${entry.form.words.join(" ")}`,
        ...customer.accounts.map((account) => `account ${compact(account)}`),
        ...customer.aliases.map((alias) => `alias ${nameWords(alias).join(" ")}`),
      ];
      for (const key of new Set(keys)) addTo(this.#exact, key, entry);
      for (const stem of stemsOf(entry.form)) addTo(this.#byStem, stem, entry);
    }
  }

  customer(id: string): MatchCustomer | undefined {
    return this.#byId.get(id);
  }

  /** Whom the payment may be from, each by the surest ground; several when they share it. */
  payersOf(payment: MatchPayment): KnownPayer[] {
    const found = new Map<string, KnownPayer>();
    for (const payer of [...this.#certain(payment), ...this.#byName(payment), ...this.#byText(payment)]) {
      const known = found.get(payer.customer.id);
      if (!known || rankOf(payer) < rankOf(known)) found.set(payer.customer.id, payer);
    }
    return [...found.values()];
  }

  #certain(payment: MatchPayment): KnownPayer[] {
    const keys = [
      ["CUSTOMER_NUMBER", payment.customerNumber && `number ${compact(payment.customerNumber)}`],
      ["ACCOUNT", payment.payerAccount && `account ${compact(payment.payerAccount)}`],
      ["ALIAS", payment.payerName && `alias ${nameWords(payment.payerName).join(" ")}`],
    ] as const;
    return keys.flatMap(([ground, key]) =>
      (key ? (this.#exact.get(key) ?? []) : []).map(({ customer }) => ({ customer, ground })),
    );
  }

  #byName({ payerName }: MatchPayment): KnownPayer[] {
    if (!payerName) return [];
    const form = nameForm(payerName);
    return this.#alike(form).flatMap(({ customer, form: own }) => {
      const ground = nameFit(form, own);
      return ground === null ? [] : [{ customer, ground }];
    });
  }

  #alike(form: NameForm): Entry[] {
    const stems = [...stemsOf(form)].map((stem) => few(this.#byStem.get(stem)));
    return [...new Set([...(this.#exact.get(`name ${form.words.join(" ")}`) ?? []), ...stems.flat()])];
  }

  /** Customers whose name stands in the bank's text, among other words: those of whom the most stands there. */
  #byText({ text }: MatchPayment): KnownPayer[] {
    const named = text.flatMap((line) => {
      const words = nameWords(line);
      return words.flatMap((_, start) => this.#namedAt(words.slice(start)));
    });
    const most = Math.max(0, ...named.map(({ length }) => length));
    return named
      .filter(({ length }) => length === most)
      .map(({ customer }) => ({ customer, ground: "NAMED_IN_TEXT" as const }));
  }

  #namedAt(words: readonly string[]): { customer: MatchCustomer; length: number }[] {
    const stem = words[0]?.slice(0, STEM) ?? "";
    return few(this.#byStem.get(stem)).flatMap(({ customer, form: own }) => {
      for (let length = Math.min(own.length, words.length); length >= WORDS_IN_TEXT; length--) {
        const name = nameForm(words.slice(0, length).join(" "));
        const fit = name.words.length < WORDS_IN_TEXT ? null : nameFit(name, own);
        if (fit === "SAME" || fit === "SHORTENED") return [{ customer, length }];
      }
      return [];
    });
  }
}

function rankOf({ ground }: KnownPayer): number {
  return PAYER_GROUNDS.indexOf(ground);
}

/** The beginnings of a name's words; and its first letter, by which initials are found. */
function stemsOf({ words }: NameForm): Set<string> {
  const first = words[0]?.[0] ?? "";
  return new Set([...words.map((word) => word.slice(0, STEM)), `${first}…`]);
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

function few<T>(found: readonly T[] | undefined): readonly T[] {
  return found && found.length <= TOO_COMMON ? found : [];
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
