import type { Domain, Json, Model, Operation, OperationParameter } from "../../model/model.ts";
import { answeredEntity, changesVersion } from "../server.ts";
import { defined, type JsonObject, properties, schemaJson } from "./schema.ts";

/** An operation object of OpenAPI 3.1: all that the annotations imply is spelled out, and none of them is left. */
export function operationJson(model: Model, domain: Domain, operation: Operation): JsonObject {
  const parameters = operationParameters(model, operation);
  return defined({
    operationId: operation.id,
    tags: [domain.title],
    summary: operation.summary || undefined,
    description: [operation.description, needs(operation)].filter((text) => text !== "").join("\n\n") || undefined,
    deprecated: operation.deprecated || undefined,
    security: operation.permission === "public" ? [] : undefined,
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: requestBody(model, operation),
    responses: {
      [String(operation.response.status)]: success(model, domain, operation),
      default: { $ref: "#/components/responses/Problem" },
    },
  });
}

function needs({ permission, machine }: Operation): string {
  if (machine?.kind === "transition") return `Needs one of the roles ${machine.roles.map((role) => `\`${role}\``).join(", ")}.`;
  if (permission === "public") return "Needs no sign-in.";
  return permission === "authenticated" ? "" : `Needs the permission \`${permission}\`.`;
}

function operationParameters(model: Model, operation: Operation): readonly Json[] {
  const own = operation.parameters.map((parameter) => parameterJson(model, parameter));
  return changesVersion(operation) ? [...own, { $ref: "#/components/parameters/IfMatch" }] : own;
}

function parameterJson(model: Model, parameter: OperationParameter): JsonObject {
  const { name, required, description, schema } = parameter;
  return defined({
    name,
    in: parameter.in,
    required,
    description: description || undefined,
    schema: defined({ ...schemaJson(model, schema), default: parameter.default }),
    ...(schema.kind === "array" && parameter.in === "query" ? { style: "form", explode: false } : {}),
  });
}

function requestBody(model: Model, { body }: Operation): JsonObject | undefined {
  if (body === undefined) return undefined;
  const schema = body.kind === "binary" ? { type: "string", format: "binary" } : schemaJson(model, body.schema);
  return { required: body.required, content: properties([[body.mediaType, { schema }]]) };
}

function success(model: Model, domain: Domain, operation: Operation): JsonObject {
  const { response } = operation;
  const declared = response.headers.map(({ name, required, description, schema }): [string, JsonObject] => [
    name,
    defined({ required: required || undefined, description: description || undefined, schema: schemaJson(model, schema) }),
  ]);
  const etag: [string, JsonObject][] =
    answeredEntity(domain, operation) === undefined ? [] : [["ETag", { $ref: "#/components/headers/ETag" }]];
  const headers = [...etag, ...declared];
  return defined({
    description: response.description || "Done.",
    headers: headers.length === 0 ? undefined : properties(headers),
    content: content(model, operation),
  });
}

function content(model: Model, { response }: Operation): JsonObject | undefined {
  const { kind, mediaType, schema } = response;
  if (kind === "none" || mediaType === undefined) return undefined;
  const shown = schema === undefined ? { type: "string", format: "binary" } : schemaJson(model, schema);
  return properties([[mediaType, { schema: shown }]]);
}
