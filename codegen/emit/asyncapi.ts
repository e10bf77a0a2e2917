import type { Json, Schema } from "../model/json-schema.ts";
import type { Domain, EventType, Model } from "../model/model.ts";
import { isUnannotated } from "./document/document.ts";
import { componentName, defined, type JsonObject, properties, schemaJson } from "./document/schema.ts";
import type { ModelEmitter } from "./emitter.ts";
import { reachable } from "./references.ts";

/** Every event of every domain: one AsyncAPI 3.0 document of CloudEvents on their subjects. */
export const emitAsyncApi: ModelEmitter = (model) =>
  isUnannotated(model) ? undefined : { path: "generated/asyncapi.json", text: `${JSON.stringify(asyncApi(model), null, 2)}\n` };

/** The document of a model's events. */
export function asyncApi(model: Model): JsonObject {
  const publishing = model.domains.filter(({ events }) => events.length > 0);
  const events = publishing.flatMap((domain) => domain.events.map((event) => ({ domain, event })));
  return {
    asyncapi: "3.0.0",
    info: { title: "Archwright", version: "1.0.0", description: publishing.map(({ title }) => title).join(", ") },
    defaultContentType: "application/cloudevents+json",
    channels: properties(events.map(({ event }) => [event.type, channel(event)])),
    operations: properties(events.map(({ event }) => [`send.${event.type}`, operation(event)])),
    components: {
      messages: properties(events.map(({ domain, event }) => [event.type, message(model, domain, event)])),
      schemas: schemas(
        model,
        events.map(({ domain, event }) => dataOf(domain, event)),
      ),
    },
  };
}

const dataOf = (domain: Domain, event: EventType): Schema => ({ kind: "reference", name: event.dataType, domain: domain.name });

const channel = ({ type, description }: EventType): JsonObject => ({
  address: type,
  description,
  messages: { event: { $ref: `#/components/messages/${type}` } },
});

const operation = ({ type, description }: EventType): JsonObject => ({
  action: "send",
  summary: description,
  channel: { $ref: `#/channels/${type}` },
  messages: [{ $ref: `#/channels/${type}/messages/event` }],
});

function message(model: Model, domain: Domain, event: EventType): JsonObject {
  const about = domain.entities.find(({ name }) => name === event.entity);
  return {
    name: event.type,
    summary: event.description,
    tags: [{ name: domain.title }],
    payload: {
      allOf: [
        { $ref: "#/components/schemas/CloudEvent" },
        {
          type: "object",
          properties: {
            type: { const: event.type },
            source: { const: `/archwright/${domain.name}` },
            subject: defined({ type: "string", pattern: about && `^${about.prefix}-[0-9a-f]{16}$` }),
            data: schemaJson(model, dataOf(domain, event)),
          },
        },
      ],
    },
  };
}

function schemas(model: Model, roots: readonly Schema[]): JsonObject {
  const named = reachable(model, roots).map((schema): [string, Json] => [
    componentName(model, schema.domain, schema.name),
    plain(defined({ ...schemaJson(model, schema.schema), description: schema.description || undefined })),
  ]);
  return properties([...named, ["CloudEvent", cloudEvent] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A discriminator is an object in OpenAPI, and the name of the property alone in AsyncAPI. */
function plain(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return json.map(plain);
  const object = json as JsonObject;
  const union = Array.isArray(object.oneOf) || Array.isArray(object.anyOf);
  return properties(
    Object.entries(object).map(([key, value]) => {
      const name = key === "discriminator" && union ? (value as JsonObject).propertyName : undefined;
      return [key, name ?? plain(value)];
    }),
  );
}

const cloudEvent: JsonObject = {
  type: "object",
  description: "A CloudEvent 1.0 in its JSON format.",
  required: ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"],
  properties: {
    specversion: { const: "1.0" },
    id: { type: "string", pattern: "^ev-[0-9a-f]{16}$" },
    source: { type: "string", description: "The domain that publishes it." },
    type: { type: "string" },
    subject: { type: "string", description: "The id of what it is about; events of one subject arrive in order." },
    time: { type: "string", format: "date-time" },
    datacontenttype: { const: "application/json" },
    data: {},
    organization: { type: "string", minLength: 1, description: "The organization in which it happened, if in one." },
    actor: { type: "string", minLength: 1, description: "Who did it, if somebody did." },
    traceparent: { type: "string", description: "The W3C trace of what caused it." },
  },
};
