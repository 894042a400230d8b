import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  GraphQLScalarType,
  GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type Source,
  type SourceLocation,
  visit,
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
 * property that is a function or a promise is not looked through.
 */
export function createExecutor(schema: GraphQLSchema): Execute {
  const compiled = new WeakMap<DocumentNode, Map<string, Run>>();
  const prepared = withCoercedVariables(schema);
  return async ({ document, operationName, variables }, { rootValue, contextValue }) => {
    const operations = compiled.get(document) ?? new Map<string, Run>();
    if (operations.size === 0) compiled.set(document, operations);
    const name = operationName ?? "";
    const run = operations.get(name) ?? compile(schema, prepared, document, name);
    operations.set(name, run);
    return run(rootValue, contextValue, variables ?? {});
  };
}

type Values = NonNullable<ExecutionArgs["variableValues"]>;
type Run = (root: unknown, context: unknown, variables: Values) => Promise<ExecutionResult>;

function compile(schema: GraphQLSchema, prepared: GraphQLSchema, document: DocumentNode, name: string): Run {
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
