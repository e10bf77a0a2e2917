import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Person, register } from "../testing/api.ts";

/** A diamond of four steps, each of which leaves an artifact named after the run's tag. */
const diamond: Readonly<Record<string, readonly string[]>> = { a: [], b: ["a"], c: ["a"], d: ["b", "c"] };
export const stepsOfRun = Object.keys(diamond);
export const contentOf = (step: string): string => `written by ${step}`;

const patience = 3_000;
const pauseAfterFailure = 100;
const mostTries = 5_000;
const clients = 4;
/** After so many runs somebody new registers: an event with a consumer. */
const runsPerPerson = 5;

/** What was asked for, and got. */
export interface Load {
  readonly ada: Person;
  /** Runs that were accepted. */
  started(): number;
  /** Requests that had to be sent again. */
  repeated(): number;
  /** Resolves when at least `runs` were started and nobody wants more. */
  finish(runs: number): Promise<void>;
}

/** Starts runs one after the other over several connections, at whichever process answers, each until it is known to be accepted. */
export async function startLoad(urls: readonly string[]): Promise<Load> {
  let turn = 0;
  let started = 0;
  let repeated = 0;
  let wanted = Number.POSITIVE_INFINITY;
  const next = (): string => urls[turn++ % urls.length] ?? "";

  const ada = await register(next());
  const steps = stepsOfRun.map((id) => ({
    ...{ id, tool: "artifact.write", needs: diamond[id] },
    inputs: { name: `input.tag + '-${id}.txt'`, text: `'${contentOf(id)}'` },
  }));
  const { id: pipelineId } = await ada.call<{ id: string }>("POST", "/pipelines", { name: "Diamond", definition: { steps } });

  /** The same key each time: however often it is sent, it is one run. */
  async function startOne(): Promise<void> {
    const key = randomUUID();
    for (let tries = 1; tries <= mostTries; tries++) {
      const status = await fetch(`${next()}/api/v1/runs`, {
        method: "POST",
        headers: { ...ada.headers, "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify({ pipelineId, input: { tag: key } }),
        signal: AbortSignal.timeout(patience),
      }).then(
        ({ status }) => status,
        () => 0,
      );
      if (status === 201) {
        started++;
        return;
      }
      if (status !== 0 && status !== 409 && status !== 429 && status < 500) throw new Error(`A run was refused with status ${status}.`);
      repeated++;
      await sleep(pauseAfterFailure);
    }
    throw new Error(`A run was not accepted in ${mostTries} tries.`);
  }

  async function client(): Promise<void> {
    for (let count = 1; started < wanted; count++) {
      await startOne();
      // Nobody repeats it when it fails: who registered is counted in the database.
      if (count % runsPerPerson === 0) await register(next()).catch(() => {});
    }
  }

  const all = Promise.all(Array.from({ length: clients }, client));
  // Looked at when it is waited for.
  all.catch(() => {});
  return {
    ada,
    started: () => started,
    repeated: () => repeated,
    async finish(runs) {
      wanted = runs;
      await all;
    },
  };
}
