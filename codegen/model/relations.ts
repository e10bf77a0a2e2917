import type { EntityAnnotation, RelationAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, type Node } from "../read/node.ts";
import type { Entity, Field, Relation } from "./model.ts";
import { compare, pascalCase } from "./names.ts";
import type { View } from "./registry.ts";

interface Found {
  readonly parent: Entity;
  readonly relation: Relation;
  readonly node: Node;
}

/**
 * The entities with their relations: a parent knows its children and what becomes of them; a child knows its parents, and gets a method
 * that finds the children of one. Reports what cannot hold, and leaves it out.
 */
export function relate(entities: readonly Entity[], view: View): readonly Entity[] {
  const found = entities.flatMap((parent) => relationsOf(parent, entities, view));
  refuseCircles(found, view);
  refuseTwins(found, view);
  return entities.map((entity) => {
    const asChild = found.filter(({ relation }) => relation.child === entity.name);
    for (const { relation, node } of asChild) {
      if (entity.methods.some(({ name }) => name === relation.method)) {
        const message = `The relation \`${relation.name}\` gives ${entity.name} a method "${relation.method}", and the spec another.`;
        view.problems.add("duplicateName", node, message);
      }
    }
    const methods = asChild.map(
      ({ relation: { method, field, kind } }) => ({ name: method, by: [field], where: [], returns: kind, across: false }) as const,
    );
    return {
      ...entity,
      relations: found.filter(({ parent }) => parent === entity).map(({ relation }) => relation),
      parents: asChild.map(({ parent, relation: { field, onDelete } }) => ({ entity: parent.name, field, onDelete })),
      methods: [...entity.methods, ...methods].sort((a, b) => compare(a.name, b.name)),
    };
  });
}

function relationsOf(parent: Entity, entities: readonly Entity[], view: View): readonly Found[] {
  const declared = view.entities.get(`${parent.domain}.${parent.name}`)?.entity;
  const relations: EntityAnnotation["relations"] = declared?.annotation.relations;
  if (declared === undefined || relations === undefined) return [];
  return Object.entries(relations)
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([name, relation]) => {
      const node = at(declared.node, "relations", name);
      const made = relationOf(name, relation, node, parent, entities, view);
      return made === undefined ? [] : [{ parent, relation: made, node }];
    });
}

function relationOf(
  name: string,
  annotation: RelationAnnotation,
  node: Node,
  parent: Entity,
  entities: readonly Entity[],
  view: View,
): Relation | undefined {
  const { many, one, onDelete } = annotation;
  const kind = many === undefined ? "one" : "many";
  const wanted = many ?? one;
  if (wanted === undefined || (many !== undefined && one !== undefined)) {
    const message = `The relation \`${name}\` needs either \`many\` or \`one\`: the entity whose rows belong to a ${parent.name}.`;
    view.problems.add(wanted === undefined ? "missingAnnotation" : "contradiction", node, message);
    return undefined;
  }
  const child = entities.find((entity) => entity.name === wanted);
  if (child === undefined) {
    const known = entities.map((entity) => entity.name);
    const suggestion = nearest(wanted, known);
    view.problems.add("unknownName", at(node, kind), `The domain has no entity "${wanted}" to relate to.`, { suggestion });
    return undefined;
  }
  const field = fieldOf(annotation, node, parent, child, view);
  if (field === undefined) return undefined;
  const wrong = contradictions(kind, onDelete, parent, child, field);
  for (const { key, message } of wrong) view.problems.add("contradiction", at(node, key), message);
  if (wrong.length > 0) return undefined;
  const method = `${kind === "one" ? "find" : "list"}${pascalCase(name)}Of${parent.name}`;
  return { name, kind, child: child.name, field: field.name, method, onDelete: onDelete ?? "null" };
}

