import { absolute, toUnits, type Units } from "./amount-units.rules.js";
import type { MatchItem } from "./matching.model.js";
import { editKeys } from "./one-edit.rules.js";
import { type ReferenceForm, referenceForm } from "./reference-form.rules.js";

/** An item while a batch is matched. */
export interface BookItem {
  readonly item: MatchItem;
  readonly number: ReferenceForm;
  readonly own: readonly ReferenceForm[];
  /** What it lets go for a payment in time. */
  readonly discount: Units | null;
  /** Open and not yet taken by a payment of the batch. */
  left: Units;
  /** Who settled it, in this batch or before. */
  settledBy: { readonly paymentId: string; readonly amount: Units } | null;
}

/** Up to so many items all are looked at; of more, only those that a number or an amount leads to. */
const FEW = 40;

/** More items than this behind one key say nothing about any of them. */
const TOO_MANY = 50;

/** A number of fewer characters, all digits, is like too many others. */
const SERIES_LENGTH = 6;

/** One customer's items in one currency, oldest due first, found by number and by amount. */
export class CustomerAccount {
  readonly #byAmount = new Map<Units, Set<BookItem>>();
  #nearNumbers: Map<string, BookItem[]> | null = null;
  /** Items that let something go for a payment in time. */
  readonly discounted: readonly BookItem[];
  /** How many payment terms its items have. */
  readonly terms: number;
  /** Grows with each change, so that who looked before knows to look again. */
  version = 0;

  constructor(
    readonly customerId: string,
    readonly items: readonly BookItem[],
  ) {
    for (const item of items) this.#put(item);
    this.discounted = items.filter(({ discount }) => discount !== null);
    this.terms = new Set(items.map(({ item }) => item.paymentTerm)).size;
  }

  /** Items that a line with this reference and amount may mean. */
  candidates(reference: ReferenceForm | null, amount: Units | null): Iterable<BookItem> {
    if (this.items.length <= FEW) return this.items;
    const found = new Set<BookItem>(amount === null ? [] : this.equalTo(amount));
    if (reference) {
      for (const key of lookupKeys(reference)) {
        for (const item of this.#near().get(key) ?? []) found.add(item);
      }
    }
    return found;
  }

  equalTo(amount: Units): Iterable<BookItem> {
    return this.#byAmount.get(amount) ?? [];
  }

  take(item: BookItem, amount: Units, paymentId: string): void {
    this.#byAmount.get(item.left)?.delete(item);
    const before = item.left;
    item.left -= amount;
    if (item.left === 0n) item.settledBy = { paymentId, amount: before };
    this.#put(item);
    this.version++;
  }

  #put(item: BookItem): void {
    const same = this.#byAmount.get(item.left) ?? new Set();
    this.#byAmount.set(item.left, same.add(item));
  }

  #near(): Map<string, BookItem[]> {
    if (this.#nearNumbers) return this.#nearNumbers;
    const near = new Map<string, BookItem[]>();
    for (const item of this.items) {
      for (const form of [item.number, ...item.own]) {
        for (const key of lookupKeys(form)) addTo(near, key, item);
      }
    }
    this.#nearNumbers = near;
    return near;
  }
}

/** The items of a batch's candidates. */
export class ItemBook {
  readonly #accounts = new Map<string, CustomerAccount>();
  readonly #byNumber = new Map<string, BookItem[]>();
  readonly #byAmount = new Map<string, BookItem[]>();
  readonly #series = new Set<string>();
  readonly #beginnings = new Set<string>();

  constructor(items: readonly MatchItem[]) {
    const perAccount = new Map<string, BookItem[]>();
    for (const item of [...items].sort(oldestFirst)) {
      const entry = bookItem(item);
      addTo(perAccount, accountKey(item.customerId, item.currency), entry);
      addTo(this.#byAmount, `${item.currency} ${entry.left}`, entry);
      this.#series.add(seriesOf(entry.number));
      this.#beginnings.add(beginningOf(entry.number.written));
      for (const form of [entry.number, ...entry.own]) {
        for (const key of new Set([form.plain, form.digits])) addTo(this.#byNumber, key, entry);
      }
    }
    for (const [key, own] of perAccount) {
      const [first] = own;
      if (first) this.#accounts.set(key, new CustomerAccount(first.item.customerId, own));
    }
  }

  accounts(): Iterable<CustomerAccount> {
    return this.#accounts.values();
  }

  account(customerId: string, currency: string): CustomerAccount | undefined {
    return this.#accounts.get(accountKey(customerId, currency));
  }

  /** Whoever's items have the number, as it is or by its digits. */
  named({ plain, digits }: ReferenceForm): readonly BookItem[] {
    const found = new Set([...few(this.#byNumber.get(plain)), ...few(this.#byNumber.get(digits))]);
    return [...found];
  }

  /** Whoever's items had so much open when the batch began. */
  withAmount(amount: Units, currency: string): readonly BookItem[] {
    return few(this.#byAmount.get(`${currency} ${amount}`));
  }

  /** Whether the reference looks like a number that we gave. */
  isOfOurSeries(reference: ReferenceForm): boolean {
    return this.#series.has(seriesOf(reference));
  }

  /** The same of a number in free text: digits alone must begin as those of a number that we gave. */
  isAsOurs(reference: ReferenceForm): boolean {
    if (reference.prefix !== "" && this.isOfOurSeries(reference)) return true;
    const beginning = beginningOf(reference.written.replace(/^\D+/, ""));
    return beginning !== "" && this.#beginnings.has(beginning);
  }
}

function bookItem(item: MatchItem): BookItem {
  const settled = item.settledBy;
  return {
    item,
    number: referenceForm(item.number),
    own: item.customerReferences.map(referenceForm),
    discount: item.discount && toUnits(item.discount.amount),
    left: toUnits(item.open),
    settledBy: settled ? { paymentId: settled.paymentId, amount: toUnits(settled.amount) } : null,
  };
}

function oldestFirst(a: MatchItem, b: MatchItem): number {
  return (
    compare(a.dueDate, b.dueDate) ||
    compare(a.documentDate, b.documentDate) ||
    compare(a.number, b.number) ||
    compare(a.id, b.id)
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By any of them an item is found: its number with at most one slip, its digits, its ending. */
function lookupKeys({ plain, digits, tail, number }: ReferenceForm): Set<string> {
  return new Set([...editKeys(plain), digits, tail, number]);
}

function seriesOf({ shape, prefix }: ReferenceForm): string {
  return `${prefix} ${shape}`;
}

/** Groups of digits with the first half of all, the rest by its length: "2026/0816" is "2026/####"; empty of anything else. */
function beginningOf(written: string): string {
  const compact = written.trim();
  if (!/^\d+([/._-]\d+)*$/.test(compact)) return "";
  const half = Math.ceil(compact.length / 2);
  return compact.length < SERIES_LENGTH
    ? ""
    : compact.slice(0, half) + compact.slice(half).replace(/\d/g, "#");
}

function accountKey(customerId: string, currency: string): string {
  return `${customerId} ${currency}`;
}

function few(found: readonly BookItem[] | undefined): readonly BookItem[] {
  return found && found.length <= TOO_MANY ? found : [];
}

function addTo<K>(map: Map<K, BookItem[]>, key: K, item: BookItem): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** The sizes of two amounts of one sign; null when their signs differ. */
export function sizes(one: Units, other: Units): readonly [Units, Units] | null {
  return one < 0n === other < 0n ? [absolute(one), absolute(other)] : null;
}
