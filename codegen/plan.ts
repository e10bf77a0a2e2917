import { annotate } from "./annotations/annotate.ts";
import type { Diagnostic } from "./diagnostics/problems.ts";
import { Problems } from "./diagnostics/problems.ts";
import { buildModel } from "./model/build.ts";
import type { Json } from "./model/json-schema.ts";
import type { Model } from "./model/model.ts";
import { documentsOf } from "./read/documents.ts";
import { checkKeywords } from "./read/keywords.ts";
import type { Node } from "./read/node.ts";
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
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const root = remembered(file, memory, problems);
    if (root !== undefined) read.set(file.path, root);
  }
  const { documents, parts, files: known, lenient, complete } = documentsOf(read, problems);
  for (const path of lenient) problems.beLenient(path);
  const annotations = new Map<Node, Json>();
  for (const document of documents) {
    walk(document, known, parts, problems, (place, node, _key, parent) => {
      annotate(place, node, parent, annotations, problems);
      checkKeywords(place, node, problems);
    });
  }
  // A file that is missing would make the others look wrong: what they mean together waits until all can be read.
  const model = complete && read.size === files.length ? buildModel(known, documents, annotations, problems) : undefined;
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
