import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { Problems } from "../diagnostics/problems.ts";
import { repository } from "../fixture/repository.ts";
import type { Json } from "../model/json-schema.ts";
import { loadSpecs } from "../read/load.ts";
import { toJson } from "../read/node.ts";
import { parse } from "../read/parse.ts";
import { checkValue } from "./check.ts";
import {
  type AnnotationPlace,
  type DocumentAnnotation,
  type EntityAnnotation,
  type OperationAnnotation,
  type PropertyAnnotation,
  vocabulary,
} from "./vocabulary.ts";

const ajv = new Ajv2020({ strict: false });
ajv.addSchema(vocabulary, "vocabulary");

/** What an independent validator says of a value by the same schema. */
const valid = (place: AnnotationPlace, value: Json): boolean => ajv.getSchema(`vocabulary#/$defs/${place}`)?.(value) === true;

function checked(place: AnnotationPlace, value: Json) {
  const problems = new Problems();
  const node = parse({ path: "a.json", text: JSON.stringify(value) }, problems);
  if (node === undefined) throw new Error("The value cannot be read back.");
  return { value: checkValue(node, vocabulary.$defs[place], "x-codegen", problems), problems: problems.list() };
}

/** Every annotation in the project's specs, by where it stands. */
function annotationsInUse(): [AnnotationPlace, Json][] {
  const found: [AnnotationPlace, Json][] = [];
  const visit = (value: Json, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const place =
        path.length === 0 ? "document" : path[0] === "paths" ? "operation" : path.at(-2) === "properties" ? "property" : "schema";
      if (key === "x-codegen") found.push([place, inner as Json]);
      else visit(inner as Json, [...path, key]);
    }
  };
  for (const file of loadSpecs(repository)) {
    const root = parse(file, new Problems());
    if (root !== undefined) visit(toJson(root), []);
  }
  return found;
}

const inUse = annotationsInUse();

/** Every pattern of the vocabulary with the words that a person reads in its place. */
function patterns(value: unknown): readonly { readonly pattern: unknown; readonly title: unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  const { pattern, title } = value as { readonly pattern?: unknown; readonly title?: unknown };
  return [...(typeof pattern === "string" ? [{ pattern, title }] : []), ...Object.values(value).flatMap(patterns)];
}

describe("the checker of annotations", () => {
  test.each(patterns(vocabulary))("says in words what $pattern accepts", ({ title }) => {
    expect(title).toEqual(expect.stringMatching(/^[^^]{5,}$/));
  });

  test("accepts what the specs say, and hands it on unchanged", () => {
    expect(new Set(inUse.map(([place]) => place))).toEqual(new Set(["document", "schema", "property", "operation"]));
    for (const [place, value] of inUse) {
      expect(valid(place, value)).toBe(true);
      expect(checked(place, value)).toEqual({ value, problems: [] });
    }
  });

  test("agrees with a JSON Schema validator about annotations that went wrong somewhere", () => {
    const strange = fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      "",
      "x",
      "labels",
      "list",
      [],
      ["list"],
      ["list", "list"],
      [[]],
      {},
      { a: 1 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...inUse), fc.infiniteStream(fc.nat()), strange, fc.boolean(), ([place, value], random, by, rename) => {
        const damaged = damage(value, random, by, rename);
        expect(checked(place, damaged).problems.length === 0).toBe(valid(place, damaged));
      }),
      { numRuns: 3000 },
    );
  });

  test("keeps what is sound beside what is not", () => {
    const { value, problems } = checked("document", {
      domain: "labels",
      tier: "extra",
      permissions: { "labels.read": "See", "labels.write": 1 },
    });
    expect(value).toEqual({ domain: "labels", permissions: { "labels.read": "See" } });
    expect(problems.map(({ code }) => code)).toEqual(["AW2004", "AW2004"]);
  });

  test("gives nothing when a required key is missing, so that nobody builds on half an entity", () => {
    expect(checked("document", { tier: "core" }).value).toBeUndefined();
  });

  test("each key of the vocabulary says what it is for", () => {
    const visit = (rule: object, path: string): void => {
      for (const [key, inner] of Object.entries("properties" in rule ? (rule.properties as object) : {})) {
        expect((inner as { description?: string }).description, `${path}.${key}`).toMatch(/\.$/);
        visit(inner as object, `${path}.${key}`);
      }
    };
    for (const [place, rule] of Object.entries(vocabulary.$defs)) visit(rule, place);
  });
});

/** One value somewhere inside exchanged, or one key renamed. */
function damage(value: Json, random: fc.Stream<number>, by: Json, rename: boolean): Json {
  const next = (count: number): number => (random.next().value ?? 0) % count;
  if (typeof value !== "object" || value === null || next(4) === 0) return by;
  if (Array.isArray(value)) {
    const index = next(Math.max(1, value.length));
    return value.map((item, place) => (place === index ? damage(item, random, by, rename) : item));
  }
  const keys = Object.keys(value);
  const chosen = keys[next(Math.max(1, keys.length))];
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key !== chosen ? [key, item] : rename && next(3) === 0 ? [`${key}s`, item] : [key, damage(item, random, by, rename)],
    ),
  );
}

test("the types of annotations follow from the schema", () => {
  expectTypeOf<EntityAnnotation["scope"]>().toEqualTypeOf<"organization" | "cascade" | "user" | "global">();
  expectTypeOf<EntityAnnotation["unique"]>().toEqualTypeOf<readonly (readonly string[])[] | undefined>();
  expectTypeOf<DocumentAnnotation["domain"]>().toEqualTypeOf<string>();
  expectTypeOf<DocumentAnnotation["roles"]>().toEqualTypeOf<Readonly<Record<string, readonly string[]>> | undefined>();
  expectTypeOf<PropertyAnnotation["immutable"]>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<PropertyAnnotation["ref"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<keyof OperationAnnotation>().toEqualTypeOf<
    | "permission"
    | "public"
    | "internal"
    | "stream"
    | "entity"
    | "kind"
    | "feature"
    | "rateLimit"
    | "idempotent"
    | "stale"
    | "timeout"
    | "transaction"
    | "audit"
    | "event"
  >();
  expectTypeOf<OperationAnnotation["public"]>().toEqualTypeOf<true | undefined>();
});