/** The child's field that holds the parent's id: the only one that does, or the one that `by` names. */
function fieldOf({ by }: RelationAnnotation, node: Node, parent: Entity, child: Entity, view: View): Field | undefined {
  const holds = ({ schema }: Field): boolean => schema.kind === "id" && schema.entity === parent.name && schema.domain === parent.domain;
  const fields = child.fields.filter((field) => field.server === undefined && holds(field));
  const names = fields.map(({ name }) => name);
  const ref = `x-codegen: { ref: ${parent.domain}.${parent.name} }`;
  if (by !== undefined) {
    const field = fields.find(({ name }) => name === by);
    if (field === undefined) {
      const message = `${child.name} has no field "${by}" with \`${ref}\`.`;
      view.problems.add("unknownName", at(node, "by"), message, { suggestion: nearest(by, names) });
    }
    return field;
  }
  if (fields.length > 1) {
    const message = `${child.name} holds a ${parent.name} in ${names.join(" and ")}: say with \`by\` which one is meant.`;
    view.problems.add("missingAnnotation", node, message);
    return undefined;
  }
  if (fields.length === 0) {
    const message = `No field of ${child.name} holds the id of a ${parent.name}: give it one with \`${ref}\`.`;
    view.problems.add("missingAnnotation", node, message);
  }
  return fields[0];
}

type Wrong = { readonly key: "onDelete" | "many" | "one"; readonly message: string };

/** What of a relation cannot hold on every database. */
function contradictions(kind: "many" | "one", onDelete: Relation["onDelete"] | null, parent: Entity, child: Entity, field: Field): Wrong[] {
  const wrong: Wrong[] = [];
  const say = (key: Wrong["key"], message: string): void => void wrong.push({ key, message });
  if (parent.scope === "cascade" || parent.scope !== child.scope) {
    say(kind, `${parent.name} and ${child.name} must be of one scope, and not of \`cascade\`: a row belongs to one of its own owner.`);
  }
  if (kind === "one" && !child.unique.some((fields) => fields.length === 1 && fields[0] === field.name)) {
    say(kind, `\`one\` needs \`unique: [[${field.name}]]\` on ${child.name}: else a ${parent.name} could have many.`);
  }
  if (onDelete === null && (!field.nullable || field.immutable)) {
    say(
      "onDelete",
      `\`onDelete: null\` clears ${child.name}.${field.name}, which ${field.immutable ? "never changes" : "cannot be null"}.`,
    );
  }
  if (onDelete === "cascade" && parent.name === child.name) {
    say(
      "onDelete",
      `A ${parent.name} may belong to itself in the end: deleting all of a circle has no order. Restrict it, or clear the field.`,
    );
  }
  if (parent.name === child.name && !field.nullable) {
    say(kind, `Each ${child.name} would need another before it: let ${field.name} be null for the first.`);
  }
  if (parent.softDelete && onDelete !== "restrict") {
    say("onDelete", `Undeleting a ${parent.name} would not bring back what else its deletion changed: with \`softDelete\`, restrict it.`);
  }
  if (child.roles) {
    say(
      kind,
      `Roles may hide a ${child.name} from whoever deletes its ${parent.name}: a relation cannot lead to an entity with \`roles\`.`,
    );
  }
  if (parent.teams && !child.teams) {
    say(
      kind,
      `A ${parent.name} may be a team's, and its ${child.name} rows would be there for everybody: give ${child.name} \`teams\` too.`,
    );
  }
  if (child.softDelete && !parent.softDelete) {
    say(
      kind,
      `A deleted ${child.name} waits to be brought back, and its ${parent.name} would be gone: give both \`softDelete\`, or neither.`,
    );
  }
  return wrong;
}

/** What becomes of a child when its parent goes, one relation says. */
function refuseTwins(found: readonly Found[], view: View): void {
  const first = new Map<string, string>();
  for (const { relation, node } of found) {
    const over = `${relation.child}.${relation.field}`;
    const other = first.get(over);
    if (other === undefined) first.set(over, relation.name);
    else view.problems.add("contradiction", node, `The relation \`${other}\` goes over ${over} already.`);
  }
}

/** Tables are made, and rows deleted, in the order of their relations: there must be one. */
function refuseCircles(found: readonly Found[], view: View): void {
  const childrenOf = (name: string): readonly string[] =>
    found.filter(({ parent, relation }) => parent.name === name && relation.child !== name).map(({ relation }) => relation.child);
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    from === to || childrenOf(from).some((next) => !seen.has(next) && reaches(next, to, seen.add(next)));
  for (const { parent, relation, node } of found) {
    if (relation.child === parent.name || !reaches(relation.child, parent.name, new Set())) continue;
    const message = `The relations lead from ${parent.name} over ${relation.child} back to ${parent.name}: neither could be made first.`;
    view.problems.add("contradiction", node, message);
  }
}
