import { addDays, type BusinessDate } from "../../src/platform/business-date.js";
import type { Shot } from "./load.js";
import type { CaseName } from "./options.js";

export type ReaderName = "ours" | "postgraphile" | "handwritten";

/** A read that all are asked for. Their answers tell the same values in the same order, under whatever names. */
export interface ReadCase {
  readonly name: CaseName;
  readonly title: string;
  /** Values that the answer has when there is enough data. */
  readonly valuesMin: number;
  readonly ask: Readonly<Record<"ours" | "handwritten", Shot>> &
    Readonly<Partial<Record<"postgraphile", Shot>>>;
  /** The least that ours may reach of each peer's requests per second. */
  readonly targets: Readonly<Partial<Record<ReaderName, number>>>;
}

export function readCases(today: BusinessDate): readonly ReadCase[] {
  // So far back that about half of the two years' invoices qualify.
  const before = addDays(today, -330);
  return [
    {
      name: "a",
      title: "20 customers × 10 open items each",
      valuesMin: 20 * (2 + 10 * 4),
      targets: { postgraphile: 1.5, handwritten: 0.7 },
      ask: {
        ours: graphql(`query {
          customers(first: 20, orderBy: [{ field: NUMBER }]) {
            nodes { number name openItems(first: 10) { nodes { documentNumber dueDate openAmount { amount currency } } } }
          }
        }`),
        postgraphile: graphql(`query {
          allCustomers(first: 20, orderBy: NUMBER_ASC) {
            nodes {
              number name
              openItemsByTenantIdAndCustomerId(
                first: 10, filter: { isOpen: { equalTo: true } }, orderBy: [DUE_DATE_ASC, PRIMARY_KEY_ASC]
              ) { nodes { documentNumber dueDate openAmount currency } }
            }
          }
        }`),
        handwritten: { path: "/a", body: "{}" },
      },
    },
    {
      name: "b",
      title: "first 50 invoices by filter and order",
      valuesMin: 50 * 7,
      targets: { postgraphile: 1.5, handwritten: 0.7 },
      ask: {
        ours: graphql(
          `query ($before: Date!) {
            invoices(first: 50, where: { status: { eq: ISSUED }, dueDate: { lt: $before } }, orderBy: [{ field: DUE_DATE }]) {
              nodes { number documentDate dueDate total { amount currency } customer { number name } }
            }
          }`,
          { before },
        ),
        postgraphile: graphql(
          `query ($before: Date!) {
            allInvoices(
              first: 50, filter: { status: { equalTo: "ISSUED" }, dueDate: { lessThan: $before } },
              orderBy: [DUE_DATE_ASC, PRIMARY_KEY_ASC]
            ) { nodes { number documentDate dueDate total currency customerByTenantIdAndCustomerId { number name } } }
          }`,
          { before },
        ),
        handwritten: { path: "/b", body: JSON.stringify({ before }) },
      },
    },
    {
      name: "c",
      title: "aging by customer",
      valuesMin: 20 * 10,
      targets: { handwritten: 0.8 },
      ask: {
        ours: graphql(
          `query ($asOf: Date!) {
            aging(asOf: $asOf, by: [CUSTOMER]) {
              rows { keys { value name } currency bucketAmounts unappliedCredits { amount } balance { amount } }
            }
          }`,
          { asOf: today },
        ),
        handwritten: { path: "/c", body: JSON.stringify({ asOf: today }) },
      },
    },
  ];
}

function graphql(query: string, variables: object = {}): Shot {
  return { path: "/graphql", body: JSON.stringify({ query: query.replace(/\s+/g, " "), variables }) };
}

/** The answer's values in their order, amounts without regard to how many zeros they end with. Throws on errors. */
export function valuesOf(answer: unknown): string[] {
  if (isObject(answer) && answer.errors) throw new Error(JSON.stringify(answer.errors));
  const values: string[] = [];
  collect(isObject(answer) ? answer.data : answer, values);
  return values;
}

function collect(value: unknown, values: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, values);
  else if (isObject(value)) for (const one of Object.values(value)) collect(one, values);
  else values.push(/^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value).toFixed(2) : String(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
