import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { type CustomerRow, CustomerType } from "../customers/index.js";
import {
  buildConnection,
  ConnectionArgs,
  connectionType,
  keysetPage,
} from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { defineEnum } from "../platform/graphql/filters.js";
import { encodeId } from "../platform/graphql/ids.js";
import { CurrencyCode, DateScalar, DateTime } from "../platform/graphql/scalars.js";
import type { Paper } from "../platform/pdf/pdf-writer.js";
import { balancesOf } from "./customer-statement.js";
import { documentUrl, STATEMENT_PATH } from "./document-urls.rules.js";
import { PaperSize } from "./letterhead.resolver.js";
import {
  ACTIVITY_ORDER,
  countActivity,
  countStatementItems,
  ITEM_ORDER,
  pageOfActivity,
  pageOfStatementItems,
  type StatementRequest,
} from "./statement.queries.js";

export const STATEMENT_KINDS = ["OPEN_ITEM", "ACTIVITY"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const CustomerStatementKind = defineEnum("CustomerStatementKind", "What a statement lists.", {
  OPEN_ITEM: "What is open at its date, document by document.",
  ACTIVITY: "An opening balance, every change in the period, a closing balance.",
});

/** A statement that was asked for, and whose it is. */
export interface StatementRow {
  readonly request: StatementRequest;
  readonly customer: CustomerRow;
}

@Allow("receivables:read")
@ObjectType({ description: "What of a currency is past due by so many days." })
export class CustomerStatementBucket {
  @Field(() => String, { description: "Days past due: Current, 1–30, 31–60, 61–90, 91+." })
  label!: string;

  @MoneyField("What is open of it.", { amount: "amount", currency: "currency" })
  amount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "How a customer's balance in one currency went, and what it is made of." })
export class CustomerStatementBalance {
  @Field(() => CurrencyCode, { description: "The currency." })
  currency!: string;

  @MoneyField("At the end of the day before `from`.", { amount: "opening", currency: "currency" })
  opening!: object;

  @MoneyField("What was added in the period; zero or positive.", { amount: "debits", currency: "currency" })
  debits!: object;

  @MoneyField("What was taken off in the period; zero or negative.", {
    amount: "credits",
    currency: "currency",
  })
  credits!: object;

  @MoneyField("At the end of `asOf`: opening, debits and credits.", {
    amount: "closing",
    currency: "currency",
  })
  closing!: object;

  @Field(() => [CustomerStatementBucket], {
    description: "What is open by days past due; with the unapplied credits it sums to the closing balance.",
  })
  buckets!: CustomerStatementBucket[];

  @MoneyField("Receipts and credits that are not applied; zero or negative.", {
    amount: "unappliedCredits",
    currency: "currency",
  })
  unappliedCredits!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "A document of which something is open at the statement's date." })
export class CustomerStatementItem {
  @IdField("itm", "id", { description: "Id of the open item." })
  openItemId!: string;

  @Field(() => String, {
    description: "INVOICE, DEBIT_MEMO, LATE_FEE, CHARGEBACK, CREDIT_MEMO, RECEIPT or DEPOSIT.",
  })
  kind!: string;

  @Field(() => String, { description: "The document's number." })
  documentNumber!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Which instalment; null unless its invoice is paid in several.",
  })
  instalmentNo!: number | null;

  @Field(() => String, { nullable: true, description: "The customer's own order number." })
  purchaseOrder!: string | null;

  @Field(() => DateScalar, { description: "The document's date." })
  documentDate!: string;

  @Field(() => DateScalar, { description: "When it is due." })
  dueDate!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The statement's date less the due date; not past due when zero or negative. Null for credits.",
  })
  daysPastDue!: number | null;

  @MoneyField("At the beginning; credits are negative.", { amount: "originalAmount", currency: "currency" })
  originalAmount!: object;

  @MoneyField("What is open at the date; credits are negative.", {
    amount: "openAmount",
    currency: "currency",
  })
  openAmount!: object;
}

@Allow("receivables:read")
@ObjectType({ description: "A change of what the customer owes." })
export class CustomerStatementLine {
  @IdField("mov")
  id!: string;

  @IdField("itm", "itemId", { description: "Id of the open item that changed." })
  openItemId!: string;

  @Field(() => DateScalar, { description: "The day from which it counts." })
  effectiveDate!: string;

