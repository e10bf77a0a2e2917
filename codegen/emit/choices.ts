import type { Domain, Model } from "../model/model.ts";
import type { Failure, Operation, ResponseChoice, ResponseHeader } from "../model/operation.ts";
import { type Code, code, join, type } from "../print/code.ts";
import { alternatives, enclose, membersOf } from "../print/layout.ts";
import { literal, propertyName } from "../print/text.ts";
import { schemaType } from "./schema-type.ts";

const http = "internal/core/http/operation.ts";

/** What a service gives that may answer in several ways: each with its status, and its media type where the status alone does not tell. */
export function choiceType(model: Model, domain: Domain, choices: readonly ResponseChoice[]): Code {
  return join(
    choices.map((choice) => {
      const several = choices.filter(({ status }) => status === choice.status).length > 1;
      return membersOf(members(model, domain, choice, several));
    }),
    " | ",
  );
}

function members(model: Model, domain: Domain, choice: ResponseChoice, several: boolean): readonly Code[] {
  const { status, mediaType, headers } = choice;
  const body = contentOf(model, domain, choice);
  const optional = headers.every(({ required }) => !required) ? "?" : "";
  return [
    code`readonly status: ${status}`,
    ...(several && mediaType !== undefined ? [code`readonly mediaType: ${literal(mediaType)}`] : []),
    ...(headers.length === 0 ? [] : [code`readonly headers${optional}: ${membersOf(headerMembers(model, domain, headers))}`]),
    ...(body === undefined ? [] : [code`readonly body: ${body}`]),
  ];
}

function contentOf(model: Model, domain: Domain, { kind, schema }: ResponseChoice): Code | undefined {
  const body = schema === undefined ? code`unknown` : schemaType(model, domain.name, schema);
  switch (kind) {
    case "none":
      return undefined;
    case "text":
      return code`string`;
    case "binary":
      return type("Bytes", "internal/core/http/contents.ts");
    case "sse":
      return code`AsyncIterable<${type("StreamEvent", http)}<${body}>>`;
    case "json":
      return body;
  }
}

/** Response headers as the members of a type. */
export const headerMembers = (model: Model, domain: Domain, headers: readonly ResponseHeader[]): readonly Code[] =>
  headers.map(
    ({ name, required, schema }) => code`readonly ${propertyName(name)}${required ? "" : "?"}: ${schemaType(model, domain.name, schema)}`,
  );

/** The choices as the server and the client know them. */
export function choiceRows(choices: readonly ResponseChoice[]): Code {
  const rows = choices.map(({ status, kind, mediaType }) => {
    const known = mediaType === undefined ? [] : [`mediaType: ${literal(mediaType)}`];
    return enclose("{", [`status: ${status}`, `kind: ${literal(kind)}`, ...known], "}");
  });
  return enclose("[", rows, "]");
}

/** What an operation may throw as a Failure: one for each answer that its document declares beside the successful ones. */
export function failureType(model: Model, domain: Domain, { id, failure }: Operation): Code | undefined {
  if (failure === undefined) return undefined;
  const variants = failure.answers.map((answer) => failureMembers(model, domain, answer));
  return code`/** What ${id} may answer when it fails. */
export type ${failure.type} = ${alternatives(variants)};`;
}

function failureMembers(model: Model, domain: Domain, { status, schema }: Failure): Code {
  const told = typeof status === "number" ? String(status) : "number";
  const body = schema === undefined ? [] : [code`readonly body: ${schemaType(model, domain.name, schema)}`];
  return membersOf([`readonly status: ${told}`, ...body]);
}
