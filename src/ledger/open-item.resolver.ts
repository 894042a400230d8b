import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { buildConnection, type Connection, keysetPage } from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { requireId } from "../platform/graphql/ids.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import { visibleTo } from "../platform/graphql/visible-customers.js";
import { OpenItemArgs, OpenItemOrder, OpenItemWhere } from "./open-item.input.js";
import { itemReader, openItemLoader, withStatus } from "./open-item.loaders.js";
import { countItems, type OpenItemRow, pageOfItems } from "./open-item.queries.js";
import { OpenItemConnection, OpenItemType } from "./open-item.type.js";

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
  @Query(() => OpenItemConnection, { description: "Open items, by due date unless told otherwise." })
  async openItems(
    @Ctx() context: ApplicationContext,
    @Args(() => OpenItemArgs) args: OpenItemArgs,
    @Arg("where", () => OpenItemWhere, { nullable: true, description: "Which ones." }) where?: OpenItemWhere,
    @Arg("orderBy", () => [OpenItemOrder], { nullable: true, description: "In which order." })
    orderBy?: OpenItemOrder[],
  ): Promise<Connection<OpenItemRow>> {
    const page = keysetPage(args, orderOf(orderBy, BY_DUE_DATE, SORT_TERMS, sql`i.id`));
    const visible = visibleTo(context.principal, sql`i.customer_id`);
    const filter = sql`${withStatus(args)} and ${itemFilter(where)} and ${visible}`;
    const rows = await pageOfItems(context.reads, itemReader(context), filter, page);
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

function itemFilter(where: OpenItemWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`i.id`, "itm", w.id),
    condition(sql`i.kind`, w.kind),
    idCondition(sql`i.customer_id`, "cus", w.customerId),
    idCondition(sql`i.invoice_id`, "inv", w.invoiceId),
    idCondition(sql`i.receipt_id`, "rct", w.receiptId),
    condition(sql`i.document_number`, w.documentNumber),
    condition(sql`i.document_date`, w.documentDate),
    condition(sql`i.due_date`, w.dueDate),
    condition(sql`i.currency`, w.currency),
    condition(sql`i.original_amount`, w.originalAmount),
    condition(sql`i.open_amount`, w.openAmount),
  ]);
}
