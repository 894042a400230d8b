/** Posts a document to the endpoint; the data, or an error. */
export type Ask = <Data>(document: string, variables: object) => Promise<Data>;

interface Payload {
  readonly replayed: boolean;
  readonly userErrors: readonly { readonly code: string }[];
}
interface Recorded extends Payload {
  readonly receipt: { readonly id: string };
}
interface Applied extends Payload {
  readonly applications: readonly { readonly id: string }[];
}

/** What the server said of a payment; a step that it never answered is missing. */
export interface Payment {
  receiptId?: string;
  applicationId?: string;
}

const RECORD = `mutation ($input: ReceiptRecordInput!) { receiptRecord(input: $input) {
  receipt { id } replayed userErrors { code message } } }`;
const APPLY = `mutation ($input: PaymentApplyInput!) { paymentApply(input: $input) {
  applications { id } replayed userErrors { code message } } }`;

/** Payments of 1.00 each on one invoice; every step has an idempotency key, so that it may be tried again. */
export class PaymentLoad {
  readonly payments: Payment[] = [];
  /** Answers that were not one: a dead server's, or a fault. */
  readonly failures: unknown[] = [];
  #stopped = false;

  constructor(
    private readonly ask: Ask,
    private readonly customerId: string,
    private readonly invoiceId: string,
    /** What its references and keys begin with. */
    private readonly name: string,
  ) {}

  get acknowledged(): number {
    return this.payments.filter((payment) => payment.applicationId !== undefined).length;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Pays from so many clients at once until it is stopped; each client gives a payment up at its first failure. */
  async run(clients: number): Promise<void> {
    const client = async () => {
      while (!this.#stopped) {
        const number = this.payments.push({}) - 1;
        await this.#pay(number).catch((error: unknown) => this.failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
  }

  /** Tries every payment that was begun again, the acknowledged ones too; returns how many steps were replays. */
  async retryAll(): Promise<number> {
    let replays = 0;
    for (const number of this.payments.keys()) replays += await this.#pay(number);
    return replays;
  }

  async #pay(number: number): Promise<number> {
    const payment = this.payments[number];
    if (!payment) throw new Error("no such payment");
    const recorded = await this.#do<Recorded>(RECORD, "receiptRecord", {
      customerId: this.customerId,
      amount: "1.00",
      currency: "USD",
      method: "CARD",
      reference: `${this.name}-payment-${number}`,
      idempotencyKey: `${this.name}-record-${number}`,
    });
    same(payment.receiptId, recorded.receipt.id);
    payment.receiptId = recorded.receipt.id;
    const applied = await this.#do<Applied>(APPLY, "paymentApply", {
      receiptId: payment.receiptId,
      applications: [{ invoiceId: this.invoiceId, amount: "1.00" }],
      idempotencyKey: `${this.name}-apply-${number}`,
    });
    const applicationId = applied.applications[0]?.id ?? "";
    same(payment.applicationId, applicationId);
    payment.applicationId = applicationId;
    return Number(recorded.replayed) + Number(applied.replayed);
  }

  async #do<Step extends Payload>(document: string, field: string, input: object): Promise<Step> {
    const data = await this.ask<Record<string, Step>>(document, { input });
    const step = data[field];
    if (!step || step.userErrors.length > 0) throw new Error(`${field} was refused: ${JSON.stringify(step)}`);
    return step;
  }
}

function same(before: string | undefined, now: string): void {
  if (before !== undefined && before !== now)
    throw new Error(`${before} was acknowledged, the replay says ${now}`);
}
