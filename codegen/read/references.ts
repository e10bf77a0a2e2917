import { posix } from "node:path";
import { nearest } from "../diagnostics/nearest.ts";
import type { Problems } from "../diagnostics/problems.ts";
import { get, type MapNode, type Node, textOf } from "./node.ts";

/** Every file that was read, by path. */
export type Files = ReadonlyMap<string, Node>;

/**
 * The node that `$ref` of a Reference Object or schema names (RFC 3986 relative path, RFC 6901 pointer), one step far.
 * Undefined, after a report, when there is none.
 */
export function follow(node: MapNode, files: Files, problems: Problems): Node | undefined {
  const place = get(node, "$ref") ?? node;
  const reference = textOf(place);
  if (reference !== undefined) return lookUp(reference, place, files, problems);
  problems.add("wrongType", place, "$ref must be text.");
  return undefined;
}

/** The node that a reference standing at `place` names. */
export function lookUp(reference: string, place: Node, files: Files, problems: Problems): Node | undefined {
  const [address = "", fragment = ""] = split(reference);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/")) {
    problems.add("badReference", place, `"${reference}" leads out of the project. Copy what you need beside this file.`);
    return undefined;
  }
  const path = address === "" ? place.file.path : posix.join(posix.dirname(place.file.path), address);
  const root = files.get(path);
  if (root === undefined) {
    const meant = nearest(path, files.keys());
    problems.add("badReference", place, `There is no file ${path}.`, {
      suggestion: meant && `${posix.relative(posix.dirname(place.file.path), meant)}#${fragment}`,
    });
    return undefined;
  }
  return walk(root, address, fragment, place, problems);
}

function walk(root: Node, address: string, fragment: string, place: Node, problems: Problems): Node | undefined {
  if (fragment !== "" && !fragment.startsWith("/")) {
    problems.add("badReference", place, `"#${fragment}" is no JSON Pointer: it begins with "#/".`);
    return undefined;
  }
  let found = root;
  const done: string[] = [];
  for (const raw of fragment.split("/").slice(1)) {
    const step = decode(raw);
    const next = found.kind === "list" && /^(?:0|[1-9]\d*)$/.test(step) ? found.items[Number(step)] : get(found, step);
    if (next === undefined) {
      const meant = found.kind === "map" ? nearest(step, found.entries.keys()) : undefined;
      problems.add("badReference", place, `"${address}#${fragment}" points to nothing: there is no "${step}" in "#/${done.join("/")}".`, {
        suggestion: meant && `${address}#/${[...done, encode(meant)].join("/")}`,
      });
      return undefined;
    }
    done.push(raw);
    found = next;
  }
  return found;
}

/** The node itself, or what its references lead to at last. */
export function resolve(node: Node, files: Files, problems: Problems): Node | undefined {
  const seen = new Set<Node>();
  let found: Node | undefined = node;
  while (found?.kind === "map" && found.entries.has("$ref")) {
    if (seen.has(found)) {
      problems.add("referenceLoop", get(found, "$ref") ?? found, "This reference leads back to itself.");
      return undefined;
    }
    seen.add(found);
    found = follow(found, files, problems);
  }
  return found;
}

function split(reference: string): [string, string] {
  const hash = reference.indexOf("#");
  return hash === -1 ? [reference, ""] : [reference.slice(0, hash), reference.slice(hash + 1)];
}

const encode = (step: string): string => step.replaceAll("~", "~0").replaceAll("/", "~1");

function decode(step: string): string {
  let text = step;
  try {
    text = decodeURIComponent(step);
  } catch {
    // A stray percent sign is meant as it stands.
  }
  return text.replaceAll("~1", "/").replaceAll("~0", "~");
}
