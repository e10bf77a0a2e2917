import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { CoreConfig } from "../config/core-settings.ts";
import { isLocal } from "../config/is-local.ts";
import type { SqlDatabase } from "../database/database.ts";
import type { Background, Core } from "../modules/domain.ts";
import { type MailTables, mailQueue } from "./mail-queue.ts";
import type { MailTransport } from "./mail-transport.ts";
import type { Mailer } from "./mailer.ts";
import { noTransport } from "./no-transport.ts";
import { outboxPage } from "./outbox-page.ts";
import { outboxTransport } from "./outbox-transport.ts";
import { smtpTransport } from "./smtp-transport.ts";
import { mailTopic, startMail } from "./start-mail.ts";

export interface OpenMail {
  readonly mailer: Mailer;
  /** The outbox of development, where there is one. */
  readonly page: Hono<{ Bindings: Partial<HttpBindings> }> | undefined;
  /** Sends what is queued, until it is stopped. */
  start(): Background;
}

export interface OpenMailParts extends Pick<Core, "live" | "log" | "now" | "system"> {
  readonly database: SqlDatabase<MailTables>;
}

/**
 * Mail as the platform is configured: by SMTP where SMTP_URL says so; else, as long as only this machine can reach the platform, into an
 * outbox that `page` shows; else nowhere. @throws ConfigError
 */
export function openMail(parts: OpenMailParts, config: Pick<CoreConfig, "smtpUrl" | "mailFrom" | "host" | "publicUrl">): OpenMail {
  const { database, live, log, now } = parts;
  const queue = mailQueue(database);
  const outbox = config.smtpUrl === "" && isLocal(config) ? outboxTransport(log, now) : undefined;
  const transport: MailTransport = config.smtpUrl === "" ? (outbox ?? noTransport) : smtpTransport(config.smtpUrl, config.mailFrom);
  return {
    mailer: {
      ends: config.smtpUrl !== "" ? "people" : outbox === undefined ? "nowhere" : "outbox",
      async send(ctx, mail) {
        await queue.add(ctx, mail, now());
        database.afterCommit(ctx, () => live.wake(mailTopic));
      },
    },
    page: outbox === undefined ? undefined : outboxPage(outbox),
    start: () => startMail({ ...parts, queue, transport }),
  };
}
