import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  Kind,
  type SelectionSetNode,
  type Source,
  type SourceLocation,
  separateOperations,
  TypeInfo,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Admitted } from "./admission.js";

/** Runs an admitted query or mutation, or one event of a subscription. Errors come in the result. */
export type Execute = (
  admitted: Admitted,
  within: Pick<ExecutionArgs, "rootValue" | "contextValue">,
) => Promise<ExecutionResult>;

/**
 * An executor that compiles each operation once to a function: on a page of rows that takes a small part of the time
 * that interpreting the document for each row would. It asks of a schema that whatever is computed has a resolver: a
 * property that is a function or a promise is not looked through. What the compiler does not do as the specification
 * says is interpreted by graphql itself.
 */
export function createExecutor(schema: GraphQLSchema): Execute {
  const known = new WeakMap<DocumentNode, Map<string, Run>>();
  const prepared = withCoercedVariables(schema);
  return async ({ document, operationName, variables }, { rootValue, contextValue }) => {
    const operations = known.get(document) ?? new Map<string, Run>();
    if (operations.size === 0) known.set(document, operations);
    const name = operationName ?? "";
    const run = operations.get(name) ?? runOf(schema, prepared, document, name);
    operations.set(name, run);
    return run(rootValue, contextValue, variables ?? {});
  };
}

type Values = NonNullable<ExecutionArgs["variableValues"]>;
type Run = (root: unknown, context: unknown, variables: Values) => Promise<ExecutionResult>;

function runOf(schema: GraphQLSchema, prepared: GraphQLSchema, document: DocumentNode, name: string): Run {
  const alone = operationAlone(document, name);
  const run = isCompilable(alone)
    ? compiled(schema, prepared, document, name)
    : interpreted(schema, document, name);
  return refusingNulls(schema, alone, run);
}

/** The operation with the fragments that it has, without the document's other operations. */
function operationAlone(document: DocumentNode, name: string): DocumentNode {
  const own = getOperationAST(document, name || null)?.name?.value ?? "";
  return separateOperations(document)[own] ?? document;
}

function interpreted(schema: GraphQLSchema, document: DocumentNode, name: string): Run {
  const operationName = name || null;
  return async (rootValue, contextValue, variableValues) =>
    execute({ schema, document, operationName, rootValue, contextValue, variableValues });
}

function compiled(schema: GraphQLSchema, prepared: GraphQLSchema, document: DocumentNode, name: string): Run {
  const source = document.loc?.source;
  const untyped = visit(document, { VariableDefinition: (node) => ({ ...node, ...COERCED_VARIABLE }) });
  const query = compileQuery(prepared, untyped, name, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(query)) return async () => presentable(query, source);
  const definitions = getOperationAST(document, name || null)?.variableDefinitions ?? [];
  return async (root, context, variables) => {
    const { errors, coerced } = getVariableValues(schema, definitions, variables, { maxErrors: 50 });
    if (errors) return { errors };
    return presentable(await query.query(root, context, coerced), source);
  };
}

/** A variable with a preset may stand where null may not, and may still be given as null: then nothing is run. */
function refusingNulls(schema: GraphQLSchema, alone: DocumentNode, run: Run): Run {
  const nullable = new Set(
    getOperationAST(alone, null)?.variableDefinitions?.flatMap(({ type, variable }) =>
      type.kind === Kind.NON_NULL_TYPE ? [] : [variable.name.value],
    ),
  );
  const types = new TypeInfo(schema);
  const required = new Map<string, VariableNode>();
  const Variable = (variable: VariableNode) => {
    const { value } = variable.name;
    if (nullable.has(value) && isNonNullType(types.getInputType())) required.set(value, variable);
  };
  visit(alone, visitWithTypeInfo(types, { Variable }));
  if (required.size === 0) return run;
  return async (root, context, variables) => {
    const nulls = [...required].filter(([name]) => variables[name] === null);
    if (nulls.length === 0) return run(root, context, variables);
    return { errors: nulls.map(([, variable]) => nullRefused(variable)) };
  };
}

function nullRefused(variable: VariableNode): GraphQLError {
  const message = `Variable "$${variable.name.value}" is null where a value must be given; leave it out for its preset.`;
  return new GraphQLError(message, { nodes: variable, extensions: { code: "BAD_USER_INPUT" } });
}

/**
 * Whether the compiler can be trusted with it. It keeps the condition of a field in a fragment for all places where the
 * fragment stands, and unfolds a fragment as often as it is spread, so that a short document can keep it busy for ever.
 */
function isCompilable(document: DocumentNode): boolean {
  let isConditional = false;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value === "skip" || name.value === "include") isConditional = true;
    },
  });
  return !isConditional && unfoldedSelections(document) <= UNFOLDED_MAX;
}

const UNFOLDED_MAX = 5_000;

/** How many selections the document has when each spread is replaced by its fragment. */
function unfoldedSelections({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const sizes = new Map<string, number>();
  const sizeOfFragment = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : 0;
    sizes.set(name, size);
    return size;
  };
  const sizeOf = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce(
      (size, one) =>
        size +
        1 +
        (one.kind === Kind.FRAGMENT_SPREAD ? sizeOfFragment(one.name.value) : sizeOf(one.selectionSet)),
      0,
    );
  return definitions.reduce(
    (size, one) => size + (one.kind === Kind.OPERATION_DEFINITION ? sizeOf(one.selectionSet) : 0),
    0,
  );
}

/**
 * Variables are coerced by graphql itself, in whose words clients are told what is wrong with them; the compiled
 * function takes them as they are. (Its own coercion does not end on input types that contain themselves.)
 */
const COERCED = new GraphQLScalarType({ name: "CoercedVariable" });
const COERCED_VARIABLE = {
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED.name } },
  defaultValue: undefined,
} as const;

function withCoercedVariables(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, COERCED], assumeValid: true });
}

/** With errors of graphql's own kind, as everything after expects them. */
function presentable(result: ExecutionResult, source: Source | undefined): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(
    ({ message, path, locations, originalError }) =>
      new GraphQLError(message, { path, originalError, source, positions: positionsOf(locations, source) }),
  );
  return { ...result, errors };
}

function positionsOf(locations: readonly SourceLocation[] | undefined, source: Source | undefined) {
  if (!source || !locations) return undefined;
  const lines = source.body.split(/\r\n|[\n\r]/g);
  return locations.map(({ line, column }) =>
    lines.slice(0, line - 1).reduce((position, text) => position + text.length + 1, column - 1),
  );
}
