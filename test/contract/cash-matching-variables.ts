import { randomUUID } from "node:crypto";
import { matchOf, receive } from "../support/matches.js";
import { given, type Story } from "../support/stories.js";
import type { OperationVariables } from "./allowance-variables.js";
import { ingestManyAdvices, ingestOne, PAID_ALONE } from "./full-advices.js";
import type { FullBooks } from "./full-books.js";

/** Before the payments, which are of 2 March. */
const ISSUED = { documentDate: "2026-02-20" };

/** Variables of the documents by which people decide on cash. */
export const CASH_MATCHING_VARIABLES: OperationVariables = {
  RunMatching: async (books, many) => {
    const receiptIds: string[] = [];
    for (let n = 0; n < many; n++) receiptIds.push((await unheardOf(books)).id);
    return { input: { receiptIds, ...key() } };
  },
  ConfirmMatch: async (books, many) => {
    const { id } = matchOf(await unheardOf(books, many));
    const parts = [];
    for (let n = 0; n < many; n++) parts.push({ openItemId: await item(books, "30.00"), amount: "1.00" });
    return { input: { matchProposalId: id, parts, ...key() } };
  },
  RejectMatch: async (books) => {
    const { id } = matchOf(await unheardOf(books));
    return { input: { matchProposalId: id, reason: "Not theirs" } };
  },
  SplitMatch: async (books, many) => {
    const { id } = matchOf(await unheardOf(books, many));
    const shares = [];
    for (let n = 0; n < many; n++) {
      const openItemId = await item(books, "30.00");
      shares.push({ customerId: books.customer, amount: n === 0 ? "1.93" : "1.00", openItemId });
    }
    return { input: { matchProposalId: id, shares, ...key() } };
  },
  IdentifyRemittance: async (books) => {
    const { remittance } = await unheardOf(books);
    return { input: { remittanceId: remittance.id, customerId: books.customer, ...key() } };
  },
  ForgetPayer: async (books) => {
    const { story, customer } = books;
    const { remittance } = await unheardOf(books);
    const { payerAliases } = given(
      (
        await story.ask<{ remittanceIdentify: { payerAliases: { id: string }[] } }>(
          "mutation ($input: RemittanceIdentifyInput!) { remittanceIdentify(input: $input) { payerAliases { id } } }",
          { input: { remittanceId: remittance.id, customerId: customer, ...key() } },
        )
      ).remittanceIdentify,
    );
    return { input: { payerAliasId: given(payerAliases[0]).id, reason: "It pays for many" } };
  },
  SetMatching: () => ({ input: { applyFrom: "0.97" } }),
  MatchesOfReceipt: async (books, many) => {
    const { id } = await unheardOf(books);
    for (let n = 0; n < many; n++) await run(books.story, id);
    return { id };
  },
  WaitingAdvices: async ({ story }, many) => {
    await ingestOne(story, unique("WAITS"), "EUR");
    if (many > 2) await ingestManyAdvices(story, randomUUID().slice(0, 8));
    return { first: 100 };
  },
  ReleaseAdvice: async ({ story }) => {
    const remittanceAdviceId = await ingestOne(story, unique("HELD"), "QQQ");
    return { input: { remittanceAdviceId, currency: "EUR", reason: "The payer said so", ...key() } };
  },
  PairAdvice: async (books) => ({ input: { ...(await unpaired(books)), ...key() } }),
  UnpairAdvice: async (books) => {
    const pair = await unpaired(books);
    await books.story.ask(
      "mutation ($input: RemittanceAdvicePairInput!) { remittanceAdvicePair(input: $input) { userErrors { message } } }",
      { input: { ...pair, ...key() } },
    );
    return { input: { remittanceAdviceId: pair.remittanceAdviceId, reason: "Of another month", ...key() } };
  },
};

const key = () => ({ idempotencyKey: randomUUID() });

const unique = (what: string) => `${what}-${randomUUID().slice(0, 8)}`;

/** A payment of a payer whom nobody knows, with nothing that says what it is for: no invoice is open at such an amount. */
function unheardOf({ story }: FullBooks, amount = 1) {
  return receive(story, `${amount}.93`, { name: unique("Nobody Of Whom We Know"), text: "" });
}

async function item({ story, customer }: FullBooks, amount: string): Promise<string> {
  return story.itemOf(await story.invoice({ ...ISSUED, customerId: customer, amount }));
}

function run(story: Story, receiptId: string) {
  return story.ask("mutation ($input: MatchRunInput!) { matchRun(input: $input) { matched } }", {
    input: { receiptIds: [receiptId], ...key() },
  });
}

/** An advice and a payment of its amount that nothing else tells to belong together. */
async function unpaired({ story }: FullBooks) {
  const { id: receiptId } = await receive(story, PAID_ALONE, { name: unique("Payer"), text: "" });
  return { receiptId, remittanceAdviceId: await ingestOne(story, unique("ALONE"), "EUR") };
}