  @Field(() => String, { description: "What kind of document it is of: INVOICE, RECEIPT, CREDIT_MEMO …" })
  documentKind!: string;

  @Field(() => String, { description: "The document's number." })
  documentNumber!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Which instalment; null unless the invoice is paid in several.",
  })
  instalmentNo!: number | null;

  @Field(() => String, {
    description:
      "POSTING of the document itself, DISCOUNT, WRITE_OFF, REFUND …; of a reversal what it takes back.",
  })
  kind!: string;

  @Field(() => Boolean, { description: "Whether it takes back an earlier change." })
  isReversal!: boolean;

  @MoneyField("Debits positive, credits negative.", { amount: "amount", currency: "currency" })
  amount!: object;

  @MoneyField("The balance in this currency after it.", { amount: "balance", currency: "currency" })
  balance!: object;
}

const CustomerStatementItemConnection = connectionType("CustomerStatementItem", () => CustomerStatementItem);
const CustomerStatementLineConnection = connectionType("CustomerStatementLine", () => CustomerStatementLine);

@ArgsType()
export class ActivityArgs extends ConnectionArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether to list also what only moved between the customer's own documents, such as a receipt applied to an invoice: lines that together change nothing.",
  })
  applications!: boolean;
}

@ArgsType()
export class StatementPdfArgs {
  @Field(() => CustomerStatementKind, { defaultValue: "OPEN_ITEM", description: "What it lists." })
  kind!: StatementKind;

  @Field(() => PaperSize, { nullable: true, description: "The paper; the letterhead's when left out." })
  paper?: Paper | null;
}

@Allow("receivables:read")
@ObjectType({
  description:
    "A customer's account at a date and as known at an instant; the same again for the same `asOf` and `knownAt`, for ever.",
})
export class CustomerStatement {
  @Derived<StatementRow>(
    () => CustomerType,
    { description: "Whose it is." },
    ({ customer }) => customer,
  )
  customer!: CustomerType;

  @Derived<StatementRow>(
    () => DateScalar,
    { description: "The first day of its activity." },
    ({ request }) => request.from,
  )
  from!: string;

  @Derived<StatementRow>(
    () => DateScalar,
    { description: "Its date, and the last day of its activity." },
    ({ request }) => request.point.asOf,
  )
  asOf!: string;

  @Derived<StatementRow>(
    () => DateTime,
    { nullable: true, description: "It tells what was recorded until then." },
    ({ request }) => request.point.knownAt,
  )
  knownAt!: Date | null;

  @Derived<StatementRow>(
    () => [CustomerStatementBalance],
    { description: "By currency: those with a balance on either day, or with activity between them." },
    ({ request }, _, { reads }) => balancesOf(reads, request),
  )
  balances!: CustomerStatementBalance[];

  @Derived<StatementRow, ConnectionArgs>(
    () => CustomerStatementItemConnection,
    { description: "What is open at the date, by currency and due date.", args: () => ConnectionArgs },
    async ({ request }, args, { reads }) => {
      const page = keysetPage(args, ITEM_ORDER);
      const rows = await pageOfStatementItems(reads, request, page);
      return buildConnection(rows, page, () => countStatementItems(reads, request));
    },
  )
  openItems!: object;

  @Derived<StatementRow, ActivityArgs>(
    () => CustomerStatementLineConnection,
    { description: "What changed in the period, by currency and day.", args: () => ActivityArgs },
    async ({ request }, { applications, ...args }, { reads }) => {
      const page = keysetPage(args, ACTIVITY_ORDER);
      const rows = await pageOfActivity(reads, request, applications, page);
      return buildConnection(rows, page, () => countActivity(reads, request, applications));
    },
  )
  activity!: object;

  @Derived<StatementRow, StatementPdfArgs>(
    () => String,
    {
      description:
        "Where to get it as a PDF: a path on this server, for a GET with the same credentials. It names this statement's `knownAt` when that is asked for too.",
      args: () => StatementPdfArgs,
    },
    ({ request, customer }, { kind, paper }) => {
      const { from, currency, point } = request;
      const { asOf, knownAt } = point;
      const parameters = {
        customer: encodeId("cus", customer.id),
        kind,
        from,
        asOf,
        knownAt,
        currency,
        paper,
      };
      return documentUrl(STATEMENT_PATH, parameters);
    },
  )
  pdfUrl!: string;
}
