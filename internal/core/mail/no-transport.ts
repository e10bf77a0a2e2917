import { type MailTransport, Undeliverable } from "./mail-transport.ts";

/** Where nobody has said how mail is sent: each message is given up with a word about what is missing, and nothing of it is shown. */
export const noTransport: MailTransport = {
  deliver: () => Promise.reject(new Undeliverable("No mail server is configured: set SMTP_URL and MAIL_FROM.")),
  close() {},
};
