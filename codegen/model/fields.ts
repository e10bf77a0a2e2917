import { get, isTrue, type MapNode } from "../read/node.ts";
import type { Field, Schema, Scope, Storage } from "./model.ts";
import { snakeCase } from "./names.ts";
import { saysNull, withoutNull } from "./nullable.ts";
import type { DeclaredSchema, View } from "./registry.ts";
import { renamedField } from "./renamed.ts";
import { objectSchema } from "./schemas.ts";

/** The fields of an entity: the server's, then the declared ones in their order. */
export function fieldsOf(declared: DeclaredSchema, scope: Scope, id: Schema, node: MapNode, view: View): readonly Field[] {
  const server = serverFields(scope, id);
  const taken = new Set(["id", "organizationId", "createdBy", "createdAt", "updatedAt", "version"]);
  const columns = new Map(server.map(({ column, name }) => [column, name]));
  const fields = objectSchema(node, view).properties.map((property): Field => {
    const place = node.entries.get("properties")?.value;
    const entry = place?.kind === "map" ? place.entries.get(property.name) : undefined;
    const where = entry?.key ?? declared.key;
    const column = snakeCase(property.name);
    const other = columns.get(column);
    if (taken.has(property.name))
      view.problems.add("badEntity", where, `"${property.name}" is a field that the server makes: every entity has it.`);
    else if (!/^[a-z][A-Za-z0-9]*$/.test(property.name)) {
      view.problems.add("badEntity", where, `"${property.name}" cannot be a field: a field's name is in camelCase, of letters and digits.`);
    } else if (other !== undefined) {
      view.problems.add("duplicateName", where, `"${property.name}" and "${other}" would share the column ${column}.`);
    }
    columns.set(column, property.name);
    const annotation = get(entry?.value, "x-codegen");
    const nullable = (!property.required && property.default === undefined) || acceptsNull(property.schema, view);
    return {
      name: property.name,
      column,
      ...renamedField(property.name, annotation, node, view),
      schema: withoutNull(property.schema),
      storage: storageOf(property.schema, view),
      nullable,
      required: property.required && property.default === undefined && !property.readOnly,
      default: property.default,
      server: undefined,
      readOnly: property.readOnly,
      immutable: isTrue(annotation, "immutable"),
      sensitive: isTrue(annotation, "sensitive"),
      description: property.description,
    };
  });
  return [...server, ...fields];
}

const text: Schema = { kind: "string", constraints: {}, format: undefined, binary: false };
const time: Schema = { kind: "string", constraints: {}, format: "date-time", binary: false };
const count: Schema = { kind: "number", constraints: { minimum: 1 }, integer: true, format: undefined };

function serverFields(scope: Scope, id: Schema): readonly Field[] {
  const organization = made("organizationId", "organization", text, "text", true, "The organization that it belongs to.");
  // The system itself may act in an organization, where no person did it.
  const creator = made(
    "createdBy",
    "actor",
    text,
    "text",
    true,
    scope === "user" ? "The person it belongs to." : "The person who created it.",
  );
  return [
    made("id", "id", id, "text", true, "Its id."),
    ...(scope === "organization" ? [organization, { ...creator, nullable: true }] : []),
    ...(scope === "user" ? [creator] : []),
    made("createdAt", "createdAt", time, "timestamp", true, "When it was created."),
    made("updatedAt", "updatedAt", time, "timestamp", false, "When it last changed."),
    made("version", "version", count, "integer", false, "Raised by each change; its ETag."),
  ];
}

function made(
  name: string,
  server: NonNullable<Field["server"]>,
  schema: Schema,
  storage: Storage,
  immutable: boolean,
  description: string,
): Field {
  const column = snakeCase(name);
  return {
    ...{ name, column, schema, storage, nullable: false, required: false, default: undefined, server },
    ...{ readOnly: true, immutable, sensitive: false, description },
  };
}

/** How a value of this schema is kept. */
export function storageOf(schema: Schema, view: View, inside: ReadonlySet<Schema> = new Set()): Storage {
  switch (schema.kind) {
    case "boolean":
      return "boolean";
    case "string":
      return schema.format === "date-time" ? "timestamp" : "text";
    case "number":
      return !schema.integer ? "real" : schema.format === "int64" ? "bigint" : "integer";
    case "id":
      return "text";
    case "enum": {
      const values = schema.values.filter((value) => value !== null);
      if (values.every((value) => typeof value === "string")) return "text";
      if (values.every((value) => typeof value === "boolean")) return "boolean";
      return values.every(Number.isSafeInteger) ? "integer" : values.every((value) => typeof value === "number") ? "real" : "json";
    }
    case "reference":
      return storageOf(view.resolve(schema), view, inside);
    case "union": {
      // A union may lead back to itself.
      const plain = withoutNull(schema);
      return plain.kind === "union" || inside.has(schema) ? "json" : storageOf(plain, view, new Set([...inside, schema]));
    }
    default:
      return "json";
  }
}

function acceptsNull(schema: Schema, view: View): boolean {
  return saysNull(view.resolve(schema));
}
