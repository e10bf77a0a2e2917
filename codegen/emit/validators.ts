import type { Domain, Model, NamedSchema } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, join, type } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args } from "../print/layout.ts";
import { artifact, source } from "./artifact.ts";
import { checked, ownValidators } from "./bodies.ts";
import { check, combinator, validator } from "./checks.ts";
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
    ...served.flatMap((operation) => ownBodies(model, domain, operation)),
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
  const positions = new Map(own.map((schema, index) => [schema, index]));
  return own.map((schema, index) => named(model, schema, (other) => (positions.get(other) ?? -1) >= index));
}

const memo = new WeakMap<Model, readonly NamedSchema[]>();

/** Named schemas that some request body holds. */
function requestSchemas(model: Model): readonly NamedSchema[] {
  const known = memo.get(model);
  if (known !== undefined) return known;
  const bodies = model.domains.flatMap(({ operations }) =>
    operations
      .filter(isPublished)
      .flatMap(({ body, parameters }) => [
        ...checked(body),
        ...parameters.flatMap(({ style, schema }) => (style === undefined ? [] : [schema])),
      ]),
  );
  const found = reachable(model, bodies);
  memo.set(model, found);
  return found;
}

function named(model: Model, schema: NamedSchema, isLater: (other: NamedSchema) => boolean): Code {
  const content = type(schema.name, artifact(schema.domain, "types"));
  const loose = isPlain(model, schema.domain);
  const scope = { model, home: schema.domain, loose, isLater };
  const made = check(scope, schema.schema, content);
  const vouched = loose ? code`${combinator("proven")}${args([made])}` : made;
  return code`export const ${validator(schema.domain, schema.name)}: ${proof}<${content}> = ${vouched};`;
}

/** Whether a schema comes from documents without annotations; a shared one, when all documents are. */
const isPlain = (model: Model, name: string | undefined): boolean =>
  name === undefined ? model.domains.every(({ plain }) => plain) : model.domains.find((domain) => domain.name === name)?.plain === true;

function ownBodies(model: Model, domain: Domain, operation: Operation): readonly Code[] {
  const scope = { model, home: domain.name, loose: domain.plain, isLater: () => false };
  return ownValidators(domain, operation).map(({ name, schema }) => code`export const ${name} = ${check(scope, schema)};`);
}
