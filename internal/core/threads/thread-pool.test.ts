import { afterEach, expect, test } from "vitest";
import { testContext } from "../testing/context.ts";
import { broken, doubled, endless, environment, greedy, measured, quitting, refused, spinning } from "../testing/thread-jobs.ts";
import { ThreadPool, type ThreadSettings } from "./thread-pool.ts";

const open: ThreadPool[] = [];
function pool(settings: Partial<ThreadSettings> = {}): ThreadPool {
  const made = new ThreadPool({ threads: 2, ...settings });
  open.push(made);
  return made;
}
afterEach(() => Promise.all(open.splice(0).map((threads) => threads.close())));
const ctx = testContext();
const given =
  <Input>(input: Input) =>
  async () => ({ input });
const of = (organization: string, signal?: AbortSignal) => testContext({ organization, ...(signal && { signal }) });

test("a job's result comes back, and what it throws: a problem as such, a mistake as an error", async () => {
  const threads = pool();
  expect(await threads.run(ctx, doubled, given(21))).toBe(42);
  await expect(threads.run(ctx, refused, given("/a"))).rejects.toMatchObject({
    status: 422,
    message: "Not that.",
    errors: [{ pointer: "/a" }],
  });
  await expect(threads.run(ctx, broken, given(null))).rejects.toThrow("a mistake");
});

test("bytes are handed over, not copied", async () => {
  const bytes = new ArrayBuffer(1000);
  expect(await pool().run(ctx, measured, async () => ({ input: bytes, transfer: [bytes] }))).toBe(1000);
  expect(bytes.byteLength).toBe(0);
});

test("material is asked for when a thread is free, and a failure of that is the job's", async () => {
  const threads = pool({ threads: 1 });
  const asked: string[] = [];
  const first = threads.run(ctx, spinning, async () => ({ input: 20 }));
  const second = threads.run(ctx, doubled, async () => {
    asked.push("second");
    throw new Error("the file is gone");
  });
  expect(asked).toEqual([]);
  await first;
  await expect(second).rejects.toThrow("the file is gone");
  expect(await threads.run(ctx, doubled, given(1))).toBe(2);
});

test("a thread sees none of the process's environment", async () => {
  expect(await pool().run(ctx, environment, given(null))).toEqual([]);
});

test("a job without an end is ended, and the next one runs", async () => {
  // Long enough for a thread to start on a busy machine.
  const threads = pool({ jobMilliseconds: 1500 });
  await expect(threads.run(ctx, endless, given(null))).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining("longer than 1.5"),
  });
  expect(await threads.run(ctx, doubled, given(1))).toBe(2);
});

test("a job that takes too much memory ends alone", async () => {
  const threads = pool({ jobMegabytes: 32 });
  await expect(threads.run(ctx, greedy, given(null))).rejects.toMatchObject({ status: 422, message: expect.stringContaining("memory") });
  expect(await threads.run(ctx, doubled, given(1))).toBe(2);
});

test("a job that ends its thread fails, and the next one runs", async () => {
  const threads = pool();
  await expect(threads.run(ctx, quitting, given(null))).rejects.toThrow("ended in the middle");
  expect(await threads.run(ctx, doubled, given(1))).toBe(2);
});

test("a caller that gives up ends its job, whether it runs or waits", async () => {
  const threads = pool();
  const leaving = new AbortController();
  const runs = threads.run(of("og-1", leaving.signal), endless, given(null));
  const waits = threads.run(of("og-1", leaving.signal), endless, given(null));
  leaving.abort("left");
  await expect(runs).rejects.toBe("left");
  await expect(waits).rejects.toBe("left");
  await expect(threads.run(of("og-1", leaving.signal), doubled, given(1))).rejects.toBe("left");
  expect(await threads.run(of("og-1"), doubled, given(1))).toBe(2);
});

test("an organization with ever so much to do leaves a thread to the others", async () => {
  const threads = pool();
  const leaving = new AbortController();
  const hog = Array.from({ length: 20 }, () => threads.run(of("og-1", leaving.signal), endless, given(null)));
  expect(await threads.run(of("og-2"), doubled, given(1))).toBe(2);
  expect(await threads.run(of("og-3"), doubled, given(2))).toBe(4);
  leaving.abort("left");
  for (const one of hog) await expect(one).rejects.toBe("left");
});

test("organizations take turns", async () => {
  const threads = pool({ threads: 1 });
  const ends: string[] = [];
  const run = (organization: string) => threads.run(of(organization), spinning, given(5)).then(() => ends.push(organization));
  await Promise.all([run("a"), run("a"), run("a"), run("b"), run("b"), run("c")]);
  expect(ends).toEqual(["a", "a", "b", "c", "a", "b"]);
});

test("an organization can have only so much wait; the others can still come", async () => {
  const threads = pool({ waiting: 2 });
  const leaving = new AbortController();
  const running = [1, 2, 3].map(() => threads.run(of("og-1", leaving.signal), endless, given(null)));
  await expect(threads.run(of("og-1"), doubled, given(1))).rejects.toMatchObject({ status: 429, headers: { "Retry-After": "1" } });
  expect(await threads.run(of("og-2"), doubled, given(1))).toBe(2);
  leaving.abort("left");
  for (const one of running) await expect(one).rejects.toBe("left");
});

test("nobody waits for a thread inside a transaction, in which all others would have to wait as well", async () => {
  const inside = { ...ctx, transaction: { database: {} } };
  await expect(pool().run(inside, doubled, given(1))).rejects.toThrow("while a transaction is open");
});

test("closing ends what runs and what waits, and refuses what comes later", async () => {
  const threads = pool();
  const jobs = [1, 2, 3].map(() => threads.run(ctx, endless, given(null)));
  const all = Promise.allSettled(jobs);
  await threads.close();
  expect((await all).map((end) => end.status === "rejected" && end.reason.status)).toEqual([503, 503, 503]);
  await expect(threads.run(ctx, doubled, given(1))).rejects.toMatchObject({ status: 503 });
});

test("while a job computes, the event loop is free", async () => {
  const job = pool().run(ctx, spinning, given(500));
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  await job;
  clearInterval(counting);
  expect(turns).toBeGreaterThan(10);
});
