import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProgress } from "../../src/platform/terminal/progress.js";

/** A stream that remembers what was written to it. */
function listen(terminal: boolean): { stream: PassThrough & { isTTY: boolean }; text: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY: terminal, columns: 120 });
  let written = "";
  stream.on("data", (chunk) => {
    written += String(chunk);
  });
  return { stream, text: () => written };
}

describe("progress in a pipe", () => {
  it("is the last line alone when the work is quick", () => {
    const { stream, text } = listen(false);
    const progress = createProgress({ label: "Seeding", unit: "steps", total: 52, stream, now: () => 0 });
    for (let done = 1; done <= 52; done++) progress.update(done);
    progress.finish();
    progress.finish();
    progress.update(1);
    expect(text()).toBe("Seeding: 52 of 52 steps (100 %)\n");
  });

  it("is a line after five seconds and then ever more seldom, with its unit and the share that is done", () => {
    const { stream, text } = listen(false);
    let milliseconds = 0;
    const now = () => milliseconds;
    const progress = createProgress({ label: "Seeding", unit: "invoices", total: 200_000, stream, now });
    for (let done = 1; done < 200; done++) {
      milliseconds += 1_000;
      progress.update(done * 1_000);
    }
    progress.finish();
    expect(text().split("\n")).toEqual([
      "Seeding: 5,000 of 200,000 invoices (2 %)",
      "Seeding: 15,000 of 200,000 invoices (7 %)",
      "Seeding: 35,000 of 200,000 invoices (17 %)",
      "Seeding: 75,000 of 200,000 invoices (37 %)",
      "Seeding: 135,000 of 200,000 invoices (67 %)",
      "Seeding: 195,000 of 200,000 invoices (97 %)",
      "Seeding: 199,000 of 200,000 invoices (99 %)",
      "",
    ]);
  });

  it("counts without a share while the total is unknown", () => {
    const { stream, text } = listen(false);
    let milliseconds = 0;
    const progress = createProgress({ label: "Reading", unit: "rows", stream, now: () => milliseconds });
    milliseconds = 5_000;
    progress.update(5);
    progress.finish("12 rows, 1 refused");
    expect(text()).toBe("Reading: 5 rows\nReading: 12 rows, 1 refused\n");
  });

  it("tells rows while bytes are counted", () => {
    const { stream, text } = listen(false);
    let milliseconds = 0;
    const progress = createProgress({ label: "Importing", unit: "bytes", stream, now: () => milliseconds });
    milliseconds = 5_000;
    progress.update(655_360, 1_795_984, "5,000 rows");
    expect(text()).toBe("Importing: 5,000 rows (36 %)\n");
  });
});

describe("progress on a terminal", () => {
  it("is a bar that ends full, and a summary", () => {
    const { stream, text } = listen(true);
    const progress = createProgress({ label: "Importing invoices", unit: "rows", stream });
    progress.update(0, 400);
    progress.update(400);
    progress.finish("400 imported");
    expect(text()).toContain(`${"█".repeat(30)} 100 %  400 of 400 rows`);
    expect(text().endsWith("Importing invoices: 400 imported\n")).toBe(true);
  });

  it("is a count while the total is unknown", () => {
    const { stream, text } = listen(true);
    const progress = createProgress({ label: "Reading", unit: "rows", stream });
    progress.update(1_234);
    progress.finish();
    expect(text()).toContain("Reading  1,234 rows");
    expect(text()).not.toContain("NaN");
  });
});
