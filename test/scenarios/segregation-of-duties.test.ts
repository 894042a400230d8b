import { describe, expect, it } from "vitest";
import { lateFees, policy } from "../support/late-fees.js";
import { given, type Story, storybook } from "../support/stories.js";

const book = storybook("2026-03-10");

/** What each adjusting command is about: 5,000.00, five times what a specialist may adjust alone. */
const COMMANDS: Readonly<Record<string, (story: Story, customerId: string) => Promise<object>>> = {
  creditMemoCreate: async (_, customerId) => ({ customerId, amount: "5000.00", reasonCode: "GOODWILL" }),
  writeOffRequest: async (story, customerId) => ({
    openItemId: await story.itemOf(await story.invoice({ customerId, amount: "5000.00" })),
    reasonCode: "UNCOLLECTIBLE",
  }),
  smallBalanceWriteOffRun: async (story, customerId) => {
    await story.invoice({ customerId, amount: "5000.00" });
    return { tolerances: [{ currency: "USD", amount: "5000.00" }] };
  },
  debitMemoCreate: async (_, customerId) => ({ customerId, amount: "5000.00", reasonCode: "FREIGHT" }),
  chargebackCreate: async (story, customerId) => ({
    openItemId: await story.itemOf(await story.invoice({ customerId, amount: "5000.00" })),
    reasonCode: "UNKNOWN",
  }),
  refundRequest: async (story, customerId) => ({
    receiptId: (await story.receipt({ customerId, amount: "5000.00", receivedOn: "2026-03-10" })).id,
    reasonCode: "OVERPAYMENT",
  }),
  paymentPlanActivate: async (story, customerId) => {
    const { paymentPlan } = await story.does("paymentPlanPropose", {
      openItemIds: [await story.itemOf(await story.invoice({ customerId, amount: "900.00" }))],
      charge: { kind: "FEE", amount: "5000.00" },
      schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-04-01" } },
      contactName: "Jo Doe",
    });
    return { paymentPlanId: given(paymentPlan).id };
  },
  lateFeeRun: async (story, customerId) => {
    await lateItem(story, customerId);
    return {};
  },
  lateFeeWaive: async (story, customerId) => {
    await lateItem(story, customerId);
    await story.does("lateFeeRun", {});
    return { lateFeeId: given((await lateFees(story))[0]).id, reasonCode: "GOODWILL" };
  },
  allowanceRun: async (story, customerId) => {
    await tenthOf(story, customerId);
    return { asOf: "2026-03-10" };
  },
  allowanceReverse: async (story, customerId) => {
    await tenthOf(story, customerId);
    const { allowanceRun } = await story.does("allowanceRun", { asOf: "2026-03-10" });
    return { allowanceRunId: given(allowanceRun).id, reason: "Wrong rates" };
  },
};

/** An item that bears a late fee of 5,000.00. */
async function lateItem(story: Story, customerId: string): Promise<void> {
  await policy(story, { annualRatePercent: null, flatFee: "5000.00" });
  await story.invoice({ customerId, amount: "100.00", documentDate: "2026-01-01" });
}

/** 50,000.00 owed, of which a tenth is to be provided. */
async function tenthOf(story: Story, customerId: string): Promise<void> {
  await story.invoice({ customerId, amount: "50000.00" });
  const segments = [{ lossPercents: Array(5).fill("10") }];
  await story.does("provisionMatrixSet", { effectiveFrom: "2026-01-01", segments });
}

/** Who asks and who may decide: the allowance is proposed by managers, whose limit is none, and posted by controllers. */
function rolesOf(mutation: string): readonly [maker: string, approver: string] {
  return mutation.startsWith("allowance") ? ["AR_MANAGER", "CONTROLLER"] : ["AR_SPECIALIST", "AR_MANAGER"];
}

/** Everything that anybody can see of the books: the trial balance, the aging, the open items and the movements. */
async function everything(story: Story): Promise<unknown> {
  const { trialBalance, openItems } = await story.ask<{ trialBalance: object; openItems: object }>(
    `{ trialBalance(asOf: "2099-12-31") { lines { accountName currency balance { amount } functionalBalance { amount } } }
       openItems(first: 50) { nodes { id openAmount { amount } movements { id } } } }`,
  );
  const { knownAt, ...aging } = await story.aging();
  expect(knownAt).toBeTruthy();
  return { trialBalance, openItems, aging };
}

describe("The segregation of duties", () => {
  it.for(Object.entries(COMMANDS))("holds for %s", async ([mutation, prepare]) => {
    const story = await book.begin();
    const customerId = await story.customer();
    const as = (person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
    const input = await prepare(story, customerId);
    const before = await everything(story);

    const [maker, approver] = rolesOf(mutation);
    const asked = await story.does(mutation, input, await as("sam", maker));
    expect([asked.needsApproval, asked.approval?.status]).toEqual([true, "PENDING"]);
    expect(await everything(story)).toEqual(before);

    const approvalId = given(asked.approval).id;
    for (const role of ["AR_MANAGER", "CONTROLLER", "ADMIN"]) {
      expect(await story.isRefused("approvalApprove", { approvalId }, await as("sam", role))).toEqual([
        "OWN_REQUEST",
      ]);
    }
    expect(await everything(story)).toEqual(before);

    const { approval } = await story.does("approvalApprove", { approvalId }, await as("mia", approver));
    expect(given(approval).status).toBe("APPROVED");
    expect(await everything(story)).not.toEqual(before);
  });

  it("is walked for every mutation that may have to wait", async () => {
    const story = await book.begin();
    const { __schema } = await story.ask<{
      __schema: {
        mutationType: { fields: { name: string; type: { ofType: { fields: { name: string }[] } } }[] };
      };
    }>("{ __schema { mutationType { fields { name type { ofType { fields { name } } } } } } }");
    const waiting = __schema.mutationType.fields
      .filter(({ type }) => type.ofType.fields.some((field) => field.name === "needsApproval"))
      .map(({ name }) => name);
    expect(waiting.toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
  });
});
