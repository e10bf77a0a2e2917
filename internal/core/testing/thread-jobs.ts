import { threadId } from "node:worker_threads";
import { problem } from "../problems/problem.ts";
import type { Job } from "../threads/threads.ts";

// What the tests of threads have done in one.

const job = <Input, Result>(name: string): Job<Input, Result> => ({ module: import.meta.url, name });

export const doubled = job<number, number>("double");
export const double = (value: number): number => value * 2;

export const refused = job<string, never>("refuse");
export function refuse(pointer: string): never {
  throw problem.invalid("Not that.", { pointer });
}

export const broken = job<null, never>("breakDown");
export function breakDown(): never {
  throw new TypeError("a mistake");
}

export const endless = job<null, never>("loop");
export function loop(): never {
  for (;;);
}

export const greedy = job<null, never>("hoard");
export function hoard(): never {
  const hoarded: unknown[] = [];
  for (;;) hoarded.push(Array.from({ length: 1000 }, () => ({})));
}

export const quitting = job<null, never>("quit");
export const quit = (): never => process.exit(0);

export const environment = job<null, string[]>("variables");
export const variables = (): string[] => Object.keys(process.env);

export const spinning = job<number, number>("spin");
/** Keeps its thread busy for so many milliseconds; gives the thread. */
export function spin(milliseconds: number): number {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  return threadId;
}

export const measured = job<ArrayBuffer, number>("measure");
export const measure = (bytes: ArrayBuffer): number => bytes.byteLength;
