import { expect, test } from "vitest";
import { ReplicaProgress } from "./replica-progress.ts";

const sample = (clock: number, position: number) => ({ asked: clock - 1000, clock, position });

test("a replica holds what there was at the last moment whose position it has passed", () => {
  const progress = new ReplicaProgress();
  expect(progress.passed).toBeUndefined();
  progress.sample(sample(2000, 50));
  progress.replayed(49);
  expect(progress.passed).toBeUndefined();
  progress.replayed(50);
  expect(progress.passed?.clock).toBe(2000);
  progress.sample(sample(3000, 70));
  progress.sample(sample(4000, 90));
  progress.replayed(80);
  expect(progress.passed?.clock).toBe(3000);
  progress.replayed(95);
  expect(progress.passed?.clock).toBe(4000);
});

test("a database in which nothing happens makes no replica late", () => {
  const progress = new ReplicaProgress();
  for (const clock of [2000, 3000, 4000]) {
    progress.sample(sample(clock, 50));
    progress.replayed(50);
    expect(progress.passed?.clock).toBe(clock);
  }
});

test("a replica that is behind for hours is found where it is, in bounded memory", () => {
  const progress = new ReplicaProgress();
  for (let clock = 1; clock <= 5000; clock++) progress.sample(sample(clock, clock));
  progress.replayed(1);
  expect(progress.passed?.clock).toBe(1);
  progress.replayed(2500);
  expect(progress.passed?.clock).toBe(1);
  progress.replayed(5000);
  expect(progress.passed?.clock).toBe(5000);
});

test("what was known of a replica that was lost is worth nothing for the one that comes back", () => {
  const progress = new ReplicaProgress();
  progress.sample(sample(2000, 50));
  progress.replayed(50);
  progress.forget();
  progress.replayed(60);
  expect([progress.passed, progress.latest?.clock]).toEqual([undefined, 2000]);
});
