import { access } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../problems/start-error.ts";
import type { KeptOfOrganizations } from "../purge/purge-organization.ts";
import type { Domain, Module } from "./domain.ts";

type Described = Pick<Domain<never, never>, "name" | "operations" | "internal" | "guarded">;

/** Hand-written code of a domain, if there is any: `internal/<domain>/module.ts`. @throws StartError */
export async function moduleOf(root: string, domain: string): Promise<Module | undefined> {
  const path = join(root, "internal", domain, "module.ts");
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  const { default: module } = (await import(path)) as { default?: Module };
  if (module === undefined) throw new StartError(`internal/${domain}/module.ts has no default export: see docs/new-domain.md.`);
  return module;
}

/** A domain without a module has what its spec alone decides; that must then be all of it. @throws StartError */
export function assertComplete(
  { name, operations, internal = [], guarded }: Described,
  service: unknown,
  module: Module | undefined,
): void {
  if (guarded === true && module?.guards === undefined)
    throw new StartError(
      `Nothing says when the transitions of ${name} may be made: write \`guards\` in internal/${name}/module.ts, see docs/new-domain.md.`,
    );
  const all = [...operations.map(({ id }) => id), ...internal];
  const missing = all.filter((id) => typeof (service as Record<string, unknown>)[id] !== "function");
  if (missing.length > 0)
    throw new StartError(`Nothing implements ${missing.join(", ")}: write internal/${name}/module.ts, see docs/new-domain.md.`);
}

/** What a domain keeps of organizations, by its spec and by its module. */
export function keptOf(
  { name, tenantTables = [] }: Pick<Domain<never, never>, "name" | "tenantTables">,
  module: Module | undefined,
  parts: unknown,
): KeptOfOrganizations {
  const forget = module?.forget;
  const kept = { domain: name, tables: tenantTables };
  return forget === undefined ? kept : { ...kept, forget: (organization) => forget(parts, organization) };
}
