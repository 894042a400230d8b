import { given } from "../support/stories.js";
import type { OperationVariables } from "./allowance-variables.js";
import type { FullBooks } from "./full-books.js";

const ABOUT = { reasonCode: "PRICE", ownerDepartment: "Sales" };

/** By the operation's name: its variables for the given books, with `many` things to do where it takes several. */
export const DISPUTE_VARIABLES: OperationVariables = {
  OpenDispute: async (books, many) => ({ input: { invoiceId: await invoiceOf(books, many), ...ABOUT } }),
  ResolveDispute: async (books, many) => {
    const { story } = books;
    const invoiceId = await invoiceOf(books, many);
    const { dispute } = await story.does("disputeOpen", { invoiceId, ...ABOUT });
    const settledBy: string[] = [];
    for (let n = 0; n < many; n++) {
      const openItemId = await story.itemOf({ id: invoiceId });
      const part = { openItemId, amount: "1.00", reasonCode: "UNCOLLECTIBLE" };
      settledBy.push(given((await story.does("writeOffRequest", part)).writeOff).id);
    }
    const found = { acceptedAmount: `${many}.00`, rootCause: "Prices", correctiveAction: "None" };
    return { input: { disputeId: given(dispute).id, resolution: "WRITE_OFF", settledBy, ...found } };
  },
  StandingDisputes: async (books, many) => {
    for (let n = 0; n < many; n++)
      await books.story.does("disputeOpen", { invoiceId: await invoiceOf(books, 1), ...ABOUT });
    return { first: 100 };
  },
  AgingWithDisputes: () => ({ asOf: "2026-12-31" }),
};

/** An invoice of as many lines, 30.00 each. */
async function invoiceOf({ story, customer, terms }: FullBooks, many: number): Promise<string> {
  const lines = Array(many).fill({ product: "Goods", quantity: "1", unitPrice: "30.00" });
  const { invoice } = await story.does("invoiceCreate", { customerId: customer, termsId: terms, lines });
  const { id } = given(invoice);
  await story.does("invoiceIssue", { invoiceId: id });
  return id;
}
