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
  it("is a line for each tenth, and the last", () => {
    const { stream, text } = listen(false);
    const progress = createProgress({ label: "Importing invoices", total: 2_000, stream, now: () => 0 });
    for (let done = 1; done <= 2_000; done++) progress.update(done);
    progress.finish();
    progress.finish();
    progress.update(1);
    expect(text().split("\n")).toEqual([
      ...[200, 400, 600, 800].map((done) => `Importing invoices: ${done}/2,000 (${done / 20} %)`),
      ...["1,000", "1,200", "1,400", "1,600", "1,800"].map(
        (done, index) => `Importing invoices: ${done}/2,000 (${50 + index * 10} %)`,
      ),
      "Importing invoices: 2,000/2,000 (100 %)",
      "",
    ]);
  });

  it("is a line every five seconds when the end is far or unknown", () => {
    const { stream, text } = listen(false);
    let milliseconds = 0;
    const progress = createProgress({ label: "Reading", stream, now: () => milliseconds });
    for (let done = 1; done <= 12; done++) {
      milliseconds += 1_000;
      progress.update(done);
    }
    progress.finish("12 rows, 1 refused");
    expect(text()).toBe("Reading: 5\nReading: 10\nReading: 12 rows, 1 refused\n");
  });
});

describe("progress on a terminal", () => {
  it("is a bar that ends full, and a summary", () => {
    const { stream, text } = listen(true);
    const progress = createProgress({ label: "Importing invoices", stream });
    progress.update(0, 400);
    progress.update(400);
    progress.finish("400 imported");
    expect(text()).toContain(`${"█".repeat(30)} 100 %  400/400`);
    expect(text().endsWith("Importing invoices: 400 imported\n")).toBe(true);
  });

  it("is a count while the total is unknown", () => {
    const { stream, text } = listen(true);
    const progress = createProgress({ label: "Reading", stream });
    progress.update(1_234);
    progress.finish();
    expect(text()).toContain("Reading  1,234");
    expect(text()).not.toContain("NaN");
  });
});
