import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { requireId } from "../platform/graphql/ids.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import { RemittanceOrder, RemittanceWhere } from "./remittance.input.js";
import { remittanceLoader, visibleRemittances } from "./remittance.loaders.js";
import { countRemittances, pageOfRemittances, type RemittanceRow } from "./remittance.queries.js";
import { RemittanceConnection, RemittanceType } from "./remittance.type.js";

@Resolver()
export class RemittanceResolver {
  @Allow("receivables:read")
  @Query(() => RemittanceType, { nullable: true, description: "A remittance by id." })
  remittance(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<RemittanceRow | null> {
    return context.load(remittanceLoader, requireId("rem", id));
  }

  @Allow("receivables:read")
  @Query(() => RemittanceConnection, { description: "Remittances, the newest first unless told otherwise." })
  async remittances(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => RemittanceWhere, { nullable: true, description: "Which ones." })
    where?: RemittanceWhere,
    @Arg("orderBy", () => [RemittanceOrder], { nullable: true, description: "In which order." })
    orderBy?: RemittanceOrder[],
  ): Promise<Connection<RemittanceRow>> {
    const page = keysetPage(args, orderOf(orderBy, NEWEST_FIRST, SORT_TERMS, sql`n.id`));
    const filter = sql`${remittanceFilter(where)} and ${visibleRemittances(context)}`;
    const rows = await pageOfRemittances(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countRemittances(context.reads, context.tenantId, filter));
  }
}

const NEWEST_FIRST = { field: "RECEIVED_ON", direction: "DESC" } as const;

const SORT_TERMS: SortTerms = {
  RECEIVED_ON: { column: sql`n.received_on`, key: "receivedOn", type: "date" },
  AMOUNT: { column: sql`n.amount`, key: "amount", type: "decimal" },
};

function remittanceFilter(where: RemittanceWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`n.id`, "rem", w.id),
    condition(sql`n.status`, w.status),
    condition(sql`n.source`, w.source),
    idCondition(sql`n.customer_id`, "cus", w.customerId),
    idCondition(sql`n.receipt_id`, "rct", w.receiptId),
    idCondition(sql`n.bank_entry_id`, "ben", w.bankEntryId),
    condition(sql`n.received_on`, w.receivedOn),
    condition(sql`n.currency`, w.currency),
    condition(sql`n.amount`, w.amount),
    condition(sql`n.payer_name`, w.payerName),
    condition(sql`n.payer_account`, w.payerAccount),
    condition(sql`n.payer_reference`, w.payerReference),
  ]);
}
