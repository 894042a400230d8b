import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { buildConnection, type Connection, keysetPage } from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { itemBalances } from "./balances.sql.js";
import { itemFilter } from "./open-item.filter.js";
import { OpenItemOrder, OpenItemsArgs, OpenItemWhere } from "./open-item.input.js";
import { openItemLoader, withStatus } from "./open-item.loaders.js";
import { countItems, type OpenItemRow, pageOfItems } from "./open-item.queries.js";
import { OpenItemConnection, OpenItemType } from "./open-item.type.js";
import { reportPoint } from "./report-point.js";

@Resolver()
export class OpenItemResolver {
  @Allow("receivables:read")
  @Query(() => OpenItemType, { nullable: true, description: "An open item by id." })
  openItem(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<OpenItemRow | null> {
    return context.load(openItemLoader, requireId("itm", id));
  }

  @Allow("receivables:read")
  @Query(() => OpenItemConnection, {
    description:
      "Open items, by due date unless told otherwise. Open by everything that is posted, also what is dated later; with `asOf`, what was open at the end of that day, and `balance(asOf)` of each is how much.",
  })
  async openItems(
    @Ctx() context: ApplicationContext,
    @Args(() => OpenItemsArgs) args: OpenItemsArgs,
    @Arg("where", () => OpenItemWhere, { nullable: true, description: "Which ones." }) where?: OpenItemWhere,
    @Arg("orderBy", () => [OpenItemOrder], { nullable: true, description: "In which order." })
    orderBy?: OpenItemOrder[],
  ): Promise<Connection<OpenItemRow>> {
    const page = keysetPage(args, orderOf(orderBy, BY_DUE_DATE, SORT_TERMS, sql`i.id`));
    const visible = visibleTo(context.principal, sql`i.customer_id`);
    const filter = sql`${await openAt(context, args)} and ${itemFilter(context.tenantId, where)} and ${visible}`;
    const rows = await pageOfItems(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countItems(context.reads, context.tenantId, filter));
  }
}

const BY_DUE_DATE = { field: "DUE_DATE", direction: "ASC" } as const;

const SORT_TERMS: SortTerms = {
  DUE_DATE: { column: sql`i.due_date`, key: "dueDate", type: "date" },
  DOCUMENT_DATE: { column: sql`i.document_date`, key: "documentDate", type: "date" },
  DOCUMENT_NUMBER: { column: sql`i.document_number`, key: "documentNumber", type: "text" },
  OPEN_AMOUNT: { column: sql`i.open_amount`, key: "openAmount", type: "decimal" },
};

/** Those open by everything that is posted, or at the point that is asked for; or all. */
async function openAt(context: ApplicationContext, args: OpenItemsArgs): Promise<SqlFragment> {
  if (args.status !== "OPEN" || (args.asOf == null && args.knownAt == null)) return withStatus(args);
  const point = await reportPoint(context, args);
  return sql`i.id in (select b.id from (${itemBalances(point)}) b where b.balance <> 0)`;
}
