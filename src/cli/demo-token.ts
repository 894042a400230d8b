import type { Config } from "../platform/config.js";

/**
 * Whether the playground may have a token filled in. Everyone who opens the page has it then and may do everything
 * with it: only over demonstration data, in the embedded database, and where nobody but this machine can open the page.
 */
export function givesDemoToken({
  seed,
  tokens,
  database,
  host,
}: Pick<Config, "seed" | "tokens" | "database" | "host">): boolean {
  return seed === "demo" && tokens.jwksUrl === undefined && database.url === undefined && isLoopback(host);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
