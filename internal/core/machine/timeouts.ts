import { acrossOrganizations } from "../context/across-organizations.ts";
import type { Context } from "../context/context.ts";
import { doorbell } from "../events/doorbell.ts";
import type { Live } from "../live/live.ts";
import type { Background } from "../modules/domain.ts";
import { Problem } from "../problems/problem.ts";
import type { Log } from "../telemetry/log.ts";
import type { TimedMachine } from "./machine.ts";

export interface TimeoutParts {
  readonly live: Live;
  readonly log: Log;
  system(name: string, organization: string): Context;
  now(): Date;
}

export interface TimeoutSettings {
  /** About how often the database is asked for states that have ended. */
  readonly pollMilliseconds: number;
  /** How long one waits whose time-out failed. */
  readonly retryMilliseconds: number;
  /** How many are taken at once. */
  readonly batch: number;
}

export const timeoutDefaults: TimeoutSettings = { pollMilliseconds: 5_000, retryMilliseconds: 60_000, batch: 100 };

/** Wakes who fires time-outs; nobody must, for they are looked for now and then. */
const timeoutsTopic = "core.timeouts";

/**
 * Ends the states that have timed out, until it is stopped. Any number of processes may do this on one database: the version of the
 * row lets one of them win.
 */
export function startTimeouts(
  parts: TimeoutParts,
  // biome-ignore lint/suspicious/noExplicitAny: machines of different entities are treated alike; each gets back only rows of its own
  machines: readonly TimedMachine<any>[],
  settings: TimeoutSettings = timeoutDefaults,
): Background {
  if (machines.length === 0) return { stop: async () => {} };
  const { log } = parts;
  const bell = doorbell(parts.live, timeoutsTopic);
  const own = acrossOrganizations(parts.system("timeouts", ""));
  let stopping = false;

  async function end<Row>(machine: TimedMachine<Row>, row: Row): Promise<void> {
    const ctx = parts.system("timeouts", machine.organizationOf(row));
    try {
      await machine.timeOut(ctx, row);
    } catch (err) {
      // Somebody moved it meanwhile: a person, or another process that fires time-outs.
      if (isStale(err)) return;
      log.error({ err, entity: machine.entity }, "A time-out failed; it is tried again later.");
      await machine.postpone(ctx, row, settings.retryMilliseconds).catch((err) => {
        if (!isStale(err)) log.error({ err, entity: machine.entity }, "A time-out could not be put off.");
      });
    }
  }

  /** Whether there may be more. */
  async function look<Row>(machine: TimedMachine<Row>): Promise<boolean> {
    const rows = await machine.overdue(own, parts.now().toISOString(), settings.batch);
    for (const row of rows) {
      if (stopping) return false;
      await end(machine, row);
    }
    return rows.length === settings.batch;
  }

  async function work(): Promise<void> {
    while (!stopping) {
      let more = false;
      for (const machine of machines) {
        try {
          more = (await look(machine)) || more;
        } catch (err) {
          log.error({ err, entity: machine.entity }, "Time-outs could not be looked for; it is tried again soon.");
        }
      }
      if (!stopping && !more) await bell.wait(settings.pollMilliseconds * (0.75 + Math.random() / 2));
    }
  }

  const done = work();
  return {
    stop() {
      stopping = true;
      bell.close();
      return done;
    },
  };
}

const isStale = (error: unknown): boolean => error instanceof Problem && error.status === 412;
