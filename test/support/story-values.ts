/** A sum as the API tells it. */
export interface MoneyValue {
  readonly amount: string;
  readonly currency: string;
}

export interface UserErrorValue {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
  readonly balance?: MoneyValue | null;
  readonly firstOpenDate?: string | null;
  readonly currentVersion?: number;
  readonly check?: string;
  readonly count?: number;
}

export interface Preview {
  readonly kind: string;
  readonly effectiveDate: string;
  readonly description: string;
  readonly lines: readonly {
    readonly accountName: string;
    readonly currency: string;
    readonly amount: string;
    readonly functionalAmount: string;
  }[];
}

/** What every payload may have; each mutation's own things are asked for by the selection. */
export interface Payload {
  readonly userErrors: readonly UserErrorValue[];
  readonly replayed: boolean;
  readonly wouldPost?: readonly Preview[] | null;
  readonly customer?: { readonly id: string };
  readonly paymentTerms?: { readonly id: string };
  readonly invoice?: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly version: number;
  };
  readonly receipt?: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly version: number;
  };
  readonly applications?: readonly {
    readonly id: string;
    readonly amount: MoneyValue;
    readonly realisedFx: MoneyValue;
  }[];
  readonly reasonCodes?: readonly object[];
  readonly creditMemo?: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly netTotal: MoneyValue;
    readonly taxTotal: MoneyValue;
    readonly total: MoneyValue;
    readonly unappliedAmount: MoneyValue;
  } | null;
  readonly writeOff?: {
    readonly id: string;
    readonly status: string;
    readonly amount: MoneyValue;
    readonly recovered: MoneyValue;
  } | null;
  readonly approval?: {
    readonly id: string;
    readonly status: string;
    readonly escalatedTo: string | null;
    readonly version: number;
  } | null;
  readonly charge?: {
    readonly id: string;
    readonly number: string;
    readonly openItem: { readonly id: string };
  } | null;
  readonly refund?: { readonly id: string; readonly number: string; readonly status: string } | null;
  readonly run?: { readonly id: string } | null;
  readonly totals?: readonly object[] | null;
  readonly lateFee?: {
    readonly id: string;
    readonly number: string;
    readonly amount: MoneyValue;
    readonly waived: MoneyValue;
    readonly openItem: { readonly openAmount: MoneyValue };
  } | null;
  readonly waiver?: { readonly id: string; readonly number: string; readonly amount: MoneyValue } | null;
  readonly needsApproval?: boolean | null;
  readonly paymentPlan?: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly version: number;
    readonly misses: number;
  } | null;
  readonly dispute?: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly version: number;
  } | null;
  readonly schedule?:
    | readonly { readonly instalmentNo: number; readonly dueDate: string; readonly amount: MoneyValue }[]
    | null;
  readonly chargeAmount?: MoneyValue | null;
  readonly reviewed?: number | null;
  readonly missed?: number | null;
  readonly completed?: readonly { readonly id: string }[] | null;
  readonly defaulted?: readonly { readonly id: string }[] | null;
  readonly period?: { readonly status: string; readonly version: number };
  readonly provisionMatrix?: { readonly id: string; readonly version: number } | null;
  readonly allowanceRun?: { readonly id: string; readonly runNo: number } | null;
  readonly proposal?: AllowanceValue | null;
  readonly revaluationRun?: {
    readonly runNo: number;
    readonly lines: readonly object[];
    readonly entry: object | null;
    readonly reversal: object | null;
  };
}

/** What an allowance run comes to. */
export interface AllowanceValue {
  readonly exposure: MoneyValue;
  readonly required: MoneyValue;
  readonly balance: MoneyValue;
  readonly change: MoneyValue;
  readonly lines: readonly {
    readonly segment: string | null;
    readonly bucket: { readonly label: string } | null;
    readonly lossPercent: string | null;
    readonly customer: { readonly number: string } | null;
    readonly exposure: MoneyValue;
    readonly required: MoneyValue;
  }[];
}

export interface TrialLine {
  readonly accountName: string;
  readonly currency: string;
  readonly balance: MoneyValue;
  readonly functionalBalance: MoneyValue;
}

export interface Difference {
  readonly difference: MoneyValue;
  readonly functionalDifference: MoneyValue;
}

export interface AgingValue {
  readonly asOf: string;
  readonly knownAt: string;
  readonly totals: readonly {
    readonly currency: string;
    readonly buckets: readonly MoneyValue[];
    readonly unappliedCredits: MoneyValue;
    readonly balance: MoneyValue;
  }[];
}
