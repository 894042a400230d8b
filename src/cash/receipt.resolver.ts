import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { type SqlFragment, sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { requireIdOrNumber } from "../platform/graphql/by-id-or-number.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { orderOf, type SortTerms } from "../platform/graphql/sorting.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { identifyReceipt } from "./identify-receipt.js";
import {
  ReceiptIdentifyInput,
  ReceiptOrder,
  ReceiptRecordInput,
  ReceiptReverseInput,
  ReceiptWhere,
} from "./receipt.input.js";
import { receiptLoader, visibleReceipts } from "./receipt.loaders.js";
import {
  countReceipts,
  pageOfReceipts,
  RECEIPT_STATUS,
  type ReceiptRow,
  receiptsWhere,
  UNAPPLIED_AMOUNT,
} from "./receipt.queries.js";
import { ReceiptConnection, ReceiptType } from "./receipt.type.js";
import { recordReceipt } from "./record-receipt.js";
import { reverseReceipt } from "./reverse-receipt.js";

const RECEIPT = { receipt: { type: () => ReceiptType, description: "The receipt." }, ...WOULD_POST };
const ReceiptRecordPayload = payloadType("ReceiptRecordPayload", RECEIPT);
const ReceiptReversePayload = payloadType("ReceiptReversePayload", RECEIPT);
const ReceiptIdentifyPayload = payloadType("ReceiptIdentifyPayload", RECEIPT);

@Resolver()
export class ReceiptResolver {
  @Allow("receivables:read")
  @Query(() => ReceiptType, { nullable: true, description: "A receipt by either its id or its number." })
  async receipt(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string,
    @Arg("number", () => String, { nullable: true, description: "Its number." }) number?: string,
  ): Promise<ReceiptRow | null> {
    const key = requireIdOrNumber("rct", id, number);
    if (key.uuid !== undefined) return context.load(receiptLoader, key.uuid);
    const where = sql`r.number = ${key.number} and ${visibleReceipts(context)}`;
    const [row] = await receiptsWhere(context.reads, context.tenantId, where);
    return row ?? null;
  }

  @Allow("receivables:read")
  @Query(() => ReceiptConnection, { description: "Receipts, the newest first unless told otherwise." })
  async receipts(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => ReceiptWhere, { nullable: true, description: "Which ones." }) where?: ReceiptWhere,
    @Arg("orderBy", () => [ReceiptOrder], { nullable: true, description: "In which order." })
    orderBy?: ReceiptOrder[],
  ): Promise<Connection<ReceiptRow>> {
    const page = keysetPage(args, orderOf(orderBy, NEWEST_FIRST, SORT_TERMS, sql`r.id`));
    const filter = sql`${receiptFilter(where)} and ${visibleReceipts(context)}`;
    const rows = await pageOfReceipts(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countReceipts(context.reads, context.tenantId, filter));
  }

  @Allow("cash:write")
  @Mutation(() => ReceiptRecordPayload, {
    description: "Records money that came in, as unapplied cash of its customer or as unidentified cash.",
  })
  receiptRecord(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ReceiptRecordInput, { description: "The money." }) input: ReceiptRecordInput,
  ): Promise<object> {
    return runCommand(context, recordReceipt, input, { customerId: "cus" }, receiptOf(context));
  }

  @Allow("cash:write")
  @Mutation(() => ReceiptReversePayload, {
    description: "Takes a receipt back, with everything that it was applied to.",
  })
  receiptReverse(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ReceiptReverseInput, { description: "Which receipt." }) input: ReceiptReverseInput,
  ): Promise<object> {
    return runCommand(context, reverseReceipt, input, { receiptId: "rct" }, receiptOf(context));
  }

  @Allow("cash:write")
  @Mutation(() => ReceiptIdentifyPayload, { description: "Says who paid a receipt whose payer was unknown." })
  receiptIdentify(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ReceiptIdentifyInput, { description: "Who paid." }) input: ReceiptIdentifyInput,
  ): Promise<object> {
    const ids = { receiptId: "rct", customerId: "cus" };
    return runCommand(context, identifyReceipt, input, ids, receiptOf(context));
  }
}

/** Read only when the client selects it. */
function receiptOf(context: ApplicationContext) {
  return ({ receiptId }: { receiptId: string }) => ({
    receipt: () => context.load(receiptLoader, receiptId),
  });
}

const NEWEST_FIRST = { field: "RECEIVED_ON", direction: "DESC" } as const;

const SORT_TERMS: SortTerms = {
  RECEIVED_ON: { column: sql`r.received_on`, key: "receivedOn", type: "date" },
  NUMBER: { column: sql`r.number`, key: "number", type: "text" },
  AMOUNT: { column: sql`r.amount`, key: "amount", type: "decimal" },
};

function receiptFilter(where: ReceiptWhere | undefined): SqlFragment {
  return whereSql(where, (w) => [
    idCondition(sql`r.id`, "rct", w.id),
    condition(sql`r.number`, w.number),
    idCondition(sql`r.customer_id`, "cus", w.customerId),
    condition(RECEIPT_STATUS, w.status),
    condition(sql`r.method`, w.method),
    condition(sql`r.received_on`, w.receivedOn),
    condition(sql`r.currency`, w.currency),
    condition(sql`r.amount`, w.amount),
    condition(UNAPPLIED_AMOUNT, w.unappliedAmount),
    condition(sql`r.reference`, w.reference),
  ]);
}
