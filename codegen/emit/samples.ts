import type { Model, NamedSchema, Property, Schema } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import { enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst } from "./artifact.ts";
import { options } from "./checks.ts";
import { reachable, resolve } from "./references.ts";
import { viewFunction } from "./views.ts";

/** The name and place of the factory of a named schema: `labelMock`. */
export const factory = (domain: string | undefined, name: string): Code => value(`${lowerFirst(name)}Mock`, artifact(domain, "mocks"));

/** A made-up value of a named schema: an entity as it leaves its service. */
export function sampleOf(model: Model, domain: string | undefined, name: string, args: Code | string): Code {
  const owner = model.domains.find((item) => item.name === domain);
  const view = owner && viewFunction(owner, name);
  const made = code`${factory(domain, name)}(${args})`;
  return view === undefined ? made : code`${view}(${made})`;
}

/** Made-up values of a schema, as an expression over `make` (internal/core/testing/seeded.ts) and the number `number`. */
export function sample(model: Model, schema: Schema, within?: NamedSchema): Code {
  const inner = (item: Schema): Code => sample(model, item, within);
  switch (schema.kind) {
    case "unknown":
      return code`make.text()`;
    case "never":
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
      return made("pick", [enclose("[", schema.values.filter((item) => item !== null).map(literal), "]", 30)]);
    case "array": {
      const { minItems, maxItems } = schema.constraints;
      if (leadsTo(model, schema.items, within) || maxItems === 0) return code`[]`;
      const limits = { ...(minItems === undefined ? {} : { minItems }), ...(maxItems === undefined ? {} : { maxItems }) };
      const item = schema.items.kind === "reference" ? listed(model, schema.items) : code`() => ${expression(inner(schema.items))}`;
      return made("list", [...(options(limits).length === 0 ? ["{}"] : options(limits)), item]);
    }
    case "object":
      return enclose("{", members(model, schema.properties, within), "}", 20);
    case "union":
      return inner(possible(model, schema.variants, within));
    case "intersection":
      return code`Object.assign${enclose("(", ["{}", ...schema.parts.map(inner)], ")", 20)}`;
    case "reference":
      return sampleOf(model, schema.domain, schema.name, "number");
    case "id":
      return made("id", [literal(schema.prefix)]);
  }
}

/** An expression that can stand after an arrow. */
const expression = (content: Code): Code => (content.text.startsWith("{") ? code`(${content})` : content);

/** The properties of an object as entries; an optional one that leads back to where it stands stays away. */
export function members(model: Model, properties: readonly Property[], within?: NamedSchema): readonly Code[] {
  return properties
    .filter(({ schema, required }) => schema.kind !== "never" && (required || !leadsTo(model, schema, within)))
    .map(({ name, schema }) => code`${propertyName(name)}: ${sample(model, schema, within)}`);
}

function listed(model: Model, { domain, name }: Extract<Schema, { kind: "reference" }>): Code {
  const item = sampleOf(model, domain, name, "index");
  return item.text === `${factory(domain, name).text}(index)` ? factory(domain, name) : code`(index) => ${item}`;
}

/** The first variant that is a value and does not lead back to where it stands. */
function possible(model: Model, variants: readonly Schema[], within: NamedSchema | undefined): Schema {
  const usable = variants.filter((variant) => variant.kind !== "null" && variant.kind !== "never");
  return usable.find((variant) => !leadsTo(model, variant, within)) ?? usable[0] ?? { kind: "null" };
}

function leadsTo(model: Model, schema: Schema, target: NamedSchema | undefined): boolean {
  if (target === undefined) return false;
  if (schema.kind === "reference" && resolve(model, schema.domain, schema.name) === target) return true;
  return reachable(model, [schema]).includes(target);
}

const made = (name: string, args: readonly (Code | string)[]): Code => {
  const [only] = args;
  return args.length === 1 && only !== undefined ? code`make.${name}(${only})` : code`make.${name}${enclose("(", args, ")", 30)}`;
};
