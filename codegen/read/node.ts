import type { Json } from "../model/json-schema.ts";
import type { Span } from "./source.ts";

/** A value of a spec that knows where it stands. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode extends Span {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly items: readonly Node[];
}

export interface MapNode extends Span {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
}

export interface Entry {
  readonly key: Span;
  readonly value: Node;
}

export const get = (node: Node | undefined, key: string): Node | undefined =>
  node?.kind === "map" ? node.entries.get(key)?.value : undefined;

export const mapOf = (node: Node | undefined): MapNode | undefined => (node?.kind === "map" ? node : undefined);

export const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;

/** Whether the key is there and true. */
export function isTrue(node: Node | undefined, key: string): boolean {
  const value = get(node, key);
  return value?.kind === "scalar" && value.value === true;
}

export const items = (node: Node | undefined): readonly Node[] => (node?.kind === "list" ? node.items : []);

/** Key and value of every entry, none when it is no mapping. */
export const entries = (node: Node | undefined): readonly (readonly [string, Entry])[] => (node?.kind === "map" ? [...node.entries] : []);

/** The node at a path of keys and indexes, or the nearest one above it. */
export function at(node: Node, ...path: readonly (string | number)[]): Node {
  let found = node;
  for (const step of path) {
    const next = typeof step === "number" ? items(found)[step] : get(found, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

/** The plain value, without places. A key `__proto__` stays an own key. */
export function toJson(node: Node): Json {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toJson);
  const result: { [key: string]: Json } = {};
  for (const [key, { value }] of node.entries) {
    Object.defineProperty(result, key, { value: toJson(value), enumerable: true, writable: true, configurable: true });
  }
  return result;
}

/** What kind of value it is, in words for a message. */
export function describe(node: Node): string {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  return node.value === null ? "null" : typeof node.value === "string" ? "text" : `a ${typeof node.value}`;
}
