import { ApiKeyResolver } from "./access/index.js";
import {
  AdjustmentResolver,
  ChargeResolver,
  CreditMemoResolver,
  ReasonCodeResolver,
  RefundResolver,
  SmallBalanceResolver,
  WriteOffResolver,
} from "./adjustments/index.js";
import { AgingResolver } from "./aging/index.js";
import {
  AllowanceChangesResolver,
  AllowanceRunResolver,
  ProvisionMatrixResolver,
  RollRateResolver,
  SpecificProvisionResolver,
} from "./allowance/index.js";
import { ApprovalResolver } from "./approvals/index.js";
import {
  AdvicePairingResolver,
  ApplicationResolver,
  BankBatchResolver,
  BankFileImportResolver,
  BankMatchResolver,
  CashExceptionResolver,
  DiscountPolicyResolver,
  MatchingResolver,
  MatchListsResolver,
  MatchSettingsResolver,
  PaymentEventsResolver,
  ReceiptResolver,
  RemittanceAdviceResolver,
  RemittanceResolver,
} from "./cash/index.js";
import { CloseResolver, RevaluationResolver } from "./close/index.js";
import { CustomerResolver, PaymentTermsResolver } from "./customers/index.js";
import { DisputeChangesResolver, DisputeResolver } from "./disputes/index.js";
import { ConfirmationResolver, LetterheadResolver, StatementResolver } from "./documents/index.js";
import { ERROR_CODES } from "./error-codes.js";
import { JournalExportResolver } from "./exports/index.js";
import { AdviceImportResolver, ImportRunResolver } from "./imports/index.js";
import { InvoiceResolver } from "./invoicing/index.js";
import { LateFeeChangesResolver, LateFeeResolver } from "./late-fees/index.js";
import {
  JournalResolver,
  LedgerSetupResolver,
  OpenItemResolver,
  ReconciliationResolver,
  RollForwardResolver,
} from "./ledger/index.js";
import { CollectionMetricsResolver, MatchMetricsResolver } from "./metrics/index.js";
import { NodeResolver } from "./node.resolver.js";
import { PaymentPlanChangesResolver, PaymentPlanResolver } from "./payment-plans/index.js";
import { type AssembledSchema, assembleSchema } from "./platform/graphql/schema.js";
import { defineTextLimits } from "./platform/graphql/storable-text.js";
import { defineErrorCodes } from "./platform/graphql/user-error.js";
import { TEXT_LIMITS } from "./text-limits.js";
import { ViewerResolver } from "./viewer.resolver.js";

let assembled: AssembledSchema | undefined;

/** The one schema of this program, put together at first use. */
export function receivablesSchema(): AssembledSchema {
  if (assembled) return assembled;
  defineErrorCodes(ERROR_CODES);
  defineTextLimits(TEXT_LIMITS);
  assembled = assembleSchema(RESOLVERS);
  return assembled;
}

const RESOLVERS = [
  ViewerResolver,
  NodeResolver,
  CustomerResolver,
  PaymentTermsResolver,
  InvoiceResolver,
  OpenItemResolver,
  MatchingResolver,
  ReceiptResolver,
  ApplicationResolver,
  RemittanceAdviceResolver,
  AdvicePairingResolver,
  RemittanceResolver,
  BankBatchResolver,
  BankFileImportResolver,
  BankMatchResolver,
  AdviceImportResolver,
  MatchListsResolver,
  MatchSettingsResolver,
  CashExceptionResolver,
  ImportRunResolver,
  JournalResolver,
  JournalExportResolver,
  ReconciliationResolver,
  RollForwardResolver,
  LedgerSetupResolver,
  CloseResolver,
  RevaluationResolver,
  ProvisionMatrixResolver,
  SpecificProvisionResolver,
  RollRateResolver,
  AllowanceRunResolver,
  AllowanceChangesResolver,
  AgingResolver,
  CollectionMetricsResolver,
  MatchMetricsResolver,
  PaymentEventsResolver,
  DiscountPolicyResolver,
  ApiKeyResolver,
  ApprovalResolver,
  AdjustmentResolver,
  ReasonCodeResolver,
  CreditMemoResolver,
  WriteOffResolver,
  SmallBalanceResolver,
  RefundResolver,
  ChargeResolver,
  LateFeeResolver,
  LateFeeChangesResolver,
  DisputeResolver,
  DisputeChangesResolver,
  PaymentPlanResolver,
  PaymentPlanChangesResolver,
  LetterheadResolver,
  StatementResolver,
  ConfirmationResolver,
] as const;
