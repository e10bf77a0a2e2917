import fc from "fast-check";
import type { Json } from "../../model/json-schema.ts";
import type { Model } from "../../model/model.ts";
import { plan } from "../../plan.ts";

export type Kind = "text" | "integer" | "bigint" | "real" | "boolean" | "timestamp" | "json";

export interface TestProperty {
  readonly name: string;
  readonly kind: Kind;
  readonly required: boolean;
  readonly default?: Json;
  readonly renamedFrom?: string;
  /** Only text is. */
  readonly search?: boolean;
}

export interface TestEntity {
  readonly name: string;
  readonly properties: readonly TestProperty[];
  readonly unique: readonly string[];
  readonly indexes: readonly string[];
  readonly renamedFrom?: string;
}

/** The entities of one domain, `things`. */
export type TestSpec = readonly TestEntity[];

const schemas: Readonly<Record<Kind, object>> = {
  text: { type: "string" },
  integer: { type: "integer", format: "int32" },
  bigint: { type: "integer", format: "int64" },
  real: { type: "number" },
  boolean: { type: "boolean" },
  timestamp: { type: "string", format: "date-time" },
  json: { type: "object", additionalProperties: true },
};

/** What the generator makes of it. Throws when the spec has problems: the test would test nothing. */
export function modelOf(spec: TestSpec): Model {
  const components = spec.map(({ name, properties, unique, indexes, renamedFrom }) => [
    name,
    {
      type: "object",
      required: properties.filter(({ required }) => required).map((property) => property.name),
      properties: Object.fromEntries(
        properties.map((property) => [
          property.name,
          {
            ...schemas[property.kind],
            ...(property.default !== undefined && { default: property.default }),
            "x-codegen": {
              ...(property.renamedFrom !== undefined && { renamedFrom: property.renamedFrom }),
              ...(isSearched(property) && { search: true }),
            },
          },
        ]),
      ),
      "x-codegen": {
        entity: {
          prefix: name.toLowerCase().slice(0, 8),
          scope: "organization",
          ...(unique.length > 0 && { unique: unique.map((field) => [field]) }),
          ...(indexes.length > 0 && { indexes: indexes.map((field) => [field]) }),
          ...(renamedFrom !== undefined && { renamedFrom }),
          ...(properties.some(isSearched) && { path: `/${name.toLowerCase()}`, operations: ["list"], read: "things.read" }),
        },
      },
    },
  ]);
  const document = {
    openapi: "3.1.1",
    info: { title: "Things", version: "1" },
    "x-codegen": {
      domain: "things",
      ...(spec.some(({ properties }) => properties.some(isSearched)) && {
        permissions: { "things.read": "See things" },
        roles: { member: ["things.read"] },
      }),
    },
    components: { schemas: Object.fromEntries(components) },
  };
  const { model, diagnostics } = plan([{ path: "openapi/things.yaml", text: JSON.stringify(document) }]);
  if (model === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return model;
}

export const isSearched = ({ kind, search }: TestProperty): boolean => kind === "text" && search === true;

const kinds: readonly Kind[] = ["text", "integer", "bigint", "real", "boolean", "timestamp", "json"];
const samples: Readonly<Record<Kind, Json>> = {
  ...{ text: "it's", integer: 7, bigint: 2_000_000_000, real: 0.5, boolean: true },
  ...{ timestamp: "2026-01-02T03:04:05.678Z", json: { a: ["'"] } },
};
export const sampleOf = (kind: Kind): Json => samples[kind];

const names = ["name", "color", "size", "note", "order", "groupBy"];
const entities = ["Label", "Note", "Branch"];

const property = (name: string): fc.Arbitrary<TestProperty> =>
  fc
    .record({ kind: fc.constantFrom(...kinds), required: fc.boolean(), withDefault: fc.boolean(), search: fc.boolean() })
    .map(({ kind, required, withDefault, search }) => ({ name, kind, required, search, ...(withDefault && { default: samples[kind] }) }));

const entity = (name: string): fc.Arbitrary<TestEntity> =>
  fc
    .subarray(names, { minLength: 1 })
    .chain((chosen) =>
      fc.record({ properties: fc.tuple(...chosen.map(property)), indexed: fc.subarray(chosen), unique: fc.subarray(chosen) }),
    )
    .map(({ properties, indexed, unique }) => ({ name, properties, ...found(properties, indexed, unique) }));

/** JSON can neither be unique nor looked up. */
function found(properties: readonly TestProperty[], indexed: readonly string[], unique: readonly string[]) {
  const usable = (field: string): boolean => properties.some(({ name, kind }) => name === field && kind !== "json");
  return { indexes: indexed.filter(usable), unique: unique.filter(usable) };
}

export const anySpec: fc.Arbitrary<TestSpec> = fc.subarray(entities, { minLength: 1 }).chain((chosen) => fc.tuple(...chosen.map(entity)));

/** Another spec of which some parts are those of `spec`, some under new names, some changed, some gone, some new. */
export function edited(spec: TestSpec): fc.Arbitrary<TestSpec> {
  return fc.record({ fresh: anySpec, choices: fc.infiniteStream(fc.nat()) }).map(({ fresh, choices }) => {
    const choose = (count: number): number => (choices.next().value ?? 0) % count;
    const kept = spec.flatMap((old): TestEntity[] => {
      const { renamedFrom: _, ...plain } = old;
      const replaced = fresh.find(({ name }) => name === old.name);
      const properties = plain.properties.flatMap((before): TestProperty[] => {
        const { renamedFrom: __, ...same } = before;
        const other = replaced?.properties.find(({ name }) => name === before.name);
        const renamed = `${before.name}Now`.replace(/(?:Now)+$/, (many) => `Now${many.length / 3}`);
        return [[same], [same], [], [{ ...same, name: renamed, renamedFrom: before.name }], [other ?? same]][choose(5)] ?? [];
      });
      const more = (replaced?.properties ?? []).filter(({ name }) => plain.properties.every((before) => before.name !== name));
      const all = [...properties, ...more];
      const current = (list: readonly string[]) => list.filter((name) => all.some((item) => item.name === name));
      const next: TestEntity = {
        ...plain,
        properties: all,
        ...found(all, current(replaced?.indexes ?? plain.indexes), current(plain.unique)),
      };
      return (
        [
          [next],
          [next],
          [next],
          [{ ...next, name: `${old.name}Now`.replace(/(?:Now)+$/, (many) => `Now${many.length / 3}`), renamedFrom: old.name }],
          [],
        ][choose(5)] ?? []
      );
    });
    const more = fresh.filter(({ name }) => kept.every((other) => other.name !== name && other.renamedFrom !== name));
    return [...kept, ...more];
  });
}
