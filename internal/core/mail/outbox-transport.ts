import type { Log } from "../telemetry/log.ts";
import type { MailTransport } from "./mail-transport.ts";
import type { Mail } from "./mailer.ts";

const most = 100;

/** A message that stayed here. */
export interface KeptMail extends Mail {
  readonly id: string;
  readonly at: string;
}

/** Keeps messages in memory in place of sending them. */
export interface MailOutbox extends MailTransport {
  /** The last hundred, the newest first. */
  readonly kept: () => readonly KeptMail[];
}

/** For development: nobody gets mail, and the developer reads it all where `kept` is shown. The log has none of it: links let in. */
export function outboxTransport(log: Log, now: () => Date): MailOutbox {
  let kept: readonly KeptMail[] = [];
  return {
    kept: () => kept,
    async deliver(mail, id) {
      kept = [{ ...mail, id, at: now().toISOString() }, ...kept.filter((one) => one.id !== id)].slice(0, most);
      log.info({ mail: id }, "Mail was put into the outbox at /dev/mail.");
    },
    close() {},
  };
}
