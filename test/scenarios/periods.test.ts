import { describe, expect, it } from "vitest";
import { given, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");

describe("a closed period", () => {
  it("takes no postings from anybody, and names the first open date", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const draft = await story.draft({ customerId, amount: "100.00", documentDate: "2026-01-31" });
    const overrideReason = "The draft is issued in March";
    for (const startsOn of ["2026-01-01", "2026-02-01"])
      await story.does("periodClose", { startsOn, overrideReason });

    const { userErrors } = await story.attempt("invoiceIssue", { invoiceId: draft.id });

    expect(userErrors).toMatchObject([
      {
        __typename: "PeriodClosed",
        code: "PERIOD_CLOSED",
        firstOpenDate: "2026-03-01",
        path: ["invoiceId"],
      },
    ]);
    expect(given(userErrors[0]).message).toContain("2026-03-01");
    const receipt = { customerId, amount: "5.00", currency: "USD", method: "CASH", receivedOn: "2026-02-28" };
    const late = await story.attempt("receiptRecord", receipt);
    expect(late.userErrors).toMatchObject([{ code: "PERIOD_CLOSED", path: ["receivedOn"] }]);
    await story.does("receiptRecord", { ...receipt, receivedOn: "2026-03-01" });
  });

  it("is not closed a second time, and only what is closed is reopened", async () => {
    const story = await stories.begin();
    const { period } = await story.does("periodClose", { startsOn: "2026-02-01" });
    expect(await story.isRefused("periodClose", { startsOn: "2026-02-01" })).toEqual(["INVALID_STATE"]);
    const late = { startsOn: "2026-02-01", reason: "A late receipt" };
    const reopened = await story.does("periodReopen", late);
    expect(given(reopened.period).version).toBe(given(period).version + 1);
    expect(await story.isRefused("periodReopen", late)).toEqual(["INVALID_STATE"]);
    await story.does("periodClose", { startsOn: "2026-02-01", status: "SOFT_CLOSED" });
    const again = { startsOn: "2026-02-01", status: "SOFT_CLOSED" };
    expect(await story.isRefused("periodClose", again)).toEqual(["INVALID_STATE"]);
    await story.does("periodClose", { startsOn: "2026-02-01" });
  });

  it("closes the months before it that nothing was posted into, so that its opening balance stays", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    await story.invoice({ customerId, amount: "100.00", documentDate: "2026-01-10" });
    await story.does("periodClose", { startsOn: "2026-01-01" });
    const receipt = { customerId, amount: "5.00", currency: "USD", method: "CASH", receivedOn: "2025-06-15" };

    const { userErrors } = await story.attempt("receiptRecord", receipt);

    expect(userErrors).toMatchObject([
      { code: "PERIOD_CLOSED", firstOpenDate: "2026-02-01", path: ["receivedOn"] },
    ]);
    expect(await story.ask("{ periods { startsOn } }")).toEqual({ periods: [{ startsOn: "2026-01-01" }] });
    await story.does("periodReopen", { startsOn: "2026-01-01", reason: "An old receipt was found" });
    await story.does("receiptRecord", receipt);
  });

  it("is over: the present month needs a reason, and one to come is not closed at all", async () => {
    const story = await stories.begin();
    expect(await story.isRefused("periodClose", { startsOn: "2026-03-01" })).toEqual(["CHECKLIST_OPEN"]);
    expect(await story.isRefused("periodClose", { startsOn: "2026-04-01" })).toEqual(["INVALID_DATE"]);
    const soft = { startsOn: "2026-04-01", status: "SOFT_CLOSED" };
    expect(await story.isRefused("periodClose", soft)).toEqual(["INVALID_DATE"]);
    await story.does("periodClose", {
      startsOn: "2026-03-01",
      overrideReason: "The business was sold on the 9th",
    });
  });

  it("that never was is not made by being reopened", async () => {
    const story = await stories.begin();
    const never = { startsOn: "2031-05-01", reason: "A late receipt" };
    expect(await story.isRefused("periodReopen", never)).toEqual(["INVALID_STATE"]);
    expect(await story.ask("{ periods { startsOn } }")).toEqual({ periods: [] });
  });

  it("takes no reversal either: an earlier mistake is undone in an open period", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" });
    const receipt = await story.receipt({ customerId, amount: "100.00", receivedOn: "2026-02-10" });
    const applicationIds = await story.apply(
      receipt,
      [{ invoiceId: invoice.id, amount: "100.00" }],
      "2026-02-10",
    );
    await story.does("periodClose", { startsOn: "2026-02-01" });

    const late = { applicationIds, effectiveDate: "2026-02-20" };
    expect(await story.isRefused("paymentUnapply", late)).toEqual(["PERIOD_CLOSED"]);
    expect(await story.instalments(invoice)).toEqual(["0.00"]);
    await story.does("paymentUnapply", { applicationIds, effectiveDate: "2026-03-01" });
    expect(await story.instalments(invoice)).toEqual(["100.00"]);
    expect(await story.instalments(invoice, "2026-02-28")).toEqual(["0.00"]);
  });

  it("takes postings again once it is reopened", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const its = { customerId, amount: "5.00", currency: "USD", method: "CASH", receivedOn: "2026-02-28" };
    const { period } = await story.does("periodClose", { startsOn: "2026-02-01" });
    expect(given(period).status).toBe("CLOSED");
    expect(await story.isRefused("receiptRecord", its)).toEqual(["PERIOD_CLOSED"]);
    const stale = { startsOn: "2026-02-01", reason: "Late", expectedVersion: given(period).version - 1 };
    expect(await story.isRefused("periodReopen", stale)).toEqual(["STALE_VERSION"]);
    expect(await story.isRefused("periodReopen", { startsOn: "2026-02-01", reason: " " })).toEqual([
      "REQUIRED",
    ]);
    await story.does("periodReopen", { startsOn: "2026-02-01", reason: "A late receipt" });
    expect(await story.isRefused("periodReopen", { startsOn: "2026-02-01", reason: "Twice" })).toEqual([
      "INVALID_STATE",
    ]);
    await story.does("receiptRecord", its);
  });
});

