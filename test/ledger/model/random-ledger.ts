import { sql } from "../../../src/platform/database/sql.js";
import { allow, provide, reverseOneAllowance, setMatrix } from "./allowance-steps.js";
import { ask, decide } from "./approval-steps.js";
import { importStatement, releaseEntry } from "./bank-steps.js";
import { addReceipt, apply, identify, reverse, setDiscounts, unapply } from "./cash-steps.js";
import { chargeback, debitMemo, reverseOneCharge } from "./charge-steps.js";
import { close, reopen, revalue } from "./close-steps.js";
import { credit, creditInvoice, payItem, voidCredit } from "./credit-steps.js";
import { closeDispute, dispute } from "./dispute-steps.js";
import { addCustomer, addDraft, addRate, issue, voidOne } from "./document-steps.js";
import {
  chargeLateFees,
  chargeScheduledLateFees,
  exempt,
  reverseOneWaiver,
  setPolicy,
  waive,
} from "./late-fee-steps.js";
import { ModelledBooks } from "./modelled-books.js";
import { activatePlan, amendPlan, endPlans, payPlan, proposePlan } from "./plan-steps.js";
import { refund, settleRefund } from "./refund-steps.js";
import type { Step } from "./step.js";
import { recover, reverseOneWriteOff, smallBalances, writeOff } from "./write-off-steps.js";

const STEPS: Readonly<Record<Step["what"], (ledger: ModelledBooks, step: Step) => Promise<void>>> = {
  customer: addCustomer,
  draft: addDraft,
  issue,
  void: voidOne,
  receipt: addReceipt,
  bankFile: importStatement,
  releaseEntry,
  identify,
  reverse,
  apply,
  unapply,
  writeOff,
  reverseWriteOff: reverseOneWriteOff,
  ask,
  decide,
  recover,
  smallBalances,
  credit,
  creditInvoice,
  voidCredit,
  discountPolicy: setDiscounts,
  payItem,
  refund,
  settleRefund,
  debitMemo,
  chargeback,
  reverseCharge: reverseOneCharge,
  proposePlan,
  activatePlan,
  amendPlan,
  payPlan,
  endPlans,
  dispute,
  closeDispute,
  lateFeePolicy: setPolicy,
  exempt,
  lateFees: chargeLateFees,
  scheduledLateFees: chargeScheduledLateFees,
  waive,
  reverseWaiver: reverseOneWaiver,
  matrix: setMatrix,
  provision: provide,
  allow,
  reverseAllowance: reverseOneAllowance,
  revalue,
  rate: addRate,
  close,
  reopen,
};

/** Modelled books on which steps are taken, one after the other. */
export class RandomLedger extends ModelledBooks {
  async take(step: Step): Promise<void> {
    await STEPS[step.what](this, step);
    const { now } = await this.books.row<{ now: string }>(
      sql`select to_json(clock_timestamp()) #>> '{}' as now`,
    );
    this.instants.push(now);
  }
}
