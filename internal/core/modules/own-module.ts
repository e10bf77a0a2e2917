import { access } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../problems/start-error.ts";
import type { Domain, Module } from "./domain.ts";

// biome-ignore lint/suspicious/noExplicitAny: here all domains are treated alike
type AnyDomain = Domain<any, any>;

/** Hand-written code of a domain, if there is any: `internal/<domain>/module.ts`. */
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
  { name, operations, internal = [], guarded }: AnyDomain,
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
