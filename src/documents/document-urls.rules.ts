export const STATEMENT_PATH = "/documents/customer-statement";
export const CONFIRMATION_PATH = "/documents/confirmation-letter";
export const CONFIRMATIONS_PATH = "/documents/confirmation-letters";
export const AGREEMENT_PATH = "/documents/payment-plan-agreement";

/** The address of a document on this server: a path and what was given of its parameters. */
export function documentUrl(
  path: string,
  parameters: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) given.append(name, String(one));
  }
  return `${path}?${given}`;
}
