/**
 * How much is matched, and how much of it wrongly: published problems beside the repository and our own, ours beside
 * two baselines in the same run. `--json` prints one object a line; `--own 2` takes so many of our own problems a style.
 */
import "reflect-metadata";
import { readdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { matchingProblem } from "../../seeds/matching/matching-problem.js";
import { PROBLEM_STYLES } from "../../seeds/matching/problem-style.js";
import { scoreBankProblem } from "./matching/bank-score.js";
import { type Score, scoreMatchProblem } from "./matching/match-score.js";

const FOLDER = "../shared/data/remit_match";

const { values: asked } = parseArgs({
  options: { json: { type: "boolean", default: false }, own: { type: "string", default: "2" } },
});

const scores: Score[] = [];
for (const { name, problem } of published("cash_application")) tell(scoreMatchProblem(name, problem));
for (const style of PROBLEM_STYLES) {
  for (let seed = 1; seed <= Number(asked.own); seed++) {
    for (const difficulty of ["easy", "medium", "hard"] as const) {
      const problem = matchingProblem({ style, invoices: 600, seed, difficulty });
      tell(scoreMatchProblem(`own ${style.name} ${seed} ${difficulty}`, problem));
    }
  }
}
for (const { name, problem } of published("bank_rec")) tell(scoreBankProblem(name, problem));
if (!asked.json) console.table(scores.map(({ corpus, ...figures }) => ({ corpus, ...figures })));

function published(kind: string): { name: string; problem: unknown }[] {
  try {
    return readdirSync(`${FOLDER}/${kind}`)
      .sort()
      .map((file) => ({
        name: `${kind} ${file.replace(".json", "")}`,
        problem: JSON.parse(readFileSync(`${FOLDER}/${kind}/${file}`, "utf8")),
      }));
  } catch {
    process.stderr.write(`There is no ${FOLDER}/${kind}: those problems are left out.\n`);
    return [];
  }
}

function tell(found: readonly Score[]): void {
  scores.push(...found);
  if (asked.json) for (const score of found) process.stdout.write(`${JSON.stringify(score)}\n`);
}
