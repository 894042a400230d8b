import "reflect-metadata";
import { type Contender, startHandwritten, startOurs, startPostgraphile } from "./contenders.js";
import { type Dataset, openDataset } from "./dataset.js";
import { type BenchOptions, readOptions } from "./options.js";
import { readCases } from "./reads.js";
import { type Comparison, compare, table } from "./report.js";
import { type Measured, measurePayments, measureRead } from "./rounds.js";

const options = readOptions(process.argv.slice(2), process.env);
const comparisons: Comparison[] = [];
const dataset = await openDataset(options, say);
try {
  await measure(dataset, options);
} finally {
  await dataset.close();
}
if (!options.json) process.stdout.write(`\n${table(comparisons)}\n`);

/** What is going on goes to standard error: standard output is for results. */
function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function measure(data: Dataset, wanted: BenchOptions): Promise<void> {
  say("Starting the servers.");
  const started: Contender[] = [];
  const start = async (contender: Promise<Contender>): Promise<Contender> => {
    const ready = await contender;
    started.push(ready);
    return ready;
  };
  try {
    const ours = await start(startOurs(data, wanted));
    const reads = readCases(data.today).filter((read) => wanted.cases.includes(read.name));
    if (reads.length > 0) {
      const contenders = {
        ours,
        postgraphile: await start(startPostgraphile(data, wanted.processes)),
        handwritten: await start(startHandwritten(data)),
      };
      for (const read of reads) {
        say(`Case ${read.name}: ${read.title}.`);
        take(await measureRead(read, contenders, wanted));
      }
    }
    if (wanted.cases.includes("d")) {
      say("Case d: paymentApply.");
      take(await measurePayments(data, ours, wanted));
    }
  } finally {
    await Promise.all(started.map((contender) => contender.stop()));
  }
}

function take(measured: readonly Measured[]): void {
  const found = compare(measured);
  comparisons.push(...found);
  if (options.json) for (const one of found) process.stdout.write(`${JSON.stringify(one)}\n`);
}
