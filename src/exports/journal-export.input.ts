import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { defineEnum } from "../platform/graphql/filters.js";
import { DateScalar } from "../platform/graphql/scalars.js";

const FORMATS = {
  HLEDGER: "Plain-text journal of hledger, with costs in functional currency.",
  CSV: "One row a line, every column.",
  QUICKBOOKS: "QuickBooks Online, import of journal entries.",
  NETSUITE: "NetSuite, CSV import of journal entries.",
  DYNAMICS365: "Dynamics 365 Finance, general journal entity.",
  SAP: "SAP S/4HANA and ECC, FI document items.",
  ORACLE: "Oracle Fusion General Ledger, FBDI journal import.",
} as const;

export const JournalExportFormat = defineEnum(
  "JournalExportFormat",
  "A format of journal files; see docs/journal-export.md.",
  FORMATS,
);

@InputType({ description: "What one of our accounts is called by the receiver." })
export class JournalAccountMapping {
  @Field(() => String, { description: "Our account's code." })
  code!: string;

  @Field(() => String, { description: "Their account." })
  account!: string;
}

@InputType({ description: "A setting that the format asks for, e.g. companyCode." })
export class JournalExportSetting {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "Its value." })
  value!: string;
}

@InputType({ description: "How a batch is to be written." })
class JournalExportLayoutInput {
  @Field(() => String, {
    description:
      "Makes a repetition of the request harmless: the same key and input give the first result again.",
  })
  idempotencyKey!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Check everything and change nothing.",
  })
  validateOnly?: boolean;

  @Field(() => JournalExportFormat, { description: "The format of the file." })
  format!: keyof typeof FORMATS;

  @Field(() => [JournalAccountMapping], {
    nullable: true,
    description: "Their accounts; when given, each of our accounts that has entries must be there.",
  })
  accounts?: JournalAccountMapping[] | null;

  @Field(() => [JournalExportSetting], { nullable: true, description: "Settings of the format." })
  settings?: JournalExportSetting[] | null;
}

@InputType({ description: "A new batch." })
export class JournalExportStartInput extends JournalExportLayoutInput {
  @Field(() => DateScalar, { nullable: true, description: "Only entries effective on this day or later." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Only entries effective on this day or earlier." })
  until?: string | null;
}

@InputType({ description: "A batch to write in a further format, or with other accounts." })
export class JournalExportWriteInput extends JournalExportLayoutInput {
  @Field(() => ID, { description: "The batch." })
  journalExportId!: string;
}

@ArgsType()
export class JournalExportContentArgs {
  @Field(() => ID, { description: "The batch." })
  id!: string;

  @Field(() => Int, { nullable: true, description: "Number of its file; the last one by default." })
  fileNo?: number | null;

  @Field(() => Int, { defaultValue: 0, description: "0 for the first piece, then `nextAfterEntry`." })
  afterEntry!: number;
}
