import { distance } from "../diagnostics/nearest.ts";
import type { Problems } from "../diagnostics/problems.ts";
import type { Json } from "../model/json-schema.ts";
import { get, type MapNode, mapOf, type Node } from "../read/node.ts";
import { type PlaceName, places } from "../read/places.ts";
import { checkValue } from "./check.ts";
import { annotationPlaces } from "./places.ts";

/** Checks the annotation of one mapping, if it has one, and keeps what is sound of it in `found`, by its node. */
export function annotate(place: PlaceName, node: MapNode, parent: MapNode | undefined, found: Map<Node, Json>, problems: Problems): void {
  for (const [key, entry] of node.entries) {
    if (!/^x[-_]/.test(key) || key.startsWith("x-codegen-")) continue;
    if (key === "x-codegen") continue;
    if (key.length < 12 && distance(key, "x-codegen") <= 2) {
      problems.add("unknownAnnotation", entry.key, `"${key}" is ignored, but looks much like x-codegen.`, { suggestion: "x-codegen" });
    }
  }
  const entry = node.entries.get("x-codegen");
  if (entry === undefined) return;
  const known = annotationPlaces[place];
  if (known === undefined) {
    problems.add("misplacedAnnotation", entry.key, `x-codegen has no effect on ${places[place].title}.`);
    return;
  }
  const value = checkValue(entry.value, known, "x-codegen", problems);
  if (value !== undefined) found.set(entry.value, value);
  const machine = place === "component" ? mapOf(entry.value)?.entries.get("stateMachine") : undefined;
  if (machine !== undefined && get(entry.value, "entity") === undefined)
    problems.add("misplacedAnnotation", machine.key, "`stateMachine` has an effect only beside `entity`.");
  if (place === "property" && get(get(parent, "x-codegen"), "entity") === undefined) refuseFieldKeys(entry.value, problems);
}

/** Some keys speak of how a field is kept: a schema that is no entity keeps nothing. */
function refuseFieldKeys(node: Node, problems: Problems): void {
  for (const key of [
    "immutable",
    "sensitive",
    "column",
    "default",
    "generated",
    "exists",
    "readable",
    "writable",
    "encrypted",
    "renamedFrom",
    "search",
    "embedding",
  ]) {
    const entry = node.kind === "map" ? node.entries.get(key) : undefined;
    if (entry !== undefined)
      problems.add("misplacedAnnotation", entry.key, `\`${key}\` has an effect only on the properties of an entity.`);
  }
}
