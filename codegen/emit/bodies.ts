import type { Schema } from "../model/json-schema.ts";
import type { Domain, Model } from "../model/model.ts";
import type { BodyContent, Operation, OperationBody } from "../model/operation.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { enclose, typeArguments } from "../print/layout.ts";
import { literal } from "../print/text.ts";
import { artifact, bound, upperFirst } from "./artifact.ts";
import { validator } from "./checks.ts";
import { resolve } from "./references.ts";
import { schemaType } from "./schema-type.ts";
import { shape } from "./shapes.ts";

const contents = "internal/core/http/contents.ts";

/** The type of an operation's body, as its service gets it. */
export function bodyType(model: Model, domain: Domain, body: OperationBody): Code {
  if (body.kind === "binary") return type("Bytes", contents);
  // What no value can be is not given at all.
  if (body.kind === "json") return body.schema.kind === "never" ? code`undefined` : schemaType(model, domain.name, body.schema);
  const [first] = body.contents;
  if (!body.tagged && first !== undefined) return contentType(model, domain, first);
  return join(
    body.contents.map(
      (content) => code`${type("Tagged", contents)}<${literal(content.mediaType)}, ${contentType(model, domain, content)}>`,
    ),
    " | ",
  );
}

function contentType(model: Model, domain: Domain, { kind, schema }: BodyContent): Code {
  if (kind === "binary") return type("Bytes", contents);
  if (kind === "text") return code`string`;
  const plain = schemaType(model, domain.name, schema);
  const files = kind === "multipart" ? fileNames(model, schema) : [];
  return files.length === 0 ? plain : code`${type("WithFiles", contents)}${typeArguments(plain, files.map(literal))}`;
}

/** Properties of a form that are files: text of the format binary, or lists of it. */
function fileNames(model: Model, schema: Schema, seen: ReadonlySet<Schema> = new Set()): readonly string[] {
  if (seen.has(schema)) return [];
  const inside = new Set([...seen, schema]);
  switch (schema.kind) {
    case "reference":
      return fileNames(model, resolve(model, schema.domain, schema.name).schema, inside);
    case "object":
      return schema.properties.filter((property) => isFile(model, property.schema)).map(({ name }) => name);
    case "union":
      return [...new Set(schema.variants.flatMap((variant) => fileNames(model, variant, inside)))];
    case "intersection":
      return [...new Set(schema.parts.flatMap((part) => fileNames(model, part, inside)))];
    default:
      return [];
  }
}

function isFile(model: Model, schema: Schema, depth = 0): boolean {
  if (depth > 8) return false;
  if (schema.kind === "reference") return isFile(model, resolve(model, schema.domain, schema.name).schema, depth + 1);
  if (schema.kind === "union") return schema.variants.some((variant) => isFile(model, variant, depth + 1));
  return schema.kind === "array" ? isFile(model, schema.items, depth + 1) : schema.kind === "string" && schema.binary;
}

/** The validators of a body that are made for it alone, with what they check: those of named schemas stand by themselves. */
export function ownValidators(domain: Domain, { id, body }: Operation): readonly { readonly name: Code; readonly schema: Schema }[] {
  return checked(body).flatMap((schema, index) => (schema.kind === "reference" ? [] : [{ name: ownName(domain, id, index), schema }]));
}

/** The schemas that a body is checked against. */
export function checked(body: OperationBody | undefined): readonly Schema[] {
  if (body === undefined || body.kind === "binary") return [];
  return body.kind === "json" ? [body.schema] : body.contents.filter(isChecked).map(({ schema }) => schema);
}

const isChecked = ({ kind }: BodyContent): boolean => kind === "json" || kind === "form" || kind === "multipart";

/** The validator of one of an operation's bodies, by name. */
export const bodyValidator = (domain: Domain, id: string, schema: Schema, index = 0): Code =>
  schema.kind === "reference" ? validator(schema.domain, schema.name) : ownName(domain, id, index);

const ownName = (domain: Domain, id: string, index: number): Code =>
  value(constant(domain, `${id}Body${index === 0 ? "" : index + 1}`), artifact(domain.name, "validators"));

/** A constant of an operation, which must not be called like the validator of a schema. */
export function constant(domain: Domain, name: string): string {
  if (!domain.plain) return bound(name);
  const known = schemaNames.get(domain) ?? new Set(domain.schemas.map((schema) => schema.name));
  schemaNames.set(domain, known);
  return known.has(upperFirst(name)) ? `${name}_` : bound(name);
}

const schemaNames = new WeakMap<Domain, ReadonlySet<string>>();

/** How the server reads a body of several media types, a form or a text. */
export function contentRule(model: Model, domain: Domain, { id, body }: Operation): Code | undefined {
  if (body?.kind !== "content") return undefined;
  let index = 0;
  const contents = body.contents.map((content) => {
    const entries: (Code | string)[] = [`mediaType: ${literal(content.mediaType)}`, `kind: ${literal(content.kind)}`];
    if (isChecked(content)) entries.push(code`validator: ${bodyValidator(domain, id, content.schema, index++)}`);
    if (content.kind === "form" || content.kind === "multipart") entries.push(`shape: ${literal(shape(model, content.schema))}`);
    return enclose("{", entries, "}");
  });
  const tagged = body.tagged ? ["tagged: true"] : [];
  return enclose("{", [`required: ${literal(body.required)}`, code`contents: ${enclose("[", contents, "]")}`, ...tagged], "}");
}
