import "reflect-metadata";
import { Extensions } from "type-graphql";

/** Who may read a field: a principal with any of the scopes, or anyone at all, even without credentials. */
export type AccessRule = readonly string[] | "ANYONE";

declare module "graphql" {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    readonly allow?: AccessRule;
  }
  interface GraphQLObjectTypeExtensions<_TSource, _TContext> {
    readonly allow?: AccessRule;
  }
  interface GraphQLInterfaceTypeExtensions {
    readonly allow?: AccessRule;
  }
}

/** Any one of the scopes is enough. On a class: for each of its fields that has no rule of its own. */
export function Allow(...scopes: [string, ...string[]]): ReturnType<typeof Extensions> {
  return Extensions({ allow: scopes });
}

/** Readable without credentials; for parts that show nothing which their parent field did not already guard. */
export function AllowAnyone(): ReturnType<typeof Extensions> {
  return Extensions({ allow: "ANYONE" });
}
