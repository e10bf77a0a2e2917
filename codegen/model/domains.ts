import { get, items, type Node, textOf, toJson } from "../read/node.ts";
import { locate } from "../read/source.ts";
import { crudOperations } from "./crud.ts";
import { derivedSchemas, viewSchema } from "./derived.ts";
import { entityOf } from "./entities.ts";
import { eventsOf } from "./events.ts";
import { machineOperations } from "./machine-operations.ts";
import { machineSchemas } from "./machine-schemas.ts";
import { menuOf } from "./menu.ts";
import type { Consumed, Domain, Entity, NamedSchema, Setting } from "./model.ts";
import { compare, pascalCase } from "./names.ts";
import type { Operation } from "./operation.ts";
import { declaredOperations } from "./operations.ts";
import type { DeclaredSchema, Registry, Spec, View } from "./registry.ts";
import { relate } from "./relations.ts";
import { objectSchema, schemaOf } from "./schemas.ts";

/** What one document says, as a domain. Undefined when it is none. */
export function domainOf(view: View): Domain | undefined {
  const { spec, resolve } = view;
  const { annotation, annotationNode, domain: name, root } = spec;
  if (annotation === undefined || annotationNode === undefined || name === undefined) return undefined;
  const related = relate(
    spec.schemas.flatMap((declared) => entityOf(declared, view) ?? []),
    view,
  );
  const operations = [
    ...declaredOperations(view, related),
    ...related.flatMap((entity) => [...crudOperations(entity, resolve), ...machineOperations(entity)]),
  ];
  const listed = new Set(operations.flatMap(({ crud }) => (crud?.kind === "list" ? [crud.entity] : [])));
  const entities = related.map((entity) => ({ ...entity, listed: listed.has(entity.name) }));
  const schemas = [...schemasOf(entities, view), ...hoistedSchemas(view)];
  const info = get(root, "info");
  const title = textOf(get(info, "title")) ?? name;
  return {
    name,
    typeName: pascalCase(name),
    plain: spec.plain,
    title,
    description: textOf(get(info, "description"))?.trim() ?? "",
    license: licenseOf(get(info, "license")),
    location: locate(annotationNode),
    tier: annotation.tier ?? "optional",
    requires: [...(annotation.requires ?? []), ...view.required].sort(compare),
    permissions: sorted(annotation.permissions ?? {}).map(([permission, sentence]) => ({ name: permission, sentence })),
    roles: sorted(annotation.roles ?? {}).map(([role, permissions]) => ({ name: role, permissions: [...permissions].sort(compare) })),
    config: settingsOf(spec),
    features: (annotation.features ?? []).map((feature) => `${name}.${feature}`).sort(compare),
    menu: menuOf(title, view),
    consumes: (annotation.consumes ?? []).map((type) => consumedOf(type, view)).sort((a, b) => compare(a.type, b.type)),
    entities,
    schemas,
    operations: operations.sort(byPath),
    events: eventsOf(spec, view),
  };
}

const sorted = <Value>(map: Readonly<Record<string, Value>>): [string, Value][] => Object.entries(map).sort(([a], [b]) => compare(a, b));

function licenseOf(node: Node | undefined): Domain["license"] {
  const [name, identifier, url] = ["name", "identifier", "url"].map((key) => textOf(get(node, key)));
  return name === undefined ? undefined : { name, ...(identifier && { identifier }), ...(url && { url }) };
}

const methodOrder = ["get", "head", "options", "post", "put", "patch", "delete"];
const byPath = (a: Operation, b: Operation): number =>
  compare(a.path, b.path) || methodOrder.indexOf(a.method) - methodOrder.indexOf(b.method);

function settingsOf({ annotation }: Spec): readonly Setting[] {
  return sorted(annotation?.config ?? {}).map(([name, setting]) => ({
    ...{ name, env: setting.env, type: setting.type, default: setting.default, description: setting.description },
    ...{ sensitive: setting.sensitive ?? false, minimum: setting.minimum, maximum: setting.maximum, enum: setting.enum },
    perOrganization: setting.perOrganization ?? false,
  }));
}

/** The checks have made sure that the event exists. */
function consumedOf(type: string, registry: Registry): Consumed {
  const [domain = "", variable = "", change = ""] = type.split(".");
  const publisher = registry.specs.find((spec) => spec.domain === domain);
  const event = publisher && eventsOf(publisher, registry).find((other) => other.type === type);
  const dataType = event?.dataType ?? pascalCase(variable);
  return { type, method: `on${pascalCase(variable)}${pascalCase(change)}`, domain, dataType };
}

function schemasOf(entities: readonly Entity[], view: View): readonly NamedSchema[] {
  const { spec, resolve } = view;
  const derived: NamedSchema[] = [];
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const declared = spec.schemas.map((schema) => {
    const entity = byName.get(schema.name);
    if (entity === undefined || schema.node.kind !== "map") return namedSchema(schema, view);
    const object = objectSchema(schema.node, view);
    derived.push(
      ...derivedSchemas(entity, new Map(object.properties.map((property) => [property.name, property.schema])), resolve),
      ...machineSchemas(entity),
    );
    return { ...namedSchema(schema, view), schema: viewSchema(entity, object.additional, resolve) };
  });
  return [...declared, ...derived];
}

/** Schemas that references gave a name. Making one may bring others: the list grows while it is walked. */
export function hoistedSchemas(view: View): readonly NamedSchema[] {
  const made: NamedSchema[] = [];
  for (let next = view.hoisted.list()[made.length]; next !== undefined; next = view.hoisted.list()[made.length])
    made.push(namedSchema(next, view));
  return made;
}

export function namedSchema({ name, domain, node, key }: DeclaredSchema, view: View): NamedSchema {
  const description = textOf(get(node, "description"))?.trim() ?? "";
  // Examples of others often are none: a factory must give what the schema accepts.
  const example = view.spec.plain ? undefined : (items(get(node, "examples"))[0] ?? get(node, "example"));
  return { name, domain, schema: schemaOf(node, view), description, location: locate(key), ...(example && { example: toJson(example) }) };
}
