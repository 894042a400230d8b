import { addDays, type BusinessDate, businessDate } from "../business-date.js";
import type { XmlHandlers } from "./xlsx-rows.js";

/** Built-in number formats that show a day (ECMA-376, 18.8.30). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

const LAST_SERIAL = 2_958_465;

/** The cell styles, by their place, that show a number as a day. */
export function dateStyles(
  styles: Buffer | undefined,
  readXml: (content: Buffer, handlers: XmlHandlers) => void,
): Set<number> {
  const found = new Set<number>();
  if (!styles) return found;
  const own = new Set<number>();
  let inCells = false;
  let place = 0;
  readXml(styles, {
    open: (name, attributes) => {
      if (name === "numFmt" && showsDay(attributes.formatCode ?? "")) own.add(Number(attributes.numFmtId));
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const format = Number(attributes.numFmtId);
      if (DAY_FORMATS.has(format) || own.has(format)) found.add(place);
      place += 1;
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return found;
}

/** The day of a serial number of a workbook, or null when it shows none. */
export function dateOfSerial(serial: string, from1904: boolean): BusinessDate | null {
  const days = Math.floor(Number(serial));
  if (!Number.isFinite(days) || days < 1 || days > LAST_SERIAL) return null;
  if (from1904) return addDays(businessDate("1904-01-01"), days);
  // The system of 1900 counts a 29 February 1900 that never was.
  return addDays(businessDate(days < 60 ? "1899-12-31" : "1899-12-30"), days);
}

function showsDay(code: string): boolean {
  const bare = code.slice(0, 200).replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[yd]/i.test(bare);
}
