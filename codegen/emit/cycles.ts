import type { Schema } from "../model/json-schema.ts";
import type { Model, NamedSchema } from "../model/model.ts";
import { referred } from "./references.ts";

const byModel = new WeakMap<Model, ReadonlyMap<NamedSchema, number>>();

/** Whether a part of the named schema `within` leads back to it, over whatever references. */
export function leadsBack(model: Model, part: Schema, within: NamedSchema): boolean {
  let cycles = byModel.get(model);
  if (cycles === undefined) {
    cycles = cyclesOf(model);
    byModel.set(model, cycles);
  }
  const own = cycles.get(within);
  return referred(model, part).some((named) => named === within || (own !== undefined && cycles?.get(named) === own));
}

/** A number for each schema, the same for those that lead to each other (Tarjan's algorithm, without recursion). */
function cyclesOf(model: Model): ReadonlyMap<NamedSchema, number> {
  const number = new Map<NamedSchema, number>();
  const low = new Map<NamedSchema, number>();
  const component = new Map<NamedSchema, number>();
  const open: NamedSchema[] = [];
  for (const start of [...model.shared, ...model.domains.flatMap(({ schemas }) => schemas)]) {
    if (number.has(start)) continue;
    const path: { readonly schema: NamedSchema; readonly next: NamedSchema[] }[] = [];
    const enter = (schema: NamedSchema): void => {
      number.set(schema, number.size);
      low.set(schema, number.size - 1);
      open.push(schema);
      path.push({ schema, next: [...referred(model, schema.schema)] });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { schema, next } = top;
      const reached = next.pop();
      if (reached === undefined) {
        path.pop();
        const before = path.at(-1)?.schema;
        if (before !== undefined) lower(low, before, low.get(schema) ?? 0);
        if (low.get(schema) === number.get(schema)) close(open, schema, component);
      } else if (!number.has(reached)) enter(reached);
      else if (!component.has(reached)) lower(low, schema, number.get(reached) ?? 0);
    }
  }
  return component;
}

function lower(low: Map<NamedSchema, number>, schema: NamedSchema, value: number): void {
  low.set(schema, Math.min(low.get(schema) ?? value, value));
}

function close(open: NamedSchema[], root: NamedSchema, component: Map<NamedSchema, number>): void {
  const own = component.size;
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    component.set(schema, own);
    if (schema === root) return;
  }
}
