import { expect, it } from "vitest";
import { given, type Story, storybook } from "../support/stories.js";
import { deadlocksSoFar } from "./deadlocks.js";

/** Each story's books are verified after it by the storybook: the cells of every run, and every run's entry. */
const stories = storybook();

const FEBRUARY = { asOf: "2026-02-28" };
const allowance = async (story: Story) =>
  (await story.account("Allowance for doubtful accounts", "USD")).functional;

async function quarterProvided(story: Story): Promise<void> {
  const segments = [{ lossPercents: Array(5).fill("25") }];
  await story.does("provisionMatrixSet", { effectiveFrom: "2026-01-01", segments });
}

it("many allowance runs of a day at the same moment post the change once, and are numbered without a gap", async () => {
  const story = await stories.begin();
  const customerId = await story.customer();
  await story.invoice({ customerId, amount: "400.00", documentDate: "2026-02-01" });
  await quarterProvided(story);
  const before = await deadlocksSoFar(story.api);
  const runs = await Promise.all(Array.from({ length: 8 }, () => story.does("allowanceRun", FEBRUARY)));
  expect(runs.map(({ allowanceRun }) => given(allowanceRun).runNo).toSorted()).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8,
  ]);
  const changes = runs.map(({ proposal }) => given(proposal).change.amount).toSorted();
  expect(changes).toEqual([...Array(7).fill("0.00"), "100.00"]);
  expect(await allowance(story)).toBe("-100.00");
  expect(await deadlocksSoFar(story.api)).toBe(before);
});

it("runs and write-offs against the allowance at the same moment leave runs that were right when they were made", async () => {
  const story = await stories.begin();
  const customerId = await story.customer();
  await quarterProvided(story);
  const items: string[] = [];
  for (let n = 0; n < 8; n++) {
    items.push(
      await story.itemOf(await story.invoice({ customerId, amount: "100.00", documentDate: "2026-02-01" })),
    );
  }
  const writeOffs = items.map((openItemId) =>
    story.does("writeOffRequest", {
      openItemId,
      amount: "60.00",
      reasonCode: "BANKRUPTCY",
      method: "ALLOWANCE",
      effectiveDate: "2026-02-28",
    }),
  );
  const runs = items.map(() => story.does("allowanceRun", FEBRUARY));
  const made = await Promise.all(runs);
  await Promise.all(writeOffs);
  for (const { proposal } of made) {
    // Every write-off takes 60 from what is owed and from the allowance: seen in both, or in neither.
    const { exposure, required } = given(proposal);
    expect(Number(exposure.amount) % 60).toBe(800 % 60);
    expect(Number(required.amount)).toBe(Number(exposure.amount) / 4);
  }
  await story.does("allowanceRun", FEBRUARY);
  expect(await allowance(story)).toBe("-80.00");
});
