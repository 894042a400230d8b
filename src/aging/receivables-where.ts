import { Field, ID, InputType } from "type-graphql";
import { requireId } from "../platform/graphql/ids.js";
import { CurrencyCode } from "../platform/graphql/scalars.js";
import type { ReceivablesFilter } from "./receivables-filter.sql.js";

/** The filter that the reports on receivables have in common. */
@InputType("AgingWhere", {
  description: "Narrows a report. All that are given must hold; an empty list matches nothing.",
})
export class ReceivablesWhere {
  @Field(() => [ID], { nullable: true, description: "Only these customers." })
  customerIds?: string[] | null;

  @Field(() => [CurrencyCode], { nullable: true, description: "Only documents in these currencies." })
  currencies?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Only customers of these regions." })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Only customers of these sales representatives." })
  salesRepresentatives?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Only customers of these collectors." })
  collectors?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Only customers of these business units." })
  businessUnits?: string[] | null;

  @Field(() => [String], { nullable: true, description: "Only customers of these risk classes." })
  riskClasses?: string[] | null;
}

/** The filter of an input, within the customers that the principal may see (null: all). Throws INVALID_ID. */
export function receivablesFilter(
  where: ReceivablesWhere | null | undefined,
  visible: readonly string[] | null,
): ReceivablesFilter {
  const asked = where?.customerIds?.map((id) => requireId("cus", id)) ?? null;
  return {
    customerIds: asked && visible ? asked.filter((id) => visible.includes(id)) : (asked ?? visible),
    currencies: where?.currencies ?? null,
    regions: where?.regions ?? null,
    salesRepresentatives: where?.salesRepresentatives ?? null,
    collectors: where?.collectors ?? null,
    businessUnits: where?.businessUnits ?? null,
    riskClasses: where?.riskClasses ?? null,
  };
}
