import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportFileError, readCsv, readInvoices } from "../../src/imports/index.js";
import { all, bytesOf, INVOICE_YAML, inChunks, invoiceProfile } from "./sources.js";

const HEADER = "No,Customer,Date,Due,Amount\n";
const ROW = "1,C1,2026-01-02,2026-02-01,10.00\n";

async function fileError(bytes: Buffer | string, yaml = INVOICE_YAML): Promise<ImportFileError> {
  const reading = all(readCsv(typeof bytes === "string" ? bytesOf(bytes) : bytes, invoiceProfile(yaml)));
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ImportFileError) return error;
  throw error ?? new Error("the file was read without an error");
}

const lines = async (text: string) =>
  (await all(readCsv(bytesOf(text), invoiceProfile()))).map((row) => [row.line, row.cells[0]]);

describe("reading rows", () => {
  it("gives each row the line on which it begins, over quoted line breaks and blank rows", async () => {
    const text = `${HEADER}1,"C\nno, ""1""",2026-01-02,,1\n\n,,,,\n2,C,2026-01-02,,"1\r\n\r\n"\r\n3,C,2026-01-02,,1`;
    expect(await lines(text)).toEqual([
      [2, "1"],
      [6, "2"],
      [9, "3"],
    ]);
    const [first] = await all(readCsv(bytesOf(text), invoiceProfile()));
    expect(first?.cells[1]).toBe('C\nno, "1"');
  });

  it.each(["\n", "\r\n", "\r"])("reads lines that end with %j alike", async (lineBreak) => {
    const text = (HEADER + ROW + ROW).replaceAll("\n", lineBreak);
    const rows = await all(readCsv(bytesOf(text), invoiceProfile()));
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
      [2, "1", "C1", "2026-01-02", "2026-02-01", "10.00"],
      [3, "1", "C1", "2026-01-02", "2026-02-01", "10.00"],
    ]);
    expect(rows[0]?.file.lineBreak).toBe(lineBreak);
  });

  it("reads the same rows however the bytes are cut", async () => {
    const text = `\uFEFF${HEADER}1,"Žluťoučký\r\nkůň €",2026-01-02,,1\r\n2,😀,2026-01-02,,1\r\n`;
    for (const [encoding, bytes] of [
      ["utf-8", Buffer.from(text, "utf8")],
      ["utf-16", Buffer.from(text, "utf16le")],
      ["utf-16", Buffer.from(text, "utf16le").swap16()],
    ] as const) {
      const profile = invoiceProfile(`${INVOICE_YAML}csv: { encoding: ${encoding} }\n`);
      const whole = await all(readCsv(bytes, profile));
      expect(whole.map((row) => [row.line, row.cells[1]])).toEqual([
        [2, "Žluťoučký\nkůň €"],
        [4, "😀"],
      ]);
      for (const size of [1, 2, 3, 7]) {
        expect(await all(readCsv(inChunks(bytes, size), profile))).toEqual(whole);
      }
    }
  });

  it("reads latin1 as spreadsheets write it, with the euro sign", async () => {
    const profile = invoiceProfile(`${INVOICE_YAML}csv: { encoding: latin1, delimiter: ";" }\n`);
    const bytes = Buffer.concat([
      Buffer.from("No;Customer;Date;Due;Amount\n1;M"),
      Buffer.from([0xfc, 0x80]),
      Buffer.from(";;;1"),
    ]);
    expect((await all(readCsv(bytes, profile)))[0]?.cells[1]).toBe("Mü€");
  });

  it("reads columns by position when there is no header", async () => {
    const yaml = `
what: invoices
csv: { header: false, columnCount: 5, delimiter: tab, quote: none }
columns: { number: 1, customerNumber: 2, documentDate: 3, dueDate: 4, amount: 5 }
defaults: { currency: USD }
`;
    const text = '1\tC"1\t2026-01-02\t2026-02-01\t10.00\n2\tC\n';
    const [first, second] = await all(readInvoices(bytesOf(text), invoiceProfile(yaml)));
    expect(first?.result).toMatchObject({ ok: true, record: { number: "1", customerNumber: 'C"1' } });
    expect(second?.result).toMatchObject({ ok: false, rejections: [{ line: 2, code: "COLUMN_COUNT" }] });
  });

  it("rejects a row with too few or too many values by its line, and goes on", async () => {
    const text = `${HEADER}1,C,2026-01-02\n2,"C",Inc,2026-01-02,2026-02-01,5\n${ROW}`;
    const rows = await all(readInvoices(bytesOf(text), invoiceProfile()));
    expect(rows.map(({ row, result }) => [row.line, result.ok])).toEqual([
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(rows[1]?.result).toMatchObject({
      rejections: [
        { line: 3, column: null, code: "COLUMN_COUNT", reason: expect.stringContaining("6 values") },
      ],
    });
  });

  it("gives the rows of a file with a header alone as none", async () => {
    expect(await lines(HEADER)).toEqual([]);
  });
});

