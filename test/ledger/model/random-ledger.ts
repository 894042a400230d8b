import { sql } from "../../../src/platform/database/sql.js";
import { addReceipt, apply, identify, reverse, unapply } from "./cash-steps.js";
import { chargeback, debitMemo, reverseOneCharge } from "./charge-steps.js";
import { close, reopen, revalue } from "./close-steps.js";
import { credit, payItem, refund, settleRefund, voidCredit } from "./credit-steps.js";
import { addCustomer, addDraft, addRate, issue, voidOne } from "./document-steps.js";
import { ModelledBooks } from "./modelled-books.js";
import { activatePlan, endPlans, payPlan, proposePlan } from "./plan-steps.js";
import type { Step } from "./step.js";
import {
  askForWriteOff,
  decide,
  recover,
  reverseOneWriteOff,
  smallBalances,
  writeOff,
} from "./write-off-steps.js";

const STEPS: Readonly<Record<Step["what"], (ledger: ModelledBooks, step: Step) => Promise<void>>> = {
  customer: addCustomer,
  draft: addDraft,
  issue,
  void: voidOne,
  receipt: addReceipt,
  identify,
  reverse,
  apply,
  unapply,
  writeOff,
  reverseWriteOff: reverseOneWriteOff,
  askForWriteOff,
  decide,
  recover,
  smallBalances,
  credit,
  voidCredit,
  payItem,
  refund,
  settleRefund,
  debitMemo,
  chargeback,
  reverseCharge: reverseOneCharge,
  proposePlan,
  activatePlan,
  payPlan,
  endPlans,
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
