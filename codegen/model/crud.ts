import { article } from "./derived.ts";
import type { Schema } from "./json-schema.ts";
import type { CrudKind, Entity, Field } from "./model.ts";
import { camelCase, spoken } from "./names.ts";
import { saysNull, withoutNull } from "./nullable.ts";
import type { Operation, OperationBody, OperationParameter, OperationResponse } from "./operation.ts";
import { isOverview } from "./stale.ts";

/** The operations that an entity's shorthand stands for. */
export function crudOperations(entity: Entity, resolve: (schema: Schema) => Schema): readonly Operation[] {
  return entity.operations.map((kind) => {
    const { name, plural, domain, location } = entity;
    const [one, many] = [spoken(name), spoken(plural)];
    const path = `${entity.path}${ofAll.includes(kind) ? "" : "/{id}"}${suffixes[kind] ?? ""}`;
    const permission = (kind === "list" || kind === "get" || kind === "similar" ? entity.read : entity.write) ?? "";
    const summaries = {
      list: `List ${many}.`,
      create: `Create ${article(name)} ${one}.`,
      get: `One ${one}.`,
      update: `Change ${article(name)} ${one}.`,
      delete: `Delete ${article(name)} ${one}.`,
      undelete: `Bring back a deleted ${one}.`,
      access: `Which roles see ${article(name)} ${one}.`,
      setAccess: `Say which roles see ${article(name)} ${one}.`,
      similar: `The ${many} that say most nearly the same as a text, or as another one.`,
      audit: `Who changed ${article(name)} ${one}, and what.`,
    };
    return {
      id: kind === "list" || kind === "similar" ? `${kind}${plural}` : (ids[kind]?.(name) ?? `${kind}${name}`),
      ...{ inputType: undefined, method: methods[kind], path, summary: summaries[kind], description: "", deprecated: false, location },
      ...{ permission, tenant: permission !== "authenticated" && permission !== "optional", crud: { entity: name, kind } },
      ...crudShape(entity, kind, domain, resolve),
      ...(entity.stale && isOverview(kind) && { effects: { stale: true as const } }),
    };
  });
}

export const methods = {
  list: "get",
  create: "post",
  get: "get",
  update: "patch",
  delete: "delete",
  undelete: "post",
  audit: "get",
  access: "get",
  setAccess: "put",
  similar: "get",
} as const;

/** What concerns no single row. */
const ofAll: readonly CrudKind[] = ["list", "create", "similar"];

/** Operations that are not called after their kind and their entity. */
const ids: { readonly [Kind in CrudKind]?: (entity: string) => string } = {
  audit: (entity) => `list${entity}Audit`,
  access: (entity) => `get${entity}Access`,
  setAccess: (entity) => `set${entity}Access`,
};

/** What of an entity's path the operations on a row end with. */
const suffixes: { readonly [Kind in CrudKind]?: string } = {
  undelete: "/undelete",
  audit: "/audit",
  access: "/access",
  setAccess: "/access",
  similar: "/similar",
};

/** Parameters, body and answer of one kind of operation. */
export function crudShape(
  entity: Entity,
  kind: CrudKind,
  domain: string,
  resolve: (schema: Schema) => Schema,
): { readonly parameters: readonly OperationParameter[]; readonly body: OperationBody | undefined; readonly response: OperationResponse } {
  const named = (suffix: string): Schema => ({ kind: "reference", name: `${entity.name}${suffix}`, domain });
  const json = (status: number, description: string, schema: Schema): OperationResponse => ({
    ...{ status, description, kind: "json", mediaType: "application/json", schema, headers: [] },
  });
  const body = (schema: Schema, mediaType: string): OperationBody => ({ kind: "json", schema, required: true, mediaType });
  const id = idParameter(entity);
  switch (kind) {
    case "list":
      return {
        parameters: listParameters(entity, resolve),
        body: undefined,
        response: json(200, `The ${spoken(entity.plural)}.`, named("Page")),
      };
    case "similar":
      return {
        parameters: similarParameters(entity, resolve),
        body: undefined,
        response: json(200, `The nearest ${spoken(entity.plural)}, the nearest first.`, named("Similar")),
      };
    case "create":
      return { parameters: [], body: body(named("Create"), "application/json"), response: json(201, "Created.", named("")) };
    case "get":
      return { parameters: [id], body: undefined, response: json(200, `The ${spoken(entity.name)}.`, named("")) };
    case "update":
      return { parameters: [id], body: body(named("Patch"), "application/merge-patch+json"), response: json(200, "Changed.", named("")) };
    case "delete": {
      const none = { status: 204, description: "Deleted.", kind: "none", mediaType: undefined, schema: undefined, headers: [] } as const;
      return { parameters: [id], body: undefined, response: none };
    }
    case "undelete":
      return { parameters: [id], body: undefined, response: json(200, "It is back.", named("")) };
    case "access":
      return { parameters: [id], body: undefined, response: json(200, "Who sees it.", named("Access")) };
    case "setAccess":
      return {
        parameters: [id],
        body: body(named("Access"), "application/json"),
        response: json(200, "Who sees it now.", named("Access")),
      };
    case "audit": {
      const response = json(200, "Its changes, the newest first.", named("AuditPage"));
      return { parameters: [id, ...pageParameters], body: undefined, response };
    }
  }
}

