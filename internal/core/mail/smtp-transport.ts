import { createTransport } from "nodemailer";
import { ConfigError } from "../config/settings.ts";
import { isLoopback } from "./loopback.ts";
import { type MailTransport, Undeliverable } from "./mail-transport.ts";

const milliseconds = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Hands messages to the server of `url`, such as `smtps://user:password@mail.example.com:465`. Over `smtp:` the connection must become
 * encrypted before anything is said, unless the server is this machine or the address ends in `?requireTLS=false`.
 * @throws ConfigError when the address is none, or `from` is missing
 */
export function smtpTransport(url: string, from: string): MailTransport {
  const problems = [
    ...(URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname !== ""
      ? []
      : ["SMTP_URL must be an address such as smtps://user:password@mail.example.com:465."]),
    ...(from.includes("@") ? [] : ['MAIL_FROM must say whom mail comes from, such as "Archwright <archwright@example.com>".']),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    requireTLS: !isLoopback(new URL(url).hostname),
    // A message is data: nothing in it may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...milliseconds,
  });
  const domain = /@([^@\s>]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return {
    async deliver({ to, subject, text, html }, id) {
      // As an object, an address with a comma in it stays one address.
      const message = { from, to: { name: "", address: to }, subject, text, html, messageId: `<${id}@${domain}>` };
      await transport.sendMail(message).catch((error: unknown) => {
        throw isFinal(error) ? new Undeliverable(String(error instanceof Error ? error.message : error), { cause: error }) : error;
      });
    },
    close: () => transport.close(),
  };
}

/** A reply of 5yz to the message or its addressee (RFC 5321, 4.2.1); a wrong password is the operator's to mend, and worth another try. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  return (code === "EENVELOPE" || code === "EMESSAGE") && typeof responseCode === "number" && responseCode >= 500;
}
