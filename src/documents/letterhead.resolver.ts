import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { ApplicationContext } from "../platform/graphql/application-context.js";
import { Allow } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { type MutationPayload, runCommand } from "../platform/graphql/run-command.js";
import { payloadType } from "../platform/graphql/user-error.js";
import type { Paper } from "../platform/pdf/pdf-writer.js";
import { letterheadOf } from "./letterhead.queries.js";
import { setLetterhead } from "./set-letterhead.js";

export const PaperSize = defineEnum("PaperSize", "What a document is printed on.", {
  A4: "210 × 297 mm.",
  LETTER: "US Letter, 8.5 × 11 in.",
});

@Allow("receivables:read")
@ObjectType({ description: "What stands on every document that is sent: statements, letters, agreements." })
export class Letterhead {
  @Field(() => String, { description: "Who sends it; the tenant's name until another is set." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its address, in lines." })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "To whom confirmations are returned, e.g. the auditor; the sender when null.",
  })
  replyName!: string | null;

  @Field(() => String, { nullable: true, description: "Their address, in lines." })
  replyAddress!: string | null;

  @Field(() => String, { nullable: true, description: "Their e-mail address." })
  replyEmail!: string | null;

  @Field(() => String, { nullable: true, description: "Their telephone number." })
  replyPhone!: string | null;

  @Field(() => String, { nullable: true, description: "How to pay, in lines; on statements." })
  paymentInstructions!: string | null;

  @Field(() => PaperSize, { description: "The paper of documents that are asked for without one." })
  paper!: Paper;

  @Field(() => String, {
    description: "BCP 47 language tag, such as en-US or de-DE: how amounts are grouped and pointed.",
  })
  locale!: string;
}

@InputType({
  description: "What is to stand on documents. What is left out stays as it is; null takes a text away.",
})
export class LetterheadSetInput extends MutationInput {
  @Field(() => String, { nullable: true, description: "Who sends it; at most 200 characters." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Its address, in lines; at most 500 characters." })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "To whom confirmations are returned; at most 200 characters.",
  })
  replyName?: string | null;

  @Field(() => String, { nullable: true, description: "Their address, in lines; at most 500 characters." })
  replyAddress?: string | null;

  @Field(() => String, { nullable: true, description: "Their e-mail address; at most 200 characters." })
  replyEmail?: string | null;

  @Field(() => String, { nullable: true, description: "Their telephone number; at most 100 characters." })
  replyPhone?: string | null;

  @Field(() => String, { nullable: true, description: "How to pay, in lines; at most 1,000 characters." })
  paymentInstructions?: string | null;

  @Field(() => PaperSize, { nullable: true, description: "The paper." })
  paper?: Paper | null;

  @Field(() => String, { nullable: true, description: "BCP 47 language tag, such as en-US or de-DE." })
  locale?: string | null;
}

const LetterheadSetPayload = payloadType("LetterheadSetPayload", {
  letterhead: { type: () => Letterhead, description: "As it is now." },
});

@Resolver()
export class LetterheadResolver {
  @Allow("receivables:read")
  @Query(() => Letterhead, { description: "What stands on every document that is sent." })
  letterhead(@Ctx() { reads, tenantId }: ApplicationContext): Promise<object> {
    return letterheadOf(reads, tenantId);
  }

  @Allow("tenant:manage")
  @Mutation(() => LetterheadSetPayload, { description: "Sets what stands on documents from now on." })
  letterheadSet(
    @Ctx() context: ApplicationContext,
    @Arg("input", () => LetterheadSetInput, { description: "What." }) input: LetterheadSetInput,
  ): Promise<MutationPayload> {
    return runCommand(context, setLetterhead, input, {}, () => ({
      letterhead: () => letterheadOf(context.reads, context.tenantId),
    }));
  }
}
