import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { type CustomerRow, customerByKey } from "../customers/index.js";
import { Allow } from "../platform/graphql/access.js";
import { requireIdOrNumber } from "../platform/graphql/by-id-or-number.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { CurrencyCode, DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { statementRequest } from "./customer-statement.js";
import { CustomerStatement, type StatementRow } from "./statement.type.js";

@Resolver()
export class StatementResolver {
  @Allow("receivables:read")
  @Query(() => CustomerStatement, {
    nullable: true,
    description:
      "The account of a customer, by either its id or its number; null when there is no such customer.",
  })
  async customerStatement(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { nullable: true, description: "The customer's id." }) id?: string | null,
    @Arg("number", () => String, { nullable: true, description: "The customer's number." }) number?:
      | string
      | null,
    @Arg("from", () => DateScalar, {
      nullable: true,
      description: "The first day of the activity; the first of the month of `asOf` by default.",
    })
    from?: string | null,
    @Arg("asOf", () => DateScalar, { nullable: true, description: "The statement's date; today by default." })
    asOf?: string | null,
    @Arg("knownAt", () => DateTime, {
      nullable: true,
      description:
        "What was recorded up to this instant; now by default. A past one gives the same figures for ever.",
    })
    knownAt?: Date | null,
    @Arg("currency", () => CurrencyCode, {
      nullable: true,
      description: "Only this currency; all by default.",
    })
    currency?: string | null,
  ): Promise<StatementRow | null> {
    const customer: CustomerRow | null = await customerByKey(context, requireIdOrNumber("cus", id, number));
    if (!customer) return null;
    const request = await statementRequest(context, customer.id, { from, asOf, knownAt, currency });
    return { request, customer };
  }
}
