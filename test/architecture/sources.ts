import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Node, type Program, parseSync, Visitor } from "oxc-parser";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Import {
  /** Path from the root with its .ts, or the package's name. */
  readonly target: string;
  readonly line: number;
  /** Only types are imported, so that nothing is left of it when the program runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root, with "/". */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly program: Program;
  readonly imports: readonly Import[];
  lineOf(position: number): number;
}

/** Every TypeScript file under the folders, parsed. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: ROOT }))
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => !file.includes("node_modules/"))
    .sort()
    .map(read);
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

function read(file: string): SourceFile {
  const text = readText(file);
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const lineOf = (position: number) => text.slice(0, position).split("\n").length;
  const importOf = (specifier: string, start: number, typeOnly: boolean): Import => ({
    target: specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, ".ts")
      : specifier,
    line: lineOf(start),
    typeOnly,
  });
  const imports = module.staticImports.map((i) =>
    importOf(i.moduleRequest.value, i.start, i.entries.length > 0 && i.entries.every((e) => e.isType)),
  );
  const reexports = module.staticExports.flatMap((e) =>
    e.entries.flatMap((entry) =>
      entry.moduleRequest ? [importOf(entry.moduleRequest.value, e.start, entry.isType)] : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap(({ start, moduleRequest }) => {
    const [, specifier] = /^"(.*)"$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    return specifier === undefined ? [] : [importOf(specifier, start, false)];
  });
  return {
    path: file,
    text,
    lines: text.split("\n").length - 1,
    program,
    imports: [...imports, ...reexports, ...dynamic],
    lineOf,
  };
}

export interface LongFunction {
  readonly start: number;
  readonly lines: number;
}

/** Functions and methods with more lines than that, from their head to their closing brace. */
export function longFunctions(file: SourceFile, most: number): LongFunction[] {
  const found: LongFunction[] = [];
  const measure = ({ start, end }: Node) => {
    const lines = file.lineOf(end) - file.lineOf(start) + 1;
    if (lines > most) found.push({ start, lines });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(file.program);
  return found;
}

/** Positions of what silences the compiler: `any`, a non-null `!`, a cast by way of `unknown`. */
export function silencings(file: SourceFile): { readonly start: number; readonly what: string }[] {
  const found: { start: number; what: string }[] = [];
  new Visitor({
    TSAnyKeyword: ({ start }) => found.push({ start, what: "any" }),
    TSNonNullExpression: ({ start }) => found.push({ start, what: "a non-null !" }),
    TSAsExpression: ({ start, expression }) => {
      if (expression.type === "TSAsExpression") found.push({ start, what: "a cast of a cast" });
    },
  }).visit(file.program);
  return found;
}
