import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type Node as YamlNode } from "yaml";
import type { Problems } from "../diagnostics/problems.ts";
import type { Entry, Node } from "./node.ts";
import type { SourceFile, Span } from "./source.ts";
import { yamlFault } from "./yaml-fault.ts";

/** Nodes that aliases may add to a file. An alias is no copy here, but whoever walks the tree passes it again. */
const aliasBudget = 100_000;
const deepest = 200;

/** Reads any YAML 1.2 into located nodes, and reports what is wrong with it. */
export function parseYaml(file: SourceFile, problems: Problems): Node | undefined {
  const whole: Span = { file, start: 0, end: 0 };
  // uniqueKeys compares each key with all before it: duplicates are found by the map below instead.
  // A silent logLevel would also keep quiet about a second document in the file.
  const document = parseDocument(file.text, { uniqueKeys: false, merge: false, prettyErrors: false, logLevel: "error" });
  // One slip makes every line after it look wrong.
  // A mapping met inside a list that was left open explains the others.
  const first = document.errors.find(({ code }) => code === "BLOCK_IN_FLOW") ?? document.errors[0] ?? document.warnings[0];
  if (first?.code === "RESOURCE_EXHAUSTION") {
    problems.add("tooDeep", { file, start: first.pos[0], end: first.pos[1] }, "This is nested too deeply to be read.");
  } else if (first !== undefined) {
    const { span, message } = yamlFault(file, first);
    problems.add("badYaml", span, message);
  }
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) {
    problems.add("badDocument", whole, "This file is empty.");
    return undefined;
  }
  return new Converter(file, problems).convert(document.contents as YamlNode, 0);
}

/** `<<` without quotes. */
const isMergeKey = (key: YamlNode): boolean => isScalar(key) && key.value === "<<" && key.type === "PLAIN";

/** Turns yaml's nodes into ours. It guards the anchors seen so far and how much the aliases have cost. */
class Converter {
  readonly #file: SourceFile;
  readonly #problems: Problems;
  readonly #anchors = new Map<string, { readonly node: Node; readonly weight: number; readonly height: number }>();
  #count = 0;
  #aliased = 0;
  /** The deepest level met so far below the value that is being converted. */
  #reach = 0;

  constructor(file: SourceFile, problems: Problems) {
    this.#file = file;
    this.#problems = problems;
  }

  convert(node: YamlNode | null, depth: number): Node {
    const span = this.#span(node);
    if (depth > deepest) {
      this.#problems.add("tooDeep", span, `This is nested more than ${deepest} levels deep.`);
      return { ...span, kind: "scalar", value: null };
    }
    const before = this.#count++;
    const reach = this.#reach;
    this.#reach = depth;
    const result = this.#value(node, span, depth);
    if (node !== null && !isAlias(node) && node.anchor !== undefined) {
      this.#anchors.set(node.anchor, { node: result, weight: this.#count - before, height: this.#reach - depth });
    }
    this.#reach = Math.max(this.#reach, reach);
    return result;
  }

  #value(node: YamlNode | null, span: Span, depth: number): Node {
    if (isMap(node)) return { ...span, kind: "map", entries: this.#entries(node.items as Pair<YamlNode, YamlNode | null>[], depth) };
    if (isSeq(node)) return { ...span, kind: "list", items: node.items.map((item) => this.convert(item as YamlNode, depth + 1)) };
    if (isAlias(node)) return this.#alias(node.source, span, depth);
    return { ...span, kind: "scalar", value: this.#scalar(isScalar(node) ? node.value : null, span) };
  }

  #entries(pairs: readonly Pair<YamlNode, YamlNode | null>[], depth: number): ReadonlyMap<string, Entry> {
    const result = new Map<string, Entry>();
    const merged: Entry[] = [];
    for (const pair of pairs) {
      const key = this.#span(pair.key);
      if (!isScalar(pair.key) || (typeof pair.key.value === "object" && pair.key.value !== null)) {
        this.#problems.add("badYaml", key, "A key must be text.");
        continue;
      }
      // As written: 200 and 1e3 are names here, not numbers.
      const name = typeof pair.key.value === "string" ? pair.key.value : this.#file.text.slice(key.start, key.end);
      const value = this.convert(pair.value, depth + 1);
      if (isMergeKey(pair.key)) {
        merged.push({ key, value });
        continue;
      }
      const first = result.get(name);
      if (first !== undefined) {
        this.#problems.add("duplicateKey", key, `The key "${name}" stands twice in this mapping.`, {
          related: [{ message: "It stands here first.", span: first.key }],
        });
        continue;
      }
      result.set(name, { key, value: pair.value === null ? { ...value, start: key.start, end: key.end } : value });
    }
    for (const { key, value } of merged) this.#merge(result, value, key);
    return result;
  }

  /** What a mapping does not say itself comes from those that it merges (yaml.org/type/merge): of two, the first counts. */
  #merge(result: Map<string, Entry>, value: Node, key: Span): void {
    for (const source of value.kind === "list" ? value.items : [value]) {
      if (source.kind !== "map") {
        this.#problems.add("badYaml", key, "What is merged by << must be a mapping, or a list of mappings.");
        continue;
      }
      for (const [name, entry] of source.entries) if (!result.has(name)) result.set(name, entry);
    }
  }

  #alias(name: string, span: Span, depth: number): Node {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.#problems.add("badAlias", span, `The alias *${name} stands inside its own anchor or before it.`);
      return { ...span, kind: "scalar", value: null };
    }
    this.#aliased += target.weight;
    if (this.#aliased > aliasBudget) {
      if (this.#aliased - target.weight <= aliasBudget)
        this.#problems.add("badAlias", span, `The aliases of this file add more than ${aliasBudget} values; *${name} is one too many.`);
      return { ...span, kind: "scalar", value: null };
    }
    if (depth + target.height > deepest) {
      this.#problems.add("tooDeep", span, `With what *${name} stands for, this is nested more than ${deepest} levels deep.`);
      return { ...span, kind: "scalar", value: null };
    }
    this.#reach = Math.max(this.#reach, depth + target.height);
    this.#count += target.weight;
    return target.node;
  }

  #scalar(value: unknown, span: Span): string | number | boolean | null {
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.#problems.add("badYaml", span, "This number is not finite: JSON has no such value.");
      return null;
    }
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null) return value;
    this.#problems.add("badYaml", span, "This value is none that JSON has.");
    return null;
  }

  #span(node: YamlNode | null): Span {
    const range = node?.range;
    return { file: this.#file, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }
}
