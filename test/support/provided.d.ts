import "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser URL of the test server, e.g. "postgres://postgres:…@127.0.0.1:40123/receivables". */
    databaseUrl: string;
  }
}
