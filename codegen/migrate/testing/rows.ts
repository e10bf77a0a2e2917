import type { Json } from "../../model/json-schema.ts";
import { plural, snakeCase } from "../../model/names.ts";
import { type Kind, sampleOf, type TestEntity, type TestProperty, type TestSpec } from "./spec.ts";

export type Row = Readonly<Record<string, Json>>;

export const tableOf = (entity: string): string => snakeCase(plural(entity));
export const nullable = ({ required, default: value }: TestProperty): boolean => !required && value === undefined;

/** Two rows of an entity, one as full and one as empty as it can be, of two organizations. */
export function rowsOf({ properties }: TestEntity): readonly Row[] {
  const row = (id: string, value: (property: TestProperty) => Json): Row => ({
    ...{
      id,
      organization_id: `org-${id}`,
      created_by: null,
      created_at: "2026-01-01T00:00:00.000Z",
      updated_at: "2026-01-01T00:00:00.000Z",
    },
    version: 1,
    ...Object.fromEntries(properties.map((property) => [snakeCase(property.name), value(property)])),
  });
  return [row("a", ({ kind }) => sampleOf(kind)), row("b", (property) => (nullable(property) ? null : sampleOf(property.kind)))];
}

/** What a row must be after a migration, worked out from the specs alone; undefined when its table is gone. */
export function expected(row: Row, before: TestEntity, after: TestSpec): { readonly table: string; readonly row: Row } | undefined {
  const now = after.find(({ renamedFrom }) => renamedFrom === before.name) ?? after.find(({ name }) => name === before.name);
  if (now === undefined) return undefined;
  const server = Object.fromEntries(Object.entries(row).slice(0, 6));
  const fields = now.properties.map((property): [string, Json] => {
    const old = before.properties.find(({ name }) => name === (property.renamedFrom ?? property.name));
    const empty = nullable(property) ? null : (property.default ?? sampleOf(property.kind));
    if (old === undefined) return [snakeCase(property.name), empty];
    const value = row[snakeCase(old.name)] ?? null;
    const converted = value === null ? null : convert(value, old.kind, property.kind);
    return [snakeCase(property.name), converted ?? empty];
  });
  return { table: tableOf(now.name), row: { ...server, ...Object.fromEntries(fields) } };
}

/** Undefined when the value is lost. */
function convert(value: Json, from: Kind, to: Kind): Json | undefined {
  if (from === to || to === "json") return value;
  const number = (kind: Kind): boolean => kind === "integer" || kind === "bigint" || kind === "real";
  if (number(from) && number(to)) return from === "real" ? undefined : value;
  if (from === "boolean" && (to === "integer" || to === "bigint")) return Number(value);
  if (to === "text" && from !== "real" && from !== "json") return String(value);
  return undefined;
}
