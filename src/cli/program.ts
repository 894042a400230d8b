import "reflect-metadata";
import cluster from "node:cluster";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Installation, openInstallation } from "../main.js";
import { isRole, ROLES } from "../platform/auth/roles.js";
import { issueToken } from "../platform/auth/tokens.js";
import { loadConfig } from "../platform/config.js";
import { explain } from "./explain.js";
import { exportJournal } from "./export-journal.js";
import { importAdvice } from "./import-advice.js";
import { importBank } from "./import-bank.js";
import { importCsv } from "./import-csv.js";
import { operatorOf, tenantOf } from "./operator.js";
import { optionValue, SPAN_FORM } from "./option-values.js";
import { seedDemoCompany } from "./seed.js";
import { serve } from "./serve.js";
import { serveShare } from "./serve-share.js";
import { shippedProfilesHelp } from "./shipped-profiles.js";
import { addTenant } from "./tenant.js";
import { verify } from "./verify.js";
import { work } from "./work.js";
import { writeConfirmations, writeStatements } from "./write-documents.js";

/** Runs the work on the installation that the environment names; a false result is exit code 1. */
async function withInstallation(
  work: (installation: Installation) => Promise<boolean | undefined>,
): Promise<void> {
  const installation = await openInstallation(loadConfig(process.env), {
    onStep: (text) => process.stderr.write(`${text}\n`),
  });
  try {
    if ((await work(installation)) === false) process.exitCode = 1;
  } finally {
    await installation.close();
  }
}

function paperOption(): Option {
  return new Option("--paper <size>", "the paper (default: the letterhead's)").choices(["a4", "letter"]);
}

function role(text: string): string {
  if (isRole(text)) return text;
  throw new InvalidArgumentError(`The roles are ${Object.keys(ROLES).join(", ")}.`);
}

const SEED_OUTCOMES = {
  SEEDED: "The demonstration company is made.",
  ALREADY_THERE: "The demonstration company is already there; nothing done.",
  OTHER_TENANTS:
    "There are tenants of your own; the demonstration company is never made beside them. Nothing done.",
} as const;

const program = new Command("receivables")
  .description(
    "Accounts receivable as a GraphQL API over PostgreSQL.\nConfigured by environment variables; see the README.",
  )
  .showHelpAfterError("(--help tells more)");

program
  .command("serve")
  .description("start the API, and the embedded database unless DATABASE_URL is set")
  .action(() => (cluster.isWorker ? serveShare : serve)(loadConfig(process.env)));

program
  .command("worker")
  .description("run scheduled jobs only, beside servers that share the database")
  .action(() => withInstallation(work));

program
  .command("migrate")
  .description("bring the database to this version's schema")
  .action(() =>
    withInstallation(async () => {
      process.stdout.write("The database has this version's schema.\n");
      return true;
    }),
  );

program
  .command("seed")
  .description("fill an empty database with the demonstration company")
  .action(() =>
    withInstallation(async (installation) => {
      const outcome = await seedDemoCompany(installation);
      process.stdout.write(`${SEED_OUTCOMES[outcome]}\n`);
      return outcome !== "OTHER_TENANTS";
    }),
  );

const imports = program
  .command("import")
  .description("take in files")
  .addHelpText("after", () => `\n${shippedProfilesHelp()}`);
for (const what of ["invoices", "customers"] as const) {
  imports
    .command(`${what} <file>`)
    .description(`import ${what} from a CSV file`)
    .requiredOption(
      "--profile <profile>",
      "name of a shipped profile, or path of your own (see docs/import-profiles.md)",
    )
    .option("--tenant <slug>", "the tenant, if there are several")
    .option("--rejects <path>", "where rejected rows go (default: NAME.rejected.csv beside NAME.csv)")
    .addHelpText("after", () => `\n${shippedProfilesHelp(what)}\n\nExit code 1: some rows were not taken in.`)
    .action((file, options) =>
      withInstallation((installation) => importCsv(installation, what, file, options)),
    );
}
imports
  .command("rates <file>")
  .description("import exchange rates from a CSV file in the layout of the European Central Bank")
  .option(
    "--base <currency>",
    "the currency that the file quotes against (default: the profile's)",
    optionValue.currency,
  )
  .option("--profile <profile>", "name of a shipped profile, or path of your own", "ecb-rates")
  .option("--tenant <slug>", "the tenant, if there are several")
  .option("--rejects <path>", "where rejected rows go (default: NAME.rejected.csv beside NAME.csv)")
  .action((file, options) =>
    withInstallation((installation) => importCsv(installation, "rates", file, options)),
  );
imports
  .command("advice")
  .description("take in a file of remittance advices: X12 820, EDIFACT REMADV, CSV, XLSX or an e-mail")
  .argument("<file>", "the file")
  .option("--profile <path>", "what the columns of a CSV or XLSX file are (see docs/import-profiles.md)")
  .option("--tenant <slug>", "for which tenant")
  .action((file, options) => withInstallation((installation) => importAdvice(installation, file, options)));

