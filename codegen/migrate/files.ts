import { basename } from "node:path";
import type { Thing } from "../catalog/catalog.ts";
import type { Migrations } from "../database/migrations.ts";
import type { SqlDialect } from "../migrations/initial.ts";
import type { Changes } from "./changes.ts";
import { describeBoth, slug } from "./describe.ts";
import { noTransaction } from "./long-locks.ts";
import { printPostgres } from "./print-postgres.ts";
import { printSqlite } from "./print-sqlite.ts";
import type { Values } from "./values.ts";

/** Which domain has what: by the texts that name it. */
export interface Domains {
  readonly existing: Migrations;
  readonly wanted: Migrations;
  /** As their migrations run. */
  readonly order: readonly string[];
}

export interface Parts {
  readonly postgres: { readonly changes: Changes; readonly values: Values };
  readonly sqlite: { readonly changes: Changes; readonly values: Values };
  readonly domains: Domains;
  readonly name: string | undefined;
}

/** The next migration of each domain that changes, for both databases: path to text. */
export function filesOf({ postgres, sqlite, domains, name }: Parts): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const domain of domains.order) {
    const parts = {
      postgres: { ...postgres, changes: partOf(postgres.changes, domain, domains) },
      sqlite: { ...sqlite, changes: partOf(sqlite.changes, domain, domains) },
    };
    const items = describeBoth(parts.postgres, parts.sqlite);
    if (items.length === 0) continue;
    const { now, later } = apart(parts.postgres.changes);
    const pad = (number: number): string => String(number).padStart(4, "0");
    const first = nextNumber(domain, domains.existing);
    const path = `sql/${domain}/${pad(first)}_${name ?? slug(items)}`;
    const statements = {
      postgres: printPostgres(now, postgres.values),
      sqlite: printSqlite(parts.sqlite.changes, sqlite.values),
    };
    // What is left for an index alone needs no migration before it.
    const alone = later.length > 0 && statements.postgres.length === 0;
    for (const dialect of ["sqlite", "postgres"] as const)
      if (!alone || dialect === "sqlite") files.set(`${path}.${dialect}.sql`, text(domain, statements[dialect]));
    if (later.length === 0) continue;
    const next = alone ? path : `sql/${domain}/${pad(first + 1)}_${name ?? slug(items)}_indexes`;
    files.set(`${next}.postgres.sql`, text(domain, [noTransaction, ...later.map(concurrently)]));
    if (!alone) files.set(`${next}.sqlite.sql`, text(domain, []));
  }
  return files;
}

/** On Postgres an index of a table in use is built beside its use, which no transaction can hold. */
function apart(changes: Changes): { readonly now: Changes; readonly later: readonly Thing[] } {
  const made = new Set(changes.created.map(({ name }) => name));
  const isLater = ({ kind, table }: Thing): boolean => kind === "index" && table !== undefined && !made.has(table);
  return {
    now: { ...changes, createdThings: changes.createdThings.filter((thing) => !isLater(thing)) },
    later: changes.createdThings.filter(isLater),
  };
}

const concurrently = ({ sql }: Thing): string =>
  `${sql.replace(/^CREATE (UNIQUE )?INDEX /, "CREATE $1INDEX CONCURRENTLY IF NOT EXISTS ")};`;

function text(domain: string, statements: readonly string[]): string {
  const head = `-- Brings the tables of ${domain} to what openapi/${domain}.yaml asks for. Once applied it is never edited.\n`;
  return statements.length === 0 ? `${head}-- This database keeps it as before.\n` : `${head}\n${statements.join("\n")}\n`;
}

/** Both databases count alike. Throws a sentence when they do not. */
function nextNumber(domain: string, existing: Migrations): number {
  const [sqlite, postgres] = (["sqlite", "postgres"] as const).map((dialect: SqlDialect) =>
    existing[dialect].filter(({ path }) => path.startsWith(`sql/${domain}/`)).map(({ path }) => Number(basename(path).slice(0, 4))),
  );
  const [a, b] = [Math.max(0, ...(sqlite ?? [])), Math.max(0, ...(postgres ?? []))];
  if (a !== b || Number.isNaN(a)) {
    throw new Error(`The migrations in sql/${domain}/ do not count alike for SQLite and Postgres: give each number a file for both.`);
  }
  return a + 1;
}

/** The part of the changes that belongs to a domain. */
function partOf(changes: Changes, domain: string, domains: Domains): Changes {
  const wanted = (name: string): boolean => ownerOf(name, domains.wanted, domains.order) === domain;
  const existing = (name: string): boolean => ownerOf(name, domains.existing, domains.order) === domain;
  // What is renamed is known by its new name only to the specs.
  const either = (name: string): boolean => (ownerOf(name, domains.wanted, domains.order) === undefined ? existing(name) : wanted(name));
  const renamed = new Map(changes.changed.map(({ before, after }) => [before.name, after.name]));
  return {
    created: changes.created.filter(({ name }) => wanted(name)),
    dropped: changes.dropped.filter(({ name }) => existing(name)),
    changed: changes.changed.filter(({ after }) => wanted(after.name)),
    createdThings: changes.createdThings.filter(({ name, table }) => wanted(table ?? name)),
    droppedThings: changes.droppedThings.filter(({ name, table }) => either(renamed.get(table ?? name) ?? table ?? name)),
    stays: changes.stays,
  };
}

/** The first domain whose migrations name it. */
function ownerOf(name: string, migrations: Migrations, order: readonly string[]): string | undefined {
  const word = new RegExp(`(?<![\\w$])${name.replaceAll(/[^\w]/g, "\\$&")}(?![\\w$])`, "i");
  const all = [...migrations.sqlite, ...migrations.postgres];
  return order.find((domain) => all.some(({ path, text: content }) => path.startsWith(`sql/${domain}/`) && makes(content, word)));
}

/** Whether a script creates or renames something of the name, rather than only mentions it. */
const makes = (script: string, word: RegExp): boolean =>
  script
    .replaceAll(/--.*$/gm, "")
    .split(/(?<=[;(])/)
    .some((statement) => /\b(?:CREATE|RENAME TO)\b/i.test(statement) && word.test(statement.replaceAll('"', "")));
