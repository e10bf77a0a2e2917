import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pascalCase, plural } from "../model/names.ts";
import { entityStub } from "./entity-stub.ts";
import { insertSchema } from "./insert-schema.ts";

/**
 * Writes the spec of a new domain with one entity, to be changed. Gives its path.
 * Throws a sentence when the name cannot be one, or the spec is there already.
 */
export async function newDomain(root: string, name: string): Promise<string> {
  if (!/^[a-z][a-z0-9]*$/.test(name)) throw new Error("A domain's name is one word of lower-case letters and digits, such as invoices.");
  const path = `openapi/${name}.yaml`;
  await mkdir(join(root, "openapi"), { recursive: true });
  await writeFile(join(root, path), domainStub(name), { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST" ? new Error(`${path} is there already.`) : error;
  });
  return path;
}

/** A sound spec of a domain: its entity is called as the domain, in the singular. */
export function domainStub(name: string): string {
  const singular = name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.replace(/([^s])s$/, "$1");
  const entity = pascalCase(singular);
  const prefix = singular.slice(0, 8).padEnd(2, "x");
  const head = `# yaml-language-server: $schema=../generated/x-codegen.schema.json
openapi: 3.1.1
info:
  title: ${pascalCase(name)}
  version: 1.0.0
  description: Say what this domain is for.
x-codegen:
  domain: ${name}
  tier: optional
  permissions:
    ${name}.read: See ${name}
    ${name}.write: Create, change and delete ${name}
  roles:
    owner: [${name}.read, ${name}.write]
    admin: [${name}.read, ${name}.write]
    member: [${name}.read]
`;
  return insertSchema(
    head,
    entityStub({ name: entity, prefix, path: `/${plural(singular)}`, read: `${name}.read`, write: `${name}.write` }),
  );
}
