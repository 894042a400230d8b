import { Field, InputType } from "type-graphql";

@InputType({ description: "What every input has." })
export class MutationInput {
  @Field(() => String, { nullable: true, description: "Makes a repetition of the request harmless." })
  idempotencyKey?: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Check everything and change nothing.",
  })
  validateOnly?: boolean;
}

@InputType({ description: "What the input of a mutation that moves money has." })
export class PostingInput {
  @Field(() => String, {
    description:
      "Makes a repetition of the request harmless: the same key and input give the first result again, to the same principal. Random, e.g. a UUID.",
  })
  idempotencyKey!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Check everything, change nothing, and tell what would be posted.",
  })
  validateOnly?: boolean;
}
