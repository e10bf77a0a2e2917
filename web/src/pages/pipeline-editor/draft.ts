import type { PipelineDefinition, PipelineStep } from "@sdk/types.gen.ts";

/** What the editor changes. Every function here answers a new draft and leaves the given one as it was. */
export interface Draft {
  readonly name: string;
  readonly description: string;
  readonly definition: PipelineDefinition;
}

export const emptyDraft: Draft = { name: "", description: "", definition: { steps: [] } };

export const idPattern = /^[a-z][a-z0-9_]{0,59}$/;

/** An id for a new step with the tool: its last word, with a number when that is taken. */
export function freshId(tool: string, steps: readonly PipelineStep[]): string {
  const words = tool
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  const base = (words.split("_").at(-1) ?? "").replace(/^[^a-z]+/, "") || "step";
  const taken = new Set(steps.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(id)) return id;
  }
}

export const addStep = (definition: PipelineDefinition, tool: string): PipelineDefinition => ({
  ...definition,
  steps: [...definition.steps, { id: freshId(tool, definition.steps), tool, inputs: {} }],
});

export const changeStep = (definition: PipelineDefinition, index: number, step: PipelineStep): PipelineDefinition => ({
  ...definition,
  steps: definition.steps.map((old, at) => (at === index ? step : old)),
});

/** Without the step, and without others needing it. Expressions that name it stay, for the person to mend. */
export function removeStep(definition: PipelineDefinition, index: number): PipelineDefinition {
  const gone = definition.steps[index]?.id;
  return {
    ...definition,
    steps: definition.steps
      .filter((_, at) => at !== index)
      .map((step) =>
        gone !== undefined && step.needs?.includes(gone)
          ? withNeeds(
              step,
              step.needs.filter((id) => id !== gone),
            )
          : step,
      ),
  };
}

export function moveStep(definition: PipelineDefinition, from: number, to: number): PipelineDefinition {
  const steps = [...definition.steps];
  const [moved] = steps.splice(from, 1);
  if (moved === undefined || to < 0 || to > steps.length) return definition;
  steps.splice(to, 0, moved);
  return { ...definition, steps };
}

/** Puts back the step that `before` has at `index`, and that others need it; what changed since stays changed. */
export function restoreStep(definition: PipelineDefinition, before: PipelineDefinition, index: number): PipelineDefinition {
  const step = before.steps[index];
  if (step === undefined) return definition;
  const needers = new Set(before.steps.filter(({ needs }) => needs?.includes(step.id)).map(({ id }) => id));
  const others = definition.steps.map((other) => (needers.has(other.id) ? withNeeds(other, [...(other.needs ?? []), step.id]) : other));
  return { ...definition, steps: others.toSpliced(index, 0, step) };
}

export function withNeeds(step: PipelineStep, needs: string[]): PipelineStep {
  const { needs: _, ...rest } = step;
  return needs.length === 0 ? rest : { ...rest, needs };
}

/** An empty expression is none. */
export function withInput(step: PipelineStep, name: string, expression: string): PipelineStep {
  const { [name]: _, ...others } = step.inputs ?? {};
  const kept = step.inputs ?? {};
  return { ...step, inputs: expression === "" ? others : { ...kept, [name]: expression } };
}

/** Gives a step another id, and follows in whoever needs or names it. */
export function renameStep(definition: PipelineDefinition, index: number, id: string): PipelineDefinition {
  const old = definition.steps[index]?.id;
  if (old === undefined || old === id) return definition;
  const follow = (expressions: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(expressions).map(([name, expression]) => [name, renameInExpression(expression, old, id)]));
  return {
    ...definition,
    steps: definition.steps.map((step, at) => ({
      ...step,
      id: at === index ? id : step.id,
      ...(step.needs === undefined ? {} : { needs: step.needs.map((need) => (need === old ? id : need)) }),
      ...(step.inputs === undefined ? {} : { inputs: follow(step.inputs) }),
    })),
    ...(definition.outputs === undefined ? {} : { outputs: follow(definition.outputs) }),
  };
}

const texts = /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/;

function renameInExpression(expression: string, old: string, id: string): string {
  const named = new RegExp(`(?<![\\w.])(steps\\s*\\.\\s*)${old}(?!\\w)`, "g");
  const parts = expression.split(texts);
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(named, `$1${id}`);
      const isIndex = /(?<![\w.])steps\s*\[\s*$/.test(parts[index - 1] ?? "");
      return isIndex && part.slice(1, -1) === old ? `${part[0]}${id}${part[0]}` : part;
    })
    .join("");
}

/** Reads a definition that somebody typed as JSON; a sentence key when the forms could not show it. */
export function readDefinition(
  text: string,
): { readonly definition: PipelineDefinition } | { readonly wrong: "notJson" | "noSteps" | "badStep" } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: "notJson" };
  }
  if (!isObject(value) || !Array.isArray(value.steps)) return { wrong: "noSteps" };
  const fits = (step: unknown): boolean =>
    isObject(step) &&
    typeof step.id === "string" &&
    typeof step.tool === "string" &&
    (step.inputs === undefined || isTexts(step.inputs)) &&
    (step.needs === undefined || (Array.isArray(step.needs) && step.needs.every((need) => typeof need === "string"))) &&
    (step.retry === undefined || isObject(step.retry));
  const outputsFit = value.outputs === undefined || isTexts(value.outputs);
  const schemaFits = value.inputSchema === undefined || isObject(value.inputSchema);
  if (!value.steps.every(fits) || !outputsFit || !schemaFits) return { wrong: "badStep" };
  return { definition: value as unknown as PipelineDefinition };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean => isObject(value) && Object.values(value).every((text) => typeof text === "string");
