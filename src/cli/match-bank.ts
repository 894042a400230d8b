import "reflect-metadata";
import { reconcile } from "../cash/index.js";
import { bankLinesOf, bankProblem, cashLinesOf, reconciliationAnswer } from "./bank-problem.js";
import { answerProblem, readProblem } from "./problem-file.js";

await answerProblem("npm run -s match:bank -- PROBLEM.json", async (file) => {
  const problem = await readProblem(file, bankProblem);
  return reconciliationAnswer(reconcile(bankLinesOf(problem), cashLinesOf(problem)));
});
