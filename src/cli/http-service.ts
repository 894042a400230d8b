import type { Logger } from "pino";
import type { Installation } from "../main.js";
import { createHttpServer, type HttpServer } from "../platform/http/server.js";
import { defaultQuery } from "./default-query.js";

export interface ServiceOptions {
  /** What the playground has filled in. */
  readonly demoToken: string | undefined;
  readonly log: Logger;
  /** Aborts when the program is told to stop. */
  readonly stop: AbortSignal;
}

/** The installation's HTTP server. */
export function createService(
  { application, config }: Installation,
  { demoToken, log }: Pick<ServiceOptions, "demoToken" | "log">,
): Promise<HttpServer> {
  const page = { title: "Receivables", demoToken, defaultQuery: defaultQuery(demoToken !== undefined) };
  return createHttpServer({
    assembled: application.assembled,
    authenticate: application.authenticate,
    createContext: application.createContext,
    documents: application.documents,
    ready: () => application.ready(),
    limits: config.limits,
    bodyBytesMax: config.bodyLimitBytes,
    playground: config.playground ? page : null,
    log,
  });
}
