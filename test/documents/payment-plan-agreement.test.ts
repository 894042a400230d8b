import { expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";
import { flat, pagesOf, pdfAt } from "./printed.js";

const book = storybook("2026-03-31");

async function textOf(story: Story, planId: string): Promise<string> {
  const { paymentPlan } = await story.ask<{ paymentPlan: { agreementUrl: string } }>(
    "query ($id: ID!) { paymentPlan(id: $id) { agreementUrl } }",
    { id: planId },
  );
  return flat(await pagesOf(await pdfAt(story, paymentPlan.agreementUrl)));
}

async function proposed(
  story: Story,
): Promise<{ planId: string; customerId: string; first: { id: string } }> {
  const customerId = await story.customer({ name: "Debtor & Sons" });
  const first = await story.invoice({ customerId, amount: "600.00", documentDate: "2026-01-10" });
  const second = await story.invoice({ customerId, amount: "400.00", documentDate: "2026-02-10" });
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: [await story.itemOf(first), await story.itemOf(second)],
    contactName: "Jo Doe",
    contactEmail: "jo@debtor.example",
    signatory: "Joanna Doe",
    signedOn: "2026-03-30",
    agreement: "The debtor pays by bank transfer.",
    schedule: {
      downPayment: { dueDate: "2026-04-01", amount: "100.00" },
      equal: { count: 3, frequency: "MONTHLY", firstDueDate: "2026-05-01" },
    },
  });
  return { planId: given(paymentPlan).id, customerId, first };
}

it("an agreement names the parties, the documents, the instalments, the terms and who signs", async () => {
  const story = await book.begin({ name: "Acme Creditors" });
  const { planId } = await proposed(story);
  const text = await textOf(story, planId);
  for (const told of [
    ...[
      "Acme Creditors",
      "Debtor & Sons",
      "INV-000001",
      "2026-02-09",
      "600.00",
      "INV-000002",
      "2026-03-12",
      "400.00",
    ],
    ...[
      "1,000.00",
      "Down payment",
      "2026-04-01",
      "100.00",
      "2026-05-01",
      "2026-06-01",
      "2026-07-01",
      "300.00",
    ],
    ...["5 days after it is due", "2 instalments are missed", "The debtor pays by bank transfer."],
    ...["Name: Joanna Doe", "Date: 2026-03-30", "Agreed with: Jo Doe, jo@debtor.example"],
  ]) {
    expect(text).toContain(told);
  }
});

it("a proposed plan's agreement is marked as a draft, an active one's is not, and a cancelled one's says so", async () => {
  const story = await book.begin();
  const { planId } = await proposed(story);
  expect(await textOf(story, planId)).toMatch(/DRAFT|Draft, not in force/);
  await story.does("paymentPlanActivate", { paymentPlanId: planId });
  const active = await textOf(story, planId);
  expect(active).toContain("In force since 2026-03-31");
  expect(active).not.toMatch(/DRAFT|Draft/);
  await story.does("paymentPlanCancel", { paymentPlanId: planId, reason: "Sold" });
  const cancelled = await textOf(story, planId);
  for (const told of ["In force from 2026-03-31", "Status Cancelled", "Ended on 2026-03-31", "Reason Sold"]) {
    expect(cancelled).toContain(told);
  }
});

it("what was paid later does not change what was agreed; an amendment tells its reason and what is left", async () => {
  const story = await book.begin();
  const { planId, customerId, first } = await proposed(story);
  await story.does("paymentPlanActivate", { paymentPlanId: planId });
  const before = await textOf(story, planId);
  const receipt = await story.receipt({ customerId, amount: "250.00", receivedOn: "2026-03-31" });
  await story.apply(receipt, [{ invoiceId: first.id, amount: "250.00" }]);
  expect(await textOf(story, planId)).toBe(before);
  await story.does("paymentPlanAmend", {
    paymentPlanId: planId,
    reason: "Slow season",
    schedule: { equal: { count: 2, frequency: "MONTHLY", firstDueDate: "2026-06-01" } },
  });
  const amended = await textOf(story, planId);
  expect(amended).toContain("Amended on 2026-03-31: Slow season. This is schedule 2");
  expect(amended).toContain("375.00");
  expect(amended).toContain("350.00");
  expect(amended).toContain("750.00");
});

it("an agreement lists the plan's fee once: by itself while it is offered, as its debit memo afterwards", async () => {
  const story = await book.begin();
  const customerId = await story.customer();
  const invoice = await story.invoice({ customerId, amount: "600.00", documentDate: "2026-01-10" });
  const { paymentPlan } = await story.does("paymentPlanPropose", {
    openItemIds: [await story.itemOf(invoice)],
    contactName: "Jo Doe",
    charge: { kind: "FEE", amount: "150.00" },
    schedule: { equal: { count: 3, frequency: "MONTHLY", firstDueDate: "2026-05-01" } },
  });
  const planId = given(paymentPlan).id;
  expect(await textOf(story, planId)).toContain("Interest or fee of the 150.00");
  await story.does("paymentPlanActivate", { paymentPlanId: planId });
  const text = await textOf(story, planId);
  expect(text).toMatch(/DM-000001 Debit memo [\d -]+ 150\.00 150\.00/);
  expect(text).not.toContain("Interest or fee of");
});
