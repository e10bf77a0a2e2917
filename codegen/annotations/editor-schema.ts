import { type Child, type Place, type PlaceName, places } from "../read/places.ts";
import { annotationPlaces } from "./places.ts";
import { vocabulary } from "./vocabulary.ts";

/**
 * A JSON Schema (2020-12) of whole specs, for editors: they complete and check `x-codegen` wherever it may stand. Of OpenAPI itself it
 * knows only where things stand, so that it can be used beside OpenAPI's own schema.
 */
export function editorSchema(): object {
  const defs = Object.entries(places).map(([name, place]) => [name, placeSchema(name as PlaceName, place)]);
  return {
    $schema: vocabulary.$schema,
    title: `OpenAPI 3.1 with ${vocabulary.title}`,
    ...reference("document"),
    $defs: Object.fromEntries(defs),
  };
}

const reference = (place: PlaceName): object => ({ $ref: `#/$defs/${place}` });

function placeSchema(name: PlaceName, { keys, flags }: Place): object {
  const annotation = annotationPlaces[name];
  const children = Object.entries(keys).flatMap(([key, child]) => {
    const schema = childSchema(child);
    return schema === undefined ? [] : [[key, schema] as const];
  });
  return {
    type: flags === true ? ["object", "boolean"] : "object",
    properties: { ...(annotation === undefined ? {} : { "x-codegen": annotation }), ...Object.fromEntries(children) },
  };
}

/** Values without structure need no schema: completion of their keys is for OpenAPI's own. */
function childSchema(child: Child): object | undefined {
  if (typeof child === "string") return undefined;
  if ("one" in child) return reference(child.one);
  if ("each" in child) return { type: "array", items: reference(child.each) };
  return { type: "object", additionalProperties: reference(child.map) };
}
