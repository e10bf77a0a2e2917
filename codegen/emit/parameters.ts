import type { Schema } from "../model/json-schema.ts";
import type { Domain, Entity, Field, Model } from "../model/model.ts";
import type { Operation, OperationParameter, ParameterStyle } from "../model/operation.ts";
import { type Code, code, value } from "../print/code.ts";
import { args, enclose } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact } from "./artifact.ts";
import { constant } from "./bodies.ts";
import { check, formatOf, options } from "./checks.ts";
import { resolve } from "./references.ts";
import { isSearched } from "./search.ts";
import { shape } from "./shapes.ts";

/** The name under which an operation's parameters are read, `listLabelsParameters`; undefined when it has none. */
export function parametersName(domain: Domain, operation: Operation): Code | undefined {
  if (operation.crud?.kind !== "list" && operation.parameters.length === 0) return undefined;
  const shared = sharedParameters(operation);
  if (shared !== undefined) return value(shared, "internal/core/validation/parameters.ts");
  return value(constant(domain, `${operation.id}Parameters`), artifact(domain.name, "validators"));
}

/** What the core has for operations that are alike. */
function sharedParameters(operation: Operation): "idInPath" | "auditParameters" | undefined {
  if (operation.crud?.kind === "audit") return "auditParameters";
  return isIdAlone(operation) ? "idInPath" : undefined;
}

/** Whether an operation takes the `id` of its path, any text, and nothing else: most do, and share what the core has for them. */
function isIdAlone({ crud, parameters }: Operation): boolean {
  const [only, ...more] = parameters;
  if (crud?.kind === "list" || only === undefined || more.length > 0) return false;
  const { name, variable, in: place, schema, style } = only;
  // An id of another form names nothing that there is: that is a 404, not a 422.
  const isText =
    schema.kind === "id" || (schema.kind === "string" && schema.format === undefined && Object.keys(schema.constraints).length === 0);
  return name === "id" && variable === "id" && place === "path" && isText && style === undefined;
}

/** The definition of an operation's parameters, for each how its text is read; undefined when it has none of its own. */
export function operationParameters(domain: Domain, operation: Operation, model: Model): Code | undefined {
  const name = parametersName(domain, operation);
  if (name === undefined || sharedParameters(operation) !== undefined) return undefined;
  const entity = operation.crud?.kind === "list" ? domain.entities.find((item) => item.name === operation.crud?.entity) : undefined;
  if (entity !== undefined) return code`export const ${name} = ${listParameters(entity, model)};`;
  const near = operation.crud?.kind === "similar" ? domain.entities.find((item) => item.name === operation.crud?.entity) : undefined;
  if (near !== undefined) return code`export const ${name} = ${similarParameters(near, model)};`;
  const entries = operation.parameters.map((item) => code`${propertyName(item.variable)}: ${parameter(item, model, domain)}`);
  return code`export const ${name} = ${enclose("{", entries, "}")};`;
}

/** What a field's filter takes: the wire form and the type of its values follow from it. */
export function filterKind(field: Field, model: Model): "text" | "number" | "boolean" | "time" | "exact" | readonly string[] {
  if (field.storage === "timestamp") return "time";
  const schema = plain(field.schema, model);
  switch (schema.kind) {
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "id":
      return "exact";
    case "enum":
      return schema.values.filter((item) => typeof item === "string");
    default:
      return "text";
  }
}

/** The schema meant, through references and without null. */
export function plain(schema: Schema, model: Model): Schema {
  if (schema.kind === "reference") return plain(resolve(model, schema.domain, schema.name).schema, model);
  if (schema.kind !== "union") return schema;
  const [only, ...more] = schema.variants.filter((variant) => variant.kind !== "null");
  return only !== undefined && more.length === 0 ? plain(only, model) : schema;
}

const filterKinds = (entity: Entity, model: Model): Code =>
  enclose(
    "{",
    entity.filter.flatMap((name) => {
      const field = entity.fields.find((item) => item.name === name);
      return field === undefined ? [] : [code`${propertyName(name)}: ${literal(filterKind(field, model))}`];
    }),
    "}",
  );

const similarParameters = (entity: Entity, model: Model): Code =>
  code`${value("similarParameters", "internal/core/http/lists.ts")}(${filterKinds(entity, model)})`;

function listParameters(entity: Entity, model: Model): Code {
  const given = [filterKinds(entity, model), literal(entity.sort), ...(isSearched(entity) ? [literal({ search: true })] : [])];
  return code`${value("listParameters", "internal/core/http/lists.ts")}${args(given)}`;
}

function parameter(item: OperationParameter, model: Model, domain: Domain): Code {
  if (item.style !== undefined) return styled(item, item.style, model, domain);
  return read(
    item,
    plain(item.schema, model),
    [...(item.required ? ["required: true"] : []), ...(item.default === undefined ? [] : [`default: ${literal(item.default)}`])],
    model,
  );
}

/** A parameter that is a list, an object, or written in a style of its own. */
function styled(item: OperationParameter, style: ParameterStyle, model: Model, domain: Domain): Code {
  const scope = { model, home: domain.name, loose: true, isLater: () => false };
  const entries = [
    `style: ${literal(style.name)}`,
    `explode: ${style.explode}`,
    ...(item.required ? ["required: true"] : []),
    ...(item.default === undefined ? [] : [`default: ${literal(item.default)}`]),
    `shape: ${literal(shape(model, item.schema))}`,
    code`validator: ${check(scope, item.schema)}`,
  ];
  const given = [literal(item.in), literal(item.name), enclose("{", entries, "}")];
  return code`${value("styledParameter", "internal/core/http/styles.ts")}${args(given)}`;
}

function read(item: OperationParameter, schema: Schema, more: readonly (Code | string)[], model: Model): Code {
  const call = (name: string, given: readonly Code[]) =>
    code`${value(name, "internal/core/validation/parameters.ts")}${args([literal(item.in), literal(item.name), ...given])}`;
  switch (schema.kind) {
    case "number":
      return call(schema.integer ? "integerParameter" : "numberParameter", options(schema.constraints, more));
    case "boolean":
      return call("booleanParameter", options({}, more));
    case "enum":
      return call("enumParameter", [code`${literal(schema.values.filter((value) => value !== null))}`, ...options({}, more)]);
    case "array":
      return call(
        "listParameter",
        options(schema.constraints, [code`item: ${read(item, plain(schema.items, model), [], model)}`, ...more]),
      );
    case "string":
      return call("textParameter", options({ ...schema.constraints, ...formatOf(schema.format) }, more));
    default:
      return call("textParameter", options({}, more));
  }
}
