import type { Setting } from "../modules/domain.ts";
import type { OrganizationSettings } from "../settings/organization-settings.ts";
import { ConfigError, readSettings, type Value } from "./settings.ts";

type Values = Readonly<Record<string, Value>>;

interface Configured {
  readonly name: string;
  readonly config: readonly Setting[];
}

/** Every domain's configuration by its name. @throws ConfigError with the problems of all domains. */
export function domainValues(all: readonly Configured[], env: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, Values> {
  const problems: string[] = [];
  const settings = new Map<string, Values>();
  for (const { name, config } of all) {
    try {
      settings.set(name, readSettings(config, env));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

/** A domain's configuration as its code reads it: a value, or a function where organizations set their own. */
export function configOf({ name, config }: Configured, values: Values, settings: OrganizationSettings): object {
  const own = config.filter(({ perOrganization }) => perOrganization === true);
  const readers = own.map((setting) => [setting.name, settings.reader(`${name}.${setting.name}`, values[setting.name] ?? setting.default)]);
  return { ...values, ...Object.fromEntries(readers) };
}
