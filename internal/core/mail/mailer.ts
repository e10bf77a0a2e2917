import type { Context } from "../context/context.ts";

/** One message to one person. Both parts say the same: `html` for those who see it, `text` for the others. */
export interface Mail {
  /** A bare address; whatever else stands in it is never read as a second one. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Where mail ends: with people, by way of a server; in the outbox of development, as long as only this machine reaches the platform; or
 * nowhere, since nobody has named a server.
 */
export type MailEnds = "people" | "outbox" | "nowhere";

/** Sends mail to people. */
export interface Mailer {
  readonly ends: MailEnds;
  /**
   * Hands a message over in the transaction of `ctx`: it is sent after the commit, again and again until a server has taken it, and never
   * when the transaction rolls back. It may arrive twice when a process dies in the middle.
   */
  send(ctx: Context, mail: Mail): Promise<void>;
}
