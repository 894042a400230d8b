import type { Actor, Command } from "../platform/commands/command.js";
import type { CommandPipeline } from "../platform/commands/pipeline.js";

/** The result of a command that refuses nothing as a whole; if it does, that is a fault. */
export async function carriedOut<Input, Result>(
  commands: CommandPipeline,
  actor: Actor,
  command: Command<Input, Result>,
  input: Input,
): Promise<Result> {
  const outcome = await commands.execute(actor, command, input);
  if (outcome.kind === "REFUSED") throw new Error(outcome.refusals.map((r) => r.message).join(" "));
  return outcome.result;
}
