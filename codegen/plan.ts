import { annotate } from "./annotations/annotate.ts";
import type { Diagnostic } from "./diagnostics/problems.ts";
import { Problems } from "./diagnostics/problems.ts";
import { buildModel } from "./model/build.ts";
import type { Json, Model } from "./model/model.ts";
import { documentsOf } from "./read/documents.ts";
import type { Node } from "./read/node.ts";
import { parse } from "./read/parse.ts";
import { sortKeys } from "./read/sort-keys.ts";
import type { SourceFile } from "./read/source.ts";
import { walk } from "./read/walk.ts";

/**
 * What the specs mean. Pure: the same files give the same answer, in whatever order they come.
 * The model is undefined when a problem is an error; nothing is thrown for what a spec can hold.
 */
export function plan(files: readonly SourceFile[]): { readonly model: Model | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const problems = new Problems();
  const read = new Map<string, Node>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const root = parse(file, problems);
    if (root !== undefined) read.set(file.path, root);
  }
  const { documents, parts, complete } = documentsOf(read, problems);
  const plain = documents.filter((document) => document.plain);
  // Parts belong to whoever refers to them: when nobody annotates, they are as plain as all.
  const untouched = [...plain.map(({ root }) => root), ...(plain.length === documents.length ? parts : [])];
  for (const root of untouched) {
    problems.beLenient(root.file.path);
    // In a document that nobody wrote for us the order of keys has no meaning.
    sortKeys(root);
  }
  const annotations = new Map<Node, Json>();
  for (const document of documents) {
    walk(document, read, new Set(parts), problems, (place, node, _key, parent) => annotate(place, node, parent, annotations, problems));
  }
  // A file that is missing would make the others look wrong: what they mean together waits until all can be read.
  const model = complete && read.size === files.length ? buildModel(read, documents, annotations, problems) : undefined;
  return { model: problems.failed ? undefined : model, diagnostics: problems.list() };
}
