import { safeName } from "../print/text.ts";

/** Where an artifact of a domain stands. Schemas that no domain owns (common.yaml) are in `generated/common`. */
export const artifact = (domain: string | undefined, name: string): string => `generated/${domain ?? "common"}/${name}.gen.ts`;

/** The spec that a domain's files are made from, as their headers name it. */
export const source = (domain: string | undefined): string => `openapi/${domain ?? "common"}.yaml`;

/** `labelCreate` -> `LabelCreate` */
export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `LabelCreate` -> `labelCreate` */
export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A name for a parameter or constant: neither a reserved word nor one of the names `taken` where it stands. */
export const bound = (name: string, ...taken: readonly string[]): string => (taken.includes(name) ? `${name}_` : safeName(name));