describe("a file that cannot be read", () => {
  it.each(["", "\n\n", "\uFEFF", ",,,\n"])("is empty: %j", async (text) => {
    expect(await fileError(text)).toMatchObject({ code: "EMPTY_FILE" });
  });

  it("lacks columns, which are all named, beside those that it has", async () => {
    const error = await fileError("No;Customer;Date;Due;Amount\n");
    expect(error).toMatchObject({ code: "MISSING_COLUMN", line: 1 });
    expect(error.message).toContain('lacks "No", "Customer", "Date", "Due", "Amount"');
    expect(error.message).toContain('It has "No;Customer;Date;Due;Amount"');
  });

  it("has a column twice, unless it is one without a name", async () => {
    expect(await fileError("No,Customer,Date,Due,Amount,Amount\n")).toMatchObject({
      code: "DUPLICATE_COLUMN",
    });
    expect(await lines(`,${HEADER.trim()},\nx,1,C,2026-01-02,,1,\n`)).toEqual([[2, "x"]]);
  });

  it("opens a quote that is never closed: the rows before it are given, and its own line is told", async () => {
    const text = `${HEADER}${ROW}${ROW}3,"C,2026-01-02,,1\n4,C,2026-01-02,,1\n`;
    expect(await fileError(text)).toMatchObject({ code: "UNTERMINATED_QUOTE", line: 4 });
    const given: number[] = [];
    const reading = (async () => {
      for await (const row of readCsv(bytesOf(text), invoiceProfile())) given.push(row.line);
    })();
    await expect(reading).rejects.toThrow("line 4");
    expect(given).toEqual([2, 3]);
  });

  it("has a quote inside a value", async () => {
    expect(await fileError(`${HEADER}${ROW}2,5" pipe,,,1\n`)).toMatchObject({ code: "STRAY_QUOTE", line: 3 });
    expect(await fileError(`${HEADER}\n2,"C"x,,,1\n`)).toMatchObject({ code: "STRAY_QUOTE", line: 3 });
  });

  it("has a row that never ends, which is not held in memory", async () => {
    const pieces = async function* () {
      yield Buffer.from(`${HEADER}1,"`);
      for (let n = 0; n < 200; n += 1) yield Buffer.alloc(65_536, "x");
    };
    await expect(all(readCsv(pieces(), invoiceProfile()))).rejects.toMatchObject({
      code: "ROW_TOO_LONG",
      line: 2,
    });
  });

  it("is in another encoding than the profile says", async () => {
    const text = HEADER + ROW;
    const utf16 = await fileError(Buffer.from(text, "utf16le"));
    expect(utf16).toMatchObject({ code: "ENCODING_MISMATCH" });
    expect(utf16.message).toContain("set csv.encoding to utf-16");
    const latin1 = await fileError(Buffer.from(`${HEADER}${ROW}2,Müller,,,1\n`, "latin1"));
    expect(latin1).toMatchObject({ code: "BAD_ENCODING", line: 3 });
    const marked = `${INVOICE_YAML}csv: { encoding: latin1 }\n`;
    expect(await fileError(`\uFEFF${text}`, marked)).toMatchObject({ code: "ENCODING_MISMATCH" });
  });

  it("passes on an error of the stream itself", async () => {
    const broken = async function* () {
      yield Buffer.from(HEADER);
      throw new Error("connection lost");
    };
    await expect(all(readCsv(broken(), invoiceProfile()))).rejects.toThrow("connection lost");
  });
});

describe("any bytes at all", () => {
  const encodings = fc.constantFrom("utf-8", "latin1", "utf-16");

  it("are read, rejected with reasons, or refused as a file, but never crash", async () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          ",",
          '"',
          "\n",
          "\r",
          "\r\n",
          "1",
          "C1",
          "2026-01-02",
          "10.00",
          "-",
          "\u0000",
          "[X] ",
          "é",
        ),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 60 },
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
      soup.map((parts) => Buffer.from(HEADER + parts.join(""))),
      fc
        .tuple(soup, fc.uint8Array({ maxLength: 6 }))
        .map(([parts, tail]) => Buffer.concat([Buffer.from(HEADER + ROW + parts.join("")), tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, encodings, fc.integer({ min: 1, max: 50 }), async (content, encoding, size) => {
        const profile = invoiceProfile(`${INVOICE_YAML}csv: { encoding: ${encoding} }\n`);
        try {
          for await (const { row, result } of readInvoices(inChunks(content, size), profile)) {
            expect(row.line).toBeGreaterThan(0);
            if (result.ok) expect(Number(result.record.amount)).toBeGreaterThan(0);
            else expect(result.rejections.length).toBeGreaterThan(0);
          }
        } catch (error) {
          if (!(error instanceof ImportFileError)) throw error;
          expect(error.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });
});
