import { DEMO_COMPANY } from "../../seeds/demo-company.js";
import { type Installation, openInstallation } from "../main.js";
import type { Config } from "../platform/config.js";
import { startWorker } from "../worker.js";
import { givesDemoToken } from "./demo-token.js";
import { requireFreePort } from "./free-port.js";
import { createService, type ServiceOptions } from "./http-service.js";
import { feedTrouble, openLog } from "./log.js";
import { seedDemoCompany } from "./seed.js";
import { ServingProcesses } from "./serving-processes.js";
import { aborted, endInTime, stopRequested } from "./stop-signals.js";

/**
 * Serves until it is told to stop, then lets requests finish and stops everything, the embedded database included.
 * Told so while it starts, it gives the start up.
 */
export async function serve(config: Config): Promise<void> {
  const stop = stopRequested();
  const log = openLog(config);
  let installation: Installation | undefined;
  let service: Service | undefined;
  let worker: { stop(): Promise<void> } | undefined;
  const started = endInTime(stop);
  try {
    await requireFreePort(config);
    installation = await openInstallation(config, {
      stop,
      onStep: say,
      onError: feedTrouble(log),
    });
    if (config.seed === "demo") await seedDemoCompany(installation, stop);
    worker = await startWorker(installation, log);
    const demoToken = await demoTokenOf(installation);
    service = await startService(installation, { demoToken, log, stop });
    started();
    announce(installation, demoToken, service.url);
    await aborted(stop);
    say("Stopping …");
  } catch (error) {
    if (!stop.aborted) throw error;
    say("Stopping …");
  } finally {
    started();
    await service?.close();
    await worker?.stop();
    await installation?.close();
  }
  say("Stopped.");
}

async function demoTokenOf(installation: Installation): Promise<string | undefined> {
  if (!givesDemoToken(installation.config)) return undefined;
  const tenant = (await installation.tenants()).find(({ slug }) => slug === DEMO_COMPANY.slug);
  return tenant ? installation.token(tenant, ["ADMIN"], "30d") : undefined;
}

/** What answers requests. */
interface Service {
  readonly url: string;
  close(): Promise<void>;
}

/** A server in this process, or one in each of several that share the port. */
async function startService(installation: Installation, options: ServiceOptions): Promise<Service> {
  const { config } = installation;
  if (config.serverProcesses > 1) return ServingProcesses.start(installation, options);
  const server = await createService(installation, options);
  const url = await server.listen({ host: config.host, port: config.port });
  return { url, close: () => server.close() };
}

function announce(installation: Installation, demoToken: string | undefined, listening: string): void {
  const url = new URL(listening);
  if (["127.0.0.1", "0.0.0.0", "[::]", "[::1]"].includes(url.hostname)) url.hostname = "localhost";
  const socket = new URL("/graphql", url);
  socket.protocol = "ws:";
  const tokens = installation.config.tokens.jwksUrl
    ? "those of your identity provider"
    : "npx receivables token --role ADMIN";
  say(`
Receivables is ready.
  GraphQL and playground  ${new URL("/graphql", url)}
  Subscriptions           ${socket}
  Health                  ${new URL("/health/ready", url)}
  Database                ${installation.databasePlace}
  Inbox for bank files    ${inboxOf(installation.config)}
  ${demoToken ? `Demo token (30 days)    ${demoToken}` : `Tokens                  ${tokens}`}

Stop it with Ctrl-C.`);
}

function inboxOf({ inboxDir }: Config): string {
  return inboxDir === undefined ? "none; name a folder with INBOX_DIR" : `${inboxDir}/<tenant>`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
