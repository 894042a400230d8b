/**
 * What one would write by hand for exactly these three reads: node:http, pg, and one prepared statement each that
 * makes the JSON in the database, in a transaction of the tenant. No GraphQL, no tokens, no limits.
 * Environment: BENCH_DATABASE, BENCH_TENANT, BENCH_POOL. Tells its port on standard output.
 */
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({
  connectionString: process.env.BENCH_DATABASE,
  max: Number(process.env.BENCH_POOL),
  options: "-c role=receivables_app",
});
const tenant = process.env.BENCH_TENANT ?? "";

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: (input: Record<string, unknown>) => unknown[];
}

const STATEMENTS: Readonly<Record<string, Statement>> = {
  "/a": {
    name: "a",
    values: () => [tenant],
    text: `
      select json_agg(json_build_object('number', c.number, 'name', c.name, 'items', i.items) order by c.number)::text as json
      from (select id, number, name from customer where tenant_id = $1 order by number limit 20) c
      cross join lateral (
        select json_agg(json_build_object('number', o.document_number, 'dueDate', o.due_date,
                                          'openAmount', round(o.open_amount, 2)::text, 'currency', o.currency)
                        order by o.due_date, o.id) as items
        from (select document_number, due_date, open_amount, currency, id from open_item
              where tenant_id = $1 and customer_id = c.id and is_open order by due_date, id limit 10) o) i`,
  },
  "/b": {
    name: "b",
    values: ({ before }) => [tenant, before],
    text: `
      select json_agg(json_build_object('number', i.number, 'documentDate', i.document_date, 'dueDate', i.due_date,
                                        'total', round(i.total, 2)::text, 'currency', i.currency,
                                        'customerNumber', c.number, 'customerName', c.name)
                      order by i.due_date, i.id)::text as json
      from (select * from invoice where tenant_id = $1 and status = 'ISSUED' and due_date < $2
            order by due_date, id limit 50) i
      join customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id`,
  },
  "/c": {
    name: "c",
    values: ({ asOf }) => [tenant, asOf],
    text: `
      with cell as (
        select customer_id, currency, open_amount,
               case when open_amount < 0 then -1 else width_bucket($2::date - due_date, array[1, 31, 61, 91]) end as bucket
        from open_item where tenant_id = $1 and is_open),
      row as (
        select customer_id, currency,
               sum(open_amount) filter (where bucket = 0) as b0, sum(open_amount) filter (where bucket = 1) as b1,
               sum(open_amount) filter (where bucket = 2) as b2, sum(open_amount) filter (where bucket = 3) as b3,
               sum(open_amount) filter (where bucket = 4) as b4, sum(open_amount) filter (where bucket = -1) as credits,
               sum(open_amount) as balance
        from cell group by customer_id, currency)
      select json_agg(json_build_object(
               'number', c.number, 'name', c.name, 'currency', r.currency,
               'buckets', json_build_array(round(coalesce(b0, 0), 2)::text, round(coalesce(b1, 0), 2)::text,
                                           round(coalesce(b2, 0), 2)::text, round(coalesce(b3, 0), 2)::text,
                                           round(coalesce(b4, 0), 2)::text),
               'credits', round(coalesce(credits, 0), 2)::text, 'balance', round(balance, 2)::text)
             order by c.number, r.currency)::text as json
      from row r left join customer c on c.tenant_id = $1 and c.id = r.customer_id`,
  },
};

async function answer(statement: Statement, input: Record<string, unknown>): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT set_config('app.tenant_id', '${tenant}', true)`,
    );
    const { name, text, values } = statement;
    const { rows } = await client.query<{ json: string | null }>({ name, text, values: values(input) });
    await client.query("COMMIT");
    return rows[0]?.json ?? "[]";
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const statement = STATEMENTS[request.url ?? ""];
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    try {
      if (!statement) throw new RangeError(`there is nothing at ${request.url}`);
      const json = await answer(statement, JSON.parse(Buffer.concat(chunks).toString("utf8")));
      response.writeHead(200, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(json),
      });
      response.end(json);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${JSON.stringify({ port: typeof address === "object" ? address?.port : 0 })}\n`);
});
