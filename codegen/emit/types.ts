import type { Schema } from "../model/json-schema.ts";
import type { Domain, Model, NamedSchema } from "../model/model.ts";
import type { Operation, OperationParameter } from "../model/operation.ts";
import { type Code, code, join } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { comment, propertyName } from "../print/text.ts";
import { artifact, source } from "./artifact.ts";
import { bodyType } from "./bodies.ts";
import { failureType, headerMembers } from "./choices.ts";
import type { DomainEmitter, ModelEmitter } from "./emitter.ts";
import { entityTypeNames, entityTypes } from "./entity-types.ts";
import { members, schemaType } from "./schema-type.ts";

/** Every type of a domain: its entities with what creates, changes, filters and sorts them, its other schemas, its operations' inputs. */
export const emitTypes: DomainEmitter = (domain, model) => {
  const path = artifact(domain.name, "types");
  const made = new Set(domain.entities.flatMap(entityTypeNames));
  const parts = [
    ...domain.entities.flatMap((entity) => entityTypes(model, domain, entity)),
    ...domain.schemas.filter(({ name }) => !made.has(name)).map((named) => namedSchema(model, named)),
    ...domain.operations.flatMap((operation) => operationInput(model, domain, operation)),
    ...domain.operations.flatMap((operation) => answerHeaders(model, domain, operation)),
    ...domain.operations.flatMap((operation) => failureType(model, domain, operation) ?? []),
  ];
  if (parts.length === 0) return undefined;
  return { path, text: printFile(path, source(domain.name), join(parts, "\n\n")) };
};

/** The types of the schemas that no domain owns. */
export const emitSharedTypes: ModelEmitter = (model) => {
  if (model.shared.length === 0) return undefined;
  const path = artifact(undefined, "types");
  const parts = model.shared.map((named) => namedSchema(model, named));
  return { path, text: printFile(path, source(undefined), join(parts, "\n\n")) };
};

function namedSchema(model: Model, { name, domain, schema, description }: NamedSchema): Code {
  const inner = (item: Schema): Code => schemaType(model, domain, item);
  if (schema.kind === "object") return declaration(name, description, members(schema, inner));
  return code`${comment(description)}export type ${name} = ${inner(schema)};`;
}

function declaration(name: string, description: string, body: readonly Code[]): Code {
  if (body.length === 0) return code`${comment(description)}export type ${name} = Readonly<Record<string, never>>;`;
  return code`${comment(description)}export interface ${name} {
  ${body}
}`;
}

function operationInput(model: Model, domain: Domain, operation: Operation): Code[] {
  if (operation.inputType === undefined) return [];
  const body = operation.body;
  const parameters = operation.parameters.map((parameter) => inputParameter(model, domain, parameter));
  if (body === undefined) return [declaration(operation.inputType, inputPurpose(operation), parameters)];
  const member = code`readonly body${body.required ? "" : "?"}: ${bodyType(model, domain, body)};`;
  return [declaration(operation.inputType, inputPurpose(operation), [...parameters, member])];
}

function answerHeaders(model: Model, domain: Domain, { id, headersType, response }: Operation): readonly Code[] {
  if (headersType === undefined) return [];
  const headers = headerMembers(model, domain, response.headers).map((member) => code`${member};`);
  return [declaration(headersType, `The headers that ${id} answers with.`, headers)];
}

const inputPurpose = ({ id }: Operation): string => `What ${id} is given.`;

/** A parameter with a default is always there by the time the service is called. */
function inputParameter(model: Model, domain: Domain, parameter: OperationParameter): Code {
  const present = parameter.required || parameter.default !== undefined;
  // What no value can be is not given at all.
  const content = parameter.schema.kind === "never" ? code`undefined` : schemaType(model, domain.name, parameter.schema);
  return code`${comment(parameter.description)}readonly ${propertyName(parameter.variable)}${present ? "" : "?"}: ${content};`;
}
