import { readFileSync, appendFileSync, writeFileSync } from "node:fs";
import { it } from "vitest";
import { findProfile, runImport } from "../../src/imports/index.js";
import { Library } from "../support/books.js";
it("scratch", async () => {
  const library = await Library.open();
  writeFileSync("/tmp/scen/plans.txt", "");
  const { rows } = await library.owner.pool.query("select current_database() as d");


  const books = await library.books();
  const content = Buffer.from(readFileSync("/work/shared/data/ar/highradius_open_9367.csv").toString());
  let t = performance.now();
  await runImport(library.commands, books.actor, { content, fileName: "x", profileName: "p", profile: await findProfile("highradius-open"), onProgress(c) { console.log(c.rowsRead, Math.round(performance.now() - t)); t = performance.now(); } });
  await library.close();
}, 300000);
