// Opens the embedded database in argv[2], prints {"url","owned"} or {"error"} as one line, and holds it until standard
// input ends. A process of its own, because the tests kill it.
import { registerHooks } from "node:module";

// Sources import each other with ".js", as the build has them; here they still are ".ts".
registerHooks({
  resolve(specifier, context, next) {
    const own = specifier.startsWith(".") && !context.parentURL?.includes("/node_modules/");
    return next(own ? specifier.replace(/\.js$/, ".ts") : specifier, context);
  },
});

const { openEmbeddedPostgres } = await import("../../src/platform/database/embedded-postgres.js");

try {
  const server = await openEmbeddedPostgres({ dataDir: process.argv[2] });
  process.stdout.write(`${JSON.stringify({ url: server.url, owned: server.owned })}\n`);
  process.stdin.resume();
  process.stdin.on("end", () => server.stop());
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: `${error.name}: ${error.message}` })}\n`);
}
