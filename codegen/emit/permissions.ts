import { code } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";

/** Permissions with the sentence that people read, and which roles have them from the start. */
export const emitPermissions: DomainEmitter = (domain) => {
  const name = lowerFirst(domain.typeName);
  const path = artifact(domain.name, "permissions");
  const permissions = domain.permissions.map(({ name, sentence }) => `${propertyName(name)}: ${literal(sentence)},`);
  const roles = domain.roles.map(({ name, permissions }) => `${propertyName(name)}: ${literal(permissions)},`);
  const body = code`/** Permission -> what it lets a person do. */
export const ${name}Permissions = ${block(permissions)} as const;

export type ${domain.typeName}Permission = keyof typeof ${name}Permissions;

/** Role -> permissions that it has from the start. */
export const ${name}Roles: Readonly<Record<string, readonly ${domain.typeName}Permission[]>> = ${block(roles)};`;
  return { path, text: printFile(path, source(domain.name), body) };
};

const block = (lines: readonly string[]) => (lines.length === 0 ? "{}" : code`{\n  ${lines}\n}`);
