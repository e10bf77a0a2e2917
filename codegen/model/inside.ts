import type { Domain, NamedSchema } from "./model.ts";

/** Marks the entities that never leave their domain: only hand-written code knows them, so that nobody needs a view of them. */
export function markInside(domains: readonly Domain[], shared: readonly NamedSchema[]): readonly Domain[] {
  const named = new Set<string>();
  collect([shared, domains.map(({ operations, schemas }) => [operations, schemas])], named);
  for (const { name, events } of domains) for (const { dataType } of events) named.add(`${name}.${dataType}`);
  return domains.map((domain) => ({
    ...domain,
    entities: domain.entities.map((entity) =>
      entity.operations.length > 0 || named.has(`${domain.name}.${entity.name}`) ? entity : { ...entity, inside: true },
    ),
  }));
}

/** Every name that a reference in it has, however deep. */
function collect(value: unknown, named: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, named);
  else if (typeof value === "object" && value !== null) {
    if ("kind" in value && value.kind === "reference" && "name" in value && "domain" in value) named.add(`${value.domain}.${value.name}`);
    for (const item of Object.values(value)) collect(item, named);
  }
}
