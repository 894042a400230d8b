import { describe, expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";

const stories = storybook("2026-03-10");
const FEBRUARY = { asOf: "2026-02-28" };

/** 1,000.00 due by the end of February, of which a tenth is to be provided. */
async function tenthOfThousand(story: Story): Promise<string> {
  const customerId = await story.customer();
  await story.invoice({ customerId, amount: "1000.00", terms: "DUE", documentDate: "2026-02-28" });
  await setRate(story, "10");
  return customerId;
}

function setRate(story: Story, percent: string, effectiveFrom = "2026-01-01") {
  return story.does("provisionMatrixSet", {
    effectiveFrom,
    segments: [{ lossPercents: Array(5).fill(percent) }],
  });
}

const as = (story: Story, person: string, role: string) => story.api.tokenOf(person, [role], story.tenant);
const allowance = async (story: Story) =>
  (await story.account("Allowance for doubtful accounts", "USD")).functional;

async function checkOf(story: Story): Promise<{ status: string; amounts: { amount: string }[] }> {
  const { closeChecklist } = await story.ask<{
    closeChecklist: { items: { check: string; status: string; amounts: { amount: string }[] }[] };
  }>('{ closeChecklist(startsOn: "2026-02-01") { items { check status amounts { amount } } } }');
  const { status, amounts } = given(closeChecklist.items.find(({ check }) => check === "ALLOWANCE"));
  return { status, amounts };
}

describe("an allowance run", () => {
  it("of a manager waits for somebody else, and is asked for again when the books say something else by then", async () => {
    const story = await stories.begin();
    const customerId = await tenthOfThousand(story);
    const mia = await as(story, "mia", "AR_MANAGER");
    const asked = await story.does("allowanceRun", FEBRUARY, mia);
    expect([asked.needsApproval, asked.approval?.status, asked.allowanceRun, asked.proposal]).toEqual([
      true,
      "PENDING",
      null,
      null,
    ]);
    expect(await allowance(story)).toBe("0");
    expect((await checkOf(story)).status).toBe("OPEN");
    const { approvals } = await story.ask<{
      approvals: {
        nodes: { kind: string; summary: string; amount: { amount: string }; wouldPost: object[] }[];
      };
    }>("{ approvals { nodes { kind summary amount { amount } wouldPost { kind } } } }");
    expect(approvals.nodes).toEqual([
      {
        kind: "ALLOWANCE",
        summary: "Raise the allowance for doubtful accounts as of 2026-02-28 from 0.00 to 100.00 USD",
        amount: { amount: "100.00" },
        wouldPost: [{ kind: "ALLOWANCE" }],
      },
    ]);

    await story.invoice({ customerId, amount: "500.00", terms: "DUE", documentDate: "2026-02-27" });
    const approvalId = given(asked.approval).id;
    const other = await as(story, "max", "AR_MANAGER");
    const passedOn = await story.does("approvalApprove", { approvalId }, other);
    expect([passedOn.approval?.status, passedOn.approval?.escalatedTo]).toEqual(["PENDING", "CONTROLLER"]);
    const carla = await as(story, "carla", "CONTROLLER");
    expect(await story.isRefused("approvalApprove", { approvalId }, carla)).toEqual(["REQUEST_CHANGED"]);
    expect(await allowance(story)).toBe("0");
    await story.does("approvalReject", { approvalId, reason: "An invoice came in" }, carla);
    const again = await story.does("allowanceRun", FEBRUARY, await as(story, "mia", "AR_MANAGER"));
    await story.does("approvalApprove", { approvalId: given(again.approval).id }, carla);
    expect(await allowance(story)).toBe("-150.00");
    expect((await checkOf(story)).status).toBe("DONE");
  });

  it("that changes nothing needs nobody's word", async () => {
    const story = await stories.begin();
    await tenthOfThousand(story);
    await story.does("allowanceRun", FEBRUARY);
    const again = await story.does("allowanceRun", FEBRUARY, await as(story, "mia", "AR_MANAGER"));
    expect([again.needsApproval, again.allowanceRun?.runNo]).toEqual([null, 2]);
  });

  it("is reversed on its own day with a reason, once; the next run posts it anew", async () => {
    const story = await stories.begin();
    await tenthOfThousand(story);
    const run = await story.does("allowanceRun", FEBRUARY);
    const allowanceRunId = given(run.allowanceRun).id;
    const reason = "Wrong rates";
    const refused = (input: object) =>
      story.isRefused("allowanceReverse", { allowanceRunId, reason, ...input });
    expect(await refused({ reason: " " })).toEqual(["REQUIRED"]);
    expect(await refused({ effectiveDate: "2026-02-27" })).toEqual(["INVALID_DATE"]);

    const mia = await as(story, "mia", "AR_MANAGER");
    const held = await story.does("allowanceReverse", { allowanceRunId, reason }, mia);
    expect(held.approval?.status).toBe("PENDING");
    expect(await allowance(story)).toBe("-100.00");
    const carla = await as(story, "carla", "CONTROLLER");
    await story.does("approvalApprove", { approvalId: given(held.approval).id }, carla);
    expect(await allowance(story)).toBe("0.00");
    expect(await refused({})).toEqual(["INVALID_STATE"]);
    expect(await checkOf(story)).toEqual({ status: "OPEN", amounts: [{ amount: "100.00" }] });
    const { node } = await story.ask<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { ... on AllowanceRun { reversedOn reversalReason
         entry { effectiveDate } reversal { effectiveDate reverses { kind } } } } }`,
      { id: allowanceRunId },
    );
    expect(node).toEqual({
      reversedOn: "2026-02-28",
      reversalReason: "Wrong rates",
      entry: { effectiveDate: "2026-02-28" },
      reversal: { effectiveDate: "2026-02-28", reverses: { kind: "ALLOWANCE" } },
    });

    const anew = await story.does("allowanceRun", FEBRUARY);
    expect(await allowance(story)).toBe("-100.00");
    const idle = await story.does("allowanceRun", FEBRUARY);
    expect([anew, idle].map(({ allowanceRun }) => allowanceRun?.runNo)).toEqual([2, 3]);
    expect(await refused({ allowanceRunId: given(idle.allowanceRun).id })).toEqual(["INVALID_STATE"]);
  });

  it("is of the matrix that counts on its day, whatever comes later", async () => {
    const story = await stories.begin();
    await tenthOfThousand(story);
    await setRate(story, "20", "2026-03-01");
    await setRate(story, "15", "2026-01-01");
    const required = async (asOf: string) => {
      const { proposal } = await story.does("allowanceRun", { asOf, validateOnly: true });
      return given(proposal).required.amount;
    };
    expect([await required("2026-02-28"), await required("2026-03-01")]).toEqual(["150.00", "200.00"]);
    expect(await story.isRefused("allowanceRun", { asOf: "2025-12-31" })).toEqual(["INVALID_STATE"]);
    expect(await story.isRefused("allowanceRun", { asOf: "2026-03-11" })).toEqual(["INVALID_DATE"]);
    const { provisionMatrices, past, none } = await story.ask<{
      provisionMatrices: { version: number; effectiveFrom: string }[];
      past: { version: number; segments: object[] };
      none: null;
    }>(`{ provisionMatrices { version effectiveFrom } none: provisionMatrix(asOf: "2025-12-31") { id }
          past: provisionMatrix(asOf: "2026-02-28") { version segments { segment lossPercents } } }`);
    expect(provisionMatrices.map(({ version }) => version)).toEqual([2, 3, 1]);
    expect([past, none]).toEqual([
      { version: 3, segments: [{ segment: null, lossPercents: Array(5).fill("15") }] },
      null,
    ]);
  });

  it("into a closed month is told the first open date", async () => {
    const story = await stories.begin();
    await tenthOfThousand(story);
    await story.does("periodClose", { startsOn: "2026-02-01", overrideReason: "Without an allowance" });
    const { userErrors } = await story.attempt("allowanceRun", FEBRUARY);
    expect(userErrors).toMatchObject([
      { code: "PERIOD_CLOSED", path: ["asOf"], firstOpenDate: "2026-03-01" },
    ]);
  });
});

describe("a provision matrix", () => {
  it("has a rate from 0 to 100 for each bucket of each segment, and a default segment", async () => {
    const story = await stories.begin();
    const refused = async (input: object) => {
      const { userErrors } = await story.attempt("provisionMatrixSet", {
        effectiveFrom: "2026-01-01",
        segments: [{ lossPercents: Array(5).fill("1") }],
        ...input,
      });
      return userErrors.map(({ code, path }) => [code, path.join(".")]);
    };
    const rates = (...lossPercents: string[]) => ({ scheme: [30], segments: [{ lossPercents }] });
    expect(await refused({ scheme: [30, 30] })).toEqual([["INVALID_VALUE", "scheme"]]);
    expect(await refused({ scheme: [30] })).toEqual([["INVALID_VALUE", "segments.0.lossPercents"]]);
    expect(await refused(rates("-1", "100.5", "1.0000001"))).toEqual([
      ["INVALID_VALUE", "segments.0.lossPercents.0"],
      ["INVALID_VALUE", "segments.0.lossPercents.1"],
      ["INVALID_VALUE", "segments.0.lossPercents.2"],
    ]);
    expect(await refused({ segments: [] })).toEqual([["REQUIRED", "segments"]]);
    const lossPercents = Array(5).fill("1");
    const twice = [{ lossPercents }, { segment: "A", lossPercents }, { segment: "A", lossPercents }];
    expect(await refused({ segments: twice })).toEqual([
      ["INVALID_VALUE", "segments"],
      ["INVALID_VALUE", "segments.2.segment"],
    ]);
    expect(await refused({ segmentBy: "REGION", segments: twice.slice(0, 2) })).toEqual([]);
    expect(await refused(rates("0", "100", "33.333333"))).toEqual([]);
  });
});

describe("the allowance in the close checklist", () => {
  it("is not applicable without a matrix, and open until the month's end has a run that is what the books say", async () => {
    const story = await stories.begin();
    expect((await checkOf(story)).status).toBe("NOT_APPLICABLE");
    const customerId = await tenthOfThousand(story);
    expect(await checkOf(story)).toEqual({ status: "OPEN", amounts: [{ amount: "100.00" }] });
    expect(await story.isRefused("periodClose", { startsOn: "2026-02-01" })).toEqual(["CHECKLIST_OPEN"]);
    await story.does("allowanceRun", { asOf: "2026-02-15" });
    expect((await checkOf(story)).status).toBe("OPEN");
    await story.does("allowanceRun", FEBRUARY);
    expect(await checkOf(story)).toEqual({ status: "DONE", amounts: [] });
    await story.invoice({ customerId, amount: "10.00", terms: "DUE", documentDate: "2026-02-20" });
    expect(await checkOf(story)).toEqual({ status: "OPEN", amounts: [{ amount: "1.00" }] });
    await story.does("allowanceRun", FEBRUARY);
    await story.does("periodClose", { startsOn: "2026-02-01" });
  });
});

describe("who reads and works the allowance", () => {
  it("reads it with the journal, and works it with the close; a specialist and a collector do neither", async () => {
    const story = await stories.begin();
    await tenthOfThousand(story);
    const may = async (role: string, document: string, variables: object = {}) => {
      const answer = await story.api.ask(document, { ...variables }, await as(story, role, role));
      return answer.errors?.[0]?.extensions.code ?? "ADMITTED";
    };
    const run =
      "mutation ($input: AllowanceRunInput!) { allowanceRun(input: $input) { needsApproval userErrors { code } } }";
    const input = { ...FEBRUARY, idempotencyKey: "k", validateOnly: true };
    const read =
      "{ allowanceRuns { nodes { id } } provisionMatrix { id } specificProvisions { nodes { id } } }";
    expect([await may("AUDITOR", read), await may("AUDITOR", run, { input })]).toEqual([
      "ADMITTED",
      "FORBIDDEN",
    ]);
    expect([await may("COLLECTOR", read), await may("AR_SPECIALIST", run, { input })]).toEqual([
      "FORBIDDEN",
      "FORBIDDEN",
    ]);
    expect([await may("AR_MANAGER", run, { input }), await may("CONTROLLER", run, { input })]).toEqual([
      "ADMITTED",
      "ADMITTED",
    ]);
  });
});
