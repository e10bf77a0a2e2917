import { join } from "node:path";
import { startPostgres } from "../../codegen/database/start-postgres.ts";
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
 * database, and Hono with Kysely as usually written: requests per second, and the processor's time for each. In turns, on the same
 * machine. On "postgres" it is one that is started for this.
 */
export async function benchServe(database: "sqlite" | "postgres", seconds: number): Promise<Figures> {
  if (database === "sqlite") return measure(join(here, "sqlite"), undefined, seconds);
  const server = await startPostgres(["--locale=C"]);
  try {
    return await measure(join(here, "postgres"), server.url, seconds);
  } finally {
    await server.stop();
  }
}

async function measure(folder: string, databaseUrl: string | undefined, seconds: number): Promise<Figures> {
  const env = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  const platform = await startTarget<PlatformReady>(join(here, "server-platform.ts"), [], env);
  const { url, unguarded, headers, file, organization, id } = platform.ready;
  const args = [databaseUrl ?? file, organization];
  const bare = await startTarget<{ url: string }>(join(folder, "server-bare.ts"), args);
  const kysely = await startTarget<{ url: string }>(join(folder, "server-kysely.ts"), args);
  const cpu = `${unguarded}/cpu`;
  const api = `${url}/api/v1/pipelines`;
  const ours = (path: string, status = 200): Compared => ({ url: `${api}${path}`, headers, status, cpu });
  const theirs = ({ ready }: typeof bare, path: string): Compared => ({
    url: `${ready.url}/pipelines${path}`,
    status: 200,
    cpu: `${ready.url}/cpu`,
  });
  const three = (path: string) => ({ generated: ours(path), "bare-hono": theirs(bare, path), "hono-kysely": theirs(kysely, path) });
  const definition = { steps: [{ id: "one", tool: "wait", inputs: { seconds: "1" } }] };
  try {
    const point = await compare(three(`/${id}`), seconds);
    const list = await compare(three(""), seconds);
    const guard = await compare(
      { guarded: ours(`/${id}`), unguarded: { ...ours(`/${id}`), url: `${unguarded}/api/v1/pipelines/${id}` } },
      seconds,
    );
    const refused = await compare(
      {
        "without-token": { ...ours(`/${id}`, 401), headers: {} },
        "not-there": ours("/pl-0000000000000000", 404),
        "wrong-input": ours("?limit=many", 422),
      },
      seconds / 2,
    );
    const body = JSON.stringify({ name: "Pipeline [<id>]", definition });
    const created = await compare({ generated: { ...ours("", 201), body } }, seconds / 2);
    return {
      ...{ ...beside("point", point), ...beside("list", list), ...costs("point", guard) },
      ...{ ...costs("refused", refused), ...costs("create", created) },
    };
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
