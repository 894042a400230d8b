import type { Actor, Command } from "../platform/commands/command.js";
import { type CommandPipeline, resultOf } from "../platform/commands/pipeline.js";

/** The result of a command that refuses nothing as a whole; if it does, that is a fault. */
export async function carriedOut<Input, Result>(
  commands: CommandPipeline,
  actor: Actor,
  command: Command<Input, Result>,
  input: Input,
): Promise<Result> {
  return resultOf(await commands.execute(actor, command, input));
}
