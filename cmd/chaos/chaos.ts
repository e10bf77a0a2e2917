import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLoad } from "./load.ts";
import { natsVictim } from "./nats-victim.ts";
import { platformVictim } from "./platform-victim.ts";
import { postgresVictim } from "./postgres-victim.ts";
import { type Struck, strike } from "./strikes.ts";
import { type Verified, verify } from "./verify.ts";

export interface ChaosOptions {
  /** How often something is killed or paused. */
  readonly strikes: number;
  /** How many runs are started at the least. */
  readonly runs: number;
  readonly random: () => number;
  readonly tell: (line: string) => void;
}

export interface ChaosReport extends Struck, Verified {
  readonly started: number;
  /** Requests that were sent again since they got no answer. */
  readonly repeated: number;
  /** Processes that did not stop cleanly in the end. */
  readonly unclean: readonly string[];
}

const leaseSeconds = 2;

/**
 * Two processes of each role, Postgres and NATS, all real, under a stream of runs, while one after the other is killed or paused. Halfway
 * all that JetStream keeps is deleted, and a worker stands still for longer than its lease. Then everything is counted.
 */
export async function chaos({ strikes, runs, random, tell }: ChaosOptions): Promise<ChaosReport> {
  const data = mkdtempSync(join(tmpdir(), "archwright-chaos-"));
  const [postgres, nats] = await Promise.all([postgresVictim(), natsVictim()]);
  const env = {
    ...{ DATABASE_URL: postgres.url, NATS_URL: nats.url, LOG_LEVEL: "error" },
    ...{ RUNS_LEASE_SECONDS: String(leaseSeconds), DATABASE_IDLE_SECONDS: "2", DATABASE_POOL: "8" },
  };
  const pair = (role: "api" | "worker" | "scheduler") =>
    Promise.all([platformVictim(role, 1, data, env), platformVictim(role, 2, data, env)]);
  const [apis, workers, schedulers] = await Promise.all([pair("api"), pair("worker"), pair("scheduler")]);
  const platform = [...apis, ...workers, ...schedulers];

  const load = await startLoad(apis.map(({ url }) => url));
  const struck = await strike(
    [...platform, postgres, nats],
    strikes,
    async () => {
      tell("JetStream loses all that it keeps; a worker stands still for longer than its lease");
      await Promise.all([nats.wipe(), workers[0].pause(1.75 * leaseSeconds * 1000)]);
    },
    random,
    tell,
  );
  await load.finish(runs);
  tell(`${load.started()} runs were started; waiting for their ends`);
  const verified = await verify(postgres.url, apis[0].url, load.ada, load.started());

  const codes = await Promise.all(platform.map(async (one) => ({ one, code: await one.stop() })));
  const unclean = codes
    .filter(({ code }) => code !== 0)
    .map(({ one, code }) => `${one.name} ended with ${code}: ${one.output().slice(-1_000)}`);
  await Promise.all([postgres.stop(), nats.stop()]);
  rmSync(data, { recursive: true, force: true });
  return { ...struck, started: load.started(), repeated: load.repeated(), unclean, ...verified };
}
