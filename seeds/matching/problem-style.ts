import type { Chance } from "../chance.js";

/** What differs between the books of one company and another, whatever its customers do. */
export interface ProblemStyle {
  readonly name: string;
  /** The number of the n-th invoice of a year. */
  readonly invoiceNumber: (n: number, year: string) => string;
  readonly customerNumber: (n: number) => string;
  readonly orderNumber: (chance: Chance) => string;
  /** How branches of one name are told apart; null when they are not. */
  readonly branch: ((n: number) => string) | null;
  readonly legalForms: readonly string[];
  /** How a payer writes a number when it does not copy it. */
  readonly rewritten: readonly ((number: string) => string)[];
}

const digits = (n: number, width: number) => String(n).padStart(width, "0");
const lastGroup = (number: string) => (/\d+$/.exec(number)?.[0] ?? number).replace(/^0+/, "");

const REWRITTEN = [
  (number: string) => number.toLowerCase(),
  (number: string) => number.replace(/[^\p{L}\p{N}]/gu, ""),
  (number: string) => number.replace(/[^\p{L}\p{N}]+/gu, " "),
  (number: string) => `no. ${number}`,
];

export const PROBLEM_STYLES: readonly ProblemStyle[] = [
  {
    name: "numeric",
    invoiceNumber: (n) => digits(4_100_000 + n * 7, 7),
    customerNumber: (n) => digits(10_000 + n, 5),
    orderNumber: (chance) => `45${digits(chance.whole(0, 999_999), 6)}`,
    branch: null,
    legalForms: ["Inc", "LLC", "Corp", ""],
    rewritten: [(number) => `Inv ${number}`, (number) => `#${number}`, ...REWRITTEN.slice(1)],
  },
  {
    name: "prefixed",
    invoiceNumber: (n) => `RX-${digits(n, 6)}`,
    customerNumber: (n) => `K${digits(n, 4)}`,
    orderNumber: (chance) => `ORD/${digits(chance.whole(0, 99_999), 5)}`,
    branch: (n) => `Plant ${n}`,
    legalForms: ["GmbH", "AG", "KG", ""],
    rewritten: [(number) => `RX ${lastGroup(number)}`, (number) => lastGroup(number), ...REWRITTEN],
  },
  {
    name: "year",
    invoiceNumber: (n, year) => `${year}-${digits(n, 5)}`,
    customerNumber: (n) => `C-${digits(n, 5)}`,
    orderNumber: (chance) => `B${digits(chance.whole(0, 9_999_999), 7)}`,
    branch: (n) => `Store ${digits(n, 3)}`,
    legalForms: ["Ltd", "Plc", "LLP", ""],
    rewritten: [(number) => lastGroup(number), (number) => number.replace("-", "/"), ...REWRITTEN],
  },
  {
    name: "slashes",
    invoiceNumber: (n, year) => `F/${year.slice(2)}/${digits(n, 4)}`,
    customerNumber: (n) => String(900 + n),
    orderNumber: (chance) => `${chance.whole(100, 999)}-${chance.whole(1000, 9999)}`,
    branch: (n) => `Depot ${n}`,
    legalForms: ["SA", "SARL", "Srl", "BV"],
    rewritten: [
      (number) => number.replaceAll("/", "-"),
      (number) => number.replaceAll("/", ""),
      ...REWRITTEN,
    ],
  },
];
