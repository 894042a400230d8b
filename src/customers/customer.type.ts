import { Field, Int, ObjectType } from "type-graphql";
import {
  CustomerBalance,
  CustomerBalanceArgs,
  type CustomerItemsArguments,
  customerBalanceLoader,
  customerItems,
  OpenItemArgs,
  OpenItemConnection,
  type OpenItemRow,
  OpenItemType,
} from "../ledger/index.js";
import { connectionType } from "../platform/graphql/connections.js";
import { Allow, Derived, IdField, MoneyField } from "../platform/graphql/fields.js";
import { registerIdPrefix } from "../platform/graphql/ids.js";
import { Node } from "../platform/graphql/node.js";
import { DateTime } from "../platform/graphql/scalars.js";
import { bankAccountsLoader, contactsLoader, customerLoader, termsLoader } from "./customer.loaders.js";
import { ADDRESS_PROPERTIES, type CustomerRow } from "./customer.queries.js";
import { PaymentTermsType } from "./payment-terms.type.js";

registerIdPrefix("cus", "Customer");

@Allow("receivables:read")
@ObjectType({ description: "Where invoices are sent." })
export class BillToAddress {
  @Field(() => String, { nullable: true, description: "Street and number." })
  line1!: string | null;

  @Field(() => String, { nullable: true, description: "Second line." })
  line2!: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  city!: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: "State or province." })
  state!: string | null;

  @Field(() => String, { nullable: true, description: "Country, ISO 3166-1 alpha-2." })
  country!: string | null;
}

@Allow("receivables:read")
@ObjectType({ description: "A person at the customer's." })
export class CustomerContact {
  @IdField("con")
  id!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "What the person does there." })
  job!: string | null;
}

@Allow("receivables:read")
@ObjectType("Customer", { description: "Someone who buys on account.", implements: Node })
export class CustomerType {
  @IdField("cus")
  id!: string;

  @Field(() => String, { description: "The customer's number, unique in the tenant." })
  number!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, {
    description: "ISO 4217 code of the currency it is invoiced in, unless an invoice says otherwise.",
  })
  currency!: string;

  @Derived<CustomerRow>(
    () => BillToAddress,
    { description: "Where invoices are sent.", columns: ADDRESS_PROPERTIES },
    (row) => row,
  )
  billTo!: BillToAddress;

  @Derived<CustomerRow>(
    () => [CustomerContact],
    { description: "Contacts, by name.", columns: ["id"] },
    (row, _, context) => context.load(contactsLoader, row.id),
  )
  contacts!: CustomerContact[];

  @Derived<CustomerRow>(
    () => [String],
    { description: "IBANs and account numbers it pays from.", columns: ["id"] },
    (row, _, context) => context.load(bankAccountsLoader, row.id),
  )
  bankAccounts!: string[];

  @Derived<CustomerRow>(
    () => CustomerType,
    { nullable: true, description: "The parent customer.", columns: ["parentId"] },
    (row, _, context) => (row.parentId ? context.load(customerLoader, row.parentId) : null),
  )
  parent!: CustomerType | null;

  @Derived<CustomerRow>(
    () => PaymentTermsType,
    { nullable: true, description: "Payment terms of its invoices.", columns: ["termsId"] },
    (row, _, context) => (row.termsId ? context.load(termsLoader, row.termsId) : null),
  )
  terms!: PaymentTermsType | null;

  @Field(() => String, { nullable: true, description: "Sales region." })
  region!: string | null;

  @Field(() => String, { nullable: true, description: "Sales representative." })
  salesRepresentative!: string | null;

  @Field(() => String, { nullable: true, description: "Who collects from it." })
  collector!: string | null;

  @Field(() => String, { nullable: true, description: "Business unit that sells to it." })
  businessUnit!: string | null;

  @Field(() => String, { nullable: true, description: "Risk class, as the credit department names it." })
  riskClass!: string | null;

  @MoneyField("The most it may owe; null when there is no limit.", {
    amount: "creditLimit",
    currency: "currency",
    nullable: true,
  })
  creditLimit!: object | null;

  @Field(() => [String], { description: "Tax ids, such as VAT numbers." })
  taxIds!: string[];

  @Derived<CustomerRow, CustomerItemsArguments>(
    () => OpenItemConnection,
    {
      description:
        "What it owes and has to its credit, by due date. OPEN means by everything that is posted, also what is dated later; `openItems(asOf, where: { customerId })` of the query root tells a day's.",
      columns: ["id"],
      args: () => OpenItemArgs,
    },
    (row, args, context) => customerItems(row.id, args, context),
  )
  openItems!: object;

  @Derived<CustomerRow, CustomerBalanceArgs>(
    () => [CustomerBalance],
    {
      description:
        "What it owes at the end of a day, by currency, as aging and statements tell it: what is dated later does not count yet. Currencies in which nothing is open are left out.",
      columns: ["id"],
      args: () => CustomerBalanceArgs,
    },
    (row, { asOf }, context) =>
      context.load(customerBalanceLoader, { customerId: row.id, asOf: asOf ?? null }),
  )
  balance!: CustomerBalance[];

  @Field(() => Int, { description: "Counts the changes; for `expectedVersion`." })
  version!: number;

  @Field(() => DateTime, { description: "When it was created." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "When it was last changed." })
  updatedAt!: Date;
}

export const CustomerConnection = connectionType("Customer", () => CustomerType);

// The ledger knows no customers, so the way from an item to its customer is added here.
Derived<OpenItemRow>(
  () => CustomerType,
  {
    nullable: true,
    description: "Whose it is; null while the payer of a receipt is unknown.",
    columns: ["customerId"],
  },
  (row, _, context) => (row.customerId ? context.load(customerLoader, row.customerId) : null),
)(OpenItemType.prototype, "customer");
