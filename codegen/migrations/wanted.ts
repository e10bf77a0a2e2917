import type { Migration, Migrations } from "../database/migrations.ts";
import type { Model } from "../model/model.ts";
import { initialMigration, type SqlDialect } from "./initial.ts";

/** Fresh tables: what people wrote for the core, then what each spec asks for. */
export function wantedMigrations(model: Model, migrations: Migrations): Migrations {
  const of = (dialect: SqlDialect): Migration[] => [
    ...migrations[dialect].filter(({ path }) => path.startsWith("sql/core/")),
    ...model.domains.flatMap((domain) => initialMigration(domain, dialect) ?? []),
  ];
  return { sqlite: of("sqlite"), postgres: of("postgres") };
}
