import { dirname } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../src/error-codes.js";
import { REQUEST_ERRORS } from "../src/platform/graphql/errors.js";
import { longFunctions, readText, type SourceFile, silencings, sourceFiles } from "./architecture/sources.js";

const program = sourceFiles("src", "seeds");
const everything = [...program, ...sourceFiles("test")];
const byPath = new Map(program.map((file) => [file.path, file]));

const FILE_LINES_MOST = 300;
const FUNCTION_LINES_MOST = 60;

/** The business module or the layer that a file of the program belongs to; "" for those that put it together. */
function roomOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? "";
}

/** Who puts the parts together: the roots of src, the command line and what sets a tenant up. */
const COMPOSITION = new Set(["", "cli", "setup"]);
const isModule = (room: string) => room !== "platform" && !COMPOSITION.has(room);

function importsOf(files: readonly SourceFile[]) {
  return files.flatMap((file) =>
    file.imports.map((one) => ({
      from: file.path,
      ...one,
      told: `${file.path}:${one.line} imports ${one.target}`,
    })),
  );
}

describe("imports", () => {
  it("of the platform name no business module", () => {
    const platform = program.filter((file) => roomOf(file.path) === "platform");
    const wrong = importsOf(platform).filter(
      ({ target }) => target.startsWith("src/") && roomOf(target) !== "platform",
    );
    expect(wrong.map(({ told }) => told)).toEqual([]);
  });

  it("of another module go through its index", () => {
    const wrong = importsOf(program).filter(({ from, target }) => {
      const room = roomOf(target);
      return isModule(room) && room !== roomOf(from) && target !== `src/${room}/index.ts`;
    });
    expect(wrong.map(({ told }) => told)).toEqual([]);
  });

  it("of a module name no file that puts modules together", () => {
    const modules = program.filter((file) => isModule(roomOf(file.path)));
    const wrong = importsOf(modules).filter(
      ({ target }) => target.startsWith("src/") && COMPOSITION.has(roomOf(target)),
    );
    expect(wrong.map(({ told }) => told)).toEqual([]);
  });

  it("name files that exist", () => {
    const wrong = importsOf(program).filter(
      ({ target }) => /^(src|seeds)\//.test(target) && !byPath.has(target),
    );
    expect(wrong.map(({ told }) => told)).toEqual([]);
  });

  it("make no circle, neither of files nor of modules", () => {
    const running = new Map(
      program.map((file) => [file.path, file.imports.filter((i) => !i.typeOnly).map((i) => i.target)]),
    );
    expect(circlesIn(running)).toEqual([]);
    const rooms = new Map<string, Set<string>>();
    for (const { from, target } of importsOf(program)) {
      const [own, other] = [roomOf(from), roomOf(target)];
      if (!isModule(own) || !isModule(other) || own === other) continue;
      rooms.set(own, (rooms.get(own) ?? new Set()).add(other));
    }
    expect(circlesIn(rooms)).toEqual([]);
  });

  it("reach every file of the program from one of its entries", () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { target } of byPath.get(path)?.imports ?? []) visit(target);
    };
    for (const entry of ENTRIES) visit(entry);
    const sources = program.filter((file) => file.path.startsWith("src/"));
    expect(sources.map((file) => file.path).filter((path) => !reached.has(path))).toEqual([]);
  });
});

const ENTRIES = [
  "src/cli.ts",
  "src/cli/emit-schema.ts",
  "src/cli/link-bin.ts",
  "src/cli/match.ts",
  "src/cli/match-bank.ts",
];

/** Each circle once, as the way round it. */
function circlesIn(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (at: string, way: readonly string[]): void => {
    const met = way.indexOf(at);
    if (met >= 0) {
      circles.push([...way.slice(met), at].join(" → "));
      return;
    }
    if (done.has(at)) return;
    for (const next of graph.get(at) ?? []) walk(next, [...way, at]);
    done.add(at);
  };
  for (const start of graph.keys()) walk(start, []);
  return circles;
}

