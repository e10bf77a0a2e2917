import { parsePointer } from "../../format/pointer.ts";

/** The lines of a failure, with places in the input, which begin some as JSON Pointers, as `nameOf` says `rows.0.city` to people. */
export const namePlaces = (text: string, nameOf: (path: string) => string): string =>
  text.replaceAll(/^\/input\/\S+/gm, (pointer) => nameOf(parsePointer(pointer).slice(1).join(".")));
