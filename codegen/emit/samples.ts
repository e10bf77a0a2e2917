import type { Property, Schema } from "../model/json-schema.ts";
import type { Model, NamedSchema } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import { args, enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst } from "./artifact.ts";
import { isAudit } from "./audit.ts";
import { options } from "./checks.ts";
import { leadsBack } from "./cycles.ts";
import { resolve } from "./references.ts";
import { viewFunction } from "./views.ts";

/** The name and place of the factory of a named schema: `labelMock`. */
export const factory = (domain: string | undefined, name: string): Code => value(`${lowerFirst(name)}Mock`, artifact(domain, "mocks"));

const auditRecordMock = value("auditRecordMock", "internal/core/testing/audit-record-mock.ts");

/** `labelMock`, or `(number) => labelView(labelMock(number))`: what makes the entries of a list of made-up values. */
export function sampler(model: Model, domain: string | undefined, name: string, variable: string): Code {
  const made = sampleOf(model, domain, name, variable);
  const [, own] = /^(\w+)\(\w+\)$/.exec(made.text) ?? [];
  return own === undefined ? code`(${variable}) => ${made}` : { ...made, text: own };
}

/** A made-up value of a named schema: an entity as it leaves its service. */
export function sampleOf(model: Model, domain: string | undefined, name: string, given: Code | string): Code {
  const owner = model.domains.find((item) => item.name === domain);
  if (owner !== undefined && isAudit(owner, name)) return code`${auditRecordMock}(${given})`;
  const view = owner && viewFunction(owner, name);
  const made = code`${factory(domain, name)}(${given})`;
  return view === undefined ? made : code`${view}(${made})`;
}

/** Made-up values of a schema, as an expression over `make` (internal/core/testing/seeded.ts) and a number. */
export function sample(model: Model, schema: Schema, within?: NamedSchema, number = "number"): Code {
  const inner = (item: Schema): Code => sample(model, item, within, number);
  switch (schema.kind) {
    case "unknown":
    case "assertion":
      return code`make.text()`;
    case "never":
      return code`null as never`;
    case "null":
      return code`null`;
    case "boolean":
      return code`make.boolean()`;
    case "string":
      if (schema.format === "date-time") return code`make.time()`;
      return made("text", options({ ...schema.constraints, ...(schema.format === undefined ? {} : { format: schema.format }) }));
    case "number":
      return made(schema.integer ? "integer" : "decimal", options(schema.constraints));
    case "enum":
      return made("pick", [literal(schema.values.filter((item) => item !== null))]);
    case "array": {
      const { minItems, maxItems } = schema.constraints;
      if (leadsTo(model, schema.items, within) || maxItems === 0) return code`[]`;
      if (schema.prefix !== undefined) return enclose("[", schema.prefix.map(inner), "]");
      const limits = { ...(minItems === undefined ? {} : { minItems }), ...(maxItems === undefined ? {} : { maxItems }) };
      const item =
        schema.items.kind === "reference"
          ? sampler(model, schema.items.domain, schema.items.name, "index")
          : listedInline(model, schema.items, within, number);
      return made("list", [...(options(limits).length === 0 ? ["{}"] : options(limits)), item]);
    }
    case "object":
      return enclose("{", members(model, schema.properties, within, number), "}");
    case "union":
      return inner(possible(model, schema.variants, within));
    case "intersection":
      return together(model, schema.parts, inner);
    case "reference":
      return sampleOf(model, schema.domain, schema.name, number);
    case "id":
      return made("id", [literal(schema.prefix)]);
  }
}

/** An entry of a list, with a number of its own; an object would else be read as a block. */
function listedInline(model: Model, schema: Schema, within: NamedSchema | undefined, outer: string): Code {
  const own = outer === "index" ? "index2" : outer.startsWith("index") ? `index${Number(outer.slice(5)) + 1}` : "index";
  const item = sample(model, schema, within, own);
  return item.text.includes(`(${own})`) ? code`(${own}) => ${expression(item)}` : code`() => ${expression(item)}`;
}

/** A value of all parts at once: of objects their properties together, else of the part that says most. The compiler cannot follow that. */
function together(model: Model, parts: readonly Schema[], inner: (schema: Schema) => Code): Code {
  const telling = parts.filter(({ kind }) => kind !== "assertion" && kind !== "unknown");
  const [only, ...more] = telling;
  if (only === undefined) return inner({ kind: "unknown", constraints: {} });
  if (more.length === 0) return inner(only);
  if (telling.every((part) => isObject(model, part))) return code`Object.assign${args(["{}", ...telling.map(inner)])} as never`;
  const narrow = telling.find((part) => part.kind === "enum") ?? only;
  return code`${inner(narrow)} as never`;
}

/** Whether all values of a schema are objects that the compiler can put together. */
function isObject(model: Model, schema: Schema, depth = 0): boolean {
  if (schema.kind === "reference") return depth < 20 && isObject(model, resolve(model, schema.domain, schema.name).schema, depth + 1);
  if (schema.kind === "intersection") return schema.parts.every((part) => part.kind === "assertion" || isObject(model, part, depth + 1));
  return schema.kind === "object";
}

/** An expression that can stand after an arrow. */
const expression = (content: Code): Code => (content.text.startsWith("{") ? code`(${content})` : content);

/** The properties of an object as entries; an optional one that leads back to where it stands stays away. */
export function members(model: Model, properties: readonly Property[], within?: NamedSchema, number = "number"): readonly Code[] {
  return properties
    .filter(({ schema, required }) => required || (schema.kind !== "never" && !leadsTo(model, schema, within)))
    .map(({ name, schema }) => code`${propertyName(name)}: ${sample(model, schema, within, number)}`);
}

/** The first variant that is a value and does not lead back to where it stands. */
function possible(model: Model, variants: readonly Schema[], within: NamedSchema | undefined): Schema {
  const usable = variants.filter((variant) => variant.kind !== "null" && variant.kind !== "never");
  return usable.find((variant) => !leadsTo(model, variant, within)) ?? usable[0] ?? { kind: "null" };
}

const leadsTo = (model: Model, schema: Schema, target: NamedSchema | undefined): boolean =>
  target !== undefined && leadsBack(model, schema, target);

const made = (name: string, given: readonly (Code | string)[]): Code => code`make.${name}${args(given)}`;
