import type { Context } from "../context/context.ts";

/** One message to one person. Both parts say the same: `html` for those who see it, `text` for the others. */
export interface Mail {
  /** A bare address; whatever else stands in it is never read as a second one. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends mail to people. */
export interface Mailer {
  /**
   * Hands a message over in the transaction of `ctx`: it is sent after the commit, again and again until a server has taken it, and never
   * when the transaction rolls back. It may arrive twice when a process dies in the middle.
   */
  send(ctx: Context, mail: Mail): Promise<void>;
}
