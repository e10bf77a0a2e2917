import { posix } from "node:path";
import { nearestKey } from "../diagnostics/nearest.ts";
import type { Problems } from "../diagnostics/problems.ts";
import { meantById } from "./ids.ts";
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
  const path = targetPath(reference, place.file.path);
  const here = files.get(place.file.path);
  const meant = here !== undefined && (path === undefined || !files.has(path)) ? meantById(reference, here) : undefined;
  if (meant !== undefined) {
    refuseId(reference, meant, place, problems);
    return undefined;
  }
  const root = path === undefined ? undefined : files.get(path);
  if (path === undefined || (root === undefined && !path.startsWith("openapi/"))) {
    problems.add("badReference", place, `"${reference}" leads out of openapi/. Copy what you need beside this file.`);
    return undefined;
  }
  if (root === undefined) {
    const meant = nearestKey(path, files);
    problems.add("badReference", place, `There is no file ${path}.`, {
      suggestion: meant && `${posix.relative(posix.dirname(place.file.path), meant)}#${fragment}`,
    });
    return undefined;
  }
  return find(root, address, fragment, place, problems);
}

const foundByRoot = new WeakMap<Node, Map<string, Node>>();

/** `walk`, which most references of a file share with others. */
function find(root: Node, address: string, fragment: string, place: Node, problems: Problems): Node | undefined {
  const known = foundByRoot.get(root) ?? new Map<string, Node>();
  foundByRoot.set(root, known);
  const found = known.get(fragment) ?? walk(root, address, fragment, place, problems);
  if (found !== undefined) known.set(fragment, found);
  return found;
}

function walk(root: Node, address: string, fragment: string, place: Node, problems: Problems): Node | undefined {
  if (fragment !== "" && !fragment.startsWith("/")) {
    const anchored = anchorsOf(root).get(decode(fragment));
    if (anchored === undefined) {
      problems.add("badReference", place, `"#${fragment}" is no JSON Pointer, which begins with "#/", and no \`$anchor\` of that file.`);
    }
    return anchored;
  }
  let found = root;
  const done: string[] = [];
  const steps = fragment.split("/").slice(1);
  for (const raw of steps) {
    const step = decode(raw);
    const next = found.kind === "list" && /^(?:0|[1-9]\d*)$/.test(step) ? found.items[Number(step)] : get(found, step);
    const byId = next === undefined && address === "" ? meantById(`#${fragment}`, root) : undefined;
    if (byId !== undefined) {
      refuseId(`#${fragment}`, byId, place, problems);
      return undefined;
    }
    if (next === undefined) {
      const meant = found.kind === "map" ? nearestKey(step, found.entries) : undefined;
      problems.add("badReference", place, `"${address}#${fragment}" points to nothing: there is no "${step}" in "#/${done.join("/")}".`, {
        suggestion: meant && `${address}#/${[...done, encode(meant), ...rest(get(found, meant), steps.slice(done.length + 1))].join("/")}`,
      });
      return undefined;
    }
    done.push(raw);
    found = next;
  }
  return found;
}

/** The steps on from a node, if they lead somewhere. */
function rest(node: Node | undefined, steps: readonly string[]): readonly string[] {
  const end = steps.reduce<Node | undefined>((found, step) => get(found, decode(step)), node);
  return end === undefined ? [] : steps;
}

/** Files are found by their paths alone, so that a document means the same wherever it lies. */
const refuseId = (reference: string, meant: string, place: Node, problems: Problems): void =>
  problems.add(
    "notSupported",
    place,
    `"${reference}" is relative to the \`$id\` of a schema, which references are not read by: they are paths of files, and JSON Pointers.`,
    { suggestion: meant },
  );

/** The file that a reference standing in the file `from` leads to; undefined when that is no file of the project. */
export function targetPath(reference: string, from: string): string | undefined {
  const [address] = split(reference);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/")) return undefined;
  return address === "" ? from : posix.join(posix.dirname(from), plainly(address));
}

const anchorsByRoot = new WeakMap<Node, ReadonlyMap<string, Node>>();

/** What `$anchor` and `$dynamicAnchor` name in a file. Of two with one name the first counts. */
function anchorsOf(root: Node): ReadonlyMap<string, Node> {
  const known = anchorsByRoot.get(root);
  if (known !== undefined) return known;
  const found = new Map<string, Node>();
  const seen = new Set<Node>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "scalar" || seen.has(node)) continue;
    seen.add(node);
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const name = textOf(get(node, key));
      if (name !== undefined && !found.has(name)) found.set(name, node);
    }
    const inner = node.kind === "list" ? node.items : [...node.entries.values()].map(({ value }) => value);
    for (const item of inner.toReversed()) waiting.push(item);
  }
  anchorsByRoot.set(root, found);
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

const decode = (step: string): string => plainly(step).replaceAll("~1", "/").replaceAll("~0", "~");

/** Without percent-encoding. */
function plainly(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign is meant as it stands.
    return text;
  }
}
