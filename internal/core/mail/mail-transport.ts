import type { Mail } from "./mailer.ts";

/** A server, or what stands for one, refuses this message for good: to try again would not help. */
export class Undeliverable extends Error {
  override readonly name = "Undeliverable";
}

/** Brings messages to whoever delivers them. */
export interface MailTransport {
  /** Resolves when it has been taken. `id` is the same at each try. Rejects with `Undeliverable` when no further try makes sense. */
  deliver(mail: Mail, id: string): Promise<void>;
  close(): void;
}
