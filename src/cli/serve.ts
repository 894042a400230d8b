import { pino } from "pino";
import { DEMO_COMPANY } from "../../seeds/demo-company.js";
import { type Installation, openInstallation } from "../main.js";
import type { Config } from "../platform/config.js";
import { createHttpServer, type HttpServer } from "../platform/http/server.js";
import { startWorker } from "../worker.js";
import { DEFAULT_QUERY } from "./default-query.js";
import { requireFreePort } from "./free-port.js";
import { seedDemoCompany } from "./seed.js";
import { aborted, stopRequested } from "./stop-signals.js";

/** Serves until it is told to stop, then lets requests finish and stops everything, the embedded database included. */
export async function serve(config: Config): Promise<void> {
  const stop = stopRequested();
  const log = pino({ level: config.logLevel }, pino.destination(2));
  await requireFreePort(config);
  const installation = await openInstallation(config, {
    onStep: say,
    onError: (error) => log.warn({ err: error }, "the event feed lost the database and is trying again"),
  });
  let server: HttpServer | undefined;
  let worker: { stop(): Promise<void> } | undefined;
  try {
    if (config.seed === "demo") await seedDemoCompany(installation, stop);
    worker = await startWorker(installation, log);
    const demoToken = await demoTokenOf(installation);
    server = await createHttpServer({
      assembled: installation.application.assembled,
      authenticate: installation.application.authenticate,
      createContext: installation.application.createContext,
      ready: () => installation.application.ready(),
      limits: config.limits,
      bodyBytesMax: config.bodyLimitBytes,
      playground: config.playground ? { title: "Receivables", demoToken, defaultQuery: DEFAULT_QUERY } : null,
      log,
    });
    const url = await server.listen({ host: config.host, port: config.port });
    announce(installation, demoToken, url);
    await aborted(stop);
    say("Stopping …");
  } catch (error) {
    if (!stop.aborted) throw error;
    say("Stopping …");
  } finally {
    await server?.close();
    await worker?.stop();
    await installation.close();
  }
  say("Stopped.");
}

/** Only where the demonstration company is: a token that everyone who opens the page has. */
async function demoTokenOf(installation: Installation): Promise<string | undefined> {
  if (installation.config.seed !== "demo" || installation.config.tokens.jwksUrl) return undefined;
  const tenant = (await installation.tenants()).find(({ slug }) => slug === DEMO_COMPANY.slug);
  return tenant ? installation.token(tenant, ["ADMIN"], "30d") : undefined;
}

function announce(installation: Installation, demoToken: string | undefined, listening: string): void {
  const url = new URL(listening);
  if (["127.0.0.1", "0.0.0.0", "[::]", "[::1]"].includes(url.hostname)) url.hostname = "localhost";
  const socket = new URL("/graphql", url);
  socket.protocol = "ws:";
  say(`
Receivables is ready.
  GraphQL and playground  ${new URL("/graphql", url)}
  Subscriptions           ${socket}
  Health                  ${new URL("/health/ready", url)}
  Database                ${installation.databasePlace}`);
  if (demoToken) say(`  Demo token (30 days)    ${demoToken}`);
  say("\nStop it with Ctrl-C.");
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
