import { addDays, type BusinessDate, businessDate, endOfMonth } from "../platform/business-date.js";
import { encodeId } from "../platform/graphql/ids.js";
import type { MetricsScope, Period } from "./collection-metrics.queries.js";
import type { Metric } from "./collection-metrics.rules.js";

/** The query that opens the items behind one input of a metric, to be sent as it is. */
export interface MetricDrilldown {
  /** The input's name. */
  readonly input: string;
  readonly query: string;
  /** A JSON object. */
  readonly variables: string;
}

/** A query for each input that items stand behind; numbers of days and months have none. */
export function drilldownsOf(metric: Metric, period: Period, scope: MetricsScope): MetricDrilldown[] {
  const known = scope.point.knownAt === null ? {} : { knownAt: scope.point.knownAt };
  return metric.inputs.flatMap(({ name }) => {
    const items = itemsBehind(name, period, scope);
    if (items === null) return [];
    const variables = { ...items, ...known, where: { and: [items.where, narrowing(scope)] } };
    return [{ input: name, query: QUERY, variables: JSON.stringify(variables) }];
  });
}

const QUERY = `query MetricItems($status: OpenItemStatus!, $asOf: Date!, $knownAt: DateTime, $where: OpenItemWhere!, $after: String) {
  openItems(status: $status, asOf: $asOf, knownAt: $knownAt, where: $where, first: 100, after: $after) {
    totalCount
    nodes {
      id
      kind
      documentNumber
      documentDate
      dueDate
      customer { number name }
      originalAmount { amount currency }
      balance(asOf: $asOf, knownAt: $knownAt) { amount currency }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Items {
  readonly status: "OPEN" | "ALL";
  readonly asOf: BusinessDate;
  readonly where: object;
}

/** Those on the receivables' control account; money that is not applied stands on another. */
const RECEIVABLES = { kind: { in: ["INVOICE", "DEBIT_MEMO", "LATE_FEE", "CHARGEBACK", "CREDIT_MEMO"] } };

function itemsBehind(name: string, { from, to }: Period, { salesBasis }: MetricsScope): Items | null {
  const open = (asOf: BusinessDate, where: object): Items => ({ status: "OPEN", asOf, where });
  const sold = (first: BusinessDate, last: BusinessDate): Items => {
    const kind = { in: salesBasis === "NET" ? ["INVOICE", "CREDIT_MEMO"] : ["INVOICE"] };
    return { status: "ALL", asOf: to, where: { kind, documentDate: { gte: first, lte: last } } };
  };
  const month = /^sales (\d{4}-\d{2})$/.exec(name)?.[1];
  if (month !== undefined) {
    const first = businessDate(`${month}-01`);
    const last = endOfMonth(first);
    return sold(first, last < to ? last : to);
  }
  switch (name) {
    case "beginningAr":
      return open(addDays(from, -1), RECEIVABLES);
    case "endingAr":
      return open(to, RECEIVABLES);
    case "endingCurrentAr": {
      const current = [{ dueDate: { gte: to } }, { originalAmount: { lt: "0" } }];
      return open(to, { ...RECEIVABLES, or: current });
    }
    case "endingOver90Ar":
      return open(to, {
        ...RECEIVABLES,
        dueDate: { lt: addDays(to, -90) },
        originalAmount: { gt: "0" },
      });
    case "creditSales":
      return sold(from, to);
    case "amount":
      return {
        status: "ALL",
        asOf: to,
        where: { settledOn: { gte: from, lte: to }, originalAmount: { gt: "0" } },
      };
    default:
      return null;
  }
}

/** What the metrics were narrowed to, as a `where` on open items. */
function narrowing({ currency, filter }: MetricsScope): object {
  const among = (values: readonly string[] | null) => (values ? { in: values } : undefined);
  return {
    currency:
      currency || filter.currencies ? { ...among(filter.currencies), eq: currency ?? undefined } : undefined,
    customerId: among(filter.customerIds?.map((id) => encodeId("cus", id)) ?? null),
    region: among(filter.regions),
    salesRepresentative: among(filter.salesRepresentatives),
    collector: among(filter.collectors),
    businessUnit: among(filter.businessUnits),
    riskClass: among(filter.riskClasses),
  };
}
