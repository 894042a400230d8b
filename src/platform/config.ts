import path from "node:path";
import { z } from "zod";

/** What the environment decides. */
export interface Config {
  /** TCP port of the HTTP server; 0 lets the system choose one. */
  readonly port: number;
  /** Address that the HTTP server listens on: the loopback interface unless told otherwise ("0.0.0.0" in a container). */
  readonly host: string;
  /** How many processes answer requests; one is this process itself, more are started by it and share the port. */
  readonly serverProcesses: number;
  /** Absolute path of the directory for the embedded database, keys and files. */
  readonly dataDir: string;
  /** Absolute path of the folder that files are dropped into to be taken in; none is watched without it. */
  readonly inboxDir: string | undefined;
  readonly database: {
    /** Of a PostgreSQL server of your own; without it the embedded one is used. */
    readonly url: string | undefined;
    /** Connections per process, at most. */
    readonly poolSize: number;
    /** After which a statement that answers a request is cut, in milliseconds; the command line is not concerned. */
    readonly statementTimeoutMs: number;
  };
  /** Unless given, it hangs on where the log goes: all of "info" into a pipe, warnings onto a terminal. */
  readonly logLevel: LogLevel | undefined;
  readonly tokens: {
    readonly issuer: string;
    readonly audience: string;
    /** Key set of the identity provider; without it, tokens are checked with this installation's own keys. */
    readonly jwksUrl: string | undefined;
  };
  /**
   * Whether an empty database gets the demonstration data at the first start: the embedded one does unless told
   * otherwise, a database of one's own only when told to.
   */
  readonly seed: "demo" | "none";
  /** Whether a browser that opens the endpoint gets the playground. */
  readonly playground: boolean;
  /** What one GraphQL request may carry; the names are those of the operation limits. */
  readonly limits: {
    readonly depthMax: number;
    readonly aliasesMax: number;
    readonly tokensMax: number;
    /** In cost points: of one operation, of a principal's full budget, and per second. */
    readonly cost: { readonly operationMax: number; readonly maximum: number; readonly restoreRate: number };
  };
  /** Largest HTTP request body, in bytes. */
  readonly bodyLimitBytes: number;
  /** Days that events can be replayed for. */
  readonly eventRetentionDays: number;
}

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment has wrong values: `problems` has a line for each, naming the variable and what to give. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/**
 * Reads the configuration from environment variables; an empty one counts as unset. NODE_ENV changes nothing.
 * Throws ConfigError with all that is wrong, at once.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const read = variables.safeParse(given);
  const problems = [
    ...(read.error?.issues ?? []).map((issue) => issue.message),
    ...contradictions(given, read.data),
  ];
  if (!read.success || problems.length > 0) throw new ConfigError(problems);
  const value = read.data;
  return {
    port: value.PORT,
    host: value.HOST,
    serverProcesses: value.SERVER_PROCESSES,
    dataDir: path.resolve(value.DATA_DIR),
    inboxDir: value.INBOX_DIR === undefined ? undefined : path.resolve(value.INBOX_DIR),
    database: {
      url: value.DATABASE_URL,
      poolSize: value.DATABASE_POOL_SIZE,
      statementTimeoutMs: value.STATEMENT_TIMEOUT_MS,
    },
    logLevel: value.LOG_LEVEL,
    tokens: { issuer: value.JWT_ISSUER, audience: value.JWT_AUDIENCE, jwksUrl: value.JWKS_URL },
    seed: value.SEED ?? (value.DATABASE_URL === undefined ? "demo" : "none"),
    playground: value.PLAYGROUND === "on",
    limits: {
      depthMax: value.MAX_DEPTH,
      aliasesMax: value.MAX_ALIASES,
      tokensMax: value.MAX_TOKENS,
      cost: {
        operationMax: value.MAX_COST,
        maximum: value.COST_BUDGET,
        restoreRate: value.COST_RESTORE_PER_SECOND,
      },
    },
    bodyLimitBytes: value.BODY_LIMIT_BYTES,
    eventRetentionDays: value.EVENT_RETENTION_DAYS,
  };
}

/** Those of pino. */
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const variables = z.object({
  PORT: wholeNumber("PORT", 0, 65_535, 4_000),
  HOST: z
    .string()
    .trim()
    .regex(/^[\w.:%-]+$/, wrong("HOST", "give an IP address or a host name, such as 0.0.0.0"))
    .default("127.0.0.1"),
  SERVER_PROCESSES: wholeNumber("SERVER_PROCESSES", 1, 64, 1),
  DATA_DIR: z.string().default(".data"),
  INBOX_DIR: z.string().optional(),
  DATABASE_URL: address(
    "DATABASE_URL",
    ["postgres://", "postgresql://"],
    "postgres://user:password@host:5432/database",
  ),
  DATABASE_POOL_SIZE: wholeNumber("DATABASE_POOL_SIZE", 1, 1_000, 10),
  STATEMENT_TIMEOUT_MS: wholeNumber("STATEMENT_TIMEOUT_MS", 100, 86_400_000, 60_000),
  LOG_LEVEL: choice("LOG_LEVEL", LOG_LEVELS).optional(),
  JWKS_URL: address("JWKS_URL", ["https://", "http://"], "https://login.example.com/.well-known/jwks.json"),
  JWT_ISSUER: z.string().trim().default("receivables"),
  JWT_AUDIENCE: z.string().trim().default("receivables"),
  SEED: choice("SEED", ["demo", "none"]).optional(),
  PLAYGROUND: choice("PLAYGROUND", ["on", "off"]).default("on"),
  MAX_DEPTH: wholeNumber("MAX_DEPTH", 1, 1_000, 15),
  MAX_ALIASES: wholeNumber("MAX_ALIASES", 0, 100_000, 50),
  MAX_TOKENS: wholeNumber("MAX_TOKENS", 1, 1_000_000, 5_000),
  MAX_COST: wholeNumber("MAX_COST", 1, 1_000_000_000, 30_000),
  COST_BUDGET: wholeNumber("COST_BUDGET", 1, 1_000_000_000, 1_000_000),
  COST_RESTORE_PER_SECOND: wholeNumber("COST_RESTORE_PER_SECOND", 1, 1_000_000_000, 500_000),
  BODY_LIMIT_BYTES: wholeNumber("BODY_LIMIT_BYTES", 1_024, 1_073_741_824, 4_194_304),
  EVENT_RETENTION_DAYS: wholeNumber("EVENT_RETENTION_DAYS", 1, 3_650, 30),
});

