export { ConfirmationResolver } from "./confirmation.resolver.js";
export { DOCUMENTS } from "./document-sources.js";
export { LetterheadResolver } from "./letterhead.resolver.js";
export { StatementResolver } from "./statement.resolver.js";
