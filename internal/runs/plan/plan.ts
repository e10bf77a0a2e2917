import type { PipelineVersion } from "../../../generated/contracts/pipelines.gen.ts";
import { compile } from "../../core/expressions/compile.ts";
import type { Named } from "../../core/expressions/evaluate-all.ts";

/** What a worker needs to know of a step, worked out once per pipeline version. */
export interface PlannedStep {
  readonly id: string;
  readonly position: number;
  readonly name: string | null;
  readonly tool: string;
  readonly inputs: Named;
  /** The steps whose outputs the inputs name. */
  readonly reads: readonly string[];
  readonly needs: readonly string[];
  readonly children: readonly string[];
  readonly attempts: number;
  readonly backoffMilliseconds: number;
  readonly timeoutMilliseconds: number;
}

export interface Plan {
  readonly steps: ReadonlyMap<string, PlannedStep>;
  /** What the input of a run must be like; undefined when anything will do. */
  readonly inputSchema: PipelineVersion["definition"]["inputSchema"];
  readonly outputs: Named;
  /** The steps whose outputs the run's output names. */
  readonly outputReads: readonly string[];
}

/** The defaults of openapi/pipelines.yaml. */
const defaultTimeoutSeconds = 300;
const defaultBackoffSeconds = 1;

/** The plan of a pipeline version. */
export function planOf({ definition, edges }: Pick<PipelineVersion, "definition" | "edges">): Plan {
  const needs = new Map<string, string[]>();
  const children = new Map<string, string[]>();
  for (const { from, to } of edges) {
    needs.set(to, [...(needs.get(to) ?? []), from]);
    children.set(from, [...(children.get(from) ?? []), to]);
  }
  const steps = definition.steps.map((step, position): PlannedStep => {
    const inputs = compiled(step.inputs);
    return {
      id: step.id,
      position,
      name: step.name ?? null,
      tool: step.tool,
      inputs,
      reads: readsOf(inputs),
      needs: needs.get(step.id) ?? [],
      children: children.get(step.id) ?? [],
      attempts: step.retry?.attempts ?? 1,
      backoffMilliseconds: (step.retry?.backoffSeconds ?? defaultBackoffSeconds) * 1000,
      timeoutMilliseconds: (step.timeoutSeconds ?? defaultTimeoutSeconds) * 1000,
    };
  });
  const outputs = compiled(definition.outputs);
  const { inputSchema } = definition;
  return { steps: new Map(steps.map((step) => [step.id, step])), inputSchema, outputs, outputReads: readsOf(outputs) };
}

function compiled(expressions: Readonly<Record<string, string>> | undefined): Named {
  return Object.entries(expressions ?? {}).map(([name, text]) => [name, compile(text)] as const);
}

function readsOf(expressions: Named): string[] {
  const named = expressions.flatMap(([, expression]) =>
    expression.kind === "fault" ? [] : expression.references.steps.map((reference) => reference.step),
  );
  return [...new Set(named)];
}
