import type { OperationAnnotation } from "../annotations/vocabulary.ts";
import { at, entries, get, type MapNode, mapOf, textOf } from "../read/node.ts";
import { follow, resolve } from "../read/references.ts";
import { locate, type Span } from "../read/source.ts";
import { article } from "./derived.ts";
import type { EventType } from "./model.ts";
import { camelCase, compare, pascalCase, spoken } from "./names.ts";
import type { DeclaredSchema, Registry, Spec } from "./registry.ts";

/** Every event that a document declares: by an entity's `events`, by its machine's transitions, by a webhook. Reports nothing. */
export function eventsOf(spec: Spec, registry: Registry): readonly EventType[] {
  return [...spec.schemas.flatMap(eventsOfEntity), ...webhooksOf(spec, registry).flatMap((hook) => eventOfWebhook(hook, registry) ?? [])];
}

function eventsOfEntity({ name, domain, entity, key }: DeclaredSchema): readonly EventType[] {
  if (entity === undefined || domain === undefined) return [];
  const variable = camelCase(name);
  const event = (change: string, happened: string): EventType => ({
    type: `${domain}.${variable}.${change}`,
    method: `${variable}${pascalCase(change)}`,
    description: `${article(name) === "an" ? "An" : "A"} ${spoken(name)} ${happened}.`,
    ...{ entity: name, dataType: name, location: locate(key) },
  });
  const changes = (["created", "updated", "deleted", "undeleted"] as const).filter((change) => entity.annotation.events?.includes(change));
  const transitions = Object.keys(entity.machine?.transitions ?? {}).sort(compare);
  return [
    ...changes.map((change) => event(change, `was ${change}`)),
    ...transitions.map((transition) => event(camelCase(transition), `went on by ${transition}`)),
  ];
}

interface Webhook {
  readonly type: string;
  readonly key: Span;
  readonly post: MapNode | undefined;
}

function webhooksOf({ root }: Spec, { files, problems }: Registry): readonly Webhook[] {
  return entries(get(root, "webhooks")).map(([type, { key, value }]) => {
    const item = resolve(value, files, problems);
    return { type, key, post: mapOf(get(item, "post")) };
  });
}

const annotationOf = (post: MapNode | undefined, { annotations }: Registry): OperationAnnotation | undefined => {
  const place = get(post, "x-codegen");
  return place && (annotations.get(place) as OperationAnnotation | undefined);
};

/** The schema that a webhook's body refers to. */
function payloadOf(post: MapNode | undefined, { files, problems, schemas }: Registry): DeclaredSchema | undefined {
  const body = get(post, "requestBody");
  const content = get(body && resolve(body, files, problems), "content");
  const schema = mapOf(get(get(content, "application/json"), "schema"));
  const target = schema?.entries.has("$ref") === true ? follow(schema, files, problems) : undefined;
  return target && schemas.get(target);
}

function eventOfWebhook({ type, key, post }: Webhook, registry: Registry): EventType | undefined {
  const event = annotationOf(post, registry)?.event;
  const payload = payloadOf(post, registry);
  if (event === undefined || payload === undefined) return undefined;
  const [, variable = "", change = ""] = type.split(".");
  const about =
    textOf(get(post, "description")) ??
    textOf(get(post, "summary")) ??
    `${article(variable) === "an" ? "An" : "A"} ${spoken(variable)}: ${change}.`;
  return {
    ...{ type, method: `${camelCase(variable)}${pascalCase(change)}`, description: about.trim() },
    ...{ entity: event.aggregate, dataType: payload.name, location: locate(key) },
  };
}

/** Checks that each webhook is an event of its domain: its name, what it is about and what it holds. */
export function checkWebhooks(spec: Spec, registry: Registry): void {
  const { problems } = registry;
  for (const hook of webhooksOf(spec, registry)) {
    const { type, key, post } = hook;
    if (spec.domain === undefined) {
      problems.add("noDomain", key, `No \`x-codegen\` says which domain publishes the event ${type}.`);
      continue;
    }
    if (!/^[a-z][a-z0-9]*\.[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/.test(type) || !type.startsWith(`${spec.domain}.`)) {
      problems.add(
        "badName",
        key,
        `"${type}" cannot name an event of ${spec.domain}: it is called ${spec.domain}.<entity>.<what happened>.`,
      );
    }
    const item = resolve(at(spec.root, "webhooks", type), registry.files, problems);
    for (const [verb, entry] of entries(item)) {
      if (["get", "put", "patch", "delete", "options", "head", "trace"].includes(verb))
        problems.add("notSupported", entry.key, "An event is a `post`: no other method of a webhook has an effect.");
    }
    if (post === undefined) problems.add("missingKey", key, `The webhook ${type} needs a \`post\` that describes the event.`);
    else checkEvent(hook, post, spec, registry);
  }
}

function checkEvent({ type, key }: Webhook, post: MapNode, spec: Spec, registry: Registry): void {
  const { problems } = registry;
  const place = get(post, "x-codegen");
  for (const [name, entry] of entries(place)) {
    if (name !== "event")
      problems.add("misplacedAnnotation", entry.key, `\`${name}\` has no effect on a webhook: it is an event, not an operation.`);
  }
  const event = annotationOf(post, registry)?.event;
  if (event === undefined) {
    if (get(place, "event") === undefined)
      problems.add(
        "missingAnnotation",
        key,
        `The webhook ${type} needs \`x-codegen: { event: { aggregate: … } }\`, the entity that it is about.`,
      );
  } else if (!registry.entities.has(`${spec.domain}.${event.aggregate}`)) {
    problems.add(
      "unknownName",
      at(post, "x-codegen", "event", "aggregate"),
      `The domain ${spec.domain} has no entity "${event.aggregate}".`,
    );
  }
  const payload = payloadOf(post, registry);
  if (payload === undefined || payload.domain !== spec.domain) {
    const where = get(post, "requestBody") ?? post;
    problems.add(
      "notSupported",
      where,
      "An event's body is application/json, and its schema a `$ref` to one of this document's components.",
    );
  }
}
