import { type Embedding, vectorTable } from "../model/embedding.ts";
import type { Entity, Field } from "../model/model.ts";
import { type Code, code, type } from "../print/code.ts";
import { access } from "../print/text.ts";
import { artifact } from "./artifact.ts";

export interface Embedded extends Entity {
  readonly embedding: Embedding;
}

/** Whether the rows of an entity have vectors. */
export const isEmbedded = (entity: Entity): entity is Embedded => entity.embedding !== undefined;

/** `notes_vectors_384` */
export const vectorsOf = ({ table, embedding }: Embedded): string => vectorTable(table, embedding.dimensions);

/** The fields that a vector is made of. */
export const textFields = ({ fields, embedding }: Embedded): readonly Field[] =>
  embedding.of.flatMap((name) => fields.find((field) => field.name === name) ?? []);

/** What of a row is embedded, said once for every database; nothing where rows have no vector. */
export function embeddedText(entity: Entity): readonly Code[] {
  if (!isEmbedded(entity)) return [];
  const row = entity.variable;
  const texts = textFields(entity).map(({ name }) => `${row}${access(name)}`);
  const [only, ...more] = textFields(entity);
  const text =
    only !== undefined && more.length === 0
      ? `${row}${access(only.name)}${only.nullable ? ' ?? ""' : ""}`
      : `[${texts.join(", ")}]${textFields(entity).some(({ nullable }) => nullable) ? ".filter((text) => text !== null)" : ""}.join("\\n")`;
  return [
    code`/** What of ${entity.plural} is compared. */
export const ${row}Text = (${row}: ${type(entity.name, artifact(entity.domain, "types"))}): string => ${text};`,
  ];
}
