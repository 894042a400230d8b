import {
  type FieldNode,
  type GraphQLField,
  getNullableType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
} from "graphql";
import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX } from "./connections.js";

export type Variables = Readonly<Record<string, unknown>>;

/** How many objects at most, once the variables are known. */
export type Size = (variables: Variables) => number;

/** A list without an argument that bounds it (the lines of an invoice) is taken for this long. */
export const LIST_SIZE_DEFAULT = 10;

/** The page that a connection's field asks for, or undefined for a field that is no connection. */
export function pageSizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
): Size | undefined {
  if (!field.args.some((arg) => arg.name === "first")) return undefined;
  const first = reader(argumentOf(node, "first"), operation);
  const last = reader(argumentOf(node, "last"), operation);
  return (variables) => {
    const asked = first(variables) ?? last(variables);
    const size = typeof asked === "number" && asked >= 0 ? asked : PAGE_SIZE_DEFAULT;
    return Math.min(size, PAGE_SIZE_MAX);
  };
}

/** The length that a list argument (`ids`) gives a list, or undefined when no argument does. */
export function listSizeOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  operation: OperationDefinitionNode,
): Size | undefined {
  const arg = field.args.find((one) => isListType(getNullableType(one.type)));
  if (!arg) return undefined;
  const list = reader(argumentOf(node, arg.name), operation);
  return (variables) => {
    const given = list(variables);
    return Array.isArray(given) ? given.length : LIST_SIZE_DEFAULT;
  };
}

function argumentOf(node: FieldNode, name: string): ValueNode | undefined {
  return node.arguments?.find((argument) => argument.name.value === name)?.value;
}

/** Reads numbers and the lengths of lists; what else an argument may be has no size. */
function reader(
  value: ValueNode | undefined,
  operation: OperationDefinitionNode,
): (variables: Variables) => unknown {
  switch (value?.kind) {
    case Kind.INT: {
      const number = Number(value.value);
      return () => number;
    }
    case Kind.LIST:
      return () => value.values;
    case Kind.VARIABLE: {
      const name = value.name.value;
      const definition = operation.variableDefinitions?.find((one) => one.variable.name.value === name);
      const byDefault = reader(definition?.defaultValue, operation);
      return (variables) => (variables[name] === undefined ? byDefault(variables) : variables[name]);
    }
    default:
      return () => undefined;
  }
}
