import { describe, expect, it } from "vitest";
import { compile, sql } from "../../../src/platform/database/sql.js";
import {
  type Combination,
  condition,
  idCondition,
  type RangeFilter,
  type StringFilter,
  whereSql,
} from "../../../src/platform/graphql/filters.js";

interface Where extends Combination<Where> {
  dueDate?: RangeFilter<string>;
  number?: StringFilter;
}

const where = (input: Where | null) => {
  const fragment = whereSql(input, (part) => [
    condition(sql`due_date`, part.dueDate),
    condition(sql`number`, part.number),
  ]);
  const { text, values } = compile(fragment);
  return { text, values };
};

describe("a filter", () => {
  it("matches everything when it is absent or empty", () => {
    expect(where(null).text).toBe("true");
    expect(where({}).text).toBe("true");
    expect(where({ dueDate: {} }).text).toBe("true");
  });

  it("matches nothing when the list or the alternatives are empty", () => {
    expect(where({ dueDate: { in: [] } })).toEqual({ text: "(due_date = any($1))", values: [[]] });
    expect(where({ or: [] }).text).toBe("(false)");
  });

  it("combines columns, and, or and not", () => {
    const { text, values } = where({
      number: { startsWith: "50%_" },
      or: [{ dueDate: { lt: "2026-01-01" } }, { dueDate: { isNull: true } }],
      not: { dueDate: { gte: "2025-01-01", lte: "2025-12-31" } },
    });
    expect(text).toBe(
      "(number ilike $1 and ((due_date < $2) or (due_date is null)) and ((due_date >= $3 and due_date <= $4)) is not true)",
    );
    expect(values).toEqual(["50\\%\\_%", "2026-01-01", "2025-01-01", "2025-12-31"]);
  });

  it("refuses an operator that was left null, rather than matching everything", () => {
    expect(() => where({ dueDate: { eq: null } })).toThrow("`eq` is null");
  });

  it("refuses to combine more conditions than a plan should have", () => {
    expect(() => where({ or: Array.from({ length: 100 }, () => ({})) })).toThrow("at most 100");
  });

  it("refuses texts that are longer than any that is compared, in each operator", () => {
    const long = "%_\\".repeat(167);
    for (const number of [{ eq: long }, { in: ["INV-1", long] }, { contains: long }, { startsWith: long }]) {
      const [operator] = Object.keys(number);
      expect(() => where({ number })).toThrow(`\`${operator}\` has 501 characters; at most 500`);
    }
    expect(where({ number: { contains: long.slice(1) } }).values).toHaveLength(1);
  });

  it("refuses to compare with more values than a plan should have", () => {
    const days = Array.from({ length: 1_001 }, () => "2026-01-01");
    expect(() => where({ dueDate: { in: days } })).toThrow("`in` has 1001 values; at most 1000");
    expect(where({ dueDate: { in: days.slice(1) } }).values).toHaveLength(1);
  });

  it("decodes ids and refuses those of another type", () => {
    const fragment = idCondition(sql`customer_id`, "cus", { in: ["cus_01890a5dac96774bbcceb302099a8057"] });
    expect(fragment && compile(fragment).values).toEqual([["01890a5d-ac96-774b-bcce-b302099a8057"]]);
    expect(() =>
      idCondition(sql`customer_id`, "cus", { eq: "inv_01890a5dac96774bbcceb302099a8057" }),
    ).toThrow('expected "cus_"');
  });
});
