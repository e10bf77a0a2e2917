import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

/** Nothing from elsewhere, no inline script, no framing. Styles may be inline: graph and toast libraries place elements by style. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join("; ");

/**
 * Serves the built web app of `folder`: hashed assets for a year, and `index.html` for every other path a browser asks a page for,
 * so that the app's own routes can be reloaded.
 */
export function webApp(folder: string): Hono {
  const app = new Hono();
  const index = join(folder, "index.html");
  app.use(async (c, next) => {
    await next();
    c.header("Content-Security-Policy", contentSecurityPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "same-origin");
  });
  if (!existsSync(index)) {
    app.get("*", (c) => c.text("The web app is not built: run `npm start`, or `node web/build.ts`.\n", 503));
    return app;
  }
  const page = readFileSync(index, "utf8");
  app.use(
    "/assets/*",
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
    }),
  );
  app.get("/assets/*", (c) => c.text("Not found", 404));
  app.use(serveStatic({ root: folder }));
  app.get("*", (c) => {
    c.header("Cache-Control", "no-cache");
    return c.html(page);
  });
  return app;
}
