export type {
  AdviceAdjustment,
  AdviceFormatName,
  AdviceLine,
  AdviceParty,
  AdviceReferenceType,
  ParsedAdviceFile,
  PartyIdentifier,
  PaymentMethod,
  RemittanceAdvice,
  SourceReference,
} from "./advice.model.js";
export { usableAdvices, validateAdviceFile } from "./advice.rules.js";
export { AdviceFileError, type AdviceFileErrorCode } from "./advice-file.error.js";
export {
  type AdvicePairing,
  normalisedPaymentReference,
  PAIRING_DAYS,
  type PairableAdvice,
  type PairableParty,
  type PairablePayment,
  pairAdvices,
  type TakenApart,
} from "./advice-pairing.rules.js";
export { type AdviceRecord, adviceFileOf } from "./advice-records.js";
export { readAdviceFile } from "./read-advice-file.js";
export { type ReadAdviceFile, readX12Advice } from "./read-x12-advice.js";
