import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { notInstalled } from "./needed.ts";

/** The installed version of a package: another one may make something else of the same document. Throws a sentence when there is none. */
export function toolVersion(name: string): string {
  let path: string | undefined;
  try {
    path = findPackageJSON(name, import.meta.url);
  } catch (cause) {
    throw notInstalled(name, cause);
  }
  if (path === undefined) throw notInstalled(name);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly version: string }).version;
}

/** What a generator of others is asked, and by which version: as long as this is the same, so is what it makes. */
export const question = (name: string, version: string, options: object, document: string): string =>
  `${name}@${version}\n${JSON.stringify(options)}\n${document}`;
