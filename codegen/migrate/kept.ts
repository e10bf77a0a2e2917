import type { Migrations } from "../database/migrations.ts";

/**
 * Says whether people made the thing of this name and keep it, though no spec asks for it: they name it in a migration,
 * in a line `-- keep: name, table.column`.
 */
export function keptIn(migrations: Migrations): (name: string) => boolean {
  const names = new Set(
    [...migrations.sqlite, ...migrations.postgres].flatMap(({ text }) =>
      [...text.matchAll(/^--\s*keep:(.*)$/gim)].flatMap(([, list = ""]) => list.split(",").map((name) => name.trim().replace(/\.$/, ""))),
    ),
  );
  return (name) => names.has(name);
}
