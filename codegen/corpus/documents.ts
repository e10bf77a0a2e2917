import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { withParts } from "../read/parts.ts";
import type { SourceFile } from "../read/source.ts";

const says = /^\s*(?:\{\s*)?["']?(?:openapi|swagger)["']?\s*:/m;

/** The OpenAPI documents below a folder, by path, sorted; other JSON and YAML files are parts of some, or none of ours. */
export function documentsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/.test(entry.name) && !entry.parentPath.includes("node_modules"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => says.test(readFileSync(join(folder, path), "utf8").slice(0, 100_000)) || path.endsWith("openapi.json"))
    .sort();
}

/** A document and every file below `folder` that it refers to, as if it lay in openapi/. */
export function documentWithParts(folder: string, document: string): readonly SourceFile[] {
  const home = posix.dirname(document);
  const at = (path: string): string => posix.join(home, posix.relative("openapi", path));
  const path = posix.join("openapi", posix.basename(document));
  return withParts([{ path, text: read(folder, document) ?? "" }], (part) => read(folder, at(part)));
}

/** A file of the folder; nothing outside of it is read, whatever a document asks for. */
function read(folder: string, path: string): string | undefined {
  const normal = posix.normalize(path);
  if (normal.startsWith("..") || posix.isAbsolute(normal)) return undefined;
  try {
    return readFileSync(join(folder, normal), "utf8");
  } catch {
    return undefined;
  }
}