describe("a month before closed ones", () => {
  it("is not reopened until they are, the latest first, so that what they opened with stays", async () => {
    const story = await stories.begin();
    const overrideReason = "Taken over";
    for (const startsOn of ["2025-12-01", "2026-01-01", "2026-02-01"])
      await story.does("periodClose", { startsOn, overrideReason });

    for (const status of ["OPEN", "SOFT_CLOSED"]) {
      const early = { startsOn: "2025-12-01", status, reason: "A late receipt" };
      const { userErrors } = await story.attempt("periodReopen", early);
      expect(userErrors).toMatchObject([{ code: "INVALID_STATE", path: ["startsOn"] }]);
      expect(given(userErrors[0]).message).toContain("the latest first: 2026-02, 2026-01.");
    }
    for (const startsOn of ["2026-02-01", "2026-01-01", "2025-12-01"])
      await story.does("periodReopen", { startsOn, status: "SOFT_CLOSED", reason: "A late receipt" });
  });
});

describe("a soft-closed period", () => {
  it("takes a controller's postings and refuses a clerk's", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    await story.does("periodClose", { startsOn: "2026-02-01", status: "SOFT_CLOSED" });
    const clerk = await story.api.token(["AR_CLERK"], story.tenant);
    const controller = await story.api.token(["CONTROLLER"], story.tenant);
    const its = { customerId, amount: "5.00", currency: "USD", method: "CASH", receivedOn: "2026-02-28" };

    const refused = await story.attempt("receiptRecord", its, clerk);

    expect(refused.userErrors).toMatchObject([
      { __typename: "PeriodClosed", code: "PERIOD_SOFT_CLOSED", firstOpenDate: "2026-03-01" },
    ]);
    await story.does("receiptRecord", its, controller);
    await story.does("receiptRecord", { ...its, receivedOn: "2026-03-01" }, clerk);
  });

  it("is closed by controllers only", async () => {
    const story = await stories.begin();
    const clerk = await story.api.token(["AR_CLERK"], story.tenant);
    const { errors } = await story.api.ask(
      `mutation { periodClose(input: { startsOn: "2026-02-01" }) { period { status } } }`,
      {},
      clerk,
    );
    expect(given(errors)[0]?.extensions.code).toBe("FORBIDDEN");
    const { periods } = await story.ask<{ periods: object[] }>("{ periods { status } }");
    expect(periods).toEqual([]);
  });
});
