import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { StartError } from "../problems/start-error.ts";

/** Nothing from elsewhere and no inline script; Swagger UI places elements by style. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API reference</title>
    <link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body style="margin: 0">
    <main id="reference"></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** In a file of its own, since the policy allows no script in the page. */
const start = (document: string): string =>
  `SwaggerUIBundle({ url: ${JSON.stringify(document)}, dom_id: "#reference", deepLinking: true, filter: true, validatorUrl: null });\n`;

const assets = { "swagger-ui.css": "text/css", "swagger-ui-bundle.js": "text/javascript" } as const;

/** A text that is sent again and again: compressed once. */
interface Served {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/**
 * The API reference: `/docs` shows the published document, and `documentPath` gives it, to anybody; it tells nothing that is secret.
 * Works without a network: Swagger UI comes from the installed package. @throws StartError when a file is missing
 */
export function apiReference(documentPath: string, documentFile: string): Hono {
  const document = served(documentFile, "application/json", "npm run generate");
  const app = new Hono();
  app.get(documentPath, (c) => send(document, c.req.raw, "no-cache"));
  for (const [name, type] of Object.entries(assets)) {
    // Larger than all else here, and asked for by nobody on most days: read at its first use.
    let asset: Served | undefined;
    app.get(`/docs/${name}`, (c) => {
      asset ??= served(join(swaggerFolder(), name), type, "npm ci");
      return send(asset, c.req.raw, "public, max-age=86400");
    });
  }
  app.get("/docs/start.js", (c) => c.body(start(documentPath), 200, { "Content-Type": "text/javascript; charset=utf-8" }));
  app.get("/docs", (c) => {
    c.header("Content-Security-Policy", contentSecurityPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "same-origin");
    c.header("Cache-Control", "no-cache");
    return c.html(page);
  });
  return app;
}

function swaggerFolder(): string {
  const found = findPackageJSON("swagger-ui-dist", import.meta.url);
  if (found === undefined) throw new StartError("The package swagger-ui-dist is not installed: run `npm ci`.");
  return dirname(found);
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
