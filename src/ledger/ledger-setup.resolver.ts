import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { sql } from "../platform/database/sql.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow, IdField } from "../platform/graphql/fields.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { CurrencyCode, DateScalar, Decimal } from "../platform/graphql/scalars.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { setExchangeRate } from "./exchange-rate.js";

@Allow("receivables:read")
@ObjectType({ description: "What one unit of a foreign currency is worth from a date on." })
export class ExchangeRate {
  @IdField("fxr")
  id!: string;

  @Field(() => CurrencyCode, { description: "The foreign currency." })
  currency!: string;

  @Field(() => DateScalar, { description: "The first day on which it holds." })
  rateDate!: string;

  @Field(() => Decimal, { description: "Units of the functional currency for one unit." })
  rate!: string;

  @Field(() => String, { description: "Where it comes from." })
  source!: string;
}

@InputType({ description: "A new exchange rate." })
export class ExchangeRateSetInput extends MutationInput {
  @Field(() => CurrencyCode, { description: "The foreign currency." })
  currency!: string;

  @Field(() => DateScalar, { description: "The first day on which it holds." })
  rateDate!: string;

  @Field(() => Decimal, { description: "Units of the functional currency for one unit." })
  rate!: string;

  @Field(() => String, { nullable: true, description: "Where it comes from." })
  source?: string | null;
}

const ExchangeRateSetPayload = payloadType("ExchangeRateSetPayload", {
  exchangeRate: { type: () => ExchangeRate, description: "The rate." },
});

@Resolver()
export class LedgerSetupResolver {
  @Allow("receivables:read")
  @Query(() => [ExchangeRate], {
    description:
      "Exchange rates of a currency, the latest first; at most 400. Read on with `until`: the day before the last that came.",
  })
  exchangeRates(
    @Ctx() { reads, tenantId }: ApplicationContext,
    @Arg("currency", () => CurrencyCode, { description: "The foreign currency." }) currency: string,
    @Arg("from", () => DateScalar, {
      nullable: true,
      description: "Only rates whose first day is this or a later one.",
    })
    from?: string | null,
    @Arg("until", () => DateScalar, {
      nullable: true,
      description: "Only rates whose first day is this or an earlier one.",
    })
    until?: string | null,
  ): Promise<object[]> {
    return reads.rows<object>(sql`
      select id, currency, rate_date as "rateDate", rate, source from exchange_rate
      where tenant_id = ${tenantId} and currency = ${currency}
        and rate_date between ${from ?? "-infinity"}::date and ${until ?? "infinity"}::date
      order by rate_date desc limit 400`);
  }

  @Allow("rates:write")
  @Mutation(() => ExchangeRateSetPayload, { description: "Adds an exchange rate from a date on." })
  exchangeRateSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => ExchangeRateSetInput, { description: "The rate." }) input: ExchangeRateSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setExchangeRate, input, {}, async ({ rateId }) => {
      const [exchangeRate] = await context.reads.rows<object>(sql`
        select id, currency, rate_date as "rateDate", rate, source from exchange_rate
        where tenant_id = ${context.tenantId} and id = ${rateId}`);
      return { exchangeRate };
    });
  }
}
