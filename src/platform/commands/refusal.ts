/**
 * Why a command was not carried out: something a well-behaved client may meet (validation, state,
 * limits of authority). `path` names the input field; `data` carries what the concrete error type shows.
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Returned by a command instead of its result: everything that stands in the way, not only the first thing. */
export class Refused {
  constructor(readonly refusals: readonly Refusal[]) {
    if (refusals.length === 0) throw new RangeError("a command cannot be refused without a reason");
  }
}

export function refuse(...refusals: Refusal[]): Refused {
  return new Refused(refusals);
}

export function refusal(
  code: string,
  path: string | readonly string[],
  message: string,
  data?: Readonly<Record<string, unknown>>,
): Refusal {
  return {
    code,
    message,
    path: typeof path === "string" ? path.split(".") : path,
    ...(data ? { data } : {}),
  };
}
