import type { Assertion, Constraints, ObjectSchema, Schema } from "../model/json-schema.ts";
import type { Model, NamedSchema } from "../model/model.ts";
import { type Code, code, value } from "../print/code.ts";
import { args, enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, bound, lowerFirst } from "./artifact.ts";
import { resolve } from "./references.ts";
import { schemaType } from "./schema-type.ts";

const folder = "internal/core/validation";

/** The file of each combinator that is not among those of single values. */
const files: Readonly<Record<string, string>> = {
  ...{ array: "array", integer: "number", number: "number", object: "object", optional: "object", required: "object", string: "string" },
  ...{ allOf: "unions", anyOf: "unions", discriminated: "unions", not: "unions", oneOf: "unions" },
  ...{ conditional: "assertions", constrained: "assertions", contains: "assertions", dependentRequired: "assertions" },
  ...{ dependentSchemas: "assertions", jsonValues: "assertions", onlyProperties: "assertions", propertyNames: "assertions" },
};

/** A combinator, imported from its own file. */
export const combinator = (name: string): Code => value(name, `${folder}/${files[name] ?? "values"}.ts`);

// Names that the file imports; a schema called `String` must not take one.
const taken =
  "allOf anyOf array auditParameters boolean booleanParameter conditional constrained contains dependentRequired dependentSchemas discriminated enumParameter file id idInPath integer integerParameter jsonValues lazy listParameter listParameters never not nothing nullable number numberParameter object oneOf oneOfValues onlyProperties optional propertyNames proven required string styledParameter textParameter unknown".split(
    " ",
  );

/** The name and place of a schema's validator. */
export const validator = (domain: string | undefined, name: string): Code =>
  value(bound(lowerFirst(name), ...taken), artifact(domain, "validators"));

/** Where a check is written: the model, the domain whose file it is, and which validators are defined only further down. */
export interface CheckScope {
  readonly model: Model;
  readonly home: string | undefined;
  readonly isLater: (named: NamedSchema) => boolean;
  /** Whether the compiler is to take the generator's word for what is proven, as it does for documents without annotations. */
  readonly loose?: boolean;
}

/** A schema as an expression of the combinators of internal/core/validation. `proven` is the name of its type, where it has one. */
export function check(scope: CheckScope, schema: Schema, proven?: Code): Code {
  const inner = (item: Schema) => check(scope, item);
  switch (schema.kind) {
    case "unknown":
      return call("unknown", []);
    case "never":
      return call("never", []);
    case "null":
      return call("nothing", []);
    case "boolean":
      return call("boolean", []);
    case "string":
      if (schema.binary && scope.loose === true) return call("file", []);
      return call("string", options({ ...schema.constraints, ...formatOf(schema.format) }));
    case "number":
      return call(schema.integer ? "integer" : "number", options(schema.constraints));
    case "enum":
      return call("oneOfValues", schema.values.map(literal));
    case "array":
      return call("array", [inner(schema.items), ...options(schema.constraints, prefixOf(schema.prefix, inner))]);
    case "object":
      return objectCheck(schema, scope.loose === true ? undefined : (proven ?? schemaType(scope.model, scope.home, schema)), inner);
    case "union":
      return unionCheck(schema, inner);
    case "intersection":
      return call("allOf", schema.parts.map(inner));
    case "reference": {
      const target = validator(schema.domain, schema.name);
      return scope.isLater(resolve(scope.model, schema.domain, schema.name)) ? call("lazy", [code`() => ${target}`]) : target;
    }
    case "id":
      return call("id", [literal(schema.prefix)]);
    case "assertion":
      return assertionCheck(schema.assertion, inner);
  }
}

const prefixOf = (prefix: readonly Schema[] | undefined, inner: (schema: Schema) => Code): readonly Code[] =>
  prefix === undefined ? [] : [code`prefix: ${enclose("[", prefix.map(inner), "]")}`];

/** What is demanded beside a type, in terms of internal/core/validation/assertions.ts. */
function assertionCheck(assertion: Assertion, inner: (schema: Schema) => Code): Code {
  switch (assertion.keyword) {
    case "not":
      return call("not", [inner(assertion.schema)]);
    case "if": {
      const otherwise = assertion.unmet === undefined ? [] : [inner(assertion.unmet)];
      return call("conditional", [
        inner(assertion.condition),
        assertion.met === undefined ? "undefined" : inner(assertion.met),
        ...otherwise,
      ]);
    }
    case "dependentRequired":
      return call("dependentRequired", [literal(Object.fromEntries(assertion.names.map(({ name, required }) => [name, required])))]);
    case "dependentSchemas": {
      const entries = assertion.schemas.map(({ name, schema }) => code`${propertyName(name)}: ${inner(schema)}`);
      return call("dependentSchemas", [enclose("{", entries, "}")]);
    }
    case "propertyNames":
      return call("propertyNames", [inner(assertion.schema)]);
    case "contains": {
      const { schema, minimum, maximum } = assertion;
      return call("contains", [inner(schema), String(minimum), ...(maximum === undefined ? [] : [String(maximum)])]);
    }
    case "values":
      return call("jsonValues", assertion.values.map(literal));
    case "constraints":
      return call("constrained", options(assertion.constraints));
    case "onlyProperties":
      return call("onlyProperties", [literal(assertion.names), ...(assertion.patterns.length === 0 ? [] : [literal(assertion.patterns)])]);
  }
}

/** The formats that are asserted (internal/core/validation/formats.ts); any other only describes, as JSON Schema allows. */
const asserted = new Set(["date-time", "date", "email", "uri", "uuid"]);

/** A text's format as a rule, where it is one that is checked. */
export const formatOf = (format: string | undefined): { readonly format?: string } =>
  format !== undefined && asserted.has(format) ? { format } : {};

/** The constraints that are set, as one options argument, or none. */
export function options(constraints: Constraints & { readonly format?: string }, more: readonly (Code | string)[] = []): Code[] {
  const entries = Object.entries(constraints)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${name}: ${literal(item)}`);
  const all = [...entries, ...more];
  return all.length === 0 ? [] : [enclose("{", all, "}")];
}

function objectCheck(schema: ObjectSchema, proven: Code | undefined, inner: (schema: Schema) => Code): Code {
  const properties = schema.properties.map(({ name, schema: property, required }) => {
    return code`${propertyName(name)}: ${call(required ? "required" : "optional", [inner(property)])}`;
  });
  const additional =
    schema.additional === true ? [] : [code`additional: ${schema.additional === false ? "false" : inner(schema.additional)}`];
  const matched = (schema.patterns ?? []).map(({ pattern, schema: content }) => code`${propertyName(pattern)}: ${inner(content)}`);
  const patterns = matched.length === 0 ? [] : [code`patterns: ${enclose("{", matched, "}")}`];
  const given = [enclose("{", properties, "}"), ...options(schema.constraints, [...additional, ...patterns])];
  return code`${combinator("object")}${proven === undefined ? "" : code`<${proven}>`}${args(given)}`;
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
  const [only, ...more] = variants.filter((variant) => variant.kind !== "null");
  if (only !== undefined && more.length === 0 && variants.length === 2) return call("nullable", [inner(only)]);
  return call(mode, variants.map(inner));
}

const call = (name: string, given: readonly (Code | string)[]): Code => code`${combinator(name)}${args(given)}`;
