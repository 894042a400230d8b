import type { Principal } from "../auth/principal.js";
import type { RequestContext } from "../graphql/context.js";
import { requestError } from "../graphql/errors.js";
import type { PdfOptions, PdfWriter } from "../pdf/pdf-writer.js";
import type { DocumentParameters } from "./document-parameters.js";

/** Documents of one kind, each made anew when it is asked for. */
export interface DocumentSource {
  /** Where it is served, e.g. "/documents/customer-statement". */
  readonly path: string;
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
  /** Names of the parameters that it takes. */
  readonly parameters: readonly string[];
  /** Reads what the document begins with; everything that is to be refused is refused here, before a byte is sent. */
  open(context: RequestContext, parameters: DocumentParameters): Promise<OpenedDocument>;
}

export interface OpenedDocument {
  /** Letters, digits, points, hyphens and underscores. */
  readonly fileName: string;
  readonly options: PdfOptions;
  /** Writes all of it; its end is written for it. */
  write(pdf: PdfWriter): Promise<void>;
}

/** Throws UNAUTHENTICATED without credentials, FORBIDDEN without any of the source's scopes. */
export function authoriseDocument({ path, scopes }: DocumentSource, principal: Principal | null): Principal {
  if (!principal) throw requestError("UNAUTHENTICATED", `${path} needs credentials.`);
  if (scopes.some((scope) => principal.scopes.has(scope))) return principal;
  const needed = scopes.map((scope) => `"${scope}"`).join(" or ");
  throw requestError("FORBIDDEN", `${path} needs ${needed}.`, { coordinates: path, scopes });
}
