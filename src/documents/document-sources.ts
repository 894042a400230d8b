import type { DocumentSource } from "../platform/http/document-source.js";
import "./agreement.type.js";
import { agreementDocument } from "./agreement-document.js";
import { confirmationDocument, confirmationsDocument } from "./confirmation-document.js";
import { statementDocument } from "./statement-document.js";

/** Everything that is served as a PDF. */
export const DOCUMENTS: readonly DocumentSource[] = [
  statementDocument,
  confirmationDocument,
  confirmationsDocument,
  agreementDocument,
];
