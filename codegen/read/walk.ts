import { belongsTo } from "../annotations/belongs.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Problems } from "../diagnostics/problems.ts";
import type { Document } from "./documents.ts";
import { describe, entries, get, type MapNode, type Node, textOf } from "./node.ts";
import { type Child, type PlaceName, places } from "./places.ts";
import { type Files, follow } from "./references.ts";
import { shaping } from "./shaping.ts";
import type { Span } from "./source.ts";

/** Called with every mapping that OpenAPI gives a meaning, the outer before the inner. `parent` is what holds it, as `key`. */
export type Visit = (place: PlaceName, node: MapNode, key: Span | undefined, parent: MapNode | undefined) => void;

/**
 * Walks a document by the grammar of OpenAPI, and checks its shape on the way: keys that do not exist, values of the
 * wrong kind, references to nothing. What a reference leads to is not entered where it is a document's own (it is walked where it
 * stands), but where it lies in one of `parts`, the files that are no documents.
 */
export function walk({ root, version }: Document, files: Files, parts: readonly Node[], problems: Problems, visit: Visit): void {
  const seen = new Map<Node, Set<PlaceName>>();
  const partPaths = new Set(parts.map(({ file }) => file.path));
  const waiting: (readonly [PlaceName, Node])[] = [];

  function enter(place: PlaceName, node: Node, key: Span | undefined, parent: MapNode | undefined): void {
    const { title, refers, flags, keys } = places[place];
    if (flags === true && node.kind === "scalar" && typeof node.value === "boolean") return;
    if (node.kind !== "map") {
      problems.add("wrongType", node, `${upper(title)} must be a mapping, not ${describe(node)}.`);
      return;
    }
    // YAML aliases let one node stand in many places.
    const before = seen.get(node) ?? new Set();
    if (before.has(place)) return;
    seen.set(node, before.add(place));
    visit(place, node, key, parent);
    const reference = refers === true && node.entries.has("$ref");
    if (reference) {
      const target = follow(node, files, problems);
      // Not at once: references may lead from one to the next without end.
      if (target !== undefined && partPaths.has(target.file.path)) waiting.push([place, target]);
    }
    // Only a schema of OpenAPI 3.1, and a path, may say more than a summary and a description beside its $ref.
    if (reference && place !== "pathItem" && (flags !== true || version === "3.0")) {
      ignoredBeside(node, flags === true);
      return;
    }
    for (const [name, entry] of node.entries) {
      const child = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (child !== undefined) below(child, name, entry.value, node);
      else if (!name.startsWith("x-") && !(reference && name === "$ref") && !(flags === true && version === "3.0" && name === "nullable")) {
        unknown(name, entry.key, place, node);
      }
    }
  }

  function unknown(name: string, key: Span, place: PlaceName, node: MapNode): void {
    const { title, flags, keys } = places[place];
    // Of OpenAPI 3.0, and still written often: without effect it would change what is accepted.
    const isNullable = flags === true && name === "nullable";
    const taken = isNullable && problems.isLenient(node.file.path);
    const advice = taken ? " It is taken as OpenAPI 3.0 meant it." : isNullable ? ` Write the type as a list with "null" in it.` : "";
    const isReference = name === "ref" && /[#/]/.test(textOf(get(node, name)) ?? "");
    const suggestion = isNullable ? undefined : isReference ? "$ref" : nearest(name, Object.keys(keys));
    // A key of ours a level too high; beside what looks like one of OpenAPI's it is rather that.
    const home = suggestion === undefined && !problems.isLenient(node.file.path) ? belongsTo(name) : undefined;
    if (isReference && !problems.isLenient(node.file.path))
      problems.add("badReference", key, '"ref" refers to nothing: a reference is written `$ref`.', { suggestion });
    else if (home !== undefined) problems.add("misplacedAnnotation", key, `"${name}" has no effect here: it belongs ${home}.`);
    else problems.add("unknownKeyword", key, `OpenAPI ${version} knows no key "${name}" on ${title}.${advice}`, { suggestion });
  }

  function ignoredBeside(node: MapNode, schema: boolean): void {
    for (const [name, { key }] of node.entries) {
      if (!schema || !shaping.has(name)) continue;
      problems.add("ignored", key, `In OpenAPI 3.0 what stands beside a $ref has no effect: "${name}" is ignored.`);
    }
  }

  function below(child: Child, name: string, node: Node, parent: MapNode): void {
    if (child === "any") return;
    if (child === "text" || child === "flag") {
      const wanted = child === "text" ? "string" : "boolean";
      if (node.kind === "scalar" && typeof node.value === wanted) return;
      const quotes = child === "text" && node.kind === "scalar" && node.value !== null ? " Put it into quotes." : "";
      problems.add("wrongType", node, `"${name}" must be ${child === "text" ? "text" : "true or false"}, not ${describe(node)}.${quotes}`);
    } else if ("one" in child) enter(child.one, node, undefined, parent);
    else if ("each" in child) {
      if (node.kind !== "list") problems.add("wrongType", node, `"${name}" must be a list, not ${describe(node)}.`);
      else for (const item of node.items) enter(child.each, item, undefined, parent);
    } else if (node.kind !== "map") problems.add("wrongType", node, `"${name}" must be a mapping, not ${describe(node)}.`);
    else {
      for (const [key, entry] of entries(node)) {
        // Only where OpenAPI allows extensions is an `x-` key none of the names.
        if (key.startsWith("x-") && (name === "paths" || name === "responses")) continue;
        if (key === "x-codegen" && name === "properties") {
          problems.add("misplacedAnnotation", entry.key, "x-codegen stands among the properties here: indent it as far as `properties`.");
          continue;
        }
        enter(child.map, entry.value, entry.key, parent);
      }
    }
  }

  enter("document", root, undefined, undefined);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) enter(next[0], next[1], undefined, undefined);
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
