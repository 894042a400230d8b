/** Told to the user as it is, in one line, without a stack. */
export class UserFacingError extends Error {
  override readonly name = "UserFacingError";
}
