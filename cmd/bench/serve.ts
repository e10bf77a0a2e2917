import { join } from "node:path";
import { load, requestsPerSecond, startTarget } from "./load.ts";
import type { Figures } from "./report.ts";

interface PlatformReady {
  readonly url: string;
  /** The same endpoints, without a check of who calls. */
  readonly unguarded: string;
  readonly headers: Record<string, string>;
  readonly file: string;
  readonly organization: string;
  readonly id: string;
}

const here = import.meta.dirname;

interface Guarded {
  readonly url: string;
  readonly unguarded: string;
  readonly headers: Record<string, string>;
  readonly path: string;
  readonly seconds: number;
}

const rounds = 4;

/** What finding out who calls, and what they may do, costs: in throughput and in CPU for each request. In turns, on one process. */
async function guardCost({ url, unguarded, headers, path, seconds }: Guarded): Promise<Figures> {
  const sums = [url, unguarded].map((origin) => ({ origin, perSecond: 0, requests: 0, cpu: 0 }));
  const cpu = async (): Promise<number> => (await (await fetch(`${unguarded}/cpu`)).json()) as number;
  for (let round = 0; round < rounds; round++) {
    for (const sum of sums) {
      await load(`${sum.origin}${path}`, headers, 1);
      const before = await cpu();
      const { perSecond, requests } = await load(`${sum.origin}${path}`, headers, seconds / 2);
      sum.cpu += (await cpu()) - before;
      sum.perSecond += perSecond / rounds;
      sum.requests += requests;
    }
  }
  const [guarded, free] = sums as [(typeof sums)[0], (typeof sums)[0]];
  return {
    "point-guarded": guarded.perSecond,
    "point-unguarded": free.perSecond,
    "point-guarded-to-unguarded": guarded.perSecond / free.perSecond,
    "cpu-us-guarded": guarded.cpu / guarded.requests,
    "cpu-us-unguarded": free.cpu / free.requests,
  };
}

/**
 * Requests per second of a generated endpoint (token check, tenant scope, validation, ETag) beside a bare Hono route with the same
 * statement on the same database file, and Hono with Kysely as usually written. One after the other, on the same machine.
 */
export async function benchServe(seconds: number): Promise<Figures> {
  const platform = await startTarget<PlatformReady>(join(here, "server-platform.ts"));
  const { url, unguarded, headers, file, organization, id } = platform.ready;
  const bare = await startTarget<{ url: string }>(join(here, "server-bare.ts"), [file, organization]);
  const kysely = await startTarget<{ url: string }>(join(here, "server-kysely.ts"), [file, organization]);
  try {
    const figures = {
      "point-generated": await requestsPerSecond(`${url}/api/v1/pipelines/${id}`, headers, seconds),
      "point-bare-hono": await requestsPerSecond(`${bare.ready.url}/pipelines/${id}`, {}, seconds),
      "point-hono-kysely": await requestsPerSecond(`${kysely.ready.url}/pipelines/${id}`, {}, seconds),
      "list-generated": await requestsPerSecond(`${url}/api/v1/pipelines`, headers, seconds),
      "list-bare-hono": await requestsPerSecond(`${bare.ready.url}/pipelines`, {}, seconds),
      "list-hono-kysely": await requestsPerSecond(`${kysely.ready.url}/pipelines`, {}, seconds),
    };
    return {
      ...figures,
      ...(await guardCost({ url, unguarded, headers, path: `/api/v1/pipelines/${id}`, seconds })),
      "point-generated-to-bare": figures["point-generated"] / figures["point-bare-hono"],
      "point-generated-to-kysely": figures["point-generated"] / figures["point-hono-kysely"],
      "list-generated-to-bare": figures["list-generated"] / figures["list-bare-hono"],
      "list-generated-to-kysely": figures["list-generated"] / figures["list-hono-kysely"],
    };
  } finally {
    await Promise.all([platform.stop(), bare.stop(), kysely.stop()]);
  }
}
