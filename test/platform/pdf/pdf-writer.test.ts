import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { writeTable } from "../../../src/platform/pdf/pdf-table.js";
import { type PdfOptions, PdfWriter } from "../../../src/platform/pdf/pdf-writer.js";
import { flat, pagesOf } from "../../documents/printed.js";

const OPTIONS: PdfOptions = {
  paper: "A4",
  title: "A document",
  author: "Somebody",
  createdAt: new Date("2026-03-10T12:00:00Z"),
  footer: "A footer",
};

async function written(
  write: (pdf: PdfWriter) => Promise<void> | void,
  more: Partial<PdfOptions> = {},
): Promise<Buffer> {
  const pdf = await PdfWriter.open({ ...OPTIONS, ...more });
  const bytes = buffer(pdf.stream);
  await write(pdf);
  pdf.end();
  return bytes;
}

const COLUMNS = [
  { title: "Name", share: 2, linesMax: 2 },
  { title: "Amount", share: 1, isAmount: true },
];

function rows(count: number): string[][] {
  return Array.from({ length: count }, (_, n) => [`Row ${n + 1}.`, `${n + 1}.00`]);
}

describe("a PDF", () => {
  it("is the same bytes for the same input, on the paper that is asked for", async () => {
    const write = (pdf: PdfWriter) => writeTable(pdf, { columns: COLUMNS, rows: rows(150) });
    const [one, two, letter] = [
      await written(write),
      await written(write),
      await written(write, { paper: "LETTER" }),
    ];
    expect(one.equals(two)).toBe(true);
    expect(one.toString("latin1")).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(letter.toString("latin1")).toContain("/MediaBox [0 0 612 792]");
  });

  it("keeps the totals with the last row, whatever the number of rows", async () => {
    const totals = [["Total", "1,000.00"]];
    for (let count = 44; count <= 56; count++) {
      const pages = await pagesOf(
        await written((pdf) => writeTable(pdf, { columns: COLUMNS, rows: rows(count), totals })),
      );
      const last = pages.at(-1) ?? "";
      expect([count, last]).toEqual([count, expect.stringContaining(`Row ${count}.`)]);
      expect([count, last]).toEqual([count, expect.stringContaining("Total")]);
      for (const [index, page] of pages.entries()) {
        expect(page).toMatch(/Name +Amount/);
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      }
      const shown = pages.join("\n").match(/Row \d+\./g) ?? [];
      expect(shown).toEqual(rows(count).map(([name]) => name));
    }
  });

  it("shows amounts whole, however large, and cuts names with an ellipsis", async () => {
    const name = "A very long name ".repeat(20).trim();
    const text = flat(
      await pagesOf(
        await written((pdf) =>
          writeTable(pdf, { columns: COLUMNS, rows: [[name, "−999,999,999,999,999.9999"]] }),
        ),
      ),
    );
    expect(text).toContain("−999,999,999,999,999.9999");
    expect(text).toContain("…");
  });

  it("has Greek, Cyrillic, Arabic and Hebrew, and tells of characters that its font lacks", async () => {
    const pdf = await PdfWriter.open(OPTIONS);
    const bytes = buffer(pdf.stream);
    pdf.paragraph("Ελληνική Εταιρεία ООО Ромашка שלום 株式会社");
    pdf.end();
    const text = flat(await pagesOf(await bytes));
    for (const told of ["Ελληνική Εταιρεία", "ООО Ромашка", "□□□□", "U+682A U+5F0F U+4F1A U+793E"]) {
      expect(text).toContain(told);
    }
    expect(pdf.lacking).toEqual(["株", "式", "会", "社"]);
  });

  it("sends pages as they are finished, and stops when nobody wants it any more", async () => {
    const gone = new AbortController();
    const pdf = await PdfWriter.open({ ...OPTIONS, signal: gone.signal });
    let sent = 0;
    pdf.stream.on("data", (piece: Buffer) => {
      sent += piece.length;
    });
    let taken = 0;
    const sentAt: number[] = [];
    function* endless(): Generator<string[]> {
      for (;;) {
        taken += 1;
        sentAt.push(sent);
        if (taken === 400) gone.abort();
        yield [`Row ${taken}`, "1.00"];
      }
    }
    await expect(writeTable(pdf, { columns: COLUMNS, rows: endless() })).rejects.toThrow("aborted");
    expect(taken).toBeLessThan(500);
    expect(sentAt[200]).toBeGreaterThan(sentAt[10] ?? 0);
    expect(sentAt[390]).toBeGreaterThan(sentAt[200] ?? 0);
  });
});
