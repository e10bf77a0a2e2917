import type { Setting } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { enclose, hang } from "../print/layout.ts";
import { comment, literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import type { DomainEmitter } from "./emitter.ts";

/** The domain's settings: as its code reads them, and as the platform reads them from the environment. */
export const emitConfig: DomainEmitter = (domain) => {
  const path = artifact(domain.name, "config");
  const fields = domain.config.map(
    (setting) => code`${comment(setting.description)}readonly ${propertyName(setting.name)}: ${typeOf(setting)};`,
  );
  const settings = domain.config.map((setting) => enclose("{", entries(setting), "}"));
  const name = `${domain.typeName}Config`;
  const declared = fields.length === 0 ? code`type ${name} = Readonly<Record<string, never>>;` : code`interface ${name} {\n  ${fields}\n}`;
  const body = code`export ${declared}

export const ${lowerFirst(domain.typeName)}Settings: readonly ${type("Setting", "internal/core/modules/domain.ts")}[] = ${enclose("[", settings, "]")};`;
  return { path, text: printFile(path, source(domain.name), body) };
};

function typeOf(setting: Setting): Code | string {
  const bare = valueType(setting);
  return setting.perOrganization ? code`${type("PerOrganization", "internal/core/settings/per-organization.ts")}<${bare}>` : bare;
}

function valueType(setting: Setting): string {
  if (setting.enum !== undefined) return setting.enum.map(literal).join(" | ");
  return setting.type === "integer" ? "number" : setting.type;
}

function entries(setting: Setting): readonly (Code | string)[] {
  const { name, env, type, default: preset, description, sensitive, minimum, maximum, enum: values, perOrganization } = setting;
  const bounds = { minimum, maximum, enum: values, perOrganization: perOrganization || undefined };
  const all = { name, env, type, default: preset, description, sensitive: sensitive || undefined, ...bounds };
  return Object.entries(all)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => (typeof item === "string" ? hang(`${key}:`, literal(item)) : `${key}: ${literal(item)}`));
}
