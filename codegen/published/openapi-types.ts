import { needed } from "./needed.ts";

/** How it is asked; part of what decides whether it must be asked again. A default does not make a field of a request required. */
export const openapiTypesOptions = { silent: true, defaultNonNullable: false } as const;

/**
 * Names that every object inherits. The reader inside openapi-typescript looks names up without asking whose they are, finds these, and
 * calls what it finds.
 */
const inherited = Object.getOwnPropertyNames(Object.prototype).join("|");
const asName = new RegExp(`(?<=["/])(?:${inherited})(?=["/])`, "g");
const standIn = new RegExp(`ownNamed_(${inherited})_`, "g");

/** `generated/openapi.d.ts`: the published document as openapi-typescript reads it, a second opinion that nobody here wrote. */
export async function openapiTypes(document: string): Promise<ReadonlyMap<string, string>> {
  const { default: openapiTS, astToString } = await needed("openapi-typescript", () => import("openapi-typescript"));
  const nodes = await openapiTS(JSON.parse(document.replaceAll(asName, (name) => `ownNamed_${name}_`)), openapiTypesOptions);
  const header = "// Made from generated/openapi.json by openapi-typescript. Do not edit: change the spec and run `npm run generate`.\n";
  return new Map([["generated/openapi.d.ts", `${header}${astToString(nodes).replaceAll(standIn, "$1")}`]]);
}
