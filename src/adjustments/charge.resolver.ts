import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { type Connection, ConnectionArgs } from "../platform/graphql/connections.js";
import { Allow } from "../platform/graphql/fields.js";
import { requireId } from "../platform/graphql/ids.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { AdjustmentWhere } from "./adjustment.input.js";
import { chargeLoader } from "./adjustment.loaders.js";
import { type Listed, newestFirst } from "./adjustment.resolver.js";
import { CHARGES, type ChargeRow } from "./charge.queries.js";
import {
  ChargebackCreateInput,
  ChargeConnection,
  ChargeReverseInput,
  ChargeType,
  DebitMemoCreateInput,
} from "./charge.type.js";
import { createChargeback, createDebitMemo } from "./create-charge.js";
import { APPROVAL, pendingIn } from "./credit-memo.resolver.js";
import { reverseCharge } from "./reverse-charge.js";

const CHARGE = { charge: { type: () => ChargeType, description: "The charge." } };
const DebitMemoCreatePayload = payloadType("DebitMemoCreatePayload", {
  ...CHARGE,
  ...APPROVAL,
  ...WOULD_POST,
});
const ChargebackCreatePayload = payloadType("ChargebackCreatePayload", {
  ...CHARGE,
  ...APPROVAL,
  ...WOULD_POST,
});
const ChargeReversePayload = payloadType("ChargeReversePayload", { ...CHARGE, ...WOULD_POST });

@Resolver()
export class ChargeResolver {
  @Allow("receivables:read")
  @Query(() => ChargeType, { nullable: true, description: "A debit memo or a chargeback by id." })
  charge(
    @Ctx() context: ApplicationContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<ChargeRow | null> {
    return context.load(chargeLoader, requireId("chg", id));
  }

  @Allow("receivables:read")
  @Query(() => ChargeConnection, { description: "Debit memos and chargebacks, the newest first." })
  charges(
    @Ctx() context: ApplicationContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg("where", () => AdjustmentWhere, { nullable: true, description: "Which ones." })
    where?: AdjustmentWhere,
  ): Promise<Connection<ChargeRow>> {
    return newestFirst(context, args, where, CHARGED);
  }

  @Allow("adjustments:write")
  @Mutation(() => DebitMemoCreatePayload, {
    description: "Charges a customer beside any invoice. Above the caller's limit it waits for approval.",
  })
  debitMemoCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => DebitMemoCreateInput, { description: "The charge." }) input: DebitMemoCreateInput,
  ): Promise<MutationPayload> {
    const ids = { customerId: "cus" };
    return runCommand(context, createDebitMemo, input, ids, chargeOf(context), pendingIn(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => ChargebackCreatePayload, {
    description:
      "Makes what was short-paid an item of its own, with its reason. Above the caller's limit it waits for approval.",
  })
  chargebackCreate(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ChargebackCreateInput, { description: "What." }) input: ChargebackCreateInput,
  ): Promise<MutationPayload> {
    const ids = { openItemId: "itm" };
    return runCommand(context, createChargeback, input, ids, chargeOf(context), pendingIn(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => ChargeReversePayload, {
    description: "Takes a debit memo or a chargeback back. Undo first what was paid on it.",
  })
  chargeReverse(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ChargeReverseInput, { description: "Which charge." }) input: ChargeReverseInput,
  ): Promise<MutationPayload> {
    return runCommand(context, reverseCharge, input, { chargeId: "chg" }, chargeOf(context));
  }
}

const CHARGED: Listed<ChargeRow> = {
  table: CHARGES,
  prefix: "chg",
  date: sql`d.document_date`,
  key: "documentDate",
};

/** Read only when the client selects it. */
function chargeOf(context: ApplicationContext) {
  return ({ chargeId }: { chargeId: string }) => ({ charge: () => context.load(chargeLoader, chargeId) });
}
