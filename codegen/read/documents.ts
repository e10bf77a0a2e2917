import type { Problems } from "../diagnostics/problems.ts";
import { describe, entries, get, items, type MapNode, mapOf, type Node, textOf } from "./node.ts";
import { type Files, targetPath } from "./references.ts";
import { sortedKeys } from "./sort-keys.ts";

/** A document that may be generated from; what it refers to may also lie in files that are none. */
export interface Document {
  readonly root: MapNode;
  readonly version: "3.0" | "3.1";
  /** Whether it says nothing in x-codegen but, at the most, its domain and tier. */
  readonly plain: boolean;
}

export interface Documents {
  readonly documents: readonly Document[];
  /** Files that documents only refer to. */
  readonly parts: readonly Node[];
  /** Every file; the plain ones with their keys in order, which in a document that nobody wrote for us has no meaning. */
  readonly files: Files;
  /** Paths of the files in which slips are no errors. */
  readonly lenient: readonly string[];
  /** Whether every file is one or the other. */
  readonly complete: boolean;
}

/** Tells the OpenAPI documents among the files from those that they refer to. Reports what is neither. */
export function documentsOf(files: ReadonlyMap<string, Node>, problems: Problems): Documents {
  const annotated = [...files.values()].some((root) => root.file.text.includes("x-codegen"));
  const found: Document[] = [];
  const others: Node[] = [];
  for (const root of files.values()) {
    const version = versionOf(root);
    if (version === undefined || root.kind !== "map") others.push(root);
    else found.push({ root, version, plain: !annotated || isPlain(root) });
  }
  // Schemas that documents share are theirs who wrote the documents: when some are annotated, nobody else wrote them.
  const ours = found.some(({ plain }) => !plain);
  const documents = found.map((document) => ({ ...document, plain: document.plain && (!ours || isOfDomain(document.root)) }));
  const roots = documents.map(({ root }) => root);
  const used = others.length === 0 ? new Set<string>() : referred(roots, files);
  const parts = others.filter(
    (root) => used.has(root.file.path) && get(root, "swagger") === undefined && get(root, "openapi") === undefined,
  );
  const strange = others.filter((root) => !parts.includes(root) && root.file.part !== true);
  for (const root of strange) refuse(root, problems);
  // Parts belong to whoever refers to them: when nobody annotates, they are as plain as all.
  const untouched = [...documents.filter(({ plain }) => plain).map(({ root }) => root), ...(ours ? [] : parts)];
  return {
    ...ordered(files, documents, parts, untouched),
    lenient: untouched.map(({ file }) => file.path),
    complete: strange.length === 0,
  };
}

function ordered(
  files: Files,
  documents: readonly Document[],
  parts: readonly Node[],
  untouched: readonly Node[],
): Pick<Documents, "files" | "documents" | "parts"> {
  const sorted = new Map(untouched.map((root) => [root, sortedKeys(root)]));
  const instead = (root: Node): Node => sorted.get(root) ?? root;
  return {
    files: new Map([...files].map(([path, root]) => [path, instead(root)])),
    documents: documents.map((document) => ({ ...document, root: mapOf(instead(document.root)) ?? document.root })),
    parts: parts.map(instead),
  };
}

/** Many write `3.1` for `3.1.0`, and without quotes that is a number; 3.0 is then 3. */
function versionOf(root: Node): Document["version"] | undefined {
  const written = get(root, "openapi");
  const version = written?.kind === "scalar" ? String(written.value) : "";
  return /^3\.1(?:\.\d|$)/.test(version) ? "3.1" : /^3(?:\.0(?:\.\d|$)|$)/.test(version) ? "3.0" : undefined;
}

function refuse(root: Node, problems: Problems): void {
  const start = { ...root, end: root.start };
  if (root.kind !== "map") {
    problems.add("badDocument", start, `An OpenAPI document is a mapping, not ${describe(root)}.`);
    return;
  }
  const place = get(root, "openapi") ?? get(root, "swagger");
  const value = place?.kind === "scalar" ? String(place.value) : undefined;
  const message =
    value === undefined
      ? "This file does not say `openapi: 3.1.1`, and no other refers to it."
      : `This document is of OpenAPI ${value}; only 3.0 and 3.1 are read.`;
  problems.add("badDocument", place ?? start, message);
}

/** Paths of all files that references in `roots` lead to, directly or through other files. */
function referred(roots: readonly Node[], files: ReadonlyMap<string, Node>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Node[] = [...roots];
  const seen = new Set<Node>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "scalar" || seen.has(node)) continue;
    seen.add(node);
    const reference = textOf(get(node, "$ref"));
    const path = reference === undefined ? undefined : targetPath(reference, node.file.path);
    const target = path === undefined ? undefined : files.get(path);
    if (path !== undefined && target !== undefined && !found.has(path)) {
      found.add(path);
      waiting.push(target);
    }
    for (const inner of node.kind === "list" ? items(node) : entries(node).map(([, { value }]) => value)) waiting.push(inner);
  }
  return found;
}

/** Whether a document is a domain's: it has operations, or says so. */
const isOfDomain = (root: MapNode): boolean => ["paths", "webhooks", "x-codegen"].some((key) => root.entries.has(key));

const ownKeys = new Set(["domain", "tier"]);

function isPlain(root: MapNode): boolean {
  const own = mapOf(get(root, "x-codegen"));
  const says = own !== undefined;
  if (says && (!root.entries.has("paths") || [...own.entries.keys()].some((key) => !ownKeys.has(key)))) return false;
  const waiting: Node[] = [...root.entries].flatMap(([key, { value }]) => (key === "x-codegen" ? [] : [value]));
  const seen = new Set<Node>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "scalar" || seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "map" && node.entries.has("x-codegen")) return false;
    for (const inner of node.kind === "list" ? items(node) : entries(node).map(([, { value }]) => value)) waiting.push(inner);
  }
  return true;
}
