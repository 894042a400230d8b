import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { TypeClass } from "./fields.js";

/** By the name in the schema. */
type Resolvers = Map<string, GraphQLFieldResolver<unknown, unknown>>;

/**
 * The queries of resolver classes, called with the arguments as graphql coerced them. type-graphql would make an instance
 * of the class of each argument and of all within it, from descriptions that it walks anew for each request.
 */
export function plainQueries(classes: readonly TypeClass[]): Resolvers {
  const resolvers: Resolvers = new Map();
  const known = new Set<unknown>(classes);
  const instances = new Map<unknown, object>();
  for (const { schemaName, target, methodName, params = [] } of getMetadataStorage().queries) {
    if (!known.has(target)) continue;
    const instance: object = instances.get(target) ?? Reflect.construct(target, []);
    instances.set(target, instance);
    const method: unknown = Reflect.get(instance, methodName);
    const readers = [...params].sort((a, b) => a.index - b.index).map(readerOf);
    if (typeof method !== "function") continue;
    resolvers.set(schemaName, (_root, args, context) =>
      method.apply(
        instance,
        readers.map((read) => read(args, context)),
      ),
    );
  }
  return resolvers;
}

type Param = NonNullable<ReturnType<typeof getMetadataStorage>["queries"][number]["params"]>[number];
type Reader = (args: Readonly<Record<string, unknown>>, context: unknown) => unknown;

function readerOf(param: Param): Reader {
  if (param.kind === "arg") return (args) => args[param.name];
  if (param.kind === "args") return (args) => args;
  if (param.kind === "context" && !param.propertyName) return (_args, context) => context;
  throw new Error(`${param.methodName}: a query takes its arguments and its context, not "${param.kind}"`);
}
