import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionSetNode,
} from "graphql";
import { CURSORS, type NeededColumns, PAGE_INFO } from "../database/sql.js";
import type { AccessRule } from "./access.js";
import { requestError } from "./errors.js";
import { listSizeOf, pageSizeOf, type Size } from "./page-size.js";
import type { AccessRules } from "./schema.js";

/** What is known of an operation before it runs, without its variables: made once for each document. */
export interface OperationPlan {
  readonly operation: OperationTypeNode;
  /** Rules that the principal must meet, each with the coordinates of a field that asks for it. */
  readonly requirements: readonly Requirement[];
  /** The fields that return objects; what is read as a scalar costs nothing and is not here. */
  readonly root: readonly PlannedField[];
  readonly rootFields: number;
  /** By type: the properties of its rows that the selected fields are made of; of rows not selected, all. */
  readonly needed: NeededColumns;
}

export interface Requirement {
  readonly rule: AccessRule;
  readonly coordinates: string;
}

/** A selected field that returns objects, and what is selected on them. */
export interface PlannedField {
  /** The name in the response. */
  readonly key: string;
  /** Points for each object. */
  readonly weight: number;
  /** Whether it or anything below it has points. */
  readonly counts: boolean;
  readonly isList: boolean;
  /** How long the list is by its own arguments. */
  readonly listSize?: Size | undefined;
  /** The page that a connection's lists show. */
  readonly pageSize?: Size | undefined;
  readonly fields: readonly PlannedField[];
}

/** Makes and keeps the plans of validated documents. */
export class Planner {
  readonly #plans = new WeakMap<DocumentNode, Map<string, OperationPlan | null>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: AccessRules,
    private readonly fieldsMax: number,
  ) {}

  /**
   * The plan of the document's operation of that name; null when there is none. Throws a top-level LIMIT_EXCEEDED
   * when fragments unfold into more fields than the limit.
   */
  planOf(document: DocumentNode, operationName: string | null | undefined): OperationPlan | null {
    const name = operationName ?? "";
    const known = this.#plans.get(document);
    const found = known?.get(name);
    if (found !== undefined) return found;
    const plan = new Walk(this.schema, this.rules, this.fieldsMax, document).plan(operationName);
    if (known) known.set(name, plan);
    else this.#plans.set(document, new Map([[name, plan]]));
    return plan;
  }
}

/** By the name in the response and what it stands for there: on objects of different types that may be different fields. */
type Selected = Map<string, SelectedField>;

interface SelectedField {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
}

/** What the schema says of itself is open to all. */
const INTROSPECTION = new Set(["__typename", "__schema", "__type"]);

/** Fields of edges and page infos that are made of what the list is sorted by. */
const CURSOR_FIELDS = new Set(["cursor", "startCursor", "endCursor"]);

/** Objects with a mutation's consequences are dear; every other object is one point, unless its field says more. */
const MUTATION_WEIGHT = 10;

