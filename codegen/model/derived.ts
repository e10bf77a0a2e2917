import type { ObjectSchema, Property, Schema } from "./json-schema.ts";
import type { Entity, Field, NamedSchema } from "./model.ts";
import { spoken } from "./names.ts";
import { saysNull, withNull } from "./nullable.ts";

/** What a reference stands for. */
type Resolve = (schema: Schema) => Schema;

/** The entity as it leaves the service: with the server's fields, without the sensitive ones. */
export function viewSchema(entity: Entity, additional: ObjectSchema["additional"], resolve: Resolve): ObjectSchema {
  const visible = entity.fields.filter((field) => !field.sensitive);
  return object(
    visible.map((field) => ({
      ...property(field),
      schema: valueSchema(field, resolve),
      required: field.readers === undefined,
      readOnly: field.readOnly,
      default: undefined,
    })),
    additional,
  );
}

/** `LabelCreate`, `LabelPatch` and, for a list, `LabelPage`. */
export function derivedSchemas(entity: Entity, declared: ReadonlyMap<string, Schema>, resolve: Resolve): readonly NamedSchema[] {
  const { name, domain, location } = entity;
  const given = entity.fields.filter((field) => !field.readOnly);
  const create = given.map((field) => ({
    ...property(field),
    schema: declared.get(field.name) ?? valueSchema(field, resolve),
    required: field.required,
  }));
  const patch = given
    .filter((field) => !field.immutable)
    .map((field) => ({ ...property(field), schema: valueSchema(field, resolve), required: false, default: undefined }));
  const derived = [
    { name: `${name}Create`, description: `What creates ${article(name)} ${name}.`, schema: object(create, false) },
    { name: `${name}Patch`, description: "RFC 7396: absent leaves a field as it is, null clears it.", schema: object(patch, false) },
    ...(entity.listed
      ? [{ name: `${name}Page`, description: `One page of ${spoken(entity.plural)}.`, schema: pageSchema(name, domain) }]
      : []),
    ...(entity.operations.includes("similar")
      ? [
          {
            name: `${name}Similar`,
            description: `The nearest ${spoken(entity.plural)}, the nearest first.`,
            schema: similarSchema(name, domain),
          },
        ]
      : []),
    ...(entity.operations.includes("access")
      ? [{ name: `${name}Access`, description: `Who sees ${article(name)} ${spoken(entity.name)}.`, schema: accessSchema }]
      : []),
    ...(entity.operations.includes("audit")
      ? [
          { name: `${name}Audit`, description: `One change of ${article(name)} ${spoken(entity.name)}.`, schema: auditSchema },
          { name: `${name}AuditPage`, description: `One page of changes.`, schema: pageSchema(`${name}Audit`, domain) },
        ]
      : []),
  ];
  return derived.map((schema) => ({ ...schema, domain, location }));
}

function pageSchema(name: string, domain: string): ObjectSchema {
  const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
  const count: Schema = { kind: "number", constraints: { minimum: 0 }, integer: true, format: undefined };
  return object(
    [
      { ...plain, name: "items", required: true, schema: { kind: "array", items: { kind: "reference", name, domain }, constraints: {} } },
      { ...plain, name: "nextCursor", required: true, schema: withNull(text), description: "Of the next page; null on the last one." },
      { ...plain, name: "total", required: false, schema: count, description: "Only when asked for." },
    ],
    true,
  );
}

/** A Similar of internal/core/embedding/similar.ts. */
function similarSchema(name: string, domain: string): ObjectSchema {
  const distance: Schema = { kind: "number", constraints: {}, integer: false, format: undefined };
  const near = object(
    [
      { ...plain, name: "distance", required: true, schema: distance, description: "How far it is: the less, the more alike." },
      { ...plain, name: "item", required: true, schema: { kind: "reference", name, domain } },
    ],
    true,
  );
  return object([{ ...plain, name: "items", required: true, schema: { kind: "array", items: near, constraints: {} } }], true);
}

const plain = { description: "", readOnly: false, writeOnly: false, default: undefined, deprecated: false };

const property = (field: Field): Omit<Property, "schema" | "required"> => ({
  ...{ name: field.name, description: field.description, readOnly: false, writeOnly: false, default: field.default, deprecated: false },
});

/** A reference may accept null already. */
const valueSchema = ({ nullable, schema }: Field, resolve: Resolve): Schema =>
  nullable && !saysNull(resolve(schema)) ? withNull(schema) : schema;

const object = (properties: readonly Property[], additional: ObjectSchema["additional"]): ObjectSchema => ({
  ...{ kind: "object", properties, additional, constraints: {} },
});

const anyText: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const anything: Schema = { kind: "unknown", constraints: {} };

/** An Access of internal/core/database/access.ts. */
const accessSchema: ObjectSchema = object(
  [
    {
      ...plain,
      name: "accessLevel",
      required: true,
      schema: { kind: "enum", values: ["authenticated", "role_based"] },
      description: "Everybody who may read at all, or only those who have one of the roles.",
    },
    {
      ...plain,
      name: "roles",
      required: true,
      schema: {
        kind: "array",
        items: {
          kind: "string",
          constraints: { minLength: 1, maxLength: 60, pattern: "^[a-z][a-z0-9_-]*$" },
          format: undefined,
          binary: false,
        },
        constraints: { maxItems: 100, uniqueItems: true },
      },
      description: "Which they are; none for everybody.",
    },
  ],
  false,
);

/** A record of internal/core/audit/audit-page.ts. */
const auditSchema: ObjectSchema = object(
  [
    { ...plain, name: "id", schema: anyText },
    { ...plain, name: "change", schema: { kind: "enum", values: ["created", "updated", "deleted", "undeleted", "shown"] } as const },
    { ...plain, name: "at", schema: { ...anyText, format: "date-time" }, description: "When." },
    { ...plain, name: "actor", schema: withNull(anyText), description: "Who; null when nobody had signed in." },
    { ...plain, name: "requestId", schema: anyText, description: "The request that did it." },
    { ...plain, name: "before", schema: anything, description: "As it was, without secrets; null when it was not there." },
    { ...plain, name: "after", schema: anything, description: "As it became, without secrets; null when it went." },
  ].map((property) => ({ ...property, required: true })),
  true,
);

/** By how a name begins to sound, as far as its letters tell: a User, a Unit, a Url. */
const vowel = /^(?!u(?:s[aeu]|ni|rl|ri|ti)|eu|one)[aeiou]/i;

export const article = (name: string): string => (vowel.test(name) ? "an" : "a");
