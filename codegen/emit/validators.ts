import type { Domain, Model, NamedSchema, Operation, Schema } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { artifact, bound, lowerFirst, source } from "./artifact.ts";
import { check, validator } from "./checks.ts";
import type { DomainEmitter } from "./emitter.ts";
import { operationParameters } from "./parameters.ts";
import { reachable } from "./references.ts";

/** Checks of all that comes in: bodies by schema, parameters by operation. Composed once, when the program starts. */
export const emitValidators: DomainEmitter = (domain, model) => {
  const schemas = requestSchemas(model).filter((named) => named.domain === domain.name);
  const parts = [
    ...schemas.map((schema, index) => named(schema, new Set(schemas.slice(index)))),
    ...domain.operations.map((operation) => inlineBody(domain, operation)),
    ...domain.operations.map((operation) => operationParameters(domain, operation, model)),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const path = artifact(domain.name, "validators");
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

/** The validator of an operation's JSON body, by name. */
export function bodyValidator(domain: Domain, operation: Operation, schema: Schema): Code {
  return schema.kind === "reference"
    ? validator(schema.domain, schema.name)
    : value(`${operation.id}Body`, artifact(domain.name, "validators"));
}

const memo = new WeakMap<Model, readonly NamedSchema[]>();

/** Named schemas that some request body holds. */
function requestSchemas(model: Model): readonly NamedSchema[] {
  const known = memo.get(model);
  if (known !== undefined) return known;
  const bodies = model.domains.flatMap((domain) => domain.operations.flatMap(({ body }) => (body?.kind === "json" ? [body.schema] : [])));
  const found = reachable(model, bodies);
  memo.set(model, found);
  return found;
}

function named(schema: NamedSchema, later: ReadonlySet<NamedSchema>): Code {
  const isLater = (domain: string | undefined, name: string) => [...later].some((item) => item.domain === domain && item.name === name);
  const proof = code`${type("Validator", "internal/core/validation/validator.ts")}<${type(schema.name, artifact(schema.domain, "types"))}>`;
  return code`export const ${validator(schema.domain, schema.name)}: ${proof} = ${check(schema.schema, isLater)};`;
}

function inlineBody(domain: Domain, operation: Operation): Code | undefined {
  const { body } = operation;
  if (body?.kind !== "json" || body.schema.kind === "reference") return undefined;
  return code`export const ${bodyValidator(domain, operation, body.schema)} = ${check(body.schema, () => false)};`;
}
