import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { escapeHtml } from "./escape-html.ts";
import { isLoopback } from "./loopback.ts";
import type { KeptMail, MailOutbox } from "./outbox-transport.ts";

/** Nothing from elsewhere and no script; a message is shown in a frame that may do nothing. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** What proxies add, each in its way. One that adds nothing looks like a browser of this machine: whoever has one sets PUBLIC_URL. */
const proxyHeaders = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/**
 * The outbox of development: `/dev/mail` lists what would have been sent (as JSON for who asks for that), `/dev/mail/{id}` shows a
 * message. Messages hold links that let people in, so only this machine is answered, asked by its own name: a page elsewhere that made
 * its name point here is not, nor whoever comes through a proxy.
 */
export function outboxPage(outbox: MailOutbox): Hono<{ Bindings: Partial<HttpBindings> }> {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  app.use("/dev/mail/*", async (c, next) => {
    if (!isOwn(c)) return c.text("This outbox is shown only to the machine that it is on.\n", 403);
    await next();
    c.header("Content-Security-Policy", contentSecurityPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Cache-Control", "no-store");
  });
  app.get("/dev/mail", (c) => {
    const kept = outbox.kept();
    return c.req.header("accept")?.includes("application/json") === true ? c.json({ items: kept }) : c.html(listPage(kept));
  });
  app.get("/dev/mail/:id", (c) => {
    const mail = outbox.kept().find(({ id }) => id === c.req.param("id"));
    return mail === undefined ? c.text("There is no such message; the outbox is emptied at each start.\n", 404) : c.html(mailPage(mail));
  });
  return app;
}

function isOwn(c: Context<{ Bindings: Partial<HttpBindings> }>): boolean {
  const address = c.env?.incoming?.socket.remoteAddress ?? "";
  const { headers } = c.req.raw;
  return (
    isLoopback(address) && isLoopback((headers.get("host") ?? "").replace(/:\d+$/, "")) && !proxyHeaders.some((name) => headers.has(name))
  );
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
iframe { width: 100%; height: 28rem; border: 1px solid #8888; background: #fff; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
${body}
</body>
</html>
`;

function listPage(kept: readonly KeptMail[]): string {
  const rows = kept.map(
    ({ id, at, to, subject }) =>
      `<tr><td>${escapeHtml(at)}</td><td>${escapeHtml(to)}</td><td><a href="/dev/mail/${escapeHtml(id)}">${escapeHtml(subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th>When</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
  const none = "<p>Nothing has been sent since the start. Set SMTP_URL and MAIL_FROM to send real mail.</p>";
  return page("Outbox", `<h1>Outbox</h1>\n${kept.length === 0 ? none : table}`);
}

function mailPage({ subject, to, at, html, text }: KeptMail): string {
  return page(
    subject,
    [
      '<p><a href="/dev/mail">Outbox</a></p>',
      `<h1>${escapeHtml(subject)}</h1>`,
      `<p>To ${escapeHtml(to)}, ${escapeHtml(at)}</p>`,
      // Links may open, so that a developer can follow them; scripts may not run.
      `<iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" srcdoc="${escapeHtml(html.replace("<body", '<base target="_top"><body'))}"></iframe>`,
      "<h2>As text</h2>",
      `<pre>${escapeHtml(text)}</pre>`,
    ].join("\n"),
  );
}
