import { given, type Story } from "../support/stories.js";

/** A policy, a customer who is exempt, and a late fee of which a part is waived. */
export async function tellLateFees(story: Story, customerId: string, marker: string) {
  await story.does("lateFeePolicySet", {
    ...{ currency: "EUR", effectiveFrom: "2026-01-01", annualRatePercent: "12", flatFee: "5.00" },
  });
  const exempt = await story.customer({ name: `Exempt ${marker}`, currency: "EUR" });
  await story.does("lateFeeExemptionSet", { customerId: exempt, isExempt: true, reason: marker });
  await story.invoice({ customerId, amount: "90.00", terms: "DUE", documentDate: "2026-03-01" });
  const { run } = await story.does("lateFeeRun", { asOf: "2026-03-05" });
  const lateFeeRun = given(run).id;
  const { lateFees } = await story.ask<{ lateFees: { nodes: { id: string }[] } }>(
    "query ($id: ID!) { lateFees(where: { runId: { eq: $id } }) { nodes { id } } }",
    { id: lateFeeRun },
  );
  const lateFee = given(lateFees.nodes[0]).id;
  const part = { lateFeeId: lateFee, amount: "1.00", reasonCode: "GOODWILL", note: marker };
  const { waiver } = await story.does("lateFeeWaive", part);
  return { lateFeeRun, lateFee, lateFeeWaiver: given(waiver).id };
}
