/** The platform cannot start as things are, and the message says what to do about it; nobody needs a stack. */
export class StartError extends Error {
  override readonly name = "StartError";
}
