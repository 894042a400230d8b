import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { ApplicationType } from "../cash/index.js";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { type MutationPayload, runCommand, WOULD_POST } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import { WriteOffRecoverInput, WriteOffRequestInput, WriteOffReverseInput } from "./adjustment.input.js";
import { writeOffLoader } from "./adjustment.loaders.js";
import { WriteOffType } from "./adjustment.type.js";
import { APPROVAL, applicationsOf, pendingIn } from "./credit-memo.resolver.js";
import { requestWriteOff } from "./request-write-off.js";
import { recoverWriteOff, reverseWriteOff } from "./reverse-write-off.js";

const WRITE_OFF = { writeOff: { type: () => WriteOffType, description: "The write-off." } };
const WriteOffRequestPayload = payloadType("WriteOffRequestPayload", {
  ...WRITE_OFF,
  ...APPROVAL,
  ...WOULD_POST,
});
const WriteOffReversePayload = payloadType("WriteOffReversePayload", { ...WRITE_OFF, ...WOULD_POST });
const WriteOffRecoverPayload = payloadType("WriteOffRecoverPayload", {
  ...WRITE_OFF,
  applications: { type: () => [ApplicationType], description: "How the money was applied." },
  ...WOULD_POST,
});

@Resolver()
export class WriteOffResolver {
  @Allow("adjustments:write")
  @Mutation(() => WriteOffRequestPayload, {
    description: "Writes an open item off, whole or in part. Above the caller's limit it waits for approval.",
  })
  writeOffRequest(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => WriteOffRequestInput, { description: "What to write off." })
    input: WriteOffRequestInput,
  ): Promise<MutationPayload> {
    const ids = { openItemId: "itm" };
    return runCommand(context, requestWriteOff, input, ids, writeOffOf(context), pendingIn(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => WriteOffReversePayload, { description: "Takes a write-off back: the item is owed again." })
  writeOffReverse(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => WriteOffReverseInput, { description: "Which write-off." })
    input: WriteOffReverseInput,
  ): Promise<MutationPayload> {
    return runCommand(context, reverseWriteOff, input, { writeOffId: "wof" }, writeOffOf(context));
  }

  @Allow("adjustments:write")
  @Mutation(() => WriteOffRecoverPayload, {
    description:
      "Books money that came for what was written off: as much is owed again, and paid. Undone with the payment.",
  })
  writeOffRecover(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => WriteOffRecoverInput, { description: "What came." }) input: WriteOffRecoverInput,
  ): Promise<MutationPayload> {
    const ids = { writeOffId: "wof", receiptId: "rct" };
    return runCommand(context, recoverWriteOff, input, ids, writeOffOf(context));
  }
}

/** Read only when the client selects them. */
function writeOffOf(context: ApplicationContext) {
  return ({ writeOffId, applicationIds = [] }: { writeOffId: string; applicationIds?: string[] }) => ({
    writeOff: () => context.load(writeOffLoader, writeOffId),
    ...applicationsOf(context, applicationIds),
  });
}
