import { Field, Int, ObjectType } from "type-graphql";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { CurrencyCode, DateScalar, DateTime, Decimal, type Money } from "../platform/graphql/scalars.js";
import { filesLoader, totalsLoader } from "./journal-export.loaders.js";
import type { JournalExportRow } from "./journal-export.queries.js";

registerIdPrefix("jex", "JournalExport");

const inDocument = (amount: string) => ({ amount, currency: "currency" });
const inFunctional = (amount: string) => ({ amount, currency: "functionalCurrency" });

@Allow("journal:read")
@ObjectType({ description: "Control totals of a batch in one currency of its documents." })
export class JournalExportTotal {
  @Field(() => CurrencyCode, { description: "The documents' currency." })
  currency!: string;

  @MoneyField("Sum of the debits, not negative.", inDocument("debits"))
  debits!: Money;

  @MoneyField("Sum of the credits, not negative.", inDocument("credits"))
  credits!: Money;

  @MoneyField("Sum of the debits in functional currency.", inFunctional("functionalDebits"))
  functionalDebits!: Money;

  @MoneyField("Sum of the credits in functional currency.", inFunctional("functionalCredits"))
  functionalCredits!: Money;
}

@Allow("journal:read")
@ObjectType({ description: "A way in which a batch is written; always the same bytes." })
export class JournalExportFile {
  @Field(() => Int, { description: "Its number in the batch, from 1." })
  fileNo!: number;

  @Field(() => String, { description: "The format: hledger, csv, quickbooks …, or a profile of your own." })
  format!: string;

  @Field(() => String, { description: "SHA-256 of the file's bytes, in hexadecimal." })
  sha256!: string;

  @Field(() => Decimal, { description: "Length of the file in bytes." })
  byteCount!: string;

  @Field(() => String, { description: "Who had it written first." })
  writtenBy!: string;

  @Field(() => DateTime, { description: "When it was written first." })
  writtenAt!: Date;
}

@Allow("journal:read")
@ObjectType("JournalExport", {
  description: "A batch of journal entries for the general ledger. Each entry is in exactly one batch.",
  implements: Node,
})
export class JournalExportType {
  @IdField("jex")
  id!: string;

  @Field(() => Int, { description: "From 1, without a gap." })
  number!: number;

  @Field(() => DateScalar, { nullable: true, description: "Only entries from this day on were taken." })
  effectiveFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Only entries up to this day were taken." })
  effectiveUntil!: string | null;

  @Field(() => DateTime, {
    description: "Every entry of the range recorded before this instant is in this batch or an earlier one.",
  })
  knownAt!: Date;

  @Field(() => Int, { description: "How many entries." })
  entryCount!: number;

  @Field(() => Int, { description: "How many lines they have." })
  lineCount!: number;

  @Field(() => DateScalar, { description: "The earliest day from which one of them counts." })
  firstEffectiveDate!: string;

  @Field(() => DateScalar, { description: "The latest day from which one of them counts." })
  lastEffectiveDate!: string;

  @MoneyField("Sum of all debits in functional currency.", inFunctional("functionalDebits"))
  functionalDebits!: Money;

  @MoneyField("Sum of all credits; equal to the debits.", inFunctional("functionalCredits"))
  functionalCredits!: Money;

  @Derived<JournalExportRow>(
    () => [JournalExportTotal],
    { description: "Control totals by the documents' currency.", columns: ["id"] },
    (row, _, context) => context.load(totalsLoader, row.id),
  )
  totals!: JournalExportTotal[];

  @Derived<JournalExportRow>(
    () => [JournalExportFile],
    { description: "The ways in which it was written, first to last.", columns: ["id"] },
    (row, _, context) => context.load(filesLoader, row.id),
  )
  files!: JournalExportFile[];

  @Field(() => String, { description: "Who made it." })
  createdBy!: string;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
}

@Allow("journal:read")
@ObjectType({ description: "What a batch would have if it were made now." })
export class JournalExportPreview {
  @Field(() => Int, { description: "How many entries." })
  entryCount!: number;

  @Field(() => Int, { description: "How many lines they have." })
  lineCount!: number;

  @Field(() => DateScalar, { description: "The earliest day from which one of them counts." })
  firstEffectiveDate!: string;

  @Field(() => DateScalar, { description: "The latest day from which one of them counts." })
  lastEffectiveDate!: string;

  @MoneyField("Sum of all debits in functional currency.", inFunctional("functionalDebits"))
  functionalDebits!: Money;

  @MoneyField("Sum of all credits; equal to the debits.", inFunctional("functionalCredits"))
  functionalCredits!: Money;

  @Field(() => [JournalExportTotal], { description: "Control totals by the documents' currency." })
  totals!: JournalExportTotal[];
}

export const JournalExportConnection = connectionType("JournalExport", () => JournalExportType);

@Allow("journal:read")
@ObjectType({ description: "A piece of a batch's file. All pieces one after the other are the file." })
export class JournalExportContent {
  @Field(() => String, { description: "The piece; UTF-8 text." })
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Ask again with this as `afterEntry`; null when this piece ends the file.",
  })
  nextAfterEntry!: number | null;
}
