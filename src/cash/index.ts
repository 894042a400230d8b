export { adviceBatchLoader, adviceLoader } from "./advice.loaders.js";
export { RemittanceAdviceResolver } from "./advice.resolver.js";
export { RemittanceAdviceBatchType, RemittanceAdviceType } from "./advice.type.js";
export { AlreadyPaired, AmountDiffers } from "./advice-errors.js";
export { AdvicePairingResolver } from "./advice-pairing.resolver.js";
export { adviceSummary } from "./advice-summary.rules.js";
export {
  AdviceFileError,
  type AdviceRecord,
  adviceFileOf,
  type ParsedAdviceFile,
  type ReadAdviceFile,
  readAdviceFile,
} from "./advices/index.js";
export { PaymentApplicationInput } from "./application.input.js";
export { applicationLoader } from "./application.loaders.js";
export { ApplicationResolver } from "./application.resolver.js";
export { ApplicationType } from "./application.type.js";
export type { ApplicationInput } from "./application-targets.js";
export { applyCredit } from "./apply-payment.js";
export { bankBatchLoader, bankEntryLoader } from "./bank-batch.loaders.js";
export { BankBatchResolver } from "./bank-batch.resolver.js";
export { BankBatchType, BankEntryType } from "./bank-batch.type.js";
export {
  type BankMoney,
  type BankMoneyRow,
  bankMoneyOf,
  type HeldEntry,
  heldEntries,
} from "./bank-batch-summary.queries.js";
export { BankFileImportResolver } from "./bank-file-import.resolver.js";
export { findingInWords, MAX_FILE_BYTES } from "./bank-files/index.js";
export { bankMatchLoader } from "./bank-matches/bank-match.loaders.js";
export { BankMatchResolver } from "./bank-matches/bank-match.resolver.js";
export { BankMatchType } from "./bank-matches/bank-match.type.js";
export { bankSummary, heldBack } from "./bank-summary.rules.js";
export { DiscountPolicyResolver } from "./discount-policy.resolver.js";
export { importBankFile } from "./import-bank-file.js";
export { matchProposalLoader } from "./matches/match-proposal.loaders.js";
export { MatchingResolver } from "./matches/matching.resolver.js";
export {
  type AdviceLine,
  DEFAULT_MATCH_SETTINGS,
  type MatchCandidates,
  type MatchCustomer,
  type MatchItem,
  type MatchPayment,
  type MatchRule,
  type MatchSettings,
  matchBatch,
  type PaymentMatch,
} from "./matching/index.js";
export { otherUses } from "./other-uses.js";
export { PaymentEventsResolver } from "./payment-events.resolver.js";
export { postApplications } from "./post-applications.js";
export { postReceipts } from "./post-receipts.js";
export { CashExceptionResolver } from "./queue/cash-exception.resolver.js";
export { REASON_OF_MATCH } from "./queue/cash-exception.sql.js";
export { CashExceptionTotalType } from "./queue/cash-exception.type.js";
export { MatchListsResolver } from "./queue/match-lists.resolver.js";
export { MatchSettingsResolver } from "./queue/match-settings.resolver.js";
export { receiptLoader } from "./receipt.loaders.js";
export { ReceiptResolver } from "./receipt.resolver.js";
export { ReceiptType } from "./receipt.type.js";
export { type BankLine, type CashLine, type Reconciliation, reconcile } from "./reconciliation/index.js";
export { remittanceLoader } from "./remittance.loaders.js";
export { RemittanceResolver } from "./remittance.resolver.js";
export { RemittanceType } from "./remittance.type.js";
export { RemittanceLineType } from "./remittance-line.type.js";
export { retryBankFile } from "./retry-bank-file.js";
export { reverseReceipt } from "./reverse-receipt.js";
export { type TakenAdviceFile, takeAdviceFile } from "./take-advice-file.js";
export { unapplyPayment } from "./unapply-payment.js";
export { readApplications, undoApplications } from "./undo-applications.js";
