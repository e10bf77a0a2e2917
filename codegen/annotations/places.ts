import type { PlaceName } from "../read/places.ts";
import type { Rule } from "./check.ts";
import { vocabulary } from "./vocabulary.ts";

const { document, schema, property, operation } = vocabulary.$defs;

/** What an annotation may say, by the place in a document where it stands. Elsewhere none has an effect. */
export const annotationPlaces: { readonly [Place in PlaceName]?: Rule } = { document, component: schema, property, operation };
