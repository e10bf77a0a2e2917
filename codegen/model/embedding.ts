import type { EntityAnnotation, PropertyAnnotation } from "../annotations/vocabulary.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { at, entries, get, items, type MapNode, type Node, textOf } from "../read/node.ts";
import type { Field } from "./model.ts";
import type { DeclaredSchema, View } from "./registry.ts";

/** The vector of a row, which is made of texts of it. It is kept beside the row, and is no field: nobody is ever told it. */
export interface Embedding {
  /** The property that declares it. */
  readonly name: string;
  /** The fields that it is made of, in their order. */
  readonly of: readonly string[];
  readonly dimensions: number;
  readonly metric: "cosine" | "l2" | "ip";
}

/** Columns of the table of vectors, which queries name beside those of the rows. */
export const vectorColumns = ["near_id", "near_maker", "near_text", "near_vector"] as const;

/** The table of the vectors. It is named after their length: those of another length are others, and the old ones of no use. */
export const vectorTable = (table: string, dimensions: number): string => `${table}_vectors_${dimensions}`;

/** Beyond this, Postgres has no index for a vector (pgvector, HNSW). */
const mostDimensions = 2000;

/** Whether a property is a vector, and so no field. */
export const isVector = (property: Node | undefined, view: View): boolean => annotationOf(property, view).embedding !== undefined;

function annotationOf(property: Node | undefined, view: View): PropertyAnnotation {
  const place = get(property, "x-codegen");
  return ((place && view.annotations.get(place)) ?? {}) as PropertyAnnotation;
}

/** The vector that the rows of an entity have, if they have one; reports what is unsound about it. */
export function embeddingOf(declared: DeclaredSchema, node: MapNode, fields: readonly Field[], view: View): Embedding | undefined {
  const declaredOnes = entries(get(node, "properties")).filter(([, { value }]) => isVector(value, view));
  const [first, ...others] = declaredOnes;
  if (first === undefined) return undefined;
  for (const [name, { key }] of others) {
    const message = `"${name}" is one vector too many: the rows of ${declared.name} are compared by "${first[0]}" already.`;
    view.problems.add("contradiction", key, message);
  }
  const [name, { value: property }] = first;
  const { embedding, ...beside } = annotationOf(property, view);
  if (embedding === undefined) return undefined;
  const place = at(property, "x-codegen", "embedding");
  for (const key of Object.keys(beside)) {
    const message = `\`${key}\` has no effect beside \`embedding\`: the vector is made by the server, and no request or answer has it.`;
    view.problems.add("contradiction", at(property, "x-codegen", key), message);
  }
  const required = items(get(node, "required")).find((item) => textOf(item) === name);
  if (required !== undefined)
    view.problems.add(
      "contradiction",
      required,
      `"${name}" is made by the server, and no request or answer has it: it cannot be required.`,
    );
  const { dimensions, metric = "cosine" } = embedding;
  if (dimensions < 1 || dimensions > mostDimensions)
    view.problems.add("badAnnotation", at(place, "dimensions"), `\`embedding.dimensions\` is 1 to ${mostDimensions}.`);
  const of = embedding.of.filter((field, index) => isText(field, at(place, "of", index), fields, view));
  return { name, of, dimensions, metric };
}

/** Whether a field is a text that everybody who sees the row may know: distances tell of what it says. */
function isText(name: string, place: Node, fields: readonly Field[], view: View): boolean {
  const field = fields.find((other) => other.name === name && other.server === undefined);
  if (field === undefined) {
    const known = fields.filter(({ server }) => server === undefined).map((other) => other.name);
    view.problems.add("unknownName", place, `There is no field "${name}" to make a vector of.`, { suggestion: nearest(name, known) });
    return false;
  }
  const refusal = refusalOf(field);
  if (refusal !== undefined) view.problems.add("badFieldUse", place, refusal);
  return refusal === undefined;
}

function refusalOf({ name, encrypted, sensitive, readers, storage, schema, generated }: Field): string | undefined {
  if (encrypted) return `"${name}" is encrypted: a vector of it would tell what it says.`;
  if (sensitive) return `"${name}" is sensitive: how near rows are would tell what it says.`;
  if (readers !== undefined) return `Only some roles may see "${name}", and how near rows are would tell others what it says.`;
  if (storage !== "text" || schema.kind !== "string") return `"${name}" is no text: a vector is made of properties of \`type: string\`.`;
  return generated === undefined ? undefined : `"${name}" is made by the server: make the vector of what people write.`;
}

/** Checks that an entity with a vector can be listed, where it has operations at all: who may list may ask what is near. */
export function checkSimilar(annotation: EntityAnnotation, embedding: Embedding | undefined, declared: DeclaredSchema, view: View): void {
  if (embedding === undefined || annotation.operations === undefined || annotation.operations.includes("list")) return;
  const place = at(at(declared.node, "properties", embedding.name), "x-codegen", "embedding");
  const message = `Nobody can ask for what is near: ${declared.name} has no list, beside which that would be. Put \`list\` into its \`operations\`.`;
  view.problems.add("contradiction", place, message);
}
