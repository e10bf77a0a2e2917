import type { Constraints, ObjectSchema, Schema } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import { enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, bound, lowerFirst } from "./artifact.ts";

// Names that the file imports; a schema called `String` must not take one.
const taken =
  "allOf anyOf array boolean booleanParameter discriminated enumParameter id integer integerParameter lazy listParameter listParameters never nothing nullable number numberParameter object oneOf oneOfValues optional required string textParameter unknown".split(
    " ",
  );

/** Whether a referred validator is defined only further down, or right here. */
export type IsLater = (domain: string | undefined, name: string) => boolean;

/** The name and place of a schema's validator. */
export const validator = (domain: string | undefined, name: string): Code =>
  value(bound(lowerFirst(name), ...taken), artifact(domain, "validators"));

/** A schema as an expression of the combinators of internal/core/validation/schemas.ts. */
export function check(schema: Schema, isLater: IsLater): Code {
  const inner = (item: Schema) => check(item, isLater);
  switch (schema.kind) {
    case "unknown":
      return call("unknown", []);
    case "never":
      return call("oneOfValues", []);
    case "null":
      return call("nothing", []);
    case "boolean":
      return call("boolean", []);
    case "string":
      return call("string", options({ ...schema.constraints, format: schema.format }));
    case "number":
      return call(schema.integer ? "integer" : "number", options({ ...schema.constraints, format: schema.format }));
    case "enum":
      return call("oneOfValues", schema.values.map(literal));
    case "array":
      return call("array", [inner(schema.items), ...options(schema.constraints)]);
    case "object":
      return objectCheck(schema, inner);
    case "union":
      return unionCheck(schema, inner);
    case "intersection":
      return call("allOf", schema.parts.map(inner));
    case "reference": {
      const target = validator(schema.domain, schema.name);
      return isLater(schema.domain, schema.name) ? call("lazy", [code`() => ${target}`]) : target;
    }
    case "id":
      return call("id", [literal(schema.prefix)]);
  }
}

/** The constraints that are set, as one options argument, or none. */
export function options(constraints: Constraints & { readonly format?: string | undefined }, more: readonly (Code | string)[] = []): Code[] {
  const entries = Object.entries(constraints)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${name}: ${literal(item)}`);
  const all = [...entries, ...more];
  return all.length === 0 ? [] : [enclose("{", all, "}")];
}

function objectCheck(schema: ObjectSchema, inner: (schema: Schema) => Code): Code {
  const properties = schema.properties.map(
    ({ name, schema: property, required }) => code`${propertyName(name)}: ${call(required ? "required" : "optional", [inner(property)])}`,
  );
  const additional = typeof schema.additional === "boolean" ? String(schema.additional) : inner(schema.additional);
  return call("object", [enclose("{", properties, "}"), ...options(schema.constraints, [code`additional: ${additional}`])]);
}

function unionCheck(schema: Extract<Schema, { kind: "union" }>, inner: (schema: Schema) => Code): Code {
  const { variants, discriminator, mode } = schema;
  if (discriminator !== undefined) {
    const cases = discriminator.mapping.flatMap(({ value, variant }) => {
      const target = variants[variant];
      return target === undefined ? [] : [code`${propertyName(value)}: ${inner(target)}`];
    });
    return call("discriminated", [literal(discriminator.property), enclose("{", cases, "}")]);
  }
  const others = variants.filter((variant) => variant.kind !== "null");
  const [only] = others;
  if (others.length === 1 && only !== undefined && variants.length === 2) return call("nullable", [inner(only)]);
  return call(mode, variants.map(inner));
}

function call(name: string, args: readonly (Code | string)[]): Code {
  const [only] = args;
  const list = args.length === 1 && only !== undefined ? code`(${only})` : enclose("(", args, ")");
  return code`${value(name, "internal/core/validation/schemas.ts")}${list}`;
}
