import { hash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Metrics } from "./metrics.ts";

/** The text format of Prometheus. */
const mediaType = "text/plain; version=0.0.4; charset=utf-8";

/**
 * `GET /metrics`, for whoever shows the token. Without one set, it is open where only this machine can reach the platform, and elsewhere
 * there is nothing.
 */
export function metricsRoutes(metrics: Metrics, token: string, local: boolean): Hono {
  const app = new Hono();
  if (token === "" && !local) return app;
  return app.get("/metrics", async (c) => {
    if (token !== "" && !isSame(c.req.header("authorization") ?? "", `Bearer ${token}`)) {
      return c.text("This needs `Authorization: Bearer <METRICS_TOKEN>`.\n", 401, { "WWW-Authenticate": "Bearer" });
    }
    return c.body(await metrics.text(), 200, { "Content-Type": mediaType, "Cache-Control": "no-store" });
  });
}

/** Takes as long for each text. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const digest = (text: string): Buffer => hash("sha256", text, "buffer");
