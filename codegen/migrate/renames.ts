import type { Model } from "../model/model.ts";
import { plural, snakeCase } from "../model/names.ts";

/** Former names, as `renamedFrom` gives them: by the new name of a table, and by table and the new name of a column. */
export interface Renames {
  readonly tables: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function renamesOf(model: Model): Renames {
  const entities = model.domains.flatMap((domain) => domain.entities);
  return {
    tables: new Map(
      entities.flatMap(({ table, renamedFrom }) => (renamedFrom === undefined ? [] : [[table, snakeCase(plural(renamedFrom))] as const])),
    ),
    columns: new Map(
      entities.map(({ table, fields }) => [
        table,
        new Map(
          fields.flatMap(({ column, renamedFrom }) => (renamedFrom === undefined ? [] : [[column, snakeCase(renamedFrom)] as const])),
        ),
      ]),
    ),
  };
}
