import { join } from "node:path";
import { type Compared, type Cost, compare } from "./compare.ts";
import { startTarget } from "./load.ts";
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

/**
 * A generated endpoint (token check, tenant scope, validation, ETag) beside a bare Hono route with the same statement on the same
 * database file, and Hono with Kysely as usually written: requests per second, and the processor's time for each. In turns, on the same
 * machine.
 */
export async function benchServe(seconds: number): Promise<Figures> {
  const platform = await startTarget<PlatformReady>(join(here, "server-platform.ts"));
  const { url, unguarded, headers, file, organization, id } = platform.ready;
  const bare = await startTarget<{ url: string }>(join(here, "server-bare.ts"), [file, organization]);
  const kysely = await startTarget<{ url: string }>(join(here, "server-kysely.ts"), [file, organization]);
  const api = `${url}/api/v1/pipelines`;
  const ours = (path: string, status = 200, sent: Partial<Compared> = {}): Compared => ({
    ...{ url: `${api}${path}`, headers, status, cpu: `${unguarded}/cpu` },
    ...sent,
  });
  const theirs = ({ ready }: { readonly ready: { readonly url: string } }, path: string): Compared => ({
    ...{ url: `${ready.url}/pipelines${path}`, status: 200, cpu: `${ready.url}/cpu` },
  });
  try {
    const point = await compare(
      { generated: ours(`/${id}`), "bare-hono": theirs(bare, `/${id}`), "hono-kysely": theirs(kysely, `/${id}`) },
      seconds,
    );
    const list = await compare({ generated: ours(""), "bare-hono": theirs(bare, ""), "hono-kysely": theirs(kysely, "") }, seconds);
    const guard = await compare(
      { guarded: ours(`/${id}`), unguarded: { ...ours(`/${id}`), url: `${unguarded}/api/v1/pipelines/${id}` } },
      seconds,
    );
    return { ...beside("point", point), ...beside("list", list), ...costs("point", guard) };
  } finally {
    await Promise.all([platform.stop(), bare.stop(), kysely.stop()]);
  }
}

/** The figures of each, and how the generated endpoint does beside the two others. */
function beside(what: string, cost: Readonly<Record<"generated" | "bare-hono" | "hono-kysely", Cost>>): Figures {
  const { generated, "bare-hono": bare, "hono-kysely": kysely } = cost;
  return {
    ...costs(what, cost),
    [`${what}-generated-to-bare`]: generated.perSecond / bare.perSecond,
    [`${what}-generated-to-kysely`]: generated.perSecond / kysely.perSecond,
    [`${what}-generated-to-bare-by-cpu`]: bare.cpu / generated.cpu,
    [`${what}-generated-to-kysely-by-cpu`]: kysely.cpu / generated.cpu,
  };
}

const costs = (what: string, cost: Readonly<Record<string, Cost>>): Figures =>
  Object.fromEntries(
    Object.entries(cost).flatMap(([name, { perSecond, cpu }]) => [
      [`${what}-${name}`, perSecond],
      [`${what}-${name}-cpu-us`, cpu],
    ]),
  );
