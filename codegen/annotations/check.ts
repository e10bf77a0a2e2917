import { nearest } from "../diagnostics/nearest.ts";
import type { Problems } from "../diagnostics/problems.ts";
import type { Json } from "../model/json-schema.ts";
import { describe, type ListNode, type MapNode, type Node, toJson } from "../read/node.ts";
import { belongsTo } from "./belongs.ts";

/** The part of JSON Schema 2020-12 that the vocabulary is written in. */
export interface Rule {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Rule[];
  readonly pattern?: string;
  /** In words what a pattern accepts. */
  readonly title?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Rule;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly propertyNames?: Rule;
  readonly additionalProperties?: Rule | false;
  readonly required?: readonly string[];
  readonly description?: string;
}

/**
 * Holds an annotation against the vocabulary. Gives the plain value without the parts that are wrong, which are reported:
 * so one slip does not hide the problems behind it. Undefined when nothing is left, or a required key is missing.
 */
export function checkValue(node: Node, rule: Rule, path: string, problems: Problems): Json | undefined {
  const nested = rule.anyOf?.find(({ type }) => (node.kind === "list" && type === "array") || (node.kind === "map" && type === "object"));
  if (nested !== undefined) return checkValue(node, nested, path, problems);
  if (rule.type === "object")
    return node.kind === "map" ? checkMap(node, rule, path, problems) : refuse(node, mapping(rule), path, problems);
  if (rule.type === "array") return node.kind === "list" ? checkList(node, rule, path, problems) : refuseList(node, path, problems);
  return accepts(node, rule)
    ? toJson(node)
    : refuse(node, wanted(rule), path, problems, node.kind === "scalar" ? closest(node.value, rule) : undefined);
}

function checkMap(node: MapNode, rule: Rule, path: string, problems: Problems): Json | undefined {
  const result: { [key: string]: Json } = Object.create(null);
  for (const [key, entry] of node.entries) {
    const known = rule.properties !== undefined && Object.hasOwn(rule.properties, key) ? rule.properties[key] : undefined;
    const inner = known ?? rule.additionalProperties;
    if (inner === undefined || inner === false) unknownKey(key, node, rule, path, problems);
    else if (rule.propertyNames !== undefined && !accepts({ ...entry.key, kind: "scalar", value: key }, rule.propertyNames)) {
      refuse(
        { ...entry.key, kind: "scalar", value: key },
        wanted(rule.propertyNames),
        `${path}: ${key}`,
        problems,
        closest(key, rule.propertyNames),
      );
    } else {
      const value = checkValue(entry.value, inner, `${path}.${key}`, problems);
      if (value !== undefined) result[key] = value;
    }
  }
  for (const key of rule.required ?? []) {
    if (!node.entries.has(key)) problems.add("missingAnnotation", { ...node, end: node.start + 1 }, `\`${path}\` needs \`${key}\`.`);
  }
  return (rule.required ?? []).every((key) => key in result) ? result : undefined;
}

function unknownKey(key: string, node: MapNode, rule: Rule, path: string, problems: Problems): void {
  const place = node.entries.get(key)?.key ?? node;
  const home = belongsTo(key, rule);
  if (home !== undefined) {
    problems.add("misplacedAnnotation", place, `\`${key}\` has no effect here: it belongs ${home}.`);
    return;
  }
  const known = Object.keys(rule.properties ?? {});
  problems.add("unknownAnnotation", place, `\`${path}\` has no key "${key}".`, { suggestion: nearest(key, known) });
}

function checkList(node: ListNode, rule: Rule, path: string, problems: Problems): Json | undefined {
  const { items: inner = {}, minItems = 0 } = rule;
  if (node.items.length < minItems) return refuse(node, "a list that is not empty", path, problems);
  const values = node.items.map((item, index) => checkValue(item, inner, `${path}[${index}]`, problems));
  const texts = values.map((value) => JSON.stringify(value));
  node.items.forEach((item, index) => {
    const twice = rule.uniqueItems === true && texts[index] !== undefined && texts.indexOf(texts[index]) < index;
    if (twice) problems.add("badAnnotation", item, `${texts[index]} stands twice in \`${path}\`.`);
  });
  const sound = values.filter((value) => value !== undefined);
  // A list with a gap is dropped as a whole: what is said of its items must stay in step with their places.
  return sound.length === values.length ? sound : undefined;
}

function accepts(node: Node, rule: Rule): boolean {
  if (node.kind !== "scalar") return false;
  const { value } = node;
  if (rule.anyOf !== undefined) return rule.anyOf.some((variant) => accepts(node, variant));
  if ("const" in rule) return value === rule.const;
  if (rule.enum !== undefined) return rule.enum.includes(value);
  if (rule.type === "boolean" || rule.type === "number") return typeof value === rule.type;
  if (rule.type === "integer") return Number.isInteger(value);
  return (
    typeof value === "string" &&
    value.length >= (rule.minLength ?? 0) &&
    (rule.pattern === undefined || new RegExp(rule.pattern, "u").test(value))
  );
}

/** A mapping, with the keys that it cannot do without. */
function mapping({ required = [] }: Rule): string {
  const keys = required.map((key) => `\`${key}\``);
  const last = keys.at(-1);
  if (last === undefined) return "a mapping";
  return `a mapping with ${keys.length === 1 ? last : `${keys.slice(0, -1).join(", ")} and ${last}`}`;
}

function wanted(rule: Rule): string {
  if (rule.anyOf !== undefined) return rule.anyOf.map(wanted).join(" or ");
  if ("const" in rule) return JSON.stringify(rule.const);
  if (rule.enum !== undefined) return `one of ${rule.enum.map(String).join(", ")}`;
  if (rule.type === "boolean") return "true or false";
  if (rule.type === "integer") return "a whole number";
  if (rule.type === "number") return "a number";
  if (rule.type === "array" || rule.type === "object") return rule.type === "array" ? "a list" : "a mapping";
  return rule.title ?? (rule.pattern === undefined ? "text" : `text like ${rule.pattern}`);
}

const closest = (value: unknown, rule: Rule): string | undefined =>
  typeof value === "string" && rule.enum !== undefined ? nearest(value, rule.enum.map(String)) : undefined;

/** One thing where a list of such things is wanted. */
function refuseList(node: Node, path: string, problems: Problems): undefined {
  const single = node.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
  return refuse(node, "a list", path, problems, single === undefined ? undefined : `[${single}]`);
}

function refuse(node: Node, want: string, path: string, problems: Problems, suggestion?: string): undefined {
  const found = node.kind === "scalar" ? JSON.stringify(node.value) : describe(node);
  // A mapping or list that is empty most often stands on the next lines, not indented enough.
  const indent = found === "null" && /^a (?:mapping|list)/.test(want) ? " Indent what belongs to it." : "";
  problems.add("badAnnotation", node, `\`${path}\` must be ${want}, not ${found}.${indent}`, { suggestion });
  return undefined;
}
