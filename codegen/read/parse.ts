import { createRequire } from "node:module";
import { extname } from "node:path";
import type { Problems } from "../diagnostics/problems.ts";
import type { Node } from "./node.ts";
import { parseJson } from "./parse-json.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import type { SourceFile } from "./source.ts";

/**
 * Reads YAML 1.2 or JSON into located nodes. Returns undefined after a problem that leaves nothing to go on with;
 * duplicate keys, aliases that explode and other problems of parts are reported and the rest is kept.
 */
export function parse(file: SourceFile, problems: Problems): Node | undefined {
  if (file.path.endsWith(".json")) return parseJson(file, problems);
  return readPlainYaml(file) ?? fullReader().parseYaml(file, problems);
}

let loaded: typeof import("./full-yaml.ts") | undefined;

/** Loaded only for the few files that need it: it takes longer than reading most of the others. */
function fullReader(): typeof import("./full-yaml.ts") {
  // In the package it is JavaScript.
  loaded ??= createRequire(import.meta.url)(`./full-yaml${extname(import.meta.filename)}`) as typeof import("./full-yaml.ts");
  return loaded;
}
