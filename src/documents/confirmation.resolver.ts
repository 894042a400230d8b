import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Allow } from "../platform/graphql/access.js";
import type { RequestContext } from "../platform/graphql/context.js";
import { requireId } from "../platform/graphql/ids.js";
import { DateScalar, DateTime } from "../platform/graphql/scalars.js";
import { Decimal } from "../platform/money.js";
import { ConfirmationLetters, ConfirmationSelectionInput } from "./confirmation.type.js";
import { chooseConfirmations } from "./confirmation-letters.js";

@Resolver()
export class ConfirmationResolver {
  @Allow("receivables:read")
  @Query(() => ConfirmationLetters, {
    description:
      "Letters that ask customers to confirm their balances at a date: chosen ones, large ones, a sample.",
  })
  async confirmationLetters(
    @Ctx() context: RequestContext,
    @Arg("selection", () => ConfirmationSelectionInput, {
      nullable: true,
      description: "Whom to ask; everybody who has something open by default.",
    })
    selection?: ConfirmationSelectionInput | null,
    @Arg("asOf", () => DateScalar, {
      nullable: true,
      description: "The date of the balances; today by default.",
    })
    asOf?: string | null,
    @Arg("knownAt", () => DateTime, {
      nullable: true,
      description:
        "What was recorded up to this instant; now by default. A past one gives the same letters for ever.",
    })
    knownAt?: Date | null,
  ): Promise<object> {
    const customerIds = selection?.customerIds?.map((id) => requireId("cus", id)) ?? null;
    const row = await chooseConfirmations(context, { ...selection, customerIds }, { asOf, knownAt });
    const chosen = row.customers.reduce((sum, one) => sum.plus(one.functionalBalance), new Decimal(0));
    return {
      ...row,
      chosenBalance: chosen.toFixed(),
      functionalCurrency: row.point.tenant.functionalCurrency,
    };
  }
}
