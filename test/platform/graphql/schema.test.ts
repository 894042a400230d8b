import { execute, type GraphQLSchema, isObjectType, parse } from "graphql";
import {
  Arg,
  ArgsType,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from "type-graphql";
import { describe, expect, it } from "vitest";
import { refusal } from "../../../src/platform/commands/refusal.js";
import { Allow, AllowAnyone, Derived, IdField, MoneyField } from "../../../src/platform/graphql/fields.js";
import { Money } from "../../../src/platform/graphql/scalars.js";
import { assembleSchema, missingRules, printSchemaFile } from "../../../src/platform/graphql/schema.js";
import {
  defineErrorCodes,
  ErrorData,
  type MutationResult,
  payloadType,
  UserErrorType,
} from "../../../src/platform/graphql/user-error.js";

const UUID = "01890a5d-ac96-774b-bcce-b302099a8057";

defineErrorCodes({
  AMOUNT_EXCEEDS_TRIAL_BALANCE: "More than what is open.",
  STALE_VERSION: "Changed since.",
  REQUIRED: "A value is missing.",
});

@UserErrorType("The amount is more than what is open.", "AMOUNT_EXCEEDS_TRIAL_BALANCE")
class AmountExceedsTrialBalance {
  @ErrorData(() => Money, { description: "What is open." })
  balance!: Money;
}

@ArgsType()
class TimesArgs {
  @Field(() => Int, { description: "How often.", defaultValue: 2 })
  times!: number;
}

@Allow("receivables:read")
@ObjectType({ description: "An invoice." })
class Invoice {
  @IdField("inv")
  id!: string;

  @Field(() => String, { description: "The business number." })
  number!: string;

  @Allow("journal:read", "audit:read")
  @MoneyField("What is open.", { amount: "balance", currency: "currency" })
  balance!: Money;

  @MoneyField("What was promised.", { amount: "promised", currency: () => "JPY", nullable: true })
  promised!: Money | null;

  @Field(() => String, { name: "reference", description: "The customer's own reference.", nullable: true })
  customerReference!: string | null;

  @Derived<{ number: string }, TimesArgs>(
    () => String,
    { description: "The number, repeated.", args: () => TimesArgs },
    (row, { times }) => row.number.repeat(times),
  )
  repeated!: string;
}

const InvoiceIssuePayload = payloadType("InvoiceIssuePayload", {
  invoice: { type: () => Invoice, description: "The invoice." },
});

const ROW = {
  id: UUID,
  number: "R-1",
  balance: "100.5",
  currency: "EUR",
  promised: null,
  customerReference: "PO 7",
};

@Resolver()
class InvoiceResolver {
  @Allow("receivables:read")
  @Query(() => [Invoice], { description: "Invoices." })
  invoices(): unknown[] {
    return [ROW];
  }

  @Query(() => Int, { description: "Forgotten." })
  forgotten(): number {
    return 1;
  }

  @Allow("invoices:write")
  @Mutation(() => InvoiceIssuePayload, { description: "Issues an invoice." })
  invoiceIssue(
    @Arg("id", () => ID, { description: "Which." }) id: string,
  ): MutationResult<{ invoice: unknown }> {
    if (id === "ok") return { invoice: ROW, userErrors: [], replayed: false };
    const balance = { amount: "5.00", currency: "EUR" };
    return {
      userErrors: [
        refusal("AMOUNT_EXCEEDS_TRIAL_BALANCE", ["lines", "0"], "Too much.", { balance }),
        refusal("STALE_VERSION", "expectedVersion", "Changed.", { currentVersion: 4 }),
        refusal("REQUIRED", "number", "Missing."),
      ],
      replayed: false,
    };
  }

  @AllowAnyone()
  @Subscription(() => Int, {
    description: "Counts.",
    async *subscribe() {
      yield 1;
    },
  })
  counted(): number {
    return 1;
  }
}

const { schema, rules } = assembleSchema([InvoiceResolver], { orphanedTypes: [AmountExceedsTrialBalance] });

function resolverOf(of: GraphQLSchema, type: string, field: string): unknown {
  const object = of.getType(type);
  return isObjectType(object) ? object.getFields()[field]?.resolve : undefined;
}

describe("the assembled schema", () => {
  it("reads plain properties without any function of its own", () => {
    expect(resolverOf(schema, "Invoice", "number")).toBeUndefined();
    expect(resolverOf(schema, "Money", "amount")).toBeUndefined();
    expect(resolverOf(schema, "Invoice", "id")).toBeTypeOf("function");
  });

  it("shows rows as objects: ids, money with the currency's decimals, renamed and derived fields", async () => {
    const document = parse(
      "{ invoices { id number balance { amount currency } promised { amount } reference repeated more: repeated(times: 3) } }",
    );
    const result = await execute({ schema, document });
    expect(result.errors).toBeUndefined();
    expect(result.data?.invoices).toEqual([
      {
        id: "inv_01890a5dac96774bbcceb302099a8057",
        number: "R-1",
        balance: { amount: "100.50", currency: "EUR" },
        promised: null,
        reference: "PO 7",
        repeated: "R-1R-1",
        more: "R-1R-1R-1",
      },
    ]);
  });

  it("shows each refusal as the concrete error that carries its data", async () => {
    const document = parse(`mutation { invoiceIssue(id: "x") { invoice { id } replayed userErrors {
      __typename code message path
      ... on AmountExceedsTrialBalance { balance { amount currency } }
      ... on StaleVersion { currentVersion } } } }`);
    const result = await execute({ schema, document });
    expect(result.errors).toBeUndefined();
    expect(result.data?.invoiceIssue).toEqual({
      invoice: null,
      replayed: false,
      userErrors: [
        {
          __typename: "AmountExceedsTrialBalance",
          code: "AMOUNT_EXCEEDS_TRIAL_BALANCE",
          message: "Too much.",
          path: ["lines", "0"],
          balance: { amount: "5.00", currency: "EUR" },
        },
        {
          __typename: "StaleVersion",
          code: "STALE_VERSION",
          message: "Changed.",
          path: ["expectedVersion"],
          currentVersion: 4,
        },
        { __typename: "GenericError", code: "REQUIRED", message: "Missing.", path: ["number"] },
      ],
    });
  });

  it("knows the rule of each field: its own, else its type's", () => {
    expect(rules.get("Invoice.number")).toEqual(["receivables:read"]);
    expect(rules.get("Invoice.balance")).toEqual(["journal:read", "audit:read"]);
    expect(rules.get("Mutation.invoiceIssue")).toEqual(["invoices:write"]);
    expect(rules.get("Subscription.counted")).toBe("ANYONE");
    expect(rules.get("InvoiceIssuePayload.invoice")).toBe("ANYONE");
  });

  it("tells which fields nobody made a rule for", () => {
    expect(missingRules(schema)).toEqual(["Query.forgotten"]);
  });

  it("prints itself sorted, with the descriptions of enum values", () => {
    const text = printSchemaFile(schema);
    expect(text).toContain('"""More than what is open."""\n  AMOUNT_EXCEEDS_TRIAL_BALANCE');
    expect(text.indexOf("type AmountExceedsTrialBalance implements UserError")).toBeLessThan(
      text.indexOf("type Invoice "),
    );
    expect(text).toContain('repeated(\n    """How often."""\n    times: Int! = 2\n  ): String!');
  });
});
