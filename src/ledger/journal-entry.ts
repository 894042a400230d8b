import type { BusinessDate } from "../platform/business-date.js";
import type { Decimal } from "../platform/money.js";

export type MovementKind =
  | "POSTING"
  | "APPLICATION"
  | "DISCOUNT"
  | "REALISED_FX"
  | "TRANSFER"
  | "WRITE_OFF"
  | "RECOVERY"
  | "REFUND"
  | "CHARGEBACK"
  | "WAIVER";

/** A new open item, at zero; the movement that opens it comes with it. Debits positive, credits negative. */
export interface NewItem {
  readonly id: string;
  readonly kind: "INVOICE" | "RECEIPT" | "CREDIT_MEMO" | "DEBIT_MEMO" | "CHARGEBACK";
  readonly customerId: string | null;
  readonly accountId: string;
  readonly documentNumber: string;
  readonly documentDate: BusinessDate;
  readonly dueDate: BusinessDate;
  readonly currency: string;
  readonly original: Decimal;
  readonly functionalOriginal: Decimal;
  readonly discountPercent?: string | null;
  readonly discountUntil?: BusinessDate | null;
  readonly invoiceId?: string | null;
  readonly instalmentNo?: number | null;
  readonly receiptId?: string | null;
  readonly creditMemoId?: string | null;
}

interface LineRow {
  readonly line_no: number;
  readonly account_id: string;
  readonly currency: string;
  readonly amount: string;
  readonly functional_amount: string;
  readonly customer_id: string | null;
  readonly item_id: string | null;
}

interface MovementRow {
  readonly item_id: string;
  readonly customer_id: string | null;
  readonly account_id: string;
  readonly currency: string;
  readonly amount: string;
  readonly functional_amount: string;
  readonly kind: MovementKind;
}

/** What a movement needs to know of its item. */
export type MovedItem = Pick<NewItem, "id" | "accountId" | "currency" | "customerId">;

/** Builds one balanced entry: lines on plain accounts, and movements that carry their control account's line. */
export class JournalEntry {
  readonly lines: LineRow[] = [];
  readonly movements: MovementRow[] = [];
  readonly items: NewItem[] = [];

  constructor(
    readonly header: {
      readonly id: string;
      readonly effectiveDate: BusinessDate;
      readonly kind: string;
      readonly description: string;
      readonly documentId: string | null;
    },
  ) {}

  /** A line on an account that is not a control account. Debits positive. Nothing is added for zero. */
  line(
    accountId: string,
    currency: string,
    amount: Decimal,
    functional: Decimal,
    customerId: string | null,
  ): this {
    return this.#addLine(accountId, currency, amount, functional, customerId, null);
  }

  /** Opens a new item with its first movement. */
  open(item: NewItem): this {
    this.items.push(item);
    return this.move(item, item.original, item.functionalOriginal, "POSTING");
  }

  /** Moves an item, and its control account by the same. Debits positive. Nothing is added for zero. */
  move(item: MovedItem, amount: Decimal, functional: Decimal, kind: MovementKind): this {
    if (amount.isZero() && functional.isZero()) return this;
    this.movements.push({
      item_id: item.id,
      customer_id: item.customerId,
      account_id: item.accountId,
      currency: item.currency,
      amount: amount.toFixed(),
      functional_amount: functional.toFixed(),
      kind,
    });
    return this.#addLine(item.accountId, item.currency, amount, functional, item.customerId, item.id);
  }

  #addLine(
    accountId: string,
    currency: string,
    amount: Decimal,
    functional: Decimal,
    customerId: string | null,
    itemId: string | null,
  ): this {
    if (amount.isZero() && functional.isZero()) return this;
    this.lines.push({
      line_no: this.lines.length + 1,
      account_id: accountId,
      currency,
      amount: amount.toFixed(),
      functional_amount: functional.toFixed(),
      customer_id: customerId,
      item_id: itemId,
    });
    return this;
  }
}
