import type { EntityAnnotation, PropertyAnnotation } from "../annotations/vocabulary.ts";
import { get, type MapNode, type Node, textOf } from "../read/node.ts";
import { plural, snakeCase } from "./names.ts";
import type { View } from "./registry.ts";

/** `renamedFrom` of a property: a name that no property has any more, and that no other claims. */
export function renamedField(
  name: string,
  { renamedFrom: former }: PropertyAnnotation,
  property: Node | undefined,
  entity: MapNode,
  view: View,
): { readonly renamedFrom?: string } {
  const place = get(get(property, "x-codegen"), "renamedFrom");
  if (place === undefined || former === undefined) return {};
  const properties = get(entity, "properties");
  const others = properties?.kind === "map" ? [...properties.entries] : [];
  if (others.some(([other]) => snakeCase(other) === snakeCase(former))) {
    view.problems.add("contradiction", place, `"${former}" is a property still: "${name}" cannot go on with its values.`);
  }
  const claims = others.filter(([, { value }]) => textOf(get(get(value, "x-codegen"), "renamedFrom")) === former);
  if (claims.length > 1 && claims[0]?.[0] !== name) {
    view.problems.add("duplicateName", place, `"${claims[0]?.[0]}" says already that it was called "${former}".`);
  }
  return { renamedFrom: former };
}

/** `renamedFrom` of an entity: a name whose table no entity of any domain has, and that no other claims. */
export function renamedEntity(annotation: EntityAnnotation, node: Node, view: View): { readonly renamedFrom?: string } {
  const former = annotation.renamedFrom;
  const place = get(node, "renamedFrom");
  if (former === undefined || place === undefined) return {};
  const others = [...view.entities.values()];
  const still = others.find(({ name }) => snakeCase(plural(name)) === snakeCase(plural(former)));
  if (still !== undefined) {
    view.problems.add(
      "contradiction",
      place,
      `${still.domain}.${still.name} is an entity still: its rows cannot go on under another name.`,
    );
  }
  const first = others.find(({ entity }) => entity?.annotation.renamedFrom === former);
  if (first?.entity !== undefined && first.entity.node !== node) {
    view.problems.add("duplicateName", place, `${first.domain}.${first.name} says already that it was called ${former}.`);
  }
  return { renamedFrom: former };
}
