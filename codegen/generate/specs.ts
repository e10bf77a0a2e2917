import { readFileSync, realpathSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { withParts } from "../read/parts.ts";
import type { SourceFile } from "../read/source.ts";

/**
 * The specs of the project at `root`: every YAML or JSON file directly in `openapi/`, and the files in its folders that they refer to.
 * Throws a sentence when there are none.
 */
export async function readSpecs(root: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(join(root, "openapi")).catch(() => [])).filter((name) => /\.(?:ya?ml|json)$/.test(name)).sort();
  if (names.length === 0) throw new Error("There is no spec: openapi/ holds no .yaml or .json file.");
  const read = async (name: string) => ({ path: `openapi/${name}`, text: await readFile(join(root, "openapi", name), "utf8") });
  return withParts(await Promise.all(names.map(read)), (path) => readPart(root, path));
}

/** Nothing outside of `openapi/` is read, whatever a spec asks for; nor outside of the project by a link, nor what is no file. */
export function readPart(root: string, path: string): string | undefined {
  if (!path.startsWith("openapi/")) return undefined;
  try {
    const file = realpathSync(join(root, path));
    return file.startsWith(realpathSync(root) + sep) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
