import { annotate } from "./annotations/annotate.ts";
import type { Diagnostic } from "./diagnostics/problems.ts";
import { Problems } from "./diagnostics/problems.ts";
import { buildModel } from "./model/build.ts";
import type { Json, Model } from "./model/model.ts";
import { checkKeywords } from "./read/keywords.ts";
import type { MapNode, Node } from "./read/node.ts";
import { describe, get, textOf } from "./read/node.ts";
import { parse } from "./read/parse.ts";
import type { SourceFile } from "./read/source.ts";
import { walk } from "./read/walk.ts";

/**
 * What the specs mean. Pure: the same files give the same answer, in whatever order they come.
 * The model is undefined when a problem is an error; nothing is thrown for what a spec can hold.
 * `memory` keeps what files said from one call to the next: those that did not change are not parsed again.
 */
export function plan(
  files: readonly SourceFile[],
  memory: Memory = new Map(),
): { readonly model: Model | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const problems = new Problems();
  const read = new Map<string, Node>();
  const documents: MapNode[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const root = remembered(file, memory, problems);
    if (root === undefined) continue;
    read.set(file.path, root);
    if (isOpenApi(root, problems)) documents.push(root);
  }
  const annotations = new Map<Node, Json>();
  for (const root of documents) {
    walk(root, read, problems, (place, node, _key, parent) => {
      annotate(place, node, parent, annotations, problems);
      checkKeywords(place, node, problems);
    });
  }
  // A file that is missing would make the others look wrong: what they mean together waits until all can be read.
  const complete = documents.length === files.length;
  const model = complete ? buildModel(read, documents, annotations, problems) : undefined;
  return { model: problems.failed ? undefined : model, diagnostics: problems.list() };
}

/** What each file said when it was last parsed, by its path. */
export type Memory = Map<string, { readonly text: string; readonly root: Node | undefined; readonly problems: Problems }>;

function remembered(file: SourceFile, memory: Memory, problems: Problems): Node | undefined {
  let known = memory.get(file.path);
  if (known === undefined || known.text !== file.text) {
    const own = new Problems();
    known = { text: file.text, root: parse(file, own), problems: own };
    memory.set(file.path, known);
  }
  problems.addAll(known.problems);
  return known.root;
}

function isOpenApi(root: Node, problems: Problems): root is MapNode {
  if (root.kind !== "map") {
    problems.add("badDocument", { ...root, end: root.start }, `An OpenAPI document is a mapping, not ${describe(root)}.`);
    return false;
  }
  const place = get(root, "openapi");
  const version = textOf(place);
  if (version !== undefined && /^3\.1\.\d+$/.test(version)) return true;
  const found = version ?? textOf(get(root, "swagger"));
  const message =
    found === undefined ? "This document does not say `openapi: 3.1.1`." : `This document is of OpenAPI ${found}; only 3.1 is read.`;
  problems.add("badDocument", place ?? { ...root, end: root.start }, message);
  return false;
}
