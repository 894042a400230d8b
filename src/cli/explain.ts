import { GraphQLError } from "graphql";
import { JournalProfileError } from "../exports/index.js";
import { ImportProfileError } from "../imports/index.js";
import { ConfigError } from "../platform/config.js";
import { DataDirectoryError } from "../platform/data-directory.js";
import { DatabaseStartError } from "../platform/database/embedded-postgres.js";
import { NewerSchemaError } from "../platform/database/migrate.js";
import { MissingRightsError } from "../platform/database/migration-rights.js";
import { NETWORK_CODES } from "../platform/database/unavailable.js";
import { sqlState } from "../platform/database/write-transaction.js";
import { UserFacingError } from "./user-facing-error.js";

/** What a user is told of an error: one line for what can be acted on, the stack for a fault of the program. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told = [
    UserFacingError,
    ConfigError,
    DataDirectoryError,
    DatabaseStartError,
    NewerSchemaError,
    MissingRightsError,
    ImportProfileError,
    JournalProfileError,
  ];
  if (told.some((kind) => error instanceof kind)) return error.message;
  // A connection that was lost during the work is told by what the driver said of it.
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  return unreachableDatabase(cause) ?? error.stack ?? error.message;
}

function unreachableDatabase(error: Error): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code = "code" in e ? String(e.code) : "";
    const inner =
      e instanceof AggregateError ? e.errors.find((one) => NETWORK_CODES.has(one.code))?.code : undefined;
    if (NETWORK_CODES.has(inner ?? code))
      return `DATABASE_URL: the database cannot be reached (${inner ?? code}).`;
  }
  const state = sqlState(error);
  if (state.startsWith("28") || state === "3D000")
    return `DATABASE_URL: the database refuses the connection: ${error.message}.`;
  // What was granted once may be taken away again.
  if (state === "42501") return `DATABASE_URL: the database refuses its user a right: ${error.message}.`;
  if (state === "57P03")
    return "DATABASE_URL: the database is starting up or shutting down. Try again in a moment.";
  return null;
}
