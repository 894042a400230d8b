import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import {
  chargeLoader,
  creditMemoLoader,
  refundLoader,
  smallBalanceRunLoader,
  writeOffLoader,
} from "./adjustments/index.js";
import { allowanceRunLoader } from "./allowance/index.js";
import { approvalLoader } from "./approvals/index.js";
import {
  adviceBatchLoader,
  adviceLoader,
  applicationLoader,
  bankBatchLoader,
  bankEntryLoader,
  bankMatchLoader,
  matchProposalLoader,
  receiptLoader,
  remittanceLoader,
} from "./cash/index.js";
import { revaluationRunLoader } from "./close/index.js";
import { customerLoader, termsLoader } from "./customers/index.js";
import { disputeLoader } from "./disputes/index.js";
import { journalExportLoader } from "./exports/index.js";
import { importRunLoader } from "./imports/index.js";
import { invoiceLoader } from "./invoicing/index.js";
import { lateFeeLoader, lateFeeRunLoader, lateFeeWaiverLoader } from "./late-fees/index.js";
import { journalEntryLoader, openItemLoader, periodLoader } from "./ledger/index.js";
import { paymentPlanLoader } from "./payment-plans/index.js";
import type { Loader, RequestContext } from "./platform/graphql/context.js";
import { requestError } from "./platform/graphql/errors.js";
import { Allow } from "./platform/graphql/fields.js";
import { requireNodeReference } from "./platform/graphql/ids.js";
import { Node } from "./platform/graphql/node.js";

/** How the objects of each type with ids are read, by UUID. */
const LOADERS: Readonly<Record<string, Loader<string, object | null>>> = {
  AllowanceRun: allowanceRunLoader,
  Application: applicationLoader,
  Approval: approvalLoader,
  BankBatch: bankBatchLoader,
  BankEntry: bankEntryLoader,
  BankMatch: bankMatchLoader,
  Charge: chargeLoader,
  CreditMemo: creditMemoLoader,
  Customer: customerLoader,
  Dispute: disputeLoader,
  ImportRun: importRunLoader,
  Invoice: invoiceLoader,
  JournalEntry: journalEntryLoader,
  JournalExport: journalExportLoader,
  LateFee: lateFeeLoader,
  LateFeeRun: lateFeeRunLoader,
  LateFeeWaiver: lateFeeWaiverLoader,
  MatchProposal: matchProposalLoader,
  OpenItem: openItemLoader,
  PaymentPlan: paymentPlanLoader,
  PaymentTerms: termsLoader,
  Period: periodLoader,
  Receipt: receiptLoader,
  Refund: refundLoader,
  Remittance: remittanceLoader,
  RemittanceAdvice: adviceLoader,
  RemittanceAdviceBatch: adviceBatchLoader,
  RevaluationRun: revaluationRunLoader,
  SmallBalanceRun: smallBalanceRunLoader,
  WriteOff: writeOffLoader,
};

const NODES_MAX = 100;

@Resolver()
export class NodeResolver {
  @Allow("receivables:read")
  @Query(() => Node, { nullable: true, description: "An object by its id, of whatever type." })
  node(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Its id." }) id: string,
  ): Promise<object | null> {
    return nodeOf(context, id);
  }

  @Allow("receivables:read")
  @Query(() => [Node], {
    nullable: "items",
    description: `Objects by their ids, in the same order; null where there is none. At most ${NODES_MAX}.`,
  })
  nodes(
    @Ctx() context: RequestContext,
    @Arg("ids", () => [ID], { description: "Their ids." }) ids: string[],
  ): Promise<(object | null)[]> {
    if (ids.length > NODES_MAX) {
      throw requestError(
        "LIMIT_EXCEEDED",
        `Ask for at most ${NODES_MAX} objects at once, not ${ids.length}.`,
      );
    }
    return Promise.all(ids.map((id) => nodeOf(context, id)));
  }
}

/** The row of the object, with the name of its type, by which the schema tells what it is. */
async function nodeOf(context: RequestContext, id: string): Promise<object | null> {
  const { typeName, uuid } = requireNodeReference(id);
  const loader = LOADERS[typeName];
  if (!loader) throw new Error(`nothing reads ${typeName} by id`);
  const row = await context.load(loader, uuid);
  return row && { ...row, __typename: typeName };
}
