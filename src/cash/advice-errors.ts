import { ID } from "type-graphql";
import { Money } from "../platform/graphql/scalars.js";
import { ErrorData, UserErrorType } from "../platform/graphql/user-error.js";

@UserErrorType("A remittance advice and a payment have at most one another.", "ALREADY_PAIRED")
export class AlreadyPaired {
  @ErrorData(() => ID, { description: "Id of the advice that is paired." })
  remittanceAdviceId!: string;

  @ErrorData(() => ID, { description: "Id of the receipt that it is paired with." })
  receiptId!: string;
}

@UserErrorType("A remittance advice says another amount than came.", "AMOUNT_DIFFERS")
export class AmountDiffers {
  @ErrorData(() => Money, { description: "What the advice says." })
  advised!: object;

  @ErrorData(() => Money, { description: "What came." })
  received!: object;

  @ErrorData(() => Money, { description: "What came less what the advice says: positive when more came." })
  difference!: object;
}
