import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { StartError } from "../problems/start-error.ts";

/**
 * Nothing from elsewhere and no inline script. Styles are inline because Redoc writes its own; its search runs in a worker that it makes
 * of a blob.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const page = (document: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API reference</title>
    <link rel="icon" href="/icon.svg">
  </head>
  <body style="margin: 0">
    <redoc spec-url="${document}" disable-telemetry="true"></redoc>
    <script type="module" src="/docs/redoc.js"></script>
  </body>
</html>
`;

/** A text that is sent again and again: compressed once. */
interface Served {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/**
 * The API reference: `/docs` shows the published document, and `documentPath` gives it, to anybody; it tells nothing that is secret.
 * Works without a network: Redoc comes from the installed package. @throws StartError when a file is missing
 */
export function apiReference(documentPath: string, documentFile: string): Hono {
  const document = served(documentFile, "application/json", "npm run generate");
  // Larger than all else here, and asked for by nobody on most days: read at its first use.
  let redoc: Served | undefined;
  const app = new Hono();
  app.get(documentPath, (c) => send(document, c.req.raw, "no-cache"));
  app.get("/docs/redoc.js", (c) => {
    redoc ??= served(redocFile(), "text/javascript", "npm ci");
    return send(redoc, c.req.raw, "public, max-age=86400");
  });
  app.get("/docs", (c) => {
    c.header("Content-Security-Policy", contentSecurityPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "same-origin");
    c.header("Cache-Control", "no-cache");
    return c.html(page(documentPath));
  });
  return app;
}

function redocFile(): string {
  const found = findPackageJSON("redoc", import.meta.url);
  if (found === undefined) throw new StartError("The package redoc is not installed: run `npm ci`.");
  return join(dirname(found), "bundles/redoc.standalone.js");
}

function served(file: string, type: string, remedy: string): Served {
  try {
    const plain = new Uint8Array(readFileSync(file));
    return { plain, gzip: new Uint8Array(gzipSync(plain)), type: `${type}; charset=utf-8` };
  } catch (cause) {
    throw new StartError(`${file} cannot be read: run \`${remedy}\`.`, { cause });
  }
}

function send({ plain, gzip, type }: Served, request: Request, cache: string): Response {
  const compressed = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const headers = { "Content-Type": type, "Cache-Control": cache, "X-Content-Type-Options": "nosniff", Vary: "Accept-Encoding" };
  return new Response(compressed ? gzip : plain, { headers: compressed ? { ...headers, "Content-Encoding": "gzip" } : headers });
}
