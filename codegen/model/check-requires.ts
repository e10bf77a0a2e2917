import { nearest } from "../diagnostics/nearest.ts";
import { at } from "../read/node.ts";
import type { Registry, Spec } from "./registry.ts";

/** Checks `requires`: the domains exist, nothing requires itself in the end, and what is always there needs only what is always there. */
export function checkRequires({ specs, problems }: Registry): void {
  const byName = new Map(specs.flatMap((spec) => (spec.domain === undefined ? [] : [[spec.domain, spec] as const])));
  for (const [name, spec] of byName) {
    spec.annotation?.requires?.forEach((required, index) => {
      const place = requirement(spec, index);
      const other = byName.get(required);
      if (required === name)
        problems.add("requiresCycle", place, `${name} requires itself: a domain reaches its own services without that.`);
      else if (other === undefined) {
        problems.add("unknownName", place, `There is no domain "${required}".`, { suggestion: nearest(required, byName.keys()) });
      } else if (spec.annotation?.tier === "core" && other.annotation?.tier !== "core") {
        problems.add("notRequired", place, `${name} is of the core tier and cannot require ${required}, which an installation may lack.`);
      }
    });
  }
  const done = new Set<string>();
  for (const name of byName.keys()) findCycle(name, [], byName, done, problems);
}

function findCycle(
  name: string,
  path: readonly string[],
  byName: ReadonlyMap<string, Spec>,
  done: Set<string>,
  problems: Registry["problems"],
): void {
  if (done.has(name)) return;
  const spec = byName.get(name);
  spec?.annotation?.requires?.forEach((required, index) => {
    const trail = [...path, name];
    const start = trail.indexOf(required);
    if (required === name) return;
    if (start === -1) findCycle(required, trail, byName, done, problems);
    else problems.add("requiresCycle", requirement(spec, index), `${[...trail.slice(start), required].join(" requires ")}.`);
  });
  done.add(name);
}

const requirement = (spec: Spec, index: number) => at(spec.annotationNode ?? spec.root, "requires", index);
