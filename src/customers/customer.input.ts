import { Field, ID, InputType, Int } from "type-graphql";
import {
  type Combination,
  DateTimeFilter,
  DecimalFilter,
  defineEnum,
  IdFilter,
  StringFilter,
} from "../platform/graphql/filters.js";
import { CurrencyCode, Decimal } from "../platform/graphql/scalars.js";
import { SortDirection } from "../platform/graphql/sorting.js";

@InputType({ description: "Where invoices are sent." })
export class BillToInput {
  @Field(() => String, { nullable: true, description: "Street and number." })
  line1?: string | null;

  @Field(() => String, { nullable: true, description: "Second line." })
  line2?: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  city?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: "State or province." })
  state?: string | null;

  @Field(() => String, { nullable: true, description: "Country, ISO 3166-1 alpha-2, in capitals." })
  country?: string | null;
}

@InputType({ description: "A person at the customer's." })
export class ContactInput {
  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "What the person does there." })
  job?: string | null;
}

@InputType({ description: "What may be said of a customer; what is left out stays, null clears." })
class CustomerDetailsInput {
  @Field(() => ID, { nullable: true, description: "Id of the parent customer." })
  parentId?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "Currency of its invoices; the tenant's when left out.",
  })
  currency?: string;

  @Field(() => ID, { nullable: true, description: "Id of its payment terms." })
  termsId?: string | null;

  @Field(() => String, { nullable: true, description: "Sales region." })
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Sales representative." })
  salesRepresentative?: string | null;

  @Field(() => String, { nullable: true, description: "Who collects from it." })
  collector?: string | null;

  @Field(() => String, { nullable: true, description: "Business unit that sells to it." })
  businessUnit?: string | null;

  @Field(() => String, { nullable: true, description: "Risk class." })
  riskClass?: string | null;

  @Field(() => Decimal, { nullable: true, description: "The most it may owe, in its currency." })
  creditLimit?: string | null;

  @Field(() => [String], { nullable: true, description: "Tax ids, in place of the present ones." })
  taxIds?: string[];

  @Field(() => BillToInput, {
    nullable: true,
    description: "Where invoices are sent, in place of the present address.",
  })
  billTo?: BillToInput | null;

  @Field(() => [ContactInput], { nullable: true, description: "Contacts, in place of the present ones." })
  contacts?: ContactInput[];

  @Field(() => [String], {
    nullable: true,
    description:
      "IBANs or account numbers it pays from, in place of the present ones. In the United States the bank's routing number and the account number together, as on a cheque, or ACH and the number under which the customer originates ACH payments.",
  })
  bankAccounts?: string[];
}

@InputType({ description: "A new customer." })
export class CustomerCreateInput extends CustomerDetailsInput {
  @Field(() => String, { description: "The customer's number, unique in the tenant." })
  number!: string;

  @Field(() => String, { description: "Name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Makes a repetition of the request harmless." })
  idempotencyKey?: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Check everything and change nothing.",
  })
  validateOnly?: boolean;
}

@InputType({ description: "Changes of a customer." })
export class CustomerUpdateInput extends CustomerDetailsInput {
  @Field(() => ID, { description: "Id of the customer." })
  customerId!: string;

  @Field(() => String, { nullable: true, description: "Name." })
  name?: string;

  @Field(() => Int, { nullable: true, description: "Refuse when the customer is no longer at this version." })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: "Makes a repetition of the request harmless." })
  idempotencyKey?: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Check everything and change nothing.",
  })
  validateOnly?: boolean;
}

@InputType({ description: "Which customers. Everything that is given must hold." })
export class CustomerWhere implements Combination<CustomerWhere> {
  @Field(() => [CustomerWhere], { nullable: true, description: "All of these hold." })
  and?: CustomerWhere[] | null;

  @Field(() => [CustomerWhere], {
    nullable: true,
    description: "At least one of these holds; none of an empty list.",
  })
  or?: CustomerWhere[] | null;

  @Field(() => CustomerWhere, { nullable: true, description: "This does not hold." })
  not?: CustomerWhere | null;

  @Field(() => IdFilter, { nullable: true, description: "By id." })
  id?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By number." })
  number?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By name." })
  name?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By currency." })
  currency?: StringFilter | null;

  @Field(() => IdFilter, { nullable: true, description: "By parent." })
  parentId?: IdFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By region." })
  region?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By sales representative." })
  salesRepresentative?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By collector." })
  collector?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: "By risk class." })
  riskClass?: StringFilter | null;

  @Field(() => DecimalFilter, { nullable: true, description: "By credit limit." })
  creditLimit?: DecimalFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: "By when it was created." })
  createdAt?: DateTimeFilter | null;
}

export const CustomerOrderField = defineEnum("CustomerOrderField", "What customers can be sorted by.", {
  NUMBER: "The customer's number.",
  NAME: "Name.",
  CREATED_AT: "When it was created.",
});

@InputType({ description: "A sort order of customers." })
export class CustomerOrder {
  @Field(() => CustomerOrderField, { description: "What to sort by." })
  field!: string;

  @Field(() => SortDirection, { defaultValue: "ASC", description: "Which way." })
  direction!: "ASC" | "DESC";
}
