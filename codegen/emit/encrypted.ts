import type { Domain, Entity, Field, Model } from "../model/model.ts";
import { type Code, code } from "../print/code.ts";
import { access, literal } from "../print/text.ts";
import { valueType } from "./entity-types.ts";

/** Whether some of an entity's fields are kept encrypted. */
export const encrypts = (entity: Entity): boolean => entity.fields.some(({ encrypted }) => encrypted);

/** Text and times are encrypted as they are, anything else as JSON. */
const isText = ({ storage }: Field): boolean => storage === "text" || storage === "timestamp";

/** Where a value of the entity's table stands, which it is bound to. */
export const placeOf = (entity: Entity): Code =>
  code`const place = (column: string, id: string) => ({ table: ${literal(entity.table)}, column, id });`;

/** A field's value, out of its encrypted column. */
export function opened(model: Model, entity: Entity, field: Field): Code {
  const column = `row${access(field.column)}`;
  const plain = valueType(model, entity, { ...field, nullable: false });
  const text = `db.cipher.open(${column}, place(${literal(field.column)}, row.id))`;
  const value = isText(field)
    ? plain.text === "string" || plain.text === "Timestamp"
      ? code`${text}`
      : code`${text} as ${plain}`
    : code`${field.nullable ? "(" : ""}JSON.parse(${text}) as ${plain}${field.nullable ? ")" : ""}`;
  return field.nullable ? code`${column} === null ? null : ${value}` : value;
}

/** A field's value, as its column keeps it. */
export function sealed(field: Field, value: string, id: string): string {
  const text = isText(field) ? value : `JSON.stringify(${value})`;
  return `${field.nullable ? `${value} === null ? null : ` : ""}db.cipher.seal(${text}, place(${literal(field.column)}, ${id}))`;
}

/** What the domain tells the command that rotates keys. */
export function encryptedTables(domain: Domain): readonly string[] {
  const tables = domain.entities.filter(encrypts).map((entity) => {
    const columns = entity.fields.filter(({ encrypted }) => encrypted).map(({ column }) => column);
    return { table: entity.table, columns };
  });
  return tables.length === 0 ? [] : [`encrypted: ${literal(tables)},`];
}
