import { Hono } from "hono";
import type { Replica } from "../database/replica.ts";

/** One thing that must work for the platform to serve; rejects when it does not. */
export interface HealthCheck {
  readonly name: string;
  run(): Promise<void>;
  /** It is elsewhere: it is told of in detail, and this process can serve without it. */
  readonly elsewhere?: true;
}

export interface HealthReport {
  readonly status: "ok" | "failing" | "stopping";
  readonly uptimeSeconds: number;
  readonly checks: readonly {
    readonly name: string;
    readonly status: "ok" | "failing";
    readonly milliseconds: number;
    readonly detail?: string;
  }[];
}

const checkTimeout = 2_000;

/**
 * The health endpoints: `/health/live` (the process answers), `/health/ready` (it can serve: 503 while a check fails or a stop is
 * under way), `/health` (the same in words; `?detailed=true` lists each check, those of other processes too).
 */
export function healthRoutes(checks: readonly HealthCheck[], isStopping: () => boolean): Hono {
  const app = new Hono();
  const own = checks.filter(({ elsewhere }) => elsewhere !== true);
  app.get("/health/live", (c) => c.json({ status: "ok" }));
  app.get("/health/ready", async (c) => {
    const { status } = await report(own, isStopping());
    return c.json({ status }, status === "ok" ? 200 : 503);
  });
  app.get("/health", async (c) => {
    const detailed = c.req.query("detailed") === "true";
    const full = await report(detailed ? checks : own, isStopping());
    const code = full.status === "ok" ? 200 : 503;
    return detailed ? c.json(full, code) : c.json({ status: full.status }, code);
  });
  return app;
}

/** Runs all checks at once, each with a limit of two seconds. */
async function report(checks: readonly HealthCheck[], stopping: boolean): Promise<HealthReport> {
  const results = await Promise.all(
    checks.map(async ({ name, run }) => {
      const began = performance.now();
      const failure = await withTimeout(run()).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const milliseconds = Math.round((performance.now() - began) * 10) / 10;
      return failure === undefined
        ? { name, status: "ok" as const, milliseconds }
        : { name, status: "failing" as const, milliseconds, detail: failure };
    }),
  );
  const failing = results.some(({ status }, index) => status === "failing" && checks[index]?.elsewhere !== true);
  return { status: stopping ? "stopping" : failing ? "failing" : "ok", uptimeSeconds: Math.round(process.uptime()), checks: results };
}

function withTimeout(work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer within ${checkTimeout / 1000} s.`)), checkTimeout);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

/** Asks the process that serves a domain whether it is ready. */
export const healthOf = (domain: string, url: string): HealthCheck => ({
  name: domain,
  elsewhere: true,
  async run() {
    const { ok, status } = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(checkTimeout) });
    if (!ok) throw new Error(`It answers with status ${status}.`);
  },
});

/** Whether reads go to the replica. */
export const replicaHealth = (replica: Replica): HealthCheck => ({
  name: "replica",
  elsewhere: true,
  async run() {
    const { used, reason } = replica.state();
    if (!used) throw new Error(reason);
  },
});
