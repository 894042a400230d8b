import { describe, expect, it } from "vitest";
import { type Printed, printed } from "../cash/bank-files/printed-files.js";
import { given, type MoneyValue, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const FEBRUARY = { startsOn: "2026-02-01" };

interface Item {
  readonly check: string;
  readonly status: string;
  readonly seenBy: string;
  readonly count: number;
  readonly amounts: readonly MoneyValue[];
  readonly subjectIds: readonly string[];
  readonly review: {
    readonly actor: string;
    readonly note: string | null;
    readonly isCurrent: boolean;
  } | null;
}

async function checklist(story: Story): Promise<{ isClear: boolean; items: readonly Item[] }> {
  const data = await story.ask<{ closeChecklist: { isClear: boolean; items: Item[] } }>(
    `{ closeChecklist(startsOn: "2026-02-01") { isClear items { check status seenBy count amounts { amount currency }
      subjectIds review { actor note isCurrent } } } }`,
  );
  return data.closeChecklist;
}

async function statuses(story: Story): Promise<Record<string, string>> {
  const { items } = await checklist(story);
  return Object.fromEntries(items.map(({ check, status }) => [check, status]));
}

async function found(story: Story, check: string): Promise<Item> {
  return given((await checklist(story)).items.find((item) => item.check === check));
}

async function namesOf(story: Story, ids: readonly string[]): Promise<string[]> {
  const { nodes } = await story.ask<{ nodes: { __typename: string }[] }>(
    "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
    { ids },
  );
  return nodes.map((node) => node.__typename);
}

describe("the close checklist", () => {
  it("of a month without anything is clear", async () => {
    const story = await stories.begin();
    expect((await checklist(story)).isClear).toBe(true);
    expect(await statuses(story)).toEqual({
      PERIOD_ENDED: "DONE",
      EARLIER_PERIODS: "DONE",
      DRAFTS: "DONE",
      APPROVALS: "DONE",
      BANK_BATCHES: "DONE",
      UNAPPLIED_CASH: "DONE",
      CUT_OFF: "DONE",
      SUBLEDGER_GL: "DONE",
      REVALUATION: "NOT_APPLICABLE",
      ALLOWANCE: "NOT_APPLICABLE",
    });
  });

  it("counts unapplied cash at the month's end until a person has looked, and again when it changes", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    await story.receipt({ customerId, amount: "30.00", receivedOn: "2026-02-10" });
    await story.receipt({ customerId: null, amount: "12.50", receivedOn: "2026-02-28" });
    await story.receipt({ customerId, amount: "99.00", receivedOn: "2026-03-01" });

    const open = await found(story, "UNAPPLIED_CASH");
    expect(open).toMatchObject({
      status: "OPEN",
      count: 2,
      amounts: [{ amount: "42.50", currency: "USD" }],
      review: null,
    });
    expect(await namesOf(story, open.subjectIds)).toEqual(["OpenItem", "OpenItem"]);

    const reviewing = { ...FEBRUARY, check: "UNAPPLIED_CASH", note: "Customer asked for statements" };
    expect(await story.isRefused("closeCheckReview", { ...reviewing, expectedCount: 1 })).toEqual([
      "INVALID_STATE",
    ]);
    await story.does("closeCheckReview", { ...reviewing, expectedCount: 2 });
    expect(await found(story, "UNAPPLIED_CASH")).toMatchObject({
      status: "DONE",
      review: { note: "Customer asked for statements", isCurrent: true },
    });

    await story.receipt({ customerId, amount: "1.00", receivedOn: "2026-02-11" });
    expect(await found(story, "UNAPPLIED_CASH")).toMatchObject({
      status: "OPEN",
      review: { isCurrent: false },
    });
  });

  it("finds drafts dated in the month, and invoices voided in a later one", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const draft = await story.draft({ customerId, amount: "10.00", documentDate: "2026-02-28" });
    await story.draft({ customerId, amount: "10.00", documentDate: "2026-03-01" });
    expect(await found(story, "DRAFTS")).toMatchObject({
      status: "OPEN",
      count: 1,
      amounts: [{ amount: "10.00", currency: "USD" }],
      subjectIds: [draft.id],
    });
    await story.does("invoiceIssue", { invoiceId: draft.id });
    expect(await found(story, "DRAFTS")).toMatchObject({ status: "DONE", count: 0 });

    const same = await story.invoice({ customerId, amount: "5.00", documentDate: "2026-02-10" });
    await story.does("invoiceVoid", { invoiceId: same.id, effectiveDate: "2026-02-20" });
    expect(await found(story, "CUT_OFF")).toMatchObject({ status: "DONE", count: 0 });
    await story.does("invoiceVoid", { invoiceId: draft.id, effectiveDate: "2026-03-02" });
    expect(await found(story, "CUT_OFF")).toMatchObject({
      status: "OPEN",
      count: 1,
      amounts: [{ amount: "10.00", currency: "USD" }],
    });
    await story.does("closeCheckReview", { ...FEBRUARY, check: "CUT_OFF" });
    expect(await found(story, "CUT_OFF")).toMatchObject({ status: "DONE" });
  });

  it("counts what an intraday report was posted from until a statement tells it, but not what it only announces", async () => {
    const story = await stories.begin();
    const entry = { amount: 4200, side: "CREDIT" as const, text: ["Thank you"] };
    const take = (format: Printed, ...references: string[]) => {
      const entries = references.map((reference) => ({
        ...entry,
        ...(reference && { bankReference: reference }),
      }));
      const file = { account: "5550001", currency: "USD", date: "2026-02-27", opening: 0, entries };
      const content = printed(format, file).toString("base64");
      return story.does("bankFileImport", { fileName: format, content });
    };
    await take("MT942", "B1", "");
    expect(await found(story, "BANK_BATCHES")).toMatchObject({
      status: "OPEN",
      count: 1,
      amounts: [{ amount: "42.00", currency: "USD" }],
    });
    await take("MT940", "B1");
    expect(await found(story, "BANK_BATCHES")).toMatchObject({ status: "DONE", count: 0 });
  });

  it("counts what was asked for by the month's end and waits for approval, until somebody has decided", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "5000.00", documentDate: "2026-02-05" });
    const specialist = await story.api.tokenOf("sam", ["AR_SPECIALIST"], story.tenant);
    const openItemId = await story.itemOf(invoice);
    const { approval } = await story.does(
      "writeOffRequest",
      { openItemId, reasonCode: "UNCOLLECTIBLE" },
      specialist,
    );
    const asked = (day: string) =>
      story.api.owner.pool.query("update approval_request set requested_at = $2 where tenant_id = $1", [
        story.tenant.id,
        day,
      ]);

    await asked("2026-03-02T12:00:00Z");
    expect((await statuses(story)).APPROVALS).toBe("DONE");
    await asked("2026-02-27T12:00:00Z");
    const open = await found(story, "APPROVALS");
    expect(open).toMatchObject({ status: "OPEN", count: 1, seenBy: "approvals" });
    expect(open.amounts).toEqual([{ amount: "5000.00", currency: "USD" }]);
    expect(open.subjectIds).toEqual([given(approval).id]);
    expect(await namesOf(story, open.subjectIds)).toEqual(["Approval"]);

    await story.does("approvalReject", { approvalId: given(approval).id, reason: "They will pay" });
    expect((await statuses(story)).APPROVALS).toBe("DONE");
  });

  it("waits for a request of March that would post into February", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const invoice = await story.invoice({ customerId, amount: "5000.00", documentDate: "2026-02-05" });
    const openItemId = await story.itemOf(invoice);
    const specialist = await story.api.token(["AR_SPECIALIST"], story.tenant);
    const writeOff = { openItemId, reasonCode: "UNCOLLECTIBLE", effectiveDate: "2026-02-20" };
    await story.does("writeOffRequest", writeOff, specialist);

    expect((await statuses(story)).APPROVALS).toBe("OPEN");
  });

  it("asks for the revaluation when there is foreign currency, and again when that has changed since", async () => {
    const story = await stories.begin();
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-02-01", rate: "1.10" });
    const customerId = await story.customer({ currency: "EUR" });
    await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-05" });
    expect((await statuses(story)).REVALUATION).toBe("OPEN");
    await story.does("revaluationRun", FEBRUARY);
    expect((await statuses(story)).REVALUATION).toBe("DONE");
    await story.does("exchangeRateSet", { currency: "EUR", rateDate: "2026-02-28", rate: "1.15" });
    expect(await found(story, "REVALUATION")).toMatchObject({
      status: "OPEN",
      count: 1,
      amounts: [{ amount: "5.00", currency: "USD" }],
    });
    await story.does("revaluationRun", { ...FEBRUARY, rerun: true });
    expect((await statuses(story)).REVALUATION).toBe("DONE");
  });
});

