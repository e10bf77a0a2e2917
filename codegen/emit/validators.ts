import type { Domain, Model, NamedSchema, Operation, Schema } from "../model/model.ts";
import { type Code, code, join, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { artifact, source } from "./artifact.ts";
import { check, validator } from "./checks.ts";
import type { DomainEmitter, ModelEmitter } from "./emitter.ts";
import { isPublished } from "./is-published.ts";
import { operationParameters } from "./parameters.ts";
import { reachable } from "./references.ts";

const proof = type("Validator", "internal/core/validation/validator.ts");

/** Checks of all that comes in: bodies by schema, parameters by operation. Composed once, when the program starts. */
export const emitValidators: DomainEmitter = (domain, model) => {
  const served = domain.operations.filter(isPublished);
  const parts = [
    ...namedSchemas(model, domain.name),
    ...served.map((operation) => inlineBody(model, domain, operation)),
    ...served.map((operation) => operationParameters(domain, operation, model)),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : file(domain.name, parts);
};

/** Checks of the schemas that no domain owns, where some request holds one. */
export const emitSharedValidators: ModelEmitter = (model) => {
  const parts = namedSchemas(model, undefined);
  return parts.length === 0 ? undefined : file(undefined, parts);
};

function file(domain: string | undefined, parts: readonly Code[]): { readonly path: string; readonly text: string } {
  const path = artifact(domain, "validators");
  return { path, text: printFile(path, source(domain), join(parts, "\n\n")) };
}

function namedSchemas(model: Model, domain: string | undefined): readonly Code[] {
  const own = requestSchemas(model).filter((schema) => schema.domain === domain);
  return own.map((schema, index) => named(model, schema, new Set(own.slice(index))));
}

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
  const bodies = model.domains.flatMap((domain) =>
    domain.operations.filter(isPublished).flatMap(({ body }) => (body?.kind === "json" ? [body.schema] : [])),
  );
  const found = reachable(model, bodies);
  memo.set(model, found);
  return found;
}

function named(model: Model, schema: NamedSchema, later: ReadonlySet<NamedSchema>): Code {
  const proven = type(schema.name, artifact(schema.domain, "types"));
  const scope = { model, home: schema.domain, isLater: (other: NamedSchema) => later.has(other) };
  return code`export const ${validator(schema.domain, schema.name)}: ${proof}<${proven}> = ${check(scope, schema.schema, proven)};`;
}

function inlineBody(model: Model, domain: Domain, operation: Operation): Code | undefined {
  const { body } = operation;
  if (body?.kind !== "json" || body.schema.kind === "reference") return undefined;
  const scope = { model, home: domain.name, isLater: () => false };
  return code`export const ${bodyValidator(domain, operation, body.schema)} = ${check(scope, body.schema)};`;
}
