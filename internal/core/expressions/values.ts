import type { Context } from "../context/context.ts";
import type { Threads } from "../threads/threads.ts";
import { evaluateAll, type Named, type Sources, type Values } from "./evaluate-all.ts";
import { evaluating } from "./evaluate-job.ts";

/** What is read and computed on the event loop: a millisecond or two. All else is done in a thread. */
const smallSources = 64 * 1024;
const smallWork = 30_000;
/** What all sources together may have, in characters. */
const largestSources = 32 * 1024 * 1024;

/** The values of expressions that belong together, as those of one step: they share the work that one expression may cost. */
export async function valuesOf(threads: Threads, ctx: Context, named: Named, sources: Sources): Promise<Values> {
  const [first] = named;
  if (first === undefined) return { kind: "values", values: {} };
  const size = [sources.input, ...Object.values(sources.steps)].reduce((sum, text) => sum + (text?.length ?? 0), 0);
  if (size > largestSources) {
    const message = `What is read here has ${size} characters as JSON; ${largestSources} can be read.`;
    return { kind: "failed", name: first[0], message, spent: false };
  }
  if (size <= smallSources) {
    const done = evaluateAll(named, sources, { left: smallWork });
    if (done.kind === "values" || !done.spent) return done;
  }
  const texts = named.map(([name, expression]) => [name, expression.text] as const);
  const done = await threads.run(ctx, evaluating, async () => ({ input: { texts, sources } }));
  return done.kind === "failed" ? done : { kind: "values", values: JSON.parse(done.values) };
}
