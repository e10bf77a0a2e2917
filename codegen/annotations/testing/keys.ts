import type { Json } from "../../model/json-schema.ts";
import { type AnnotationPlace, vocabulary } from "../vocabulary.ts";

/** Where something stands in a document. */
export type Path = readonly (string | number)[];

/** A key of the vocabulary that an annotation has: `schema.entity.methods.*.by`, `document.menu.[].icon`. */
export interface Use {
  readonly key: string;
  readonly path: Path;
}

interface Rule {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly additionalProperties?: Rule | false;
  readonly items?: Rule;
  readonly not?: object;
}

/** Every key of the vocabulary, whatever has an effect or not. */
export function allKeys(): readonly string[] {
  const within = (rule: Rule, key: string): readonly string[] => [
    ...Object.entries(rule.properties ?? {}).flatMap(([name, inner]) =>
      inner.not === undefined ? [`${key}.${name}`, ...within(inner, `${key}.${name}`)] : [],
    ),
    ...(rule.additionalProperties ? within(rule.additionalProperties, `${key}.*`) : []),
    ...(rule.items === undefined ? [] : within(rule.items, `${key}.[]`)),
  ];
  return Object.entries(vocabulary.$defs).flatMap(([place, rule]) => within(rule as Rule, place));
}

/** Which keys a document uses, and where. */
export function usesIn(document: Json): readonly Use[] {
  const found: Use[] = [];
  const visit = (value: Json, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      if (name !== "x-codegen") visit(inner as Json, [...path, name]);
      else found.push(...usesOf(inner as Json, vocabulary.$defs[placeOf(path)] as Rule, placeOf(path), [...path, name]));
    }
  };
  visit(document, []);
  return found;
}

function placeOf(path: Path): AnnotationPlace {
  if (path.length === 0) return "document";
  if (path[0] === "paths" || path[0] === "webhooks") return "operation";
  return path.at(-2) === "properties" ? "property" : "schema";
}

function usesOf(value: Json, rule: Rule, key: string, path: Path): readonly Use[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    const { items } = rule;
    return items === undefined ? [] : value.flatMap((item, index) => usesOf(item, items, `${key}.[]`, [...path, index]));
  }
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = rule.properties?.[name];
    const own = known === undefined ? `${key}.*` : `${key}.${name}`;
    const next = known ?? (rule.additionalProperties || undefined);
    const deeper = next === undefined ? [] : usesOf(inner as Json, next, own, [...path, name]);
    return known === undefined ? deeper : [{ key: own, path: [...path, name] }, ...deeper];
  });
}

/** The document with something else at a path; without it, with `undefined`. */
export function changedAt(document: Json, [step, ...rest]: Path, change: (value: Json) => Json | undefined): Json {
  if (step === undefined) return change(document) ?? null;
  if (Array.isArray(document))
    return document.map((item, index) => (index === step ? changedAt(item as Json, rest, change) : (item as Json)));
  const entries = Object.entries(document as { readonly [name: string]: Json }).flatMap(([name, value]): [string, Json][] => {
    if (name !== step) return [[name, value]];
    if (rest.length > 0) return [[name, changedAt(value, rest, change)]];
    const changed = change(value);
    return changed === undefined ? [] : [[name, changed]];
  });
  return Object.fromEntries(entries);
}
