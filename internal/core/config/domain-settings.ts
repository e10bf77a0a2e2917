import type { Domain } from "../modules/domain.ts";
import type { OrganizationSettings } from "../settings/organization-settings.ts";
import { ConfigError, readSettings, type Value } from "./settings.ts";

type Configured = Pick<Domain<never, never>, "name" | "config">;

/** Every domain's configuration by its name. @throws ConfigError with the problems of all domains. */
export function settingsOf(
  all: readonly Configured[],
  env: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, Readonly<Record<string, Value>>> {
  const problems: string[] = [];
  const settings = new Map<string, Readonly<Record<string, Value>>>();
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
export function configOf({ name, config }: Configured, values: Readonly<Record<string, Value>>, settings: OrganizationSettings): object {
  const own = config.filter(({ perOrganization }) => perOrganization === true);
  const readers = own.map((setting) => [setting.name, settings.reader(`${name}.${setting.name}`, values[setting.name] ?? setting.default)]);
  return { ...values, ...Object.fromEntries(readers) };
}
