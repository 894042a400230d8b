import { Money } from "../platform/graphql/scalars.js";
import { ErrorData, UserErrorType } from "../platform/graphql/user-error.js";

@UserErrorType("What was asked for would post something else now than was shown.", "REQUEST_CHANGED")
export class RequestChanged {
  @ErrorData(() => Money, { description: "What was asked for and shown." })
  requested!: object;

  @ErrorData(() => Money, {
    description: "What it would be now; the same when only the entries would be others.",
  })
  now!: object;
}
