import { type Figures, percentile } from "../report.ts";
import { familySeconds, ownSeconds } from "./processor-time.ts";

/** A system of durable execution, with one unit of one light step: a run, a workflow, a job. */
export interface Contender {
  /** Begins a unit; resolves when that is durable. */
  start(): Promise<unknown>;
  /** Resolves when so many units, of all that were begun by `start`, have ended and their ends are durable. */
  ended(count: number): Promise<void>;
  /** Begins a unit and waits for its end. */
  startToFinish(): Promise<void>;
}

/** How many begin units at once, and how many units each contender works on at once. */
export const concurrency = 16;
const warmUp = 300;
const singles = 200;

/** Units per second from the first start to the last end, the processor's time for each, and how long one takes when nothing else goes on. */
export async function measure(contender: Contender, count: number): Promise<Figures> {
  let begun = 0;
  async function many(count: number): Promise<void> {
    begun += count;
    await beginAll(count, () => contender.start());
    await contender.ended(begun);
  }

  await many(warmUp);
  const began = performance.now();
  const worked = processorSeconds();
  await many(count);
  const perSecond = count / ((performance.now() - began) / 1_000);
  const processor = ((processorSeconds() - worked) / count) * 1_000;

  const times: number[] = [];
  for (let index = 0; index < singles; index++) {
    const began = performance.now();
    await contender.startToFinish();
    times.push(performance.now() - began);
  }
  return { "per-second": perSecond, "processor-ms": processor, "p50-ms": percentile(times, 0.5), "p95-ms": percentile(times, 0.95) };
}

/** Begins so many units, as many at once as everybody does. */
export async function beginAll(count: number, begin: () => Promise<unknown>): Promise<void> {
  let left = count;
  const beginner = async (): Promise<void> => {
    while (left-- > 0) await begin();
  };
  await Promise.all(Array.from({ length: concurrency }, beginner));
}

/** Of this process and of Postgres, where there is one: what does not grow when others use the machine. */
const postgres = Number(process.env.POSTGRES_PID);
const processorSeconds = (): number => ownSeconds() + (postgres > 0 ? familySeconds(postgres) : 0);

/** Prints the figures for whoever started this process, which ends with that. */
export function report(figures: Figures): never {
  process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0));
  return undefined as never;
}
