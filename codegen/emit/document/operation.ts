import type { Json } from "../../model/json-schema.ts";
import type { Domain, Model } from "../../model/model.ts";
import type { Operation, OperationParameter } from "../../model/operation.ts";
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
    security: security(operation),
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: requestBody(model, operation),
    responses: {
      [String(operation.response.status)]: success(model, domain, operation),
      ...failures(model, operation),
    },
  });
}

/** As the document has it, unless the operation does not need a token. */
function security({ permission }: Operation): Json | undefined {
  if (permission === "public") return [];
  return permission === "optional" ? [{}, { bearer: [] }] : undefined;
}

/** What it says that it may answer when it fails, and problem documents where it leaves that open. */
function failures(model: Model, { failure }: Operation): JsonObject {
  const declared = (failure?.answers ?? []).map(({ status, description, schema }): [string, JsonObject] => [
    String(status),
    defined({
      description: description || "A failure.",
      content: schema === undefined ? undefined : { "application/json": { schema: schemaJson(model, schema) } },
    }),
  ]);
  const open = declared.some(([status]) => status === "default")
    ? []
    : declared.some(([status]) => status === "4XX")
      ? ["default"]
      : ["4XX", "default"];
  return properties([...declared, ...open.map((status): [string, JsonObject] => [status, { $ref: "#/components/responses/Problem" }])]);
}

/** What a caller must have, and how often it may call, in words. */
function needs({ permission, machine, effects }: Operation): string {
  const sentences = [];
  if (machine?.kind === "transition") sentences.push(`Needs one of the roles ${machine.roles.map((role) => `\`${role}\``).join(", ")}.`);
  else if (permission === "public") sentences.push("Needs no sign-in.");
  else if (permission === "optional") sentences.push("Needs no sign-in; who sends a token is known by it.");
  else if (permission !== "authenticated") sentences.push(`Needs the permission \`${permission}\`.`);
  if (effects?.feature !== undefined) sentences.push(`Needs the feature \`${effects.feature}\`.`);
  if (effects?.rateLimit !== undefined) {
    const { limit, windowSeconds, by } = effects.rateLimit;
    sentences.push(`At most ${limit} calls in ${windowSeconds} seconds by one ${by === "ip" ? "address" : by}.`);
  }
  return sentences.join(" ");
}

function operationParameters(model: Model, operation: Operation): readonly Json[] {
  const own = operation.parameters.map((parameter) => parameterJson(model, parameter));
  return [
    ...own,
    ...(changesVersion(operation) ? [{ $ref: "#/components/parameters/IfMatch" }] : []),
    ...(operation.effects?.idempotent === true ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
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
  if (body.kind === "content") {
    const contents = body.contents.map(({ mediaType, schema }): [string, JsonObject] => [mediaType, { schema: schemaJson(model, schema) }]);
    return { required: body.required, content: properties(contents) };
  }
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
  const quota: [string, JsonObject][] =
    operation.effects?.rateLimit === undefined
      ? []
      : [
          ["RateLimit-Policy", { $ref: "#/components/headers/RateLimitPolicy" }],
          ["RateLimit", { $ref: "#/components/headers/RateLimit" }],
        ];
  const headers = [...etag, ...quota, ...declared];
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
