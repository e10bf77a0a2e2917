import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFile } from "../read/source.ts";

/** The specs of the project at `root`: every YAML or JSON file directly in `openapi/`. Throws a sentence when there are none. */
export async function readSpecs(root: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(join(root, "openapi")).catch(() => [])).filter((name) => /\.(?:ya?ml|json)$/.test(name)).sort();
  if (names.length === 0) throw new Error("There is no spec: openapi/ holds no .yaml or .json file.");
  return Promise.all(names.map(async (name) => ({ path: `openapi/${name}`, text: await readFile(join(root, "openapi", name), "utf8") })));
}
