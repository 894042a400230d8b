import { defineEnum } from "../../platform/graphql/filters.js";

export const BankMatchKindEnum = defineEnum(
  "BankMatchKind",
  "How bank lines and movements belong together.",
  {
    ONE_TO_ONE: "One line is one movement.",
    BATCH: "One line is several movements, such as cheques that were brought to the bank together.",
    DIFFERENCE: "One line is one movement, but for a fee of the bank's or a slip in writing.",
    VOID: "Two movements undo each other, and the bank has neither.",
  },
);

export const BankMatchStatusEnum = defineEnum("BankMatchStatus", "Where a decision on a bank line stands.", {
  CONFIRMED: "The line and the movements are the same money.",
  REJECTED: "They are not; they are not proposed for each other again.",
  UNDONE: "It was confirmed or rejected, and counts no more.",
});

export const BankDifferenceReason = defineEnum(
  "BankDifferenceReason",
  "What the difference between a bank line and its movements is. It is kept, and posted by nobody.",
  {
    BANK_FEE: "What a bank took for the transfer.",
    TYPING_ERROR: "The ledger was told another amount by mistake.",
    OTHER: "Something else; the note tells what.",
  },
);

export const BankReceiptsKept = defineEnum(
  "BankReceiptsKept",
  "Which receipts stay where the money of a bank line became receipts twice; the others are reversed.",
  {
    RECORDED: "Those that were recorded without the bank, with what they are applied to.",
    FROM_BANK: "Those that were made of the bank line, with the bank's amount.",
  },
);

export const BankMovementRole = defineEnum("BankMovementRole", "What a movement is in a match.", {
  MATCHED: "It is the bank line's money.",
  TAKEN_BACK: "It was the same money again.",
  REVERSAL: "It took the same money back.",
});
