import { Decimal } from "../platform/money.js";

/** What moves a control account from a month's opening to its closing balance. */
export const ROLL_FORWARD_FIGURES = {
  INVOICES: "Invoices issued, less voids.",
  DEBIT_MEMOS_AND_FEES: "Debit memos, chargebacks and late fees, less what of these was waived.",
  CASH_RECEIVED: "Receipts, less returned ones.",
  CASH_APPLIED: "Receipts and credits applied to what is owed, less unapplied.",
  CREDITS: "Credit memos, less voids.",
  DISCOUNTS: "Early-payment discounts taken.",
  WRITE_OFFS: "Write-offs, less reversed ones.",
  RECOVERIES: "What was written off and is owed again, because money for it came in after all.",
  REFUNDS: "Credits paid back.",
  TRANSFERS: "Unidentified cash whose payer became known.",
  FX: "Realised exchange differences; in functional currency only.",
  OTHER: "Everything else; nothing, as long as every kind of posting is told above.",
} as const;

export type RollForwardFigure = keyof typeof ROLL_FORWARD_FIGURES;

/** Where a movement belongs by its own kind, whatever its entry. */
export const FIGURE_OF_MOVEMENT: Readonly<Record<string, RollForwardFigure>> = {
  REALISED_FX: "FX",
  TRANSFER: "TRANSFERS",
  DISCOUNT: "DISCOUNTS",
  WRITE_OFF: "WRITE_OFFS",
  RECOVERY: "RECOVERIES",
};

/** Where the others belong, by the kind of their entry; a reversal's is that of the entry it takes back. */
export const FIGURE_OF_ENTRY: Readonly<Record<string, RollForwardFigure>> = {
  INVOICE: "INVOICES",
  DEBIT_MEMO: "DEBIT_MEMOS_AND_FEES",
  LATE_FEE: "DEBIT_MEMOS_AND_FEES",
  LATE_FEE_WAIVER: "DEBIT_MEMOS_AND_FEES",
  CHARGEBACK: "DEBIT_MEMOS_AND_FEES",
  RECEIPT: "CASH_RECEIVED",
  RECEIPT_IDENTIFIED: "TRANSFERS",
  RECEIPT_TRANSFERRED: "TRANSFERS",
  APPLICATION: "CASH_APPLIED",
  CREDIT_MEMO: "CREDITS",
  DISCOUNT: "DISCOUNTS",
  WRITE_OFF: "WRITE_OFFS",
  SMALL_BALANCE_WRITE_OFF: "WRITE_OFFS",
  RECOVERY: "RECOVERIES",
  REFUND: "REFUNDS",
};

/** A control account in one currency, by the journal. Debits positive. */
export interface ControlBalance {
  readonly accountCode: string;
  readonly accountName: string;
  readonly accountRole: string;
  readonly currency: string;
  readonly opening: string;
  readonly functionalOpening: string;
  readonly closing: string;
  readonly functionalClosing: string;
}

/** What one figure moved of a control account in one currency, by the items. Debits positive. */
export interface FigureMoved {
  readonly accountCode: string;
  readonly currency: string;
  readonly figure: RollForwardFigure;
  readonly amount: string;
  readonly functionalAmount: string;
  readonly entryCount: number;
}

export interface RollForwardLine extends ControlBalance {
  readonly functionalCurrency: string;
  readonly figures: readonly (FigureMoved & { readonly functionalCurrency: string })[];
  /** Opening and figures less closing: nothing, or items and journal disagree. */
  readonly difference: string;
  readonly functionalDifference: string;
}

/** Every control account and currency with a balance or a movement, each with all figures in their order. */
export function rollForwardLines(
  balances: readonly ControlBalance[],
  moved: readonly FigureMoved[],
  functionalCurrency: string,
): RollForwardLine[] {
  return balances.map((balance) => {
    const { accountCode, currency } = balance;
    const own = moved.filter((one) => one.accountCode === accountCode && one.currency === currency);
    const figures = names().map((figure) => ({
      ...(own.find((one) => one.figure === figure) ?? { accountCode, currency, figure, ...NOTHING }),
      functionalCurrency,
    }));
    const sum = (of: (one: FigureMoved) => string) =>
      own.reduce((total, one) => total.plus(of(one)), new Decimal(0));
    return {
      ...balance,
      functionalCurrency,
      figures,
      difference: sum((one) => one.amount)
        .plus(balance.opening)
        .minus(balance.closing)
        .toFixed(),
      functionalDifference: sum((one) => one.functionalAmount)
        .plus(balance.functionalOpening)
        .minus(balance.functionalClosing)
        .toFixed(),
    };
  });
}

const NOTHING = { amount: "0", functionalAmount: "0", entryCount: 0 };

function names(): RollForwardFigure[] {
  return Object.keys(ROLL_FORWARD_FIGURES).filter(isFigure);
}

function isFigure(name: string): name is RollForwardFigure {
  return Object.hasOwn(ROLL_FORWARD_FIGURES, name);
}
