import {
  type GraphQLField,
  type GraphQLObjectType,
  GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from "type-graphql";
import type { AccessRule } from "./access.js";
import type { TypeClass } from "./fields.js";
import { plainQueries } from "./plain-queries.js";
import { DateTime } from "./scalars.js";

declare module "graphql" {
  interface GraphQLInterfaceTypeExtensions {
    /** The name of the object type that a value is of, for values without `__typename`. */
    readonly typeNameOf?: GraphQLTypeResolver<unknown, unknown>;
  }
  interface GraphQLUnionTypeExtensions {
    readonly typeNameOf?: GraphQLTypeResolver<unknown, unknown>;
  }
}

/** A schema that is ready to serve, and who may read each of its fields. */
export interface AssembledSchema {
  readonly schema: GraphQLSchema;
  readonly rules: AccessRules;
}

/** By coordinates, `Invoice.balance`. */
export type AccessRules = ReadonlyMap<string, AccessRule>;

export interface AssemblyOptions {
  /** Types that only an interface leads to. */
  readonly orphanedTypes?: TypeClass[];
}

/**
 * Builds the schema of the resolver classes and takes out what type-graphql would do for each row and each query:
 * properties are read by graphql's own default, derived fields are plain functions, queries get their arguments as they
 * are, and abstract types are told by `__typename`.
 */
export function assembleSchema(
  resolvers: NonEmptyArray<TypeClass>,
  options: AssemblyOptions = {},
): AssembledSchema {
  // "Simple" fields have no wrapper; those of another name in the schema need it to find their property.
  for (const field of getMetadataStorage().fields) {
    if (field.name === field.schemaName) field.simple ??= true;
  }
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes: options.orphanedTypes ?? [],
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    pubSub: NO_TOPICS,
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) installDerived(field);
    if (isAbstractType(type)) type.resolveType = type.extensions.typeNameOf ?? typeNameOf;
  }
  const queries = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of plainQueries(resolvers)) {
    const field = queries[name];
    if (field) field.resolve = resolve;
  }
  return { schema, rules: accessRules(schema) };
}

/** Every field of an object type that neither has a rule nor stands in a type that has one; roots need their own. */
export function missingRules(schema: GraphQLSchema): string[] {
  const rules = accessRules(schema);
  return objectFields(schema)
    .map(({ type, field }) => `${type.name}.${field.name}`)
    .filter((coordinates) => !rules.has(coordinates));
}

/** The schema in its own language, sorted, so that its changes can be read. */
export function printSchemaFile(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

function installDerived(field: GraphQLField<unknown, unknown>): void {
  const { derive } = field.extensions;
  if (derive) field.resolve = derive;
}

function typeNameOf(row: unknown): string | undefined {
  if (typeof row !== "object" || row === null || !("__typename" in row)) return undefined;
  return typeof row.__typename === "string" ? row.__typename : undefined;
}

/** The rules of all fields that have one; those of an interface are for what is selected on the interface itself. */
function accessRules(schema: GraphQLSchema): AccessRules {
  const rules = new Map<string, AccessRule>();
  const roots = new Set<unknown>([
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || !("getFields" in type) || !("getInterfaces" in type)) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = field.extensions.allow ?? (roots.has(type) ? undefined : type.extensions.allow);
      if (rule !== undefined) rules.set(`${type.name}.${field.name}`, rule);
    }
  }
  return rules;
}

function objectFields(
  schema: GraphQLSchema,
): { type: GraphQLObjectType; field: GraphQLField<unknown, unknown> }[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
}

/** Subscriptions bring their own `subscribe`; there are no topics. */
const NO_TOPICS = {
  publish(): void {},
  subscribe(): AsyncIterable<unknown> {
    throw new Error("a subscription needs its own `subscribe`");
  },
};
