import type { Entity, Field, Model } from "../model/model.ts";
import { type Code, code } from "../print/code.ts";
import { layOut } from "../print/lines.ts";
import { access } from "../print/text.ts";
import { valueType } from "./entity-types.ts";

export type SqlDialect = "sqlite" | "postgres";

/** A row's value as its entity has it. */
export function fromRow(dialect: SqlDialect, model: Model, entity: Entity, field: Field): Code {
  const column = `row${access(field.column)}`;
  const type = valueType(model, entity, field);
  const unlessNull = (text: Code): Code => (field.nullable ? code`${column} === null ? null : ${text}` : text);
  const parsed = (): Code => {
    const plain = valueType(model, entity, { ...field, nullable: false });
    const cast = plain.text === "unknown" ? "" : code` as ${plain}`;
    return field.nullable && cast !== "" ? code`(JSON.parse(${column})${cast})` : code`JSON.parse(${column})${cast}`;
  };
  switch (field.storage) {
    case "boolean":
      return dialect === "sqlite" ? unlessNull(code`${column} === 1`) : code`${column}`;
    case "timestamp":
      if (dialect === "sqlite") return code`${column}`;
      return field.nullable ? code`${column}?.toISOString() ?? null` : code`${column}.toISOString()`;
    case "json":
      if (dialect === "sqlite") return unlessNull(parsed());
      return type.text === "unknown" ? code`${column}` : code`${column} as unknown as ${type}`;
    default:
      return isPlain(type) ? code`${column}` : code`${column} as ${type}`;
  }
}

const isPlain = (type: Code): boolean => /^(string|number|Timestamp)( \| null)?$/.test(layOut(type.text));

/** A value as the database keeps it; `nullable` says whether it may be null. */
export function toColumn(dialect: SqlDialect, field: Pick<Field, "storage">, text: string, nullable: boolean): string {
  const unlessNull = (converted: string): string => (nullable ? `${text} === null ? null : ${converted}` : converted);
  switch (field.storage) {
    case "boolean":
      return dialect === "sqlite" ? unlessNull(`Number(${text})`) : text;
    case "timestamp":
      return dialect === "postgres" ? unlessNull(`new Date(${text})`) : text;
    case "json":
      return unlessNull(`JSON.stringify(${text})`);
    default:
      return text;
  }
}
