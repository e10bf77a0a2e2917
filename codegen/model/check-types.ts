import type { Problems } from "../diagnostics/problems.ts";
import type { Domain, NamedSchema, Schema } from "./model.ts";
import { Taken } from "./taken.ts";

/** Checks that the types which a domain's code sees have different names: its own, those made for it, and those it refers to. */
export function checkTypes(domain: Domain, domains: readonly Domain[], shared: readonly NamedSchema[], problems: Problems): void {
  const types = new Taken(problems);
  for (const schema of domain.schemas) {
    types.take(schema.name, "A schema", schema.location, `The name ${schema.name} is taken.`);
  }
  for (const entity of domain.entities) {
    for (const suffix of ["Id", "Filter", "Sort", "Insert", "Change", "View", "Repository"]) {
      const name = `${entity.name}${suffix}`;
      types.take(name, "A schema", entity.location, `The entity ${entity.name} makes a type ${name}, which is taken.`);
    }
  }
  for (const { id, inputType, location } of domain.operations) {
    if (inputType === undefined) continue;
    types.take(inputType, "A schema", location, `The operation ${id} makes a type ${inputType}, which is taken.`);
  }
  for (const suffix of ["Service", "Parts", "Repositories", "Config", "Events", "Consumers", "Permission", "Defaults", "Module"]) {
    const name = `${domain.typeName}${suffix}`;
    types.take(name, "A schema", domain.location, `The domain ${domain.name} makes a type ${name}, which is taken.`);
  }
  for (const [owner, name] of foreignNames(domain)) {
    const found = [...shared, ...domains.flatMap(({ schemas }) => schemas)].find(
      (schema) => schema.name === name && schema.domain === owner,
    );
    const words = owner === undefined ? `the shared schema ${name}` : `${name} of the domain ${owner}`;
    types.take(
      name,
      "A schema",
      found?.location ?? domain.location,
      `The domain ${domain.name} uses ${words}, and another type called so.`,
    );
  }
}

/** Owner and name of every type of elsewhere that the domain's schemas, operations and consumers use, once each. */
function foreignNames(domain: Domain): readonly (readonly [string | undefined, string])[] {
  const found = new Map<string, readonly [string | undefined, string]>();
  const add = (owner: string | undefined, name: string): void => {
    if (owner !== domain.name) found.set(`${owner} ${name}`, [owner, name]);
  };
  const visit = (schema: Schema | undefined): void => {
    if (schema?.kind === "reference") add(schema.domain, schema.name);
    else if (schema?.kind === "id") add(schema.domain, schema.idType);
    else if (schema !== undefined) for (const part of partsOf(schema)) visit(part);
  };
  for (const { schema } of domain.schemas) visit(schema);
  for (const { parameters, body, response } of domain.operations) {
    for (const { schema } of [...parameters, ...response.headers]) visit(schema);
    visit(response.schema);
    if (body?.kind === "json") visit(body.schema);
  }
  for (const consumed of domain.consumes) add(consumed.domain, consumed.dataType);
  return [...found.values()];
}

/** The schemas directly inside one. */
export function partsOf(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "array":
      return [schema.items];
    case "object": {
      const rest = typeof schema.additional === "boolean" ? [] : [schema.additional];
      return [...schema.properties.map((property) => property.schema), ...rest];
    }
    case "union":
      return schema.variants;
    case "intersection":
      return schema.parts;
    default:
      return [];
  }
}