imports
  .command("bank <file>")
  .description(
    "take in a bank file as one batch: camt.052/053/054, MT940/942, BAI2, NACHA or a BAI lockbox file",
  )
  .option("--tenant <slug>", "the tenant, if there are several")
  .addHelpText(
    "after",
    `
Prints what the money became, with sums per currency. Exit code 1: the file was refused and nothing was posted.
Exit code 0 with a warning on standard error: some entries are held back for a person, the others are posted.`,
  )
  .action((file, options) => withInstallation((installation) => importBank(installation, file, options)));

program
  .command("export")
  .description("hand books over to other programs")
  .command("journal")
  .description("write the journal entries that no batch has yet, for the general ledger")
  .option(
    "--format <format>",
    "hledger, csv, quickbooks, netsuite, dynamics365, sap, oracle, or a profile's path",
  )
  .option("--to <file>", "where the file goes (default: standard output)")
  .option("--force", "write over another file that is there")
  .option("--from <date>", "only entries effective on this day (YYYY-MM-DD) or later", optionValue.date)
  .option("--until <date>", "only entries effective on this day or earlier", optionValue.date)
  .option("--accounts <file>", "the receiver's accounts and settings (see docs/journal-export.md)")
  .option("--again <batch>", "write the batch of this number once more", optionValue.wholeNumber)
  .option("--tenant <slug>", "the tenant, if there are several")
  .action((options) => withInstallation((installation) => exportJournal(installation, options)));

program
  .command("statements")
  .description("write customers' statements as PDF, a file for each")
  .option("--customer <number...>", "numbers of customers")
  .option("--all", "everybody with something open, or with activity")
  .addOption(
    new Option("--kind <kind>", "what they list").choices(["open-item", "activity"]).default("open-item"),
  )
  .option(
    "--from <date>",
    "the activity's first day (YYYY-MM-DD; default: the first of the month)",
    optionValue.date,
  )
  .option("--as-of <date>", "the statements' date (default: today)", optionValue.date)
  .option("--known-at <instant>", "only what was recorded until then (default: now)", optionValue.instant)
  .option("--currency <code>", "only this currency", optionValue.currency)
  .addOption(paperOption())
  .option("--out <folder>", "where the files go", ".")
  .option("--tenant <slug>", "the tenant, if there are several")
  .action((options) => withInstallation((installation) => writeStatements(installation, options)));

program
  .command("confirmations")
  .description("write letters as PDF that ask customers to confirm their balances")
  .option("--customer <number...>", "numbers of customers, whatever their balance")
  .option(
    "--minimum-balance <amount>",
    "everybody who owes at least so much, in functional currency",
    optionValue.amount,
  )
  .option("--sample <count>", "so many of the others, drawn at random", optionValue.wholeNumber)
  .option("--seed <text>", "what the draw depends on; the same seed draws the same customers")
  .option("--as-of <date>", "the date of the balances (default: today)", optionValue.date)
  .option("--known-at <instant>", "only what was recorded until then (default: now)", optionValue.instant)
  .option("--merged", "all letters in one file")
  .addOption(paperOption())
  .option("--out <folder>", "where the files go", ".")
  .option("--tenant <slug>", "the tenant, if there are several")
  .addHelpText(
    "after",
    "\nWithout --customer, --minimum-balance and --sample, everybody with something open.",
  )
  .action((options) => withInstallation((installation) => writeConfirmations(installation, options)));

program
  .command("token")
  .description("print a token signed with this installation's own keys")
  .requiredOption("--role <role>", `one of ${Object.keys(ROLES).join(", ")}`, role)
  .option("--tenant <slug>", "the tenant, if there are several")
  .option("--subject <name>", "who the token is for (default: the user of this machine)", optionValue.name)
  .option("--expires <span>", `how long it is good for: ${SPAN_FORM}`, optionValue.span, "12h")
  .action((options) =>
    withInstallation(async (installation) => {
      const tenant = await tenantOf(installation, options.tenant);
      const { subject } = await operatorOf(installation, options.tenant);
      const token = await issueToken(installation.keys, installation.config.tokens, {
        subject: options.subject ?? subject,
        tenant: tenant.id,
        roles: [options.role],
        expiresIn: options.expires,
      });
      process.stdout.write(`${token}\n`);
      return true;
    }),
  );

program
  .command("tenant")
  .description("tenants")
  .command("create <slug>")
  .description("set up a tenant with the standard chart of accounts and payment terms")
  .requiredOption("--name <name>", "the company's name", optionValue.name)
  .requiredOption("--currency <code>", "ISO 4217 code of the currency its books are in", optionValue.currency)
  .requiredOption(
    "--time-zone <zone>",
    "IANA time zone in which its days are told, e.g. Europe/Berlin",
    optionValue.timeZone,
  )
  .action((slug, options) => withInstallation((installation) => addTenant(installation, slug, options)));

program
  .command("verify")
  .description("recompute every invariant of the ledger; exit code 1 when one does not hold")
  .option("--tenant <slug>", "only this tenant")
  .action((options) => withInstallation((installation) => verify(installation, options)));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
