// PostGraphile 5 over the same tables: its Amber preset, the filter plugin that its users take for comparisons, and the
// tenant set by pgSettings in each request's transaction. No tokens, no limits; production settings, nothing explained.
// Environment: BENCH_DATABASE, BENCH_TENANT, BENCH_POOL (connections of a process), BENCH_PROCESSES (that share the port).
// Each process tells the port on standard output.
import cluster from "node:cluster";
import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const tenant = process.env.BENCH_TENANT;
const pool = new pg.Pool({
  connectionString: process.env.BENCH_DATABASE,
  max: Number(process.env.BENCH_POOL),
});

const preset = {
  extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset],
  // Else it leaves out tables with grants to several roles, and filters on columns that only a partial index knows.
  disablePlugins: [
    "PgRBACPlugin",
    "PgIndexBehaviorsPlugin",
    // Filters through relations stumble over keys of two columns, and nothing here uses them.
    "PgConnectionArgFilterBackwardRelationsPlugin",
    "PgConnectionArgFilterForwardRelationsPlugin",
  ],
  pgServices: [makePgService({ pool, schemas: ["public"] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: {
    explain: false,
    context: () => ({ pgSettings: { role: "receivables_app", "app.tenant_id": tenant } }),
  },
};

if (cluster.isPrimary) {
  for (let i = 0; i < Number(process.env.BENCH_PROCESSES); i++) cluster.fork();
  cluster.once("exit", (_worker, code) => process.exit(code ?? 1));
} else {
  await serve();
}

async function serve() {
  const server = createServer();
  server.on("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  await postgraphile(preset).createServ(grafserv).addTo(server);
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`);
  });
}
