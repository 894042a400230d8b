import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  type GraphQLError,
  Lexer,
  Source,
  TokenKind,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { type CostLimits } from "./cost.js";
import { requestError } from "./errors.js";
import type { OperationPlan } from "./plan.js";

/** What one request may carry. */
export interface OperationLimits {
  /** Levels of selections. */
  readonly depthMax: number;
  readonly aliasesMax: number;
  readonly directivesMax: number;
  /** Words and signs of the document. */
  readonly tokensMax: number;
  /** Fields after fragments are unfolded. */
  readonly fieldsMax: number;
  readonly mutationsMax: number;
  readonly cost: CostLimits;
}

/** Room for a portal's largest page and a BI tool's widest extract; an introspection query passes. */
export const DEFAULT_LIMITS: OperationLimits = {
  depthMax: 15,
  aliasesMax: 50,
  directivesMax: 50,
  tokensMax: 5_000,
  fieldsMax: 3_000,
  mutationsMax: 10,
  cost: { operationMax: 30_000, maximum: 1_000_000, restoreRate: 500_000 },
};

/** Validation rules that hold a document to the limits; each refusal has the code LIMIT_EXCEEDED. */
export function limitRules(limits: OperationLimits): ValidationRule[] {
  const refused = (what: string, most: number) => ({
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, _error: GraphQLError) =>
        context?.reportError(requestError("LIMIT_EXCEEDED", `The document has more than ${most} ${what}.`)),
    ],
  });
  const { depthMax, aliasesMax, directivesMax } = limits;
  return [
    maxDepthRule({ n: depthMax, flattenFragments: true, ...refused("levels", depthMax) }),
    maxAliasesRule({ n: aliasesMax, ...refused("aliases", aliasesMax) }),
    maxDirectivesRule({ n: directivesMax, ...refused("directives", directivesMax) }),
  ];
}

/** Throws a top-level LIMIT_EXCEEDED for a document of too many tokens: before it is parsed, which costs more. */
export function limitTokens(document: string, { tokensMax }: OperationLimits): void {
  // A token has at least one character, so most documents need not be looked at.
  if (document.length > tokensMax && hasMoreTokens(document, tokensMax)) {
    throw requestError("LIMIT_EXCEEDED", `The document has more than ${tokensMax} tokens.`);
  }
}

function hasMoreTokens(document: string, most: number): boolean {
  const lexer = new Lexer(new Source(document));
  try {
    for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; ) {
      tokens += 1;
      if (tokens > most) return true;
    }
  } catch {
    // Not GraphQL: the parser, which comes to the same place, says what is wrong.
  }
  return false;
}

/** Throws a top-level LIMIT_EXCEEDED when the operation carries too many mutations. */
export function limitMutations(plan: OperationPlan, { mutationsMax }: OperationLimits): void {
  if (plan.operation !== "mutation" || plan.rootFields <= mutationsMax) return;
  throw requestError(
    "LIMIT_EXCEEDED",
    `One request carries at most ${mutationsMax} mutations, not ${plan.rootFields}.`,
  );
}