/** The id in a path. */
export function idParameter(entity: Entity): OperationParameter {
  const schema = entity.fields[0]?.schema ?? { kind: "never" };
  return {
    name: "id",
    variable: "id",
    in: "path",
    required: true,
    description: `Id of the ${spoken(entity.name)}.`,
    schema,
    default: undefined,
  };
}

const filtersOf = (entity: Entity, resolve: (schema: Schema) => Schema): readonly OperationParameter[] =>
  entity.filter.flatMap((name) => {
    const field = entity.fields.find((other) => other.name === name);
    return field === undefined ? [] : filterParameters(field, resolve);
  });

function similarParameters(entity: Entity, resolve: (schema: Schema) => Schema): readonly OperationParameter[] {
  const [one, many] = [spoken(entity.name), spoken(entity.plural)];
  return [
    query("text", text, `What the ${many} found are to be like. Either this or \`id\`.`),
    // An id of another form names nothing that there is: that is a 404, not a 422.
    query("id", words, `Of the ${one} that those found are to be like; it is not among them.`),
    ...filtersOf(entity, resolve),
    query("limit", count, "How many at the most: 10 unless told, and never more than 100."),
  ];
}

function listParameters(entity: Entity, resolve: (schema: Schema) => Schema): readonly OperationParameter[] {
  const sorts = entity.sort.flatMap((name) => [name, `-${name}`]);
  return [
    ...filtersOf(entity, resolve),
    ...(sorts.length === 0 ? [] : [query("sort", { kind: "enum", values: sorts }, "What to order by; `-` before it for descending.")]),
    ...(entity.fields.some(({ searched }) => searched) ? [query("search", words, searchSentence(entity))] : []),
    ...pageParameters,
    query("total", { kind: "boolean" }, "Whether to count them all."),
  ];
}

/** `filter[name][eq]` and its like, by what the field's values can be asked. */
function filterParameters(field: Field, resolve: (schema: Schema) => Schema): readonly OperationParameter[] {
  const target = resolve(field.schema);
  const resolved = withoutNull(target);
  // A named enum keeps its name, unless null is among its values: a filter asks for none.
  const schema = field.schema.kind === "reference" && !saysNull(target) ? field.schema : resolved;
  const sentences: Readonly<Record<string, string>> = {
    eq: "is this",
    ne: "is not this",
    in: "is one of these",
    lt: "is below this",
    lte: "is this or below",
    gt: "is above this",
    gte: "is this or above",
    contains: "contains this, in upper or lower case",
  };
  return operatorsOf(field, resolved).map((operator) => {
    const bare: Schema =
      schema.kind === "string" && schema.format === undefined ? { ...schema, constraints: limited(schema.constraints) } : schema;
    const value: Schema = operator === "in" ? { kind: "array", items: bare, constraints: { minItems: 1, maxItems: 100 } } : bare;
    return query(`filter[${field.name}][${operator}]`, value, `Only those whose ${field.name} ${sentences[operator]}.`);
  });
}

/** A filter may ask for less than a whole value: only its length is bounded. */
const limited = ({ maxLength }: { readonly maxLength?: number }) => ({ maxLength: maxLength ?? 1000 });

const ordered = ["lt", "lte", "gt", "gte"];

export function operatorsOf({ storage }: Field, resolved: Schema): readonly string[] {
  if (storage === "timestamp") return ["eq", ...ordered];
  if (storage === "boolean") return ["eq"];
  if (resolved.kind === "enum" || resolved.kind === "id") return ["eq", "ne", "in"];
  return storage === "text" ? ["eq", "ne", "in", "contains"] : ["eq", "ne", ...ordered, "in"];
}

const query = (name: string, schema: Schema, description: string): OperationParameter => ({
  ...{ name, variable: camelCase(name), in: "query", required: false, description, schema, default: undefined },
});

const count: Schema = { kind: "number", constraints: { minimum: 1 }, integer: true, format: undefined };
const text: Schema = { kind: "string", constraints: { maxLength: 2000 }, format: undefined, binary: false };

/** Any text will do: what is no word in it, is not asked for. */
const words: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };

function searchSentence({ fields }: Entity): string {
  const names = fields.filter(({ searched }) => searched).map(({ name }) => name);
  return `Only those with all of these words in ${names.join(" or ")}. Case and accents do not matter, and the last word may be unfinished.`;
}

const pageParameters: readonly OperationParameter[] = [
  query("limit", count, "How many at the most: 50 unless told, and never more than 200."),
  query("cursor", text, "Of the page before: its `nextCursor`."),
];
