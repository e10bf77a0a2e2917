import { type Asked, load } from "./load.ts";

/** One of those that are compared: what it is asked, and the address that tells how much its process has worked. */
export interface Compared extends Asked {
  readonly cpu: string;
}

export interface Cost {
  readonly perSecond: number;
  /** Microseconds of the processor for each request, of the serving process alone. */
  readonly cpu: number;
}

const rounds = 4;
/** Requests, not seconds: V8 must have compiled what is measured on a slow machine too. */
const warmUp = 5_000;

/**
 * What the same request costs each of them, asked in turns, so that whatever else the machine does meets all alike. The processor's time
 * moves far less than the requests per second, which the load generator and everybody else on the machine have a part in.
 */
export async function compare<Name extends string>(all: Readonly<Record<Name, Compared>>, seconds: number): Promise<Record<Name, Cost>> {
  const sums = (Object.entries(all) as [Name, Compared][]).map(([name, asked]) => ({ name, asked, perSecond: 0, requests: 0, cpu: 0 }));
  for (const { asked } of sums) await load(asked, { amount: warmUp });
  for (let round = 0; round < rounds; round++) {
    for (const sum of sums) {
      const before = await worked(sum.asked.cpu);
      const { perSecond, requests } = await load(sum.asked, { duration: seconds / rounds });
      sum.cpu += (await worked(sum.asked.cpu)) - before;
      sum.perSecond += perSecond / rounds;
      sum.requests += requests;
    }
  }
  return Object.fromEntries(sums.map(({ name, perSecond, requests, cpu }) => [name, { perSecond, cpu: cpu / requests }])) as Record<
    Name,
    Cost
  >;
}

const worked = async (url: string): Promise<number> => (await (await fetch(url)).json()) as number;
