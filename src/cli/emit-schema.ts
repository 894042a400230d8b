import "reflect-metadata";
import { readFile, writeFile } from "node:fs/promises";
import { printSchemaFile } from "../platform/graphql/schema.js";
import { receivablesSchema } from "../schema.js";

/** Writes schema/schema.graphql; with --check, fails when the file is not what the code says. */
const FILE = "schema/schema.graphql";
const emitted = printSchemaFile(receivablesSchema().schema);
if (!process.argv.includes("--check")) {
  await writeFile(FILE, emitted);
} else if ((await readFile(FILE, "utf8")) !== emitted) {
  process.stderr.write(
    `${FILE} is not what the code says. Run "npm run schema" and look at the difference.\n`,
  );
  process.exitCode = 1;
}
