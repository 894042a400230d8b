import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  visit,
} from "graphql";

export type OperationKind = "query" | "mutation" | "subscription";

/** The root fields of a kind of operation, by name. */
export function rootFields(schema: GraphQLSchema, kind: OperationKind): GraphQLField<unknown, unknown>[] {
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  };
  return Object.values(root[kind]?.getFields() ?? {});
}

/**
 * A document that asks for one root field with all of its arguments as variables, and for everything it can say so
 * deep; with a negative depth for nothing but that it is there.
 */
export function documentFor(
  schema: GraphQLSchema,
  kind: OperationKind,
  field: GraphQLField<unknown, unknown>,
  depth = 4,
): string {
  const declared = field.args.map(
    (arg) => `$${arg.name}: ${arg.type}${defaultOf(arg.defaultValue, arg.type)}`,
  );
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
  const args = passed.length > 0 ? `(${passed.join(", ")})` : "";
  const selection = depth < 0 ? "{ __typename }" : selectionOf(schema, getNamedType(field.type), depth, []);
  return `${kind} ${head} { ${field.name}${args} ${selection} }`;
}

/** The same for a query, as deep as the limits let it be. */
export function deepestDocumentFor(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): string {
  const whole = documentFor(schema, "query", field);
  const names: string[] = [];
  visit(parse(whole), { Field: ({ name }) => void names.push(name.value) });
  return names.length > FIELDS_MAX ? documentFor(schema, "query", field, 3) : whole;
}

const FIELDS_MAX = 3_000;

/** A document that asks for a root field, and for nothing but that it is there. */
export function bareDocument(schema: GraphQLSchema, kind: OperationKind, name: string): string {
  const field = rootFields(schema, kind).find((one) => one.name === name);
  if (!field) throw new Error(`there is no ${kind} ${name}`);
  return documentFor(schema, kind, field, -1);
}

/** A variable that is left out then keeps the argument's own default. */
function defaultOf(value: unknown, type: { toString(): string }): string {
  if (value === undefined) return "";
  const text = JSON.stringify(value);
  return ` = ${/^\[?[A-Z]\w+[a-z]/.test(String(type)) ? text.replaceAll('"', "") : text}`;
}

/** Everything readable without arguments, so deep; no type twice on the way down, so that it ends. */
function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  above: readonly GraphQLNamedType[],
  aliased: ReadonlySet<string> = new Set(),
): string {
  if (isUnionType(type) || isInterfaceType(type)) {
    const possible = schema.getPossibleTypes(type);
    const apart = conflicting(possible);
    const parts = possible.map(
      (one) => `... on ${one.name} ${selectionOf(schema, one, Math.min(depth, 1), [...above, type], apart)}`,
    );
    return `{ __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  return `{ __typename ${fieldSelections(schema, type, depth, above, aliased).join(" ")} }`;
}

/** Each field of the type that is readable without arguments, with everything below it so deep. */
export function fieldSelections(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  depth: number,
  above: readonly GraphQLNamedType[] = [],
  aliased: ReadonlySet<string> = new Set(),
): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    // Lists are told once, as nodes.
    if (
      !isLeafType(inner) &&
      (depth <= 0 || inner === type || above.includes(inner) || field.name === "edges")
    )
      return [];
    const alias = aliased.has(`${type.name}.${field.name}`) ? `${type.name}_${field.name}: ` : "";
    return [`${alias}${field.name} ${selectionOf(schema, inner, depth - 1, [...above, type])}`];
  });
}

/** Fields, as `Type.name`, that cannot stand beside the first type's field of that name without an alias. */
function conflicting(types: readonly GraphQLObjectType[]): Set<string> {
  const meanings = new Map<string, string>();
  const apart = new Set<string>();
  for (const type of types) {
    for (const field of Object.values(type.getFields())) {
      const meaning = meanings.get(field.name) ?? String(field.type);
      meanings.set(field.name, meaning);
      if (meaning !== String(field.type)) apart.add(`${type.name}.${field.name}`);
    }
  }
  return apart;
}
