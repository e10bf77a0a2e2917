import type { Domain, Model } from "../model/model.ts";
import { initialMigration } from "./initial.ts";

/** First migrations for the domains that have none yet: path to text. `has` says whether a domain's folder below `sql/` holds any. */
export function proposeMigrations(model: Model, has: (domain: Domain) => boolean): ReadonlyMap<string, string> {
  const files = model.domains
    .filter((domain) => !has(domain))
    .flatMap((domain) => [initialMigration(domain, "sqlite"), initialMigration(domain, "postgres")])
    .filter((file) => file !== undefined);
  return new Map(files.map(({ path, text }) => [path, text]));
}
