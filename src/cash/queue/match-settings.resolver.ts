import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { requireWholeBooks } from "../../ledger/index.js";
import { sql } from "../../platform/database/sql.js";
import type { ApplicationContext } from "../../platform/graphql/application-context.js";
import { requestError } from "../../platform/graphql/errors.js";
import { Allow } from "../../platform/graphql/fields.js";
import { requireId } from "../../platform/graphql/ids.js";
import { settingsWhere } from "../matches/match-proposal.queries.js";
import { MatchSettingType } from "../matches/payer-alias.type.js";
import { customerMatchSettingLoader, SHIPPED_SETTING, type ShownMatchSetting } from "./match-setting.type.js";

const CUSTOMERS_MAX = 100;

@Resolver()
export class MatchSettingsResolver {
  @Allow("receivables:read")
  @Query(() => [MatchSettingType], {
    description:
      "How money is matched: of all customers first, as it is set or as the program ships, then of each customer that has its own. With `customerIds`, what holds for each of these.",
  })
  async matchSettings(
    @Ctx() context: ApplicationContext,
    @Arg("customerIds", () => [ID], { nullable: true, description: "Of whose money; at most 100." })
    customerIds?: string[] | null,
  ): Promise<(ShownMatchSetting | null)[]> {
    requireWholeBooks(context.principal);
    if (customerIds) {
      if (customerIds.length > CUSTOMERS_MAX) throw tooMany(customerIds.length);
      const ids = customerIds.map((id) => requireId("cus", id));
      return Promise.all(ids.map((id) => context.load(customerMatchSettingLoader, id)));
    }
    const set = await settingsWhere(context.reads, context.tenantId, sql`true`);
    return set[0]?.customerId === null ? set : [SHIPPED_SETTING, ...set];
  }
}

function tooMany(asked: number): Error {
  return requestError("LIMIT_EXCEEDED", `Ask for at most ${CUSTOMERS_MAX} customers at once, not ${asked}.`);
}
