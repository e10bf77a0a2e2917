import type { Migration } from "../database/migrations.ts";
import type { Problems } from "../diagnostics/problems.ts";
import type { SourceFile } from "../read/source.ts";
import { type SqlStatement, sqlStatements } from "./statements.ts";

/** The line by which a migration asks to be run without a transaction around it; the program reads it too. */
export const noTransaction = "-- migrate: no transaction";

const isOutside = (text: string): boolean => text.split("\n").includes(noTransaction);

/** What holds up everybody who wants a table that is in use, and how the same is done while they go on. */
interface Rule {
  readonly when: RegExp;
  /** Not where this is said as well. */
  readonly unless?: RegExp;
  readonly because: string;
}

// As the checks of squawk and strong_migrations have them, for Postgres 15 and later.
const rules: readonly Rule[] = [
  {
    when: /^create (?:unique )?index (?!concurrently)/,
    because: `writes wait until the index is built. Write CREATE INDEX CONCURRENTLY IF NOT EXISTS, in a migration of its own with the line \`${noTransaction}\``,
  },
  {
    when: /\badd (?:constraint \S+ )?(?:check|foreign key)\b/,
    unless: /\bnot valid$/,
    because:
      "nobody reads or writes until every row is checked. Add it NOT VALID, and let a later migration VALIDATE CONSTRAINT, which holds up nobody",
  },
  {
    when: /\badd (?:constraint \S+ )?(?:unique|primary key)\b/,
    unless: /\busing index\b/,
    because: "nobody writes until its index is built. Build a UNIQUE INDEX CONCURRENTLY first, and add the constraint USING INDEX",
  },
  {
    when: /\balter (?:column )?\S+ set not null\b/,
    because: `nobody reads or writes until every row is checked. Before it, add CHECK (… IS NOT NULL) NOT VALID and VALIDATE it, in a migration with the line \`${noTransaction}\`: Postgres then looks at no row`,
  },
  {
    when: /\balter (?:column )?\S+ (?:set data )?type\b/,
    because: "the table is written anew meanwhile. Add a column of the new type, fill it in parts, and let the old one go later",
  },
  {
    when: /\badd (?:column )?.*\bdefault\b[^,]*\b(?:random|clock_timestamp|gen_random_uuid|uuid_generate_v\d|nextval|timeofday)\(/,
    because: "every row is written anew for a value of its own. Add the column without a default, and fill it in parts",
  },
  {
    when: /\badd (?:column )?.*\b(?:(?:big|small)?serial\b|generated (?:always|by default) as)/,
    because: "every row is written anew for a value of its own. Add a plain column, and fill it in parts",
  },
  { when: /^(?:vacuum full|cluster)\b/, because: "the table is written anew meanwhile. Plain VACUUM holds up nobody" },
  { when: /^reindex (?!.*concurrently)/, because: "writes wait until the index is built. Write REINDEX … CONCURRENTLY" },
];

/**
 * Reports what of the migrations of domains would hold up others for long on a big table in use. Tables that the same file makes are new.
 * A file, or a later one of its domain, says why it may be so: `-- long locks: <reason>`, `-- long locks in 0002_what: <reason>`.
 * Gives the files with findings.
 */
export function findLongLocks(migrations: readonly Migration[], problems: Problems): readonly SourceFile[] {
  const allowed = new Set(migrations.flatMap(allowedBy));
  return migrations.flatMap((migration) => {
    if (allowed.has(nameOf(migration)) || migration.path.startsWith("sql/core/")) return [];
    const found = longLocks(migration.text);
    if (found.length === 0) return [];
    for (const { statement, because } of found) {
      const [first = ""] = statement.text.split("\n");
      problems.add(
        "longLock",
        { file: migration, start: statement.start, end: statement.start + first.length },
        `On a big table, ${because}.`,
      );
    }
    return [migration];
  });
}

/** Which statements of a migration hold up others, and why. */
export function longLocks(text: string): readonly { readonly statement: SqlStatement; readonly because: string }[] {
  const statements = sqlStatements(text).map((statement) => ({ statement, plain: plainOf(statement) }));
  const made = new Set(statements.flatMap(({ plain }) => /^create (?:unlogged )?table (?:if not exists )?(\S+)/.exec(plain)?.[1] ?? []));
  const outside = isOutside(text);
  const isSafe = ({ when }: Rule, index: number): boolean =>
    outside && /set not null/.test(when.source) && statements.slice(0, index).some(({ plain }) => /\bvalidate constraint\b/.test(plain));
  return statements.flatMap(({ statement, plain }, index) => {
    if (made.has(tableOf(plain) ?? "")) return [];
    if (/\bconcurrently\b/.test(plain) && !outside)
      return [{ statement, because: `this cannot stand in a transaction: give the file the line \`${noTransaction}\`` }];
    const rule = rules.find((rule) => rule.when.test(plain) && rule.unless?.test(plain) !== true && !isSafe(rule, index));
    return rule === undefined ? [] : [{ statement, because: rule.because }];
  });
}

/** In lower case, with single spaces, names without quotes and schema. */
const plainOf = ({ text }: SqlStatement): string =>
  text
    .replaceAll(/"([^"]*)"/g, "$1")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\bpublic\./gi, "")
    .toLowerCase();

const tableOf = (plain: string): string | undefined =>
  /^alter table (?:if exists )?(?:only )?(\S+)/.exec(plain)?.[1] ?? /^create (?:unique )?index .*? on (?:only )?([^\s(]+)/.exec(plain)?.[1];

/** `labels/0002_colors` */
const nameOf = ({ path }: Migration): string => path.slice("sql/".length).replace(/\.(?:postgres|sqlite)\.sql$/, "");

/** The migrations whose long locks this one gives a reason for. */
function allowedBy(migration: Migration): readonly string[] {
  const name = nameOf(migration);
  const domain = name.slice(0, name.indexOf("/"));
  const said = migration.text.matchAll(/^-- long locks(?: in (\S+))?: \S/gm);
  return [...said].map(([, other]) => (other === undefined ? name : `${domain}/${other}`));
}
