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
import { condition, idCondition, whereSql } from "../platform/graphql/filters.js";
import { type SortTerm, totalOrder } from "../platform/graphql/keyset.js";
import { runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { createCustomer } from "./create-customer.js";
import { CustomerCreateInput, CustomerOrder, CustomerUpdateInput, CustomerWhere } from "./customer.input.js";
import { customerByKey, customerLoader, visibleCustomers } from "./customer.loaders.js";
import { type CustomerRow, countCustomers, pageOfCustomers } from "./customer.queries.js";
import { CustomerConnection, CustomerType } from "./customer.type.js";
import { updateCustomer } from "./update-customer.js";

const CUSTOMER = { customer: { type: () => CustomerType, description: "The customer." } };
const CustomerCreatePayload = payloadType("CustomerCreatePayload", CUSTOMER);
const CustomerUpdatePayload = payloadType("CustomerUpdatePayload", CUSTOMER);

@Resolver()
export class CustomerResolver {
  @Allow("receivables:read")
  @Query(() => CustomerType, { nullable: true, description: "A customer by either its id or its number." })
  async customer(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string,
    @Arg("number", () => String, { nullable: true, description: "Its number." }) number?: string,
  ): Promise<CustomerRow | null> {
    return customerByKey(context, requireIdOrNumber("cus", id, number));
  }

  @Allow("receivables:read")
  @Query(() => CustomerConnection, { description: "Customers, by number unless told otherwise." })
  async customers(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => CustomerWhere, { nullable: true, description: "Which ones." }) where?: CustomerWhere,
    @Arg("orderBy", () => [CustomerOrder], { nullable: true, description: "In which order." })
    orderBy?: CustomerOrder[],
  ): Promise<Connection<CustomerRow>> {
    const page = keysetPage(args, orderOf(orderBy));
    const filter = sql`${customerFilter(where)} and ${visibleCustomers(context)}`;
    const rows = await pageOfCustomers(context.reads, context.tenantId, filter, page);
    return buildConnection(rows, page, () => countCustomers(context.reads, context.tenantId, filter));
  }

  @Allow("customers:write")
  @Mutation(() => CustomerCreatePayload, { description: "Creates a customer." })
  customerCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CustomerCreateInput, { description: "The new customer." }) input: CustomerCreateInput,
  ): Promise<object> {
    return runCommand(context, createCustomer, input, { parentId: "cus", termsId: "trm" }, (result) => ({
      customer: () => context.load(customerLoader, result.customerId),
    }));
  }

  @Allow("customers:write")
  @Mutation(() => CustomerUpdatePayload, { description: "Changes what is given and leaves the rest." })
  customerUpdate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => CustomerUpdateInput, { description: "The changes." }) input: CustomerUpdateInput,
  ): Promise<object> {
    const ids = { customerId: "cus", parentId: "cus", termsId: "trm" };
    return runCommand(context, updateCustomer, input, ids, (result) => ({
      customer: () => context.load(customerLoader, result.customerId),
    }));
  }
}

const SORT_TERMS: Readonly<Record<string, Omit<SortTerm, "direction">>> = {
  NUMBER: { column: sql`c.number`, key: "number", type: "text" },
  NAME: { column: sql`c.name`, key: "name", type: "text" },
  // Ids are UUIDs of version 7: they sort by the moment they were made.
  CREATED_AT: { column: sql`c.id`, key: "id", type: "uuid" },
};

function orderOf(orderBy: readonly CustomerOrder[] | undefined) {
  const terms = (orderBy?.length ? orderBy : [{ field: "NUMBER", direction: "ASC" as const }]).flatMap(
    (o) => {
      const term = SORT_TERMS[o.field];
      return term ? [{ ...term, direction: o.direction }] : [];
    },
  );
  return totalOrder(terms, sql`c.id`);
}

function customerFilter(where: CustomerWhere | undefined) {
  return whereSql(where, (w) => [
    idCondition(sql`c.id`, "cus", w.id),
    condition(sql`c.number`, w.number),
    condition(sql`c.name`, w.name),
    condition(sql`c.currency`, w.currency),
    idCondition(sql`c.parent_id`, "cus", w.parentId),
    condition(sql`c.region`, w.region),
    condition(sql`c.sales_representative`, w.salesRepresentative),
    condition(sql`c.collector`, w.collector),
    condition(sql`c.risk_class`, w.riskClass),
    condition(sql`c.credit_limit`, w.creditLimit),
    condition(sql`c.created_at`, w.createdAt),
  ]);
}
