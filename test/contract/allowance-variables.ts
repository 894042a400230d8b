import { given, type Story } from "../support/stories.js";
import type { FullBooks } from "./full-books.js";

/** By the operation's name: its variables for the given books, with `many` things to do where it takes several. */
export type OperationVariables = Readonly<
  Record<string, (books: FullBooks, many: number) => object | Promise<object>>
>;

export const ALLOWANCE_VARIABLES: OperationVariables = {
  RollRates: () => ({ from: "2026-01-01", to: "2026-12-31", asOf: "2027-12-31" }),
  SetProvisionMatrix: (_, many) => ({
    input: { effectiveFrom: "2026-01-01", scheme: [many], segments: [{ lossPercents: ["1", "2", "3"] }] },
  }),
  ProvisionMatrices: async ({ story }, many) => {
    for (let n = 0; n < many; n++) await setRates(story);
    return {};
  },
  SetSpecificProvision: ({ customer }, many) => ({
    input: { customerId: customer, percent: String(many), reason: "Insolvency filed" },
  }),
  SpecificProvisions: async ({ story, customer }, many) => {
    for (let n = 0; n < many; n++) {
      await provide(story, customer, "3");
    }
    return {};
  },
  RunAllowance: async (books, many) => {
    await doubtful(books, many);
    return { input: { asOf: "2026-03-10", idempotencyKey: `allowance-${many}` } };
  },
  AllowanceRuns: async ({ story }, many) => {
    for (let n = 0; n < many; n++) await story.does("allowanceRun", { asOf: "2026-03-10" });
    return {};
  },
  AllowanceRunDetail: async (books, many) => {
    await doubtful(books, many);
    return { id: await allowanceRun(books) };
  },
  AllowanceRunCells: async (books, many) => {
    await doubtful(books, many);
    return { id: await allowanceRun(books) };
  },
  ReverseAllowance: async ({ story, customer }, many) => {
    await provide(story, customer, String(40 + many));
    const { allowanceRun } = await story.does("allowanceRun", { asOf: "2026-03-10" });
    return {
      input: {
        allowanceRunId: given(allowanceRun).id,
        reason: "Wrong rates",
        idempotencyKey: `allowance-reverse-${many}`,
      },
    };
  },
};

/** One loss rate for all that is owed. */
function setRates(story: Story) {
  const segments = [{ lossPercents: Array(5).fill("1") }];
  return story.does("provisionMatrixSet", { effectiveFrom: "2026-01-01", segments });
}

/** New customers that owe, with provisions of their own; one for each three of many. */
async function doubtful({ story }: FullBooks, many: number): Promise<void> {
  for (let n = 0; n < many; n += 3) {
    const customerId = await story.customer({ currency: "EUR" });
    await story.invoice({ customerId, amount: "30.00" });
    await provide(story, customerId, "30");
  }
}

async function allowanceRun({ story }: FullBooks): Promise<string> {
  const { allowanceRun: run } = await story.does("allowanceRun", { asOf: "2026-03-10" });
  return given(run).id;
}

function provide(story: Story, customerId: string, percent: string) {
  return story.does("specificProvisionSet", { customerId, percent, reason: "Doubtful" });
}
