import type { Consumed, Domain, EventType, Model } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, enclose, hang } from "../print/layout.ts";
import { comment, literal } from "../print/text.ts";
import { artifact, bound, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";
import { eventFunction, viewType } from "./views.ts";

const context = type("Context", "internal/core/context/context.ts");
const eventFile = "internal/core/events/event.ts";

/** What the domain publishes, and what hand-written code must handle of others. */
export const emitEvents: DomainEmitter = (domain, model) => {
  const path = artifact(domain.name, "events");
  const consumers = domain.consumes.length === 0 ? "" : code`\n\n${consumed(domain, model)}`;
  return { path, text: printFile(path, source(domain.name), code`${published(domain)}${consumers}`) };
};

function published(domain: Domain): Code {
  const name = `${domain.typeName}Events`;
  const made = lowerFirst(name);
  if (domain.events.length === 0) {
    return code`/** This domain publishes nothing. */
export type ${name} = Readonly<Record<string, never>>;

export const ${made} = (_log: ${type("EventLog", eventFile)}): ${name} => ({});`;
  }
  const signatures = domain.events.map(
    (event) =>
      code`${comment(event.description)}${event.method}(ctx: ${context}, ${aggregate(domain, event)}${argument(event)}: ${data(domain, event)}): Promise<void>;`,
  );
  const methods = domain.events.map((event) => {
    const variable = argument(event);
    const view = eventFunction(domain, event.dataType);
    const sent = view === undefined ? variable : code`${view}(${variable})`;
    const about = isOfEntity(event) ? `aggregate: ${variable}.id` : "aggregate: id";
    const appended = enclose("{", [`type: ${literal(event.type)}`, about, code`data: ${sent}`], "}");
    const head = `${event.method}: (ctx, ${isOfEntity(event) ? "" : "id, "}${variable}) =>`;
    return code`${hang(head, code`log.append${args(["ctx", appended])}`)},`;
  });
  return code`/** Appends events to the outbox, in the transaction of the context. */
export interface ${name} {
  ${signatures}
}

export function ${made}(log: ${type("EventLog", eventFile)}): ${name} {
  return {
    ${methods}
  };
}`;
}

function consumed(domain: Domain, model: Model): Code {
  const name = `${domain.typeName}Consumers`;
  const signatures = domain.consumes.map(
    (consumed) =>
      code`${consumed.method}(ctx: ${context}, event: ${type("DomainEvent", eventFile)}<${received(domain, model, consumed)}>): Promise<void>;`,
  );
  const rows = domain.consumes.map((consumed) =>
    enclose(
      "{",
      [
        `name: ${literal(`${domain.name}.${consumed.method}`)}`,
        `types: [${literal(consumed.type)}]`,
        code`handle: (ctx, event) => methods.${consumed.method}(ctx, event as ${type("DomainEvent", eventFile)}<${received(domain, model, consumed)}>)`,
      ],
      "}",
    ),
  );
  return code`/** The events that internal/${domain.name} handles. */
export interface ${name} {
  ${signatures}
}

export function ${lowerFirst(name)}(methods: ${name}): readonly ${type("Consumer", eventFile)}[] {
  return ${enclose("[", rows, "]")};
}`;
}

/** Whether an event holds the entity that it is about, and not data of its own. */
const isOfEntity = ({ entity, dataType }: EventType): boolean => entity === dataType;

const argument = (event: EventType): string => bound(lowerFirst(event.dataType), "ctx", "id", "log");
const data = (domain: Domain, event: EventType): Code => viewType(domain, event.dataType);

/** `id: StoryId, `, for an event that does not hold the entity itself. */
function aggregate(domain: Domain, event: EventType): Code | string {
  const entity = domain.entities.find(({ name }) => name === event.entity);
  return isOfEntity(event) || entity === undefined ? "" : code`id: ${type(entity.idType, artifact(domain.name, "types"))}, `;
}

/** As the publisher's contract names it, where that is another domain: an entity with sensitive fields by its view. */
function received(consumer: Domain, model: Model, { dataType, domain }: Consumed): Code {
  const owner = model.domains.find(({ name }) => name === domain);
  const shown = owner === undefined ? dataType : viewType(owner, dataType).text;
  return type(shown, owner === consumer ? artifact(domain, "types") : `generated/contracts/${domain}.gen.ts`);
}