describe("closing a month", () => {
  it("is refused with everything that is open, and done when that is settled", async () => {
    const story = await stories.begin();
    const customerId = await story.customer();
    const draft = await story.draft({ customerId, amount: "10.00", documentDate: "2026-02-03" });
    await story.invoice({ customerId, amount: "1.00", documentDate: "2026-01-03" });
    await story.receipt({ customerId, amount: "5.00", receivedOn: "2026-02-10" });

    const refused = await story.attempt("periodClose", FEBRUARY);
    expect(refused.userErrors.map(({ __typename, check, count }) => [__typename, check, count])).toEqual([
      ["ChecklistOpen", "EARLIER_PERIODS", 1],
      ["ChecklistOpen", "DRAFTS", 1],
      ["ChecklistOpen", "UNAPPLIED_CASH", 1],
    ]);

    await story.does("periodClose", { ...FEBRUARY, status: "SOFT_CLOSED" });
    await story.does("periodClose", { startsOn: "2026-01-01" });
    await story.does("invoiceIssue", { invoiceId: draft.id });
    await story.does("closeCheckReview", { ...FEBRUARY, check: "UNAPPLIED_CASH" });
    const { period } = await story.does("periodClose", FEBRUARY);
    expect(period?.status).toBe("CLOSED");
    expect(await story.isRefused("periodClose", FEBRUARY)).toEqual(["INVALID_STATE"]);
    expect(await story.isRefused("periodClose", { ...FEBRUARY, status: "SOFT_CLOSED" })).toEqual([
      "INVALID_STATE",
    ]);
  });

  it("in spite of what is open takes a reason, which stays with what was open, as does the reason for reopening", async () => {
    const story = await stories.begin();
    await story.receipt({ customerId: await story.customer(), amount: "5.00", receivedOn: "2026-02-10" });
    expect(await story.isRefused("periodClose", { ...FEBRUARY, overrideReason: "" })).toEqual(["REQUIRED"]);
    await story.does("periodClose", { ...FEBRUARY, overrideReason: "Immaterial" });
    await story.does("periodReopen", { ...FEBRUARY, reason: "A late invoice", status: "SOFT_CLOSED" });
    const { periods } = await story.ask<{ periods: { status: string; changes: object[] }[] }>(
      "{ periods { status changes { fromStatus toStatus reason overridden { check count } } } }",
    );
    expect(periods).toEqual([
      {
        status: "SOFT_CLOSED",
        changes: [
          { fromStatus: "CLOSED", toStatus: "SOFT_CLOSED", reason: "A late invoice", overridden: [] },
          {
            fromStatus: "OPEN",
            toStatus: "CLOSED",
            reason: "Immaterial",
            overridden: [{ check: "UNAPPLIED_CASH", count: 1 }],
          },
        ],
      },
    ]);
    const trail = await story.api.owner.pool.query<{ command: string; reason: string }>(
      `select command, coalesce(input ->> 'reason', input ->> 'overrideReason') as reason from audit_record
       where tenant_id = $1 and command like 'period%' order by recorded_at`,
      [story.tenant.id],
    );
    expect(trail.rows).toEqual([
      { command: "periodClose", reason: "Immaterial" },
      { command: "periodReopen", reason: "A late invoice" },
    ]);
  });
});
