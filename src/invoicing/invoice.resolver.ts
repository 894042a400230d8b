import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { requireIdOrNumber } from "../platform/graphql/by-id-or-number.js";
import {
  buildConnection,
  type Connection,
  ConnectionArgs,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { createInvoice } from "./create-invoice.js";
import { invoiceFilter, invoiceOrder } from "./invoice.filter.js";
import {
  InvoiceCreateInput,
  InvoiceIssueInput,
  InvoiceOrder,
  InvoiceVoidInput,
  InvoiceWhere,
} from "./invoice.input.js";
import { invoiceLoader, visibleInvoices } from "./invoice.loaders.js";
import { countInvoices, type InvoiceRow, invoicesWhere, pageOfInvoices } from "./invoice.queries.js";
import { InvoiceConnection, InvoiceType } from "./invoice.type.js";
import { issueInvoice } from "./issue-invoice.js";
import { voidInvoice } from "./void-invoice.js";

const INVOICE = { invoice: { type: () => InvoiceType, description: "The invoice." } };
const InvoiceCreatePayload = payloadType("InvoiceCreatePayload", INVOICE);
const InvoiceIssuePayload = payloadType("InvoiceIssuePayload", { ...INVOICE, ...WOULD_POST });
const InvoiceVoidPayload = payloadType("InvoiceVoidPayload", { ...INVOICE, ...WOULD_POST });

@Resolver()
export class InvoiceResolver {
  @Allow("receivables:read")
  @Query(() => InvoiceType, { nullable: true, description: "An invoice by either its id or its number." })
  async invoice(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string,
    @Arg("number", () => String, { nullable: true, description: "Its number." }) number?: string,
  ): Promise<InvoiceRow | null> {
    const key = requireIdOrNumber("inv", id, number);
    if (key.uuid !== undefined) return context.load(invoiceLoader, key.uuid);
    const where = sql`v.number = ${key.number} and ${visibleInvoices(context)}`;
    const [row] = await invoicesWhere(context.reads, context.tenantId, where);
    return row ?? null;
  }

  @Allow("receivables:read")
  @Query(() => InvoiceConnection, { description: "Invoices, the newest first unless told otherwise." })
  async invoices(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => InvoiceWhere, { nullable: true, description: "Which ones." }) where?: InvoiceWhere,
    @Arg("orderBy", () => [InvoiceOrder], { nullable: true, description: "In which order." })
    orderBy?: InvoiceOrder[],
  ): Promise<Connection<InvoiceRow>> {
    const page = keysetPage(args, invoiceOrder(orderBy, where));
    const filter = sql`${invoiceFilter(context.tenantId, where)} and ${visibleInvoices(context)}`;
    const rows = await pageOfInvoices(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countInvoices(context.reads, context.tenantId, filter));
  }

  @Allow("invoices:write")
  @Mutation(() => InvoiceCreatePayload, { description: "Makes a draft. It owes nothing until it is issued." })
  invoiceCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => InvoiceCreateInput, { description: "The draft." }) input: InvoiceCreateInput,
  ): Promise<object> {
    return runCommand(
      context,
      createInvoice,
      input,
      { customerId: "cus", termsId: "trm" },
      invoiceOf(context),
    );
  }

  @Allow("invoices:write")
  @Mutation(() => InvoiceIssuePayload, {
    description: "Gives a draft its number and posts it: what is owed, revenue and tax.",
  })
  invoiceIssue(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => InvoiceIssueInput, { description: "Which draft." }) input: InvoiceIssueInput,
  ): Promise<object> {
    return runCommand(context, issueInvoice, input, { invoiceId: "inv" }, invoiceOf(context));
  }

  @Allow("invoices:write")
  @Mutation(() => InvoiceVoidPayload, {
    description:
      "Takes an issued invoice back by the mirror image of its posting. Unapply payments on it first.",
  })
  invoiceVoid(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => InvoiceVoidInput, { description: "Which invoice." }) input: InvoiceVoidInput,
  ): Promise<object> {
    return runCommand(context, voidInvoice, input, { invoiceId: "inv" }, invoiceOf(context));
  }
}

/** Read only when the client selects it. */
function invoiceOf(context: ApplicationContext) {
  return ({ invoiceId }: { invoiceId: string }) => ({
    invoice: () => context.load(invoiceLoader, invoiceId),
  });
}
