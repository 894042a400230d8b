import { readFileSync } from "node:fs";
import { it } from "vitest";
import { findProfile, runImport } from "../../src/imports/index.js";
import { Library } from "../support/books.js";
it("scratch", async () => {
  const library = await Library.open();
  await library.owner.pool.query("alter system set track_functions='all'"); await library.owner.pool.query("select pg_reload_conf()");
  const books = await library.books();
  const content = readFileSync("/work/shared/data/ar/highradius_open_9367.csv");
  let t = performance.now();
  await runImport(library.commands, books.actor, { content, fileName: "x", profileName: "p", profile: await findProfile("highradius-open"), onProgress(c) { console.log(c.rowsRead, Math.round(performance.now() - t)); t = performance.now(); } });
  console.log((await library.owner.pool.query("select funcname, calls, total_time, self_time from pg_stat_user_functions order by self_time desc limit 10")).rows);
  console.log((await library.owner.pool.query("select relname, seq_scan, seq_tup_read, idx_scan, n_live_tup from pg_stat_user_tables order by seq_tup_read desc limit 12")).rows);
  await library.close();
}, 300000);
