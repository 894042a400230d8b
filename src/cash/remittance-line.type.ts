import { Field, Int, ObjectType } from "type-graphql";
import { sql } from "../platform/database/sql.js";
import type { Loader } from "../platform/graphql/context.js";
import { Allow, Derived, MoneyField } from "../platform/graphql/fields.js";
import type { RemittanceRow } from "./remittance.queries.js";
import { RemittanceType } from "./remittance.type.js";

@Allow("receivables:read")
@ObjectType("RemittanceLine", { description: "What a payer says of one document." })
export class RemittanceLineType {
  @Field(() => Int, { description: "Its place in the remittance, from 1." })
  lineNo!: number;

  @Field(() => String, { description: 'Where it stands in what came, in words: "addenda record 7".' })
  place!: string;

  @Field(() => String, { nullable: true, description: "The document, as the payer names it." })
  reference!: string | null;

  @MoneyField("What is paid on it; negative for a credit taken. Null when the line states none.", {
    amount: "amount",
    currency: "currency",
    nullable: true,
  })
  amount!: object | null;

  @Field(() => String, { nullable: true, description: "What else it says." })
  memo!: string | null;
}

interface RemittanceLineRow {
  readonly remittanceId: string;
  readonly lineNo: number;
  readonly place: string;
  readonly reference: string | null;
  readonly amount: string | null;
  readonly currency: string;
  readonly memo: string | null;
}

/** By the remittance's UUID, in their order. */
const remittanceLinesLoader: Loader<string, RemittanceLineRow[]> = async (ids, { reads, principal }) => {
  const rows = await reads.rows<RemittanceLineRow>(sql`
    select l.remittance_id as "remittanceId", l.line_no as "lineNo", l.place, l.reference, l.amount, n.currency, l.memo
    from remittance_line l join remittance n on n.tenant_id = l.tenant_id and n.id = l.remittance_id
    where l.tenant_id = ${principal.tenantId} and l.remittance_id = any(${ids}) order by l.remittance_id, l.line_no`);
  const byRemittance = Map.groupBy(rows, (row) => row.remittanceId);
  return ids.map((id) => byRemittance.get(id) ?? []);
};

// A remittance is read without its lines.
Derived<RemittanceRow>(
  () => [RemittanceLineType],
  { description: "What it says of each document that it pays, in its order." },
  (row, _, context) => context.load(remittanceLinesLoader, row.id),
)(RemittanceType.prototype, "lines");
