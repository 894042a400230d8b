import { ArgsType, Field, ID, Int, ObjectType } from "type-graphql";
import { AgingBucketType, bucketsOf } from "../aging/index.js";
import { CustomerType, customerLoader } from "../customers/index.js";
import { JournalEntryType, journalEntryLoader } from "../ledger/index.js";
import { ConnectionArgs, connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateScalar, DateTime, Decimal } from "../platform/graphql/scalars.js";
import { linesLoader, type RunCellsArguments, runCells } from "./allowance-run.loaders.js";
import type { AllowanceLineRow, AllowanceRunRow } from "./allowance-run.queries.js";
import { matrixLoader } from "./provision-matrix.queries.js";
import { ProvisionMatrix } from "./provision-matrix.type.js";
import { specificProvisionLoader } from "./specific-provision.queries.js";
import { SpecificProvision } from "./specific-provision.type.js";

registerIdPrefix("alr", "AllowanceRun");

const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

/** What a line and a cell have in common. */
type Part = Pick<AllowanceLineRow, "scheme" | "bucket" | "provisionId" | "customerId">;

@Allow("journal:read")
@ObjectType({ description: "What is required of a part of what is owed. Amounts are positive." })
export abstract class AllowancePart {
  @Field(() => String, {
    nullable: true,
    description: "The matrix's segment; null for its default segment.",
  })
  segment!: string | null;

  @Derived<Part>(
    () => AgingBucketType,
    { nullable: true, description: "The days past due; null for a customer's buckets together." },
    ({ scheme, bucket }) => (bucket === null ? null : bucketsOf(scheme)[bucket]),
  )
  bucket!: object | null;

  @Derived<Part>(
    () => SpecificProvision,
    { nullable: true, description: "What counted instead of the matrix; null when the matrix did." },
    (row, _, context) => (row.provisionId ? context.load(specificProvisionLoader, row.provisionId) : null),
  )
  specificProvision!: object | null;

  @Derived<Part>(
    () => CustomerType,
    { nullable: true, description: "Who owes it; null for a line over the matrix's customers." },
    (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
  )
  customer!: object | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The loss rate in per cent; null for a specific provision that is an amount.",
  })
  lossPercent!: string | null;

  @Field(() => Int, { description: "How many open items." })
  itemCount!: number;

  @MoneyField("What was owed, as booked, credits not taken off.", inFunctional("exposure"))
  exposure!: object;

  @MoneyField("What is to be provided for it.", inFunctional("required"))
  required!: object;
}

@Allow("journal:read")
@ObjectType({
  description:
    "What is required of a segment and bucket of the matrix, or for a customer with a specific provision.",
})
export class AllowanceLine extends AllowancePart {
  @Field(() => Int, { description: "How many customers." })
  customerCount!: number;
}

@Allow("journal:read")
@ObjectType({ description: "What is required for a customer in a bucket. The cells of a run sum to it." })
export class AllowanceCell extends AllowancePart {}

export const AllowanceCellConnection = connectionType("AllowanceCell", () => AllowanceCell);

@ArgsType()
class AllowanceCellsArgs extends ConnectionArgs {
  @Field(() => ID, { nullable: true, description: "Only this customer's." })
  customerId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Only of this bucket, numbered from 0 for the current one.",
  })
  bucket?: number | null;
}

@Allow("journal:read")
@ObjectType({
  description:
    "What a run found, or would find. In functional currency; the allowance is a credit and positive.",
})
export class AllowanceFigures {
  @Field(() => DateScalar, { description: "The day whose aging is provided for." })
  asOf!: string;

  @Derived<{ matrixId: string }>(
    () => ProvisionMatrix,
    { nullable: true, description: "The version of the matrix." },
    (row, _, context) => context.load(matrixLoader, row.matrixId),
  )
  matrix!: object | null;

  @MoneyField(
    "What was owed on the day as booked, credits not taken off: the buckets of an aging with credits SEPARATE and currency basis BOOKED.",
    inFunctional("exposure"),
  )
  exposure!: object;

  @MoneyField("What is to be provided for it; the lines, and the cells, sum to it.", inFunctional("required"))
  required!: object;

  @MoneyField(
    "The allowance in the general ledger on the day, before the run; negative when write-offs took more than there was.",
    inFunctional("balance"),
  )
  balance!: object;

  @MoneyField(
    "`required` less `balance`: the posting; positive raises the allowance.",
    inFunctional("change"),
  )
  change!: object;
}

@Allow("journal:read")
@ObjectType("AllowanceProposal", {
  description: "What an allowance run comes to; with `validateOnly` what it would come to.",
})
export class AllowanceProposalType extends AllowanceFigures {
  @Field(() => [AllowanceLine], {
    description: "By segment and bucket of the matrix, then the customers with specific provisions.",
  })
  lines!: AllowanceLine[];
}

@Allow("journal:read")
@ObjectType("AllowanceRun", {
  description: "One setting of the allowance for doubtful accounts to what a day's aging requires.",
  implements: Node,
})
export class AllowanceRunType extends AllowanceFigures {
  @IdField("alr")
  id!: string;

  @Field(() => Int, { description: "Which of the day's runs it is, from 1." })
  runNo!: number;

  @Derived<AllowanceRunRow>(
    () => [AllowanceLine],
    { description: "By segment and bucket of the matrix, then the customers with specific provisions." },
    (row, _, context) => context.load(linesLoader, row.id),
  )
  lines!: AllowanceLine[];

  @Derived<AllowanceRunRow, RunCellsArguments>(
    () => AllowanceCellConnection,
    { description: "By customer and bucket, those that require most first.", args: () => AllowanceCellsArgs },
    (row, args, context) => runCells(row.id, args, context),
  )
  cells!: object;

  @Derived<AllowanceRunRow>(
    () => JournalEntryType,
    { nullable: true, description: "The posting; null when there was nothing to change." },
    (row, _, context) => (row.entryId ? context.load(journalEntryLoader, row.entryId) : null),
  )
  entry!: JournalEntryType | null;

  @Field(() => String, { nullable: true, description: "What its maker noted." })
  note!: string | null;

  @Field(() => String, { description: "Who ran it, or approved it." })
  actor!: string;

  @Field(() => DateTime, { description: "When it was posted." })
  recordedAt!: Date;

  @Derived<AllowanceRunRow>(
    () => JournalEntryType,
    { nullable: true, description: "Its reversal; null while it stands." },
    (row, _, context) => (row.reversalEntryId ? context.load(journalEntryLoader, row.reversalEntryId) : null),
  )
  reversal!: JournalEntryType | null;

  @Field(() => DateScalar, { nullable: true, description: "The day from which it is taken back." })
  reversedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was taken back." })
  reversalReason!: string | null;

  @Field(() => Int, { description: "Counts the changes." })
  version!: number;
}

export const AllowanceRunConnection = connectionType("AllowanceRun", () => AllowanceRunType);
