import type { Edge, PipelineStep } from "@sdk/types.gen.ts";

const quoted = /r?"""[\s\S]*?"""|r?'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const byName = /(?<![\w.])steps\s*\.\s*([a-z][a-z0-9_]*)/g;
const byIndex = /(?<![\w.])steps\s*\[\s*["']([a-z][a-z0-9_]*)["']\s*\]/g;

/** Ids of the steps that a CEL expression names; what stands inside its texts is none. */
export function namedSteps(expression: string): string[] {
  const found = new Set<string>();
  // steps["a"] is a text too: look for it first, but only where `steps[` itself stands outside of one.
  const outside = expression.replace(quoted, (text, offset: number) =>
    /(?<![\w.])steps\s*\[\s*$/.test(expression.slice(0, offset)) ? text : " ".repeat(text.length),
  );
  for (const [, id] of outside.matchAll(byIndex)) if (id !== undefined) found.add(id);
  for (const [, id] of outside.replace(quoted, "").matchAll(byName)) if (id !== undefined) found.add(id);
  return [...found];
}

/** Which step waits for which: those that it names in `needs` and in its expressions. Names of no step are left out. */
export function definitionEdges(steps: readonly Pick<PipelineStep, "id" | "needs" | "inputs">[]): Edge[] {
  const ids = new Set(steps.map(({ id }) => id));
  return steps.flatMap(({ id, needs = [], inputs = {} }) => {
    const before = new Set([...needs, ...Object.values(inputs).flatMap(namedSteps)]);
    return [...before].filter((from) => from !== id && ids.has(from)).map((from) => ({ from, to: id }));
  });
}
