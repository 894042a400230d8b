import { Field, InputType, Int, ObjectType } from "type-graphql";
import { AgingBucketType, bucketsOf } from "../aging/index.js";
import { Allow, Derived, IdField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { MutationInput } from "../platform/graphql/mutation.input.js";
import { DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import { type MatrixRow, segmentsLoader } from "./provision-matrix.queries.js";
import { SEGMENTATIONS, type Segmentation } from "./provision-matrix.rules.js";

export const ProvisionSegmentation = defineEnum(
  "ProvisionSegmentation",
  "What of a customer tells its segment.",
  SEGMENTATIONS,
);

@Allow("journal:read")
@ObjectType({ description: "The loss rates of a segment." })
export class ProvisionSegment {
  @Field(() => String, {
    nullable: true,
    description: "The risk class or region; null for the default segment, of customers that are in no other.",
  })
  segment!: string | null;

  @Field(() => [Decimal], {
    description: "In per cent of what is owed, one for each of the matrix's `buckets` in their order.",
  })
  lossPercents!: string[];
}

@Allow("journal:read")
@ObjectType({ description: "A version of the provision matrix. Versions are added, never changed." })
export class ProvisionMatrix {
  @IdField("pmx")
  id!: string;

  @Field(() => Int, { description: "Counts the versions, from 1." })
  version!: number;

  @Field(() => DateScalar, {
    description:
      "The first day on which it counts: until the next version's, or for good. Of several with the same day the last one counts.",
  })
  effectiveFrom!: string;

  @Derived<MatrixRow>(
    () => [AgingBucketType],
    { description: "The buckets of days past due." },
    ({ scheme }) => bucketsOf(scheme),
  )
  buckets!: object[];

  @Field(() => ProvisionSegmentation, { description: "What of a customer tells its segment." })
  segmentBy!: string;

  @Derived<MatrixRow>(
    () => [ProvisionSegment],
    { description: "The loss rates by segment, the default segment first." },
    (row, _, context) => context.load(segmentsLoader, row.id),
  )
  segments!: ProvisionSegment[];

  @Field(() => String, { nullable: true, description: "Where the rates come from, as its maker noted." })
  note!: string | null;

  @Field(() => String, { description: "Who set it." })
  actor!: string;

  @Field(() => DateTime, { description: "When it was set." })
  recordedAt!: Date;
}

@InputType({ description: "The loss rates of a segment." })
export class ProvisionSegmentInput {
  @Field(() => String, {
    nullable: true,
    description: "The risk class or region; none for the default segment, which every matrix has.",
  })
  segment?: string | null;

  @Field(() => [Decimal], {
    description:
      "In per cent from 0 to 100, at most 6 decimals, one for each bucket: the current one, one up to each bound of the scheme, and what is beyond.",
  })
  lossPercents!: string[];
}

@InputType({ description: "A version of the provision matrix to add." })
export class ProvisionMatrixSetInput extends MutationInput {
  @Field(() => DateScalar, { description: "The first day on which it counts." })
  effectiveFrom!: string;

  @Field(() => [Int], {
    defaultValue: [30, 60, 90],
    description:
      "Upper bounds of the buckets in days past due, rising: [30, 60, 90] gives current, 1–30, 31–60, 61–90 and 91+.",
  })
  scheme!: number[];

  @Field(() => ProvisionSegmentation, {
    defaultValue: "NONE",
    description: "What of a customer tells its segment.",
  })
  segmentBy!: Segmentation;

  @Field(() => [ProvisionSegmentInput], { description: "The default segment and any others." })
  segments!: ProvisionSegmentInput[];

  @Field(() => String, { nullable: true, description: "Where the rates come from." })
  note?: string | null;
}
