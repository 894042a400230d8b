import "reflect-metadata";
import { matchBatch } from "../cash/index.js";
import { answerOf, candidatesOf, matchProblem, paymentsOf } from "./match-problem.js";
import { answerProblem, readProblem } from "./problem-file.js";

await answerProblem("npm run -s match -- PROBLEM.json", async (file) => {
  const problem = await readProblem(file, matchProblem);
  return answerOf(matchBatch(paymentsOf(problem), candidatesOf(problem)));
});
