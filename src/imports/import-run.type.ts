import { Field, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateTime } from "../platform/graphql/scalars.js";
import { rejectionsLoader } from "./import-run.loaders.js";
import type { ImportRunRow } from "./import-run.queries.js";

registerIdPrefix("imp", "ImportRun");

export const ImportKind = defineEnum("ImportKind", "What a file holds.", {
  INVOICES: "Invoices, receipts of those that are settled, and open credit memos.",
  CUSTOMERS: "Customers.",
  RATES: "Exchange rates.",
});

export const ImportStatus = defineEnum("ImportStatus", "Where an import stands.", {
  RUNNING: "Rows are being taken in.",
  COMPLETED: "Read to the end; rejected rows are listed.",
  FAILED: "The file could not be read to its end; what came before is in.",
});

@Allow("receivables:read")
@ObjectType({ description: "One thing that is wrong with a row of an imported file." })
export class ImportRejection {
  @Field(() => Int, { description: "Line of the file on which the row begins, from 1." })
  line!: number;

  @Field(() => String, { nullable: true, description: "The column; null when it is the row as a whole." })
  column!: string | null;

  @Field(() => String, { nullable: true, description: "The value as it stands in the file." })
  value!: string | null;

  @Field(() => String, { description: "What a program acts on." })
  code!: string;

  @Field(() => String, { description: "What is wrong and what to do, for a person." })
  reason!: string;
}

@Allow("receivables:read")
@ObjectType("ImportRun", { description: "The import of one file.", implements: Node })
export class ImportRunType {
  @IdField("imp")
  id!: string;

  @Field(() => ImportKind, { description: "What the file holds." })
  kind!: string;

  @Field(() => ImportStatus, { description: "Where it stands." })
  status!: string;

  @Field(() => String, { description: "The profile that it was read with." })
  profile!: string;

  @Field(() => String, { description: "Name of the file." })
  fileName!: string;

  @Field(() => Int, { description: "Rows read so far." })
  rowsRead!: number;

  @Field(() => Int, { description: "Rows taken in now." })
  rowsImported!: number;

  @Field(() => Int, { description: "Rows that were in before." })
  rowsDuplicate!: number;

  @Field(() => Int, { description: "Rows rejected, each with its reasons." })
  rowsRejected!: number;

  @Field(() => String, { nullable: true, description: "Why the file could not be read to its end." })
  failure!: string | null;

  @Field(() => String, { description: "Who started it." })
  startedBy!: string;

  @Field(() => DateTime, { description: "When it began." })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  finishedAt!: Date | null;

  @Derived<ImportRunRow>(
    () => [ImportRejection],
    { description: "What is wrong with rejected rows, in the order of the file; the first 1,000." },
    (row, _, context) => context.load(rejectionsLoader, row.id),
  )
  rejections!: ImportRejection[];
}

export const ImportRunConnection = connectionType("ImportRun", () => ImportRunType);

@InputType({ description: "A CSV file to import." })
export class ImportStartInput {
  @Field(() => String, { description: "Name of the file, for people." })
  fileName!: string;

  @Field(() => String, { description: "The file's bytes in base64." })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of a shipped profile, e.g. receivables-invoices.",
  })
  profile?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A profile of your own as YAML or JSON, instead of a shipped one; never both.",
  })
  profileText?: string | null;
}
