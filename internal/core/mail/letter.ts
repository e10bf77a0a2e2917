import { escapeHtml } from "./escape-html.ts";
import type { Mail } from "./mailer.ts";

/** What a message says, without its looks. All of it is plain text, whoever wrote it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** The one thing to do: a button, in the text part its address. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Something to type elsewhere, shown large. */
  readonly code?: string;
  /** What stands small at the end: why this came, and what to do if it should not have. */
  readonly footer: string;
}

const font = "font-family:system-ui,-apple-system,'Segoe UI',sans-serif;";

/** The message of a letter, in both parts. Values cannot add lines to the subject, nor markup to the page. */
export function letter({ to, subject, paragraphs, action, code, footer }: Letter): Mail {
  const text = [...paragraphs, ...(code === undefined ? [] : [code]), ...(action === undefined ? [] : [`${action.label}:\n${action.url}`])];
  const parts = [
    ...paragraphs.map((one) => `<p style="margin:0 0 16px">${escapeHtml(one)}</p>`),
    ...(code === undefined
      ? []
      : [`<p style="margin:0 0 16px;font-size:28px;letter-spacing:4px"><strong>${escapeHtml(code)}</strong></p>`]),
    ...(action === undefined ? [] : [button(action)]),
    `<p style="margin:24px 0 0;color:#6b7280;font-size:13px">${escapeHtml(footer)}</p>`,
  ];
  return {
    to,
    subject: subject.replaceAll(/\s+/g, " ").trim(),
    text: `${[...text, `--\n${footer}`].join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="en">
<body style="margin:0;padding:32px 16px;background:#f4f4f5;${font}font-size:15px;line-height:1.5;color:#18181b">
<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px">
${parts.join("\n")}
</div>
</body>
</html>
`,
  };
}

function button({ label, url }: { readonly label: string; readonly url: string }): string {
  const look = "display:inline-block;padding:10px 20px;background:#4f46e5;color:#ffffff;border-radius:6px;text-decoration:none";
  const shown = escapeHtml(url);
  return [
    `<p style="margin:0 0 16px"><a href="${shown}" style="${look}">${escapeHtml(label)}</a></p>`,
    `<p style="margin:0;color:#6b7280;font-size:13px;word-break:break-all">${shown}</p>`,
  ].join("\n");
}