/** One walk over an operation: fragments unfolded, selections of the same response name merged as execution does. */
class Walk {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #requirements = new Map<string, Requirement>();
  readonly #needed = new Map<string, Set<string> | null>([[PAGE_INFO, new Set()]]);
  #cursors = false;
  #fieldsLeft: number;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: AccessRules,
    private readonly fieldsMax: number,
    private readonly document: DocumentNode,
  ) {
    this.#fieldsLeft = fieldsMax;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#fragments.set(definition.name.value, definition);
    }
  }

  plan(operationName: string | null | undefined): OperationPlan | null {
    const operation = getOperationAST(this.document, operationName);
    const type = operation && this.schema.getRootType(operation.operation);
    if (!operation || !type) return null;
    const selected = this.#select(type, [operation.selectionSet]);
    const mutates = operation.operation === "mutation";
    const fields = this.#fields(selected, operation);
    return {
      operation: operation.operation,
      requirements: [...this.#requirements.values()],
      root: mutates
        ? fields.map((field) => ({ ...field, weight: field.weight + MUTATION_WEIGHT, counts: true }))
        : fields,
      rootFields: selected.size,
      needed: this.#neededColumns(),
    };
  }

  #fields(selected: Selected, operation: OperationDefinitionNode): PlannedField[] {
    const planned: PlannedField[] = [];
    for (const { key, field, nodes } of selected.values()) {
      const type = getNamedType(field.type);
      if (!isCompositeType(type)) continue;
      // Selections of one field of one type that are merged have the same arguments, so the first one's are everyone's.
      const [first] = nodes;
      const below = nodes.flatMap((node) => node.selectionSet ?? []);
      const weight = weightOf(field, type);
      const fields = this.#fields(this.#select(type, below), operation);
      planned.push({
        key,
        weight,
        counts: weight > 0 || fields.some((inner) => inner.counts),
        isList: isListType(getNullableType(field.type)),
        listSize: first && listSizeOf(field, first, operation),
        pageSize: first && pageSizeOf(field, first, operation),
        fields,
      });
    }
    return planned;
  }

  #select(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Selected {
    const selected: Selected = new Map();
    const visited = new Set<string>();
    for (const set of sets) this.#collect(type, set, selected, visited);
    return selected;
  }

  #collect(type: GraphQLCompositeType, set: SelectionSetNode, into: Selected, visited: Set<string>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        this.#collectField(type, selection, into);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const spread = `${type.name} ${selection.name.value}`;
        if (visited.has(spread)) continue;
        visited.add(spread);
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      const condition = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
      this.#collect(isCompositeType(condition) ? condition : type, fragment.selectionSet, into, visited);
    }
  }

  #collectField(type: GraphQLCompositeType, node: FieldNode, into: Selected): void {
    this.#fieldsLeft -= 1;
    if (this.#fieldsLeft < 0) {
      throw requestError("LIMIT_EXCEEDED", `The operation selects more than ${this.fieldsMax} fields.`);
    }
    const name = node.name.value;
    if (INTROSPECTION.has(name)) return;
    const field = "getFields" in type ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    this.#require(type, name);
    this.#need(type, name);
    const key = node.alias?.value ?? name;
    const place = `${key} ${type.name}.${name}`;
    const known = into.get(place);
    if (known) known.nodes.push(node);
    else into.set(place, { key, field, nodes: [node] });
  }

  #need(type: GraphQLCompositeType, name: string): void {
    if (isAbstractType(type)) {
      for (const possible of this.schema.getPossibleTypes(type)) this.#need(possible, name);
      return;
    }
    if (CURSOR_FIELDS.has(name)) this.#cursors = true;
    const field = type.getFields()[name];
    const known = this.#needed.get(type.name);
    const columns = field?.extensions.derive ? field.extensions.columns : [name];
    if (known === null || !columns) this.#needed.set(type.name, null);
    else this.#needed.set(type.name, new Set([...(known ?? []), ...columns]));
  }

  #neededColumns(): NeededColumns {
    if (this.#cursors) for (const columns of this.#needed.values()) columns?.add(CURSORS);
    return (rows) => this.#needed.get(rows) ?? null;
  }

  /** The field's rule; where an interface has none, the rules of all types that the object may be of. */
  #require(type: GraphQLCompositeType, field: string): void {
    const own = this.rules.get(`${type.name}.${field}`);
    if (own === undefined && isAbstractType(type)) {
      for (const possible of this.schema.getPossibleTypes(type)) this.#require(possible, field);
      return;
    }
    // A field without a rule is nobody's: the schema's test finds it, and until then it stays shut.
    const rule = own ?? [];
    const name = typeof rule === "string" ? rule : rule.join(" ");
    if (rule !== "ANYONE" && !this.#requirements.has(name)) {
      this.#requirements.set(name, { rule, coordinates: `${type.name}.${field}` });
    }
  }
}

/** Parts that only wrap what their parent field guards (money, edges, payloads) cost nothing by themselves. */
function weightOf(field: GraphQLField<unknown, unknown>, type: GraphQLCompositeType): number {
  const { complexity } = field.extensions;
  if (typeof complexity === "number") return complexity;
  return isObjectType(type) && type.extensions.allow === "ANYONE" ? 0 : 1;
}
