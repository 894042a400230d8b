import { given, type Story } from "../support/stories.js";

/** A dispute that stands, on a line; one that a credit memo settled, and one that became a chargeback. */
export async function tellDisputes(story: Story, customerId: string, marker: string) {
  const { invoice } = await story.does("invoiceCreate", {
    customerId,
    termsId: await story.terms("NET30"),
    lines: [{ product: marker, quantity: "1", unitPrice: "60.00" }],
  });
  const invoiceId = given(invoice).id;
  await story.does("invoiceIssue", { invoiceId });
  const { invoice: read } = await story.ask<{
    invoice: { lines: { id: string }[]; openItems: { id: string }[] };
  }>("query ($id: ID!) { invoice(id: $id) { lines { id } openItems { id } } }", { id: invoiceId });
  const invoiceLineId = given(read.lines[0]).id;
  const openItemId = given(read.openItems[0]).id;
  const open = async (more: object) => {
    const its = { invoiceId, reasonCode: "PRICE", ownerDepartment: marker, note: marker };
    const { dispute } = await story.does("disputeOpen", { ...its, ...more });
    return given(dispute).id;
  };
  const resolve = (disputeId: string, resolution: string, settledBy: string[]) =>
    story.does("disputeResolve", {
      ...{ disputeId, resolution, settledBy },
      ...{ rootCause: marker, correctiveAction: marker, note: marker },
    });
  const credited = await open({ amount: "7.00" });
  const lines = [{ invoiceLineId, netAmount: "7.00" }];
  const { creditMemo } = await story.does("creditMemoCreate", { invoiceId, reasonCode: "PRICE", lines });
  await resolve(credited, "CREDIT_MEMO", [given(creditMemo).id]);
  const billedBack = await open({ amount: "8.00" });
  const back = { openItemId, amount: "8.00", reasonCode: "SHORTAGE" };
  const { charge } = await story.does("chargebackCreate", back);
  await resolve(billedBack, "BILL_BACK", [given(charge).id]);
  const dispute = await open({ lines: [{ invoiceLineId, amount: "9.00" }] });
  await story.does("disputeReview", { disputeId: dispute, note: marker });
  return { dispute, resolvedDispute: credited, disputedInvoice: invoiceId };
}
