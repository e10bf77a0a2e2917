import { type Person, until } from "../testing/api.ts";
import { contentOf, stepsOfRun } from "./load.ts";
import type { Rows } from "./rows.ts";

/** Something that was counted, and what it must be. */
export interface Count {
  readonly what: string;
  readonly found: number;
  readonly wanted: number;
}

/** How long all that is under way may take to end once everything runs again. */
const patience = 120_000;
const readers = 8;

export interface Verified {
  readonly counts: readonly Count[];
  /** Why runs did not succeed, and how often each. */
  readonly complaints: readonly string[];
}

/** Waits until nothing is under way, and counts what came of all runs and events. */
export async function verify(rows: Rows, api: string, ada: Person, started: number): Promise<Verified> {
  const one = async (sql: string): Promise<number> => Number((await rows.all<{ found: unknown }>(`select (${sql}) as found`))[0]?.found);
  try {
    const underWay = `select (select count(*) from runs where finished_at is null) + (select count(*) from step_attempts)
      + (select count(*) from core_deliveries)`;
    await until("nothing is under way", async () => ((await one(underWay)) === 0 ? true : undefined), patience).catch(() => {});

    const organizations = await one("select count(*) from organizations");
    const steps = started * stepsOfRun.length;
    const own = "select count(*) from artifacts where name like '%-_.txt'";
    const told = (status: string) => `select count(*) from ${rows.news} where news -> 'step' ->> 'status' = '${status}'`;
    const { whole, read } = await readAll(rows, api, ada);
    const complaints = await rows.all<{ line: string }>(
      "select count(*) || ' runs: ' || coalesce(error, status) as line from runs where status <> 'succeeded' group by error, status",
    );
    const counts = [
      { what: "runs there, one for each that was accepted", found: await one("select count(*) from runs"), wanted: started },
      { what: "runs succeeded", found: await one("select count(*) from runs where status = 'succeeded'"), wanted: started },
      { what: "steps succeeded", found: await one("select count(*) from run_steps where status = 'succeeded'"), wanted: steps },
      { what: "steps told of as succeeded, once each", found: await one(told("succeeded")), wanted: steps },
      { what: "ends of runs published, once each", found: await one(endsOfRuns), wanted: started },
      { what: "artifacts, one for each step", found: await one(own), wanted: steps },
      { what: "artifacts written more than once", found: await one(`${own} and latest <> 1`), wanted: 0 },
      { what: "artifacts read whole", found: whole, wanted: read },
      { what: "attempts left in the queue", found: await one("select count(*) from step_attempts"), wanted: 0 },
      { what: "organizations told of, once each", found: await one(madeOrganizations), wanted: organizations },
      { what: "organizations with what their event brings about", found: await one(samples), wanted: organizations },
      { what: "deliveries left, the relay's included", found: await one("select count(*) from core_deliveries"), wanted: 0 },
      { what: "dead letters", found: await one("select count(*) from core_dead_letters"), wanted: 0 },
    ];
    return { counts, complaints: complaints.map(({ line }) => line) };
  } finally {
    await rows.close();
  }
}

const endsOfRuns = "select count(*) from core_events where type = 'runs.run.updated' and data ->> 'status' = 'succeeded'";
const madeOrganizations = "select count(distinct aggregate) from core_events where type = 'organizations.organization.created'";
/** The consumer gives each organization one file, in one version. */
const samples = `select count(*) from artifact_versions v join artifacts a on a.id = v.artifact_id
  where v.source like 'sample/%' and a.latest = 1`;

/** Reads each artifact as its owner does. */
async function readAll(rows: Rows, api: string, ada: Person): Promise<{ readonly read: number; readonly whole: number }> {
  const own = await rows.all<{ id: string; name: string }>(
    `select id, name from artifacts where organization_id = '${ada.organization}' and name like '%-_.txt'`,
  );
  const left = [...own];
  let whole = 0;
  const reader = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const answer = await fetch(`${api}/api/v1/artifacts/${next.id}/content`, { headers: ada.headers });
      if (answer.ok && (await answer.text()) === contentOf(next.name.at(-5) ?? "")) whole++;
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return { read: own.length, whole };
}
