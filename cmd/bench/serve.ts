import { join } from "node:path";
import { requestsPerSecond, startTarget } from "./load.ts";
import type { Figures } from "./report.ts";

interface PlatformReady {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly file: string;
  readonly organization: string;
  readonly id: string;
}

const here = import.meta.dirname;

/**
 * Requests per second of a generated endpoint (token check, tenant scope, validation, ETag) beside a bare Hono route with the same
 * statement on the same database file, and Hono with Kysely as usually written. One after the other, on the same machine.
 */
export async function benchServe(seconds: number): Promise<Figures> {
  const platform = await startTarget<PlatformReady>(join(here, "server-platform.ts"));
  const { url, headers, file, organization, id } = platform.ready;
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
      "point-generated-to-bare": figures["point-generated"] / figures["point-bare-hono"],
      "point-generated-to-kysely": figures["point-generated"] / figures["point-hono-kysely"],
      "list-generated-to-bare": figures["list-generated"] / figures["list-bare-hono"],
      "list-generated-to-kysely": figures["list-generated"] / figures["list-hono-kysely"],
    };
  } finally {
    await Promise.all([platform.stop(), bare.stop(), kysely.stop()]);
  }
}
