import { Field, ID, InterfaceType } from "type-graphql";
import { AllowAnyone } from "./access.js";

/** Implemented by every type with an id. Rows that come through `Node` carry their `__typename`. */
@AllowAnyone()
@InterfaceType({ description: "An object that `node` and `nodes` find by its id." })
export abstract class Node {
  @Field(() => ID, { description: "Opaque id, with its type's prefix." })
  id!: string;
}