describe("rules files", () => {
  const rules = program.filter((file) => file.path.endsWith(".rules.ts"));

  it("import rules, value types and what other modules show, and nothing that does anything", () => {
    const wrong = importsOf(rules).filter(({ from, target, typeOnly }) => {
      if (typeOnly || target.endsWith(".rules.ts") || VALUE_TYPES.has(target)) return false;
      return dirname(target) === dirname(from) || !target.endsWith("/index.ts");
    });
    expect(wrong.map(({ told }) => told)).toEqual([]);
  });

  it("know no clock and no chance, and wait for nothing", () => {
    const wrong = rules.flatMap((file) =>
      [
        ...file.text.matchAll(
          /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\buuidv7\b|\bawait\b|\bprocess\./g,
        ),
      ].map((match) => `${file.path}:${file.lineOf(match.index)} ${match[0]}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** Pure: they make values of values. */
const VALUE_TYPES = new Set([
  "src/platform/money.ts",
  "src/platform/business-date.ts",
  "src/platform/commands/refusal.ts",
  "src/platform/commands/input-checks.ts",
  "src/ledger/journal-entry.ts",
  "src/cash/bank-files/iso20022-values.ts",
  // For hashes, which are values of values; chance is forbidden below.
  "node:crypto",
]);

describe("every file", () => {
  it(`has at most ${FILE_LINES_MOST} lines`, () => {
    const long = everything.filter((file) => file.lines > FILE_LINES_MOST);
    expect(long.map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it(`has functions of at most ${FUNCTION_LINES_MOST} lines`, () => {
    const long = program.flatMap((file) =>
      longFunctions(file, FUNCTION_LINES_MOST).map(
        ({ start, lines }) => `${file.path}:${file.lineOf(start)}: ${lines}`,
      ),
    );
    expect(long).toEqual([]);
  });

  it("does not silence the compiler", () => {
    const found = everything.flatMap((file) =>
      silencings(file).map(({ start, what }) => `${file.path}:${file.lineOf(start)} ${what}`),
    );
    const comments = everything.filter((file) =>
      /@ts-(ignore|nocheck|expect-error)/.test(withoutThisTest(file)),
    );
    expect([...found, ...comments.map((file) => file.path)]).toEqual([]);
  });

  it("leaves nothing to be done later", () => {
    const later = everything.filter((file) => /\b(TODO|FIXME)\b/.test(withoutThisTest(file)));
    expect(later.map((file) => file.path)).toEqual([]);
  });

  it("has a name that tells what is in it", () => {
    const vague = everything.filter((file) =>
      /(^|[/.-])(utils?|helpers?|common|base|managers?|misc)([/.-]|$)/i.test(file.path),
    );
    expect(vague.map((file) => file.path)).toEqual([]);
  });
});

/** This test itself has to name what it forbids. */
function withoutThisTest(file: SourceFile): string {
  return file.path === "test/architecture.test.ts" ? "" : file.text;
}

describe("schema/errors.md", () => {
  const page = readText("schema/errors.md");
  const documented = (section: string): string[] => {
    const text = page.split(/^## /m).find((part) => part.startsWith(section)) ?? "";
    return [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].flatMap((match) => match[1] ?? []);
  };

  it("has every code of a user error, in order of precedence", () => {
    expect(documented("User errors")).toEqual(Object.keys(ERROR_CODES));
  });

  it("has every code of a top-level error, in order of precedence", () => {
    expect(documented("Top-level errors")).toEqual(Object.keys(REQUEST_ERRORS));
  });

  it("has no code that nothing uses", () => {
    const declaring = new Set(["src/error-codes.ts", "src/platform/graphql/errors.ts"]);
    const text = program
      .filter((file) => !declaring.has(file.path))
      .map((file) => file.text)
      .join("\n");
    const codes = [...Object.keys(ERROR_CODES), ...Object.keys(REQUEST_ERRORS)].filter(
      (code) => !GIVEN_BY_APOLLO.has(code),
    );
    expect(codes.filter((code) => !text.includes(`"${code}"`))).toEqual([]);
  });
});

/** The GraphQL server itself answers with these. */
const GIVEN_BY_APOLLO = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
]);
