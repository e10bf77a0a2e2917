import { join } from "node:path";
import { startPostgres } from "../../codegen/database/start-postgres.ts";
import { pipelinesDomain } from "../../generated/pipelines/domain.gen.ts";
import type { PipelineRepository } from "../../generated/pipelines/repository.gen.ts";
import type { Context } from "../../internal/core/context/context.ts";
import { openDatabase } from "../../internal/core/database/open.ts";
import { openMigrated } from "../../internal/core/database/open-migrated.ts";
import type { Eventual } from "../../internal/core/eventual/eventual.ts";
import { newId } from "../../internal/core/ids/ids.ts";
import { silentLog, testContext } from "../../internal/core/testing/context.ts";
import type { Figures } from "./report.ts";

const organizations = 20;
const pipelinesOfEach = 500;
const rounds = 6;
const seconds = 1;
const atOnce = 16;

/** What is asked for, of whichever pipelines. */
type Ask = (pipelines: PipelineRepository, ctx: Context, id: string) => Eventual<unknown>;
const asked: Readonly<Record<string, Ask>> = {
  point: (pipelines, ctx, id) => pipelines.find(ctx, id),
  list: (pipelines, ctx) => pipelines.list(ctx, { limit: 50, sort: "-createdAt" }),
  update: (pipelines, ctx, id) => pipelines.update(ctx, id, { description: newId("x") }).catch(() => undefined),
};

/**
 * Statements per second of a repository on one Postgres, by a login that policies bind and by the owner, whom nothing binds; in turns, so
 * that both meet the same machine.
 */
export async function benchRowSecurity(): Promise<Figures> {
  const server = await startPostgres(["--locale=C"], ["max_connections=50"]);
  const app = Object.assign(new URL(server.url), { username: "app", password: "app" });
  const config = {
    databaseUrl: app.href,
    databaseOwnerUrl: server.url,
    databaseRls: "on",
    databasePool: 10,
    databaseIdleSeconds: 15,
  } as const;
  const guarded = await openMigrated(config, { root: join(import.meta.dirname, "../..") }, silentLog);
  const plain = await openDatabase(server.url, { poolSize: 10 });
  try {
    const sides = { plain: pipelinesDomain.repositories(plain).pipelines, guarded: pipelinesDomain.repositories(guarded).pipelines };
    const rows = await fill(sides.plain);
    const figures: Record<string, number> = {};
    for (const [name, ask] of Object.entries(asked)) {
      const sums = { plain: 0, guarded: 0 };
      for (let round = 0; round < rounds; round++)
        for (const side of ["plain", "guarded"] as const) sums[side] += await perSecond(async () => ask(sides[side], ...pick(rows)));
      figures[`${name}-plain`] = sums.plain / rounds;
      figures[`${name}-row-security`] = sums.guarded / rounds;
      figures[`${name}-ratio`] = sums.guarded / sums.plain;
    }
    return figures;
  } finally {
    await Promise.all([guarded.close(), plain.close()]);
    await server.stop();
  }
}

type Row = readonly [ctx: Context, id: string];

async function fill(pipelines: PipelineRepository): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let organization = 0; organization < organizations; organization++) {
    const ctx = testContext({ organization: newId("og") });
    const made = Array.from({ length: pipelinesOfEach }, (_, index) =>
      pipelines.insert(ctx, { name: `Pipeline ${index}`, definition: { steps: [] }, latest: 1 } as never),
    );
    rows.push(...(await Promise.all(made)).map(({ id }): Row => [ctx, id]));
  }
  return rows;
}

function pick(rows: readonly Row[]): Row {
  const row = rows[Math.floor(Math.random() * rows.length)];
  if (row === undefined) throw new Error("There are no rows.");
  return row;
}

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let count = 0;
  const one = async (): Promise<void> => {
    for (; performance.now() < until; count++) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return count / seconds;
}
