import { afterAll, expect, test } from "vitest";
import { testContext } from "../testing/context.ts";
import { ThreadPool } from "../threads/thread-pool.ts";
import type { Threads } from "../threads/threads.ts";
import { compile } from "./compile.ts";
import type { Sources } from "./evaluate-all.ts";
import { valuesOf } from "./values.ts";

const pool = new ThreadPool();
afterAll(() => pool.close());
let jobs = 0;
const threads: Threads = {
  run(...given) {
    jobs += 1;
    return pool.run(...given);
  },
  close: async () => {},
};
const ctx = testContext();
const named = (expressions: Readonly<Record<string, string>>) =>
  Object.entries(expressions).map(([name, text]) => [name, compile(text)] as const);
const sources = (input: unknown, steps: Readonly<Record<string, unknown>> = {}): Sources => ({
  input: JSON.stringify(input),
  steps: Object.fromEntries(Object.entries(steps).map(([step, value]) => [step, JSON.stringify(value)])),
});

test("what is small is evaluated at once, what is large or takes long in a thread, with the same values", async () => {
  const expressions = named({ sum: "input.n + 1", rows: "steps.load.rows.size()" });
  const small = await valuesOf(threads, ctx, expressions, sources({ n: 1 }, { load: { rows: [1, 2] } }));
  expect([small, jobs]).toEqual([{ kind: "values", values: { sum: 2, rows: 2 } }, 0]);
  const rows = Array.from({ length: 50_000 }, (_, index) => index);
  const large = await valuesOf(threads, ctx, expressions, sources({ n: 1 }, { load: { rows } }));
  expect([large, jobs]).toEqual([{ kind: "values", values: { sum: 2, rows: 50_000 } }, 1]);
  const nested = named({ all: "input.l.map(a, input.l.map(b, a * b)).size()" });
  const long = await valuesOf(threads, ctx, nested, sources({ l: rows.slice(0, 200) }));
  expect([long, jobs]).toEqual([{ kind: "values", values: { all: 200 } }, 2]);
});

test("expressions that belong together share the work that one may cost", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`o${index}`, `input.l.map(a, input.l.map(b, a * b + ${index})).size()`]),
  );
  const l = Array.from({ length: 400 }, (_, index) => index);
  expect(await valuesOf(threads, ctx, named(many), sources({ l }))).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("too much work"),
  });
});

test("the first that fails is named", async () => {
  const values = await valuesOf(threads, ctx, named({ a: "1", b: "input.missing", c: "nonsense(" }), sources({}));
  expect(values).toMatchObject({ kind: "failed", name: "b", message: "No such key: missing" });
  const fault = await valuesOf(threads, ctx, named({ a: "1", c: "nonsense(" }), sources({}));
  expect(fault).toMatchObject({ kind: "failed", name: "c" });
});

test("more data than one step may read fail, unread", async () => {
  const text = JSON.stringify("x".repeat(17_000_000));
  const values = await valuesOf(threads, ctx, named({ a: "steps.one" }), { input: null, steps: { one: text, two: text } });
  expect(values).toMatchObject({ kind: "failed", name: "a", message: expect.stringContaining("can be read") });
});
