import { targetPath } from "./references.ts";
import type { SourceFile } from "./source.ts";

const references = /\$ref["']?\s*:\s*["']?([^"'#\s,}][^"'\s,}]*)/g;

/** The files given, and those that they refer to, directly or through each other. `read` gives a file's text, undefined where there is none for us. */
export function withParts(files: readonly SourceFile[], read: (path: string) => string | undefined): readonly SourceFile[] {
  const found = new Map(files.map((file) => [file.path, file]));
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [, reference = ""] of file.text.matchAll(references)) {
      const path = targetPath(reference, file.path);
      if (path === undefined || found.has(path)) continue;
      const text = read(path);
      if (text === undefined) continue;
      const part: SourceFile = { path, text, part: true };
      found.set(path, part);
      waiting.push(part);
    }
  }
  return [...found.values()];
}
