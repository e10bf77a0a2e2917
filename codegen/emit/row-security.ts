import type { Domain, Entity, Model } from "../model/model.ts";
import { isEmbedded, vectorsOf } from "./embedded.ts";
import type { ModelEmitter } from "./emitter.ts";
import { ownerField } from "./owner.ts";
import { rolesTable } from "./roles.ts";

/** Read by internal/core/database/postgres/row-security.ts, a section (what stands between empty lines) at a time. */
export const rowSecurityPath = "generated/row-security.gen.sql";

/** What a table's policies let through; a table without any belongs to all. */
interface Guarded {
  readonly table: string;
  /** Whose its rows are, for readers. */
  readonly about: string;
  /** What may be read and written. */
  readonly rows?: string;
  /** What may be read besides. */
  readonly readable?: string;
  /** Rows may be added, and not changed. */
  readonly appendOnly?: true;
}

const organization = "current_setting('archwright.organization', true)";
const user = "current_setting('archwright.user', true)";
const teams = "current_setting('archwright.teams', true)";
const reach = "current_setting('archwright.reach', true)";

/** Which rows Postgres itself keeps from whom when DATABASE_RLS is on: a second wall behind the predicates of every statement. */
export const emitRowSecurity: ModelEmitter = (model) => {
  const tables = [...coreTables, ...model.domains.flatMap(({ entities }) => entities.flatMap(ofEntity))];
  const head = `-- Made from openapi. Do not edit: change the specs and run \`npm run generate\`.
-- Whose rows a table shows to the role that the platform works as, when DATABASE_RLS is on. The settings hold for one transaction:
-- archwright.organization, archwright.user and archwright.teams (ids with commas between them, or all) say who asks; archwright.reach is
-- own, shared (the platform itself in no organization, which also writes what belongs to all) or all (its work over all organizations).`;
  return hasTables(model) ? { path: rowSecurityPath, text: `${[head, ...tables.map(section)].join("\n\n")}\n` } : undefined;
};

const hasTables = ({ domains }: Model): boolean => domains.some(({ entities }: Domain) => entities.length > 0);

/** What the core keeps of organizations. Its other tables name none: they are queues and leases, read by the platform alone. */
const coreTables: readonly Guarded[] = [
  { table: "core_events", about: "events of one organization, or of none", rows: own("organization") },
  {
    table: "core_audit",
    about: "who did what; added by whoever acts in an organization, read there and by whoever the row belongs to, changed by nobody",
    rows: own("organization"),
    readable: `"owner" IN (${organization}, ${user}, '')`,
    appendOnly: true,
  },
  { table: "core_idempotency", about: "answers given in one organization, or in none", rows: own("organization") },
  { table: "core_features", about: "what one organization has", rows: own("organization") },
  { table: "core_settings", about: "what one organization has set", rows: own("organization") },
  {
    table: "core_transitions",
    about: "the history of what belongs to one organization, or to none",
    rows: `"organization" IN (${organization}, '')`,
  },
];

function ofEntity(entity: Entity): readonly Guarded[] {
  return [byScope(entity), ...beside(entity)];
}

function byScope(entity: Entity): Guarded {
  const { table, scope } = entity;
  const column = ownerField(entity)?.column;
  if (column === undefined) return { table, about: "rows of all" };
  switch (scope) {
    case "user":
      return { table, about: "rows of one user", rows: `${quoted(column)} = ${user}` };
    case "cascade":
      return {
        table,
        about: "rows of one organization, and those of all, which the platform alone writes",
        rows: `${own(column)} AND (${quoted(column)} <> '' OR ${reach} = 'shared')`,
        readable: `${quoted(column)} = ''`,
      };
    default:
      return entity.teams
        ? { table, about: "rows of one organization, those of a team for whoever is in it", rows: `${own(column)} AND ${ofTeams}` }
        : { table, about: "rows of one organization", rows: own(column) };
  }
}

/** A row is of no team, or of one of those who ask. */
const ofTeams = `("team_id" IS NULL OR ${teams} = 'all' OR "team_id" = ANY(string_to_array(${teams}, ',')))`;

/** Tables beside one of an entity: their rows are shown as its rows are. */
function beside(entity: Entity): readonly Guarded[] {
  if (entity.scope === "global") return [];
  const rowOf = (column: string) => `EXISTS (SELECT FROM ${quoted(entity.table)} WHERE "id" = ${quoted(column)})`;
  const about = `as its row of ${entity.table}`;
  return [
    ...(entity.roles ? [{ table: rolesTable(entity), about, rows: rowOf("row_id") }] : []),
    ...(isEmbedded(entity) ? [{ table: vectorsOf(entity), about, rows: rowOf("near_id") }] : []),
  ];
}

/** Each section brings its table to what it says, whatever was there before. */
function section({ table, about, rows, readable, appendOnly }: Guarded): string {
  const name = quoted(table);
  const drop = (policy: string) => `DROP POLICY IF EXISTS "${policy}" ON ${name};`;
  const head = [`-- ${table}: ${about}.`, drop("archwright"), drop("archwright_read"), drop("archwright_all")];
  if (rows === undefined) return [...head, `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY;`].join("\n");
  return [
    ...head,
    `CREATE POLICY "archwright" ON ${name}${appendOnly ? " FOR INSERT WITH CHECK" : " USING"} (${rows});`,
    ...(readable === undefined
      ? []
      : [`CREATE POLICY "archwright_read" ON ${name} FOR SELECT USING (${appendOnly ? `${rows} OR ` : ""}${readable});`]),
    `CREATE POLICY "archwright_all" ON ${name} USING (${reach} = 'all');`,
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
  ].join("\n");
}

function own(column: string): string {
  return `${quoted(column)} = ${organization}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
