import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";

/** The installed version of a package: another one may make something else of the same document. */
export function toolVersion(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  if (path === undefined) throw new Error(`The package ${name} is not installed: run \`npm ci\`.`);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly version: string }).version;
}

/** What a generator of others is asked, and by which version: as long as this is the same, so is what it makes. */
export const question = (name: string, version: string, options: object, document: string): string =>
  `${name}@${version}\n${JSON.stringify(options)}\n${document}`;
