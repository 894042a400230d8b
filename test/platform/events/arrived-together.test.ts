import { describe, expect, it } from "vitest";
import { ArrivedTogether } from "../../../src/platform/events/arrived-together.js";

describe("what arrived together", () => {
  it("is taken in order, never more than fits, and the source is not asked for more before the next time", async () => {
    let given = 0;
    async function* source(): AsyncGenerator<number, void, void> {
      while (given < 5) yield ++given;
    }
    const groups = new ArrivedTogether(source(), 2);
    expect(given).toBe(0);
    expect(await groups.next()).toEqual([1, 2]);
    expect(given).toBe(2);
    expect([await groups.next(), await groups.next(), await groups.next()]).toEqual([[3, 4], [5], []]);
  });

  it("does not wait for what is not there yet, and begins with it the next time", async () => {
    const later = Promise.withResolvers<void>();
    async function* source(): AsyncGenerator<string, void, void> {
      yield "now";
      await later.promise;
      yield "later";
    }
    const groups = new ArrivedTogether(source(), 10);
    expect(await groups.next()).toEqual(["now"]);
    const next = groups.next();
    later.resolve();
    expect(await next).toEqual(["later"]);
  });

  it("is told before the failure that followed it", async () => {
    async function* source(): AsyncGenerator<number, void, void> {
      yield 1;
      throw new Error("the source broke");
    }
    const groups = new ArrivedTogether(source(), 10);
    expect(await groups.next()).toEqual([1]);
    await expect(groups.next()).rejects.toThrow("the source broke");
  });
});
