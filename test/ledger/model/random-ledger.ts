import { sql } from "../../../src/platform/database/sql.js";
import { credit, reverseOneWriteOff, voidCredit, writeOff } from "./adjustment-steps.js";
import { addReceipt, apply, identify, reverse, unapply } from "./cash-steps.js";
import { addCustomer, addDraft, addRate, close, issue, reopen, voidOne } from "./document-steps.js";
import { ModelledBooks } from "./modelled-books.js";
import type { Step } from "./step.js";

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
  credit,
  voidCredit,
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
