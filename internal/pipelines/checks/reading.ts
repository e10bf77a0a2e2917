import type { DefinitionError, Edge, PipelineDefinition, PipelineStep } from "../../../generated/pipelines/types.gen.ts";
import { compile } from "../../core/expressions/compile.ts";
import type { Expression, ExpressionFault } from "../../core/expressions/expression.ts";

/** A tool as far as a definition depends on it. */
export interface KnownTool {
  readonly name: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema: JsonSchema;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** An expression in a definition, and where it stands. */
export interface PlacedExpression {
  readonly name: string;
  readonly pointer: string;
  readonly compiled: Expression | ExpressionFault;
}

export interface ReadStep {
  readonly step: PipelineStep;
  readonly pointer: string;
  readonly inputs: readonly PlacedExpression[];
  readonly tool: KnownTool | undefined;
}

/** A definition with its expressions compiled and its edges drawn: what every check looks at. */
export interface Reading {
  readonly definition: PipelineDefinition;
  readonly steps: readonly ReadStep[];
  readonly outputs: readonly PlacedExpression[];
  readonly ids: ReadonlySet<string>;
  /** `needs` and references, with the place that says so; both ends exist. */
  readonly edges: readonly (Edge & { readonly pointer: string })[];
}

/** One concern; gives what is wrong, nothing when all is well. */
export type DefinitionCheck = (reading: Reading) => readonly DefinitionError[];

export function read(definition: PipelineDefinition, tools: ReadonlyMap<string, KnownTool>): Reading {
  const steps = definition.steps.map((step, index): ReadStep => {
    const pointer = `/steps/${index}`;
    return { step, pointer, inputs: placed(step.inputs, `${pointer}/inputs`), tool: tools.get(step.tool) };
  });
  const ids = new Set(definition.steps.map((step) => step.id));
  return { definition, steps, outputs: placed(definition.outputs, "/outputs"), ids, edges: edgesOf(steps, ids) };
}

/** A reference token of RFC 6901. */
export function token(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function placed(expressions: Readonly<Record<string, string>> | undefined, pointer: string): PlacedExpression[] {
  return Object.entries(expressions ?? {}).map(([name, text]) => ({ name, pointer: `${pointer}/${token(name)}`, compiled: compile(text) }));
}

function edgesOf(steps: readonly ReadStep[], ids: ReadonlySet<string>): (Edge & { readonly pointer: string })[] {
  const edges = new Map<string, Edge & { readonly pointer: string }>();
  const add = (from: string, to: string, pointer: string): void => {
    const key = `${from} ${to}`;
    if (ids.has(from) && !edges.has(key)) edges.set(key, { from, to, pointer });
  };
  for (const { step, pointer, inputs } of steps) {
    for (const [index, need] of (step.needs ?? []).entries()) add(need, step.id, `${pointer}/needs/${index}`);
    for (const input of inputs) {
      if (input.compiled.kind === "fault") continue;
      for (const reference of input.compiled.references.steps) add(reference.step, step.id, input.pointer);
    }
  }
  return [...edges.values()];
}