/** What is wrong although each variable by itself is right. */
function contradictions(
  given: Readonly<Record<string, string | undefined>>,
  value: z.infer<typeof variables> | undefined,
): string[] {
  const missing = ["JWT_ISSUER", "JWT_AUDIENCE"].filter((name) => given.JWKS_URL && !given[name]);
  const problems = missing.map(
    (name) =>
      `${name} is not set, but JWKS_URL is; give the ${name === "JWT_ISSUER" ? "issuer (iss)" : "audience (aud)"} ` +
      "of the identity provider's tokens",
  );
  if (value && value.COST_BUDGET < value.MAX_COST) {
    problems.push(
      `COST_BUDGET is ${value.COST_BUDGET}, less than MAX_COST (${value.MAX_COST}); give at least ${value.MAX_COST}`,
    );
  }
  return problems;
}

function wholeNumber(name: string, least: number, most: number, preset: number) {
  const error = wrong(name, `give a whole number from ${least} to ${most}, such as ${preset}`);
  return z
    .string()
    .trim()
    .refine((text) => /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most, error)
    .transform(Number)
    .default(preset);
}

function choice<const Names extends readonly [string, ...string[]]>(name: string, names: Names) {
  const normalised = z.string().trim().toLowerCase();
  return normalised.pipe(z.enum(names, wrong(name, `give one of ${names.join(", ")}`)));
}

/** The value is not repeated in the message: such an address may hold a password. */
function address(name: string, schemes: readonly string[], example: string) {
  return z
    .string()
    .trim()
    .refine((text) => URL.canParse(text) && schemes.includes(`${new URL(text).protocol}//`), {
      error: `${name} is not an address that begins with ${schemes.join(" or ")}; give one such as ${example}`,
    })
    .optional();
}

function wrong(name: string, advice: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => `${name} is ${JSON.stringify(input)}; ${advice}` };
}
