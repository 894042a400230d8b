import { Field, ID, InputType } from "type-graphql";
import { PostingInput } from "../platform/graphql/mutation.input.js";
import { DateScalar } from "../platform/graphql/scalars.js";

@InputType({ description: "A day whose aging is to be provided for." })
export class AllowanceRunInput extends PostingInput {
  @Field(() => DateScalar, {
    description:
      "The day, on which the change is posted as well; a month's last day for its close. Not in the future.",
  })
  asOf!: string;

  @Field(() => String, { nullable: true, description: "What is to be remembered of it." })
  note?: string | null;
}

@InputType({ description: "An allowance run to take back." })
export class AllowanceReverseInput extends PostingInput {
  @Field(() => ID, { description: "Id of the run." })
  allowanceRunId!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day from which it is taken back: the run's own when left out, never before it.",
  })
  effectiveDate?: string | null;
}
