import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../../internal/core/processes/role.ts";
import { startLoad } from "./load.ts";
import { natsVictim } from "./nats-victim.ts";
import { type PlatformVictim, platformVictim } from "./platform-victim.ts";
import { postgresVictim } from "./postgres-victim.ts";
import { postgresRows, type Rows, sqliteRows } from "./rows.ts";
import { type Struck, strike } from "./strikes.ts";
import { type Verified, verify } from "./verify.ts";
import type { Victim } from "./victim.ts";

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
const settings = { LOG_LEVEL: "error", RUNS_LEASE_SECONDS: String(leaseSeconds) };

/** What is struck, served and counted. */
interface Scene {
  readonly platform: readonly PlatformVictim[];
  readonly servers: readonly Victim[];
  /** Where runs are started. */
  readonly urls: readonly string[];
  rows(): Promise<Rows>;
  halfway(): Promise<void>;
}

/**
 * Two processes of each role, Postgres and NATS, all real, under a stream of runs, while one after the other is killed or paused. Halfway
 * all that JetStream keeps is deleted, and a worker stands still for longer than its lease. Then everything is counted.
 */
export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const data = mkdtempSync(join(tmpdir(), "archwright-chaos-"));
  const [postgres, nats] = await Promise.all([postgresVictim(), natsVictim()]);
  const env = { ...settings, DATABASE_URL: postgres.url, NATS_URL: nats.url, DATABASE_IDLE_SECONDS: "2", DATABASE_POOL: "8" };
  const pair = (role: Role) => Promise.all([platformVictim(role, 1, data, env), platformVictim(role, 2, data, env)]);
  const [apis, workers, schedulers] = await Promise.all([pair("api"), pair("worker"), pair("scheduler")]);
  const report = await play(options, {
    platform: [...apis, ...workers, ...schedulers],
    servers: [postgres, nats],
    urls: apis.map(({ url }) => url),
    rows: () => postgresRows(postgres.url),
    async halfway() {
      options.tell("JetStream loses all that it keeps; a worker stands still for longer than its lease");
      await Promise.all([nats.wipe(), workers[0].pause(1.75 * leaseSeconds * 1000)]);
    },
  });
  await Promise.all([postgres.stop(), nats.stop()]);
  rmSync(data, { recursive: true, force: true });
  return report;
}

/** The same of one process that is everything, on SQLite. */
export async function embeddedChaos(options: ChaosOptions): Promise<ChaosReport> {
  const data = mkdtempSync(join(tmpdir(), "archwright-chaos-"));
  const platform = await platformVictim("platform", 1, data, settings);
  const report = await play(options, {
    platform: [platform],
    servers: [],
    urls: [platform.url],
    rows: async () => sqliteRows(join(data, "archwright.db")),
    async halfway() {
      options.tell("it stands still for longer than its leases");
      await platform.pause(1.75 * leaseSeconds * 1000);
    },
  });
  rmSync(data, { recursive: true, force: true });
  return report;
}

async function play(
  { strikes, runs, random, tell }: ChaosOptions,
  { platform, servers, urls, rows, halfway }: Scene,
): Promise<ChaosReport> {
  const load = await startLoad(urls);
  const struck = await strike([...platform, ...servers], strikes, halfway, random, tell);
  await load.finish(runs);
  tell(`${load.started()} runs were started; waiting for their ends`);
  const verified = await verify(await rows(), urls[0] ?? "", load.ada, load.started());

  const codes = await Promise.all(platform.map(async (one) => ({ one, code: await one.stop() })));
  const unclean = codes
    .filter(({ code }) => code !== 0)
    .map(({ one, code }) => `${one.name} ended with ${code}: ${one.output().slice(-1_000)}`);
  return { ...struck, started: load.started(), repeated: load.repeated(), unclean, ...verified };
}
