import { type Kysely, sql } from "kysely";
import { type Catalog, type Column, type Constraint, keyOf, type Table, type Thing } from "./catalog.ts";

interface Entry {
  readonly type: "table" | "index" | "trigger" | "view";
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string;
}

/** Reads the tables of the database that `db` is connected to. */
export async function sqliteCatalog(db: Kysely<unknown>): Promise<Catalog> {
  const all = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> => (await query.execute(db)).rows;
  const listed = await all(sql<{ name: string; type: string }>`select name, type from pragma_table_list where schema = 'main'`);
  const typeOf = new Map(listed.map(({ name, type }) => [name, type]));
  const entries = await all(sql<Entry>`select type, name, tbl_name, sql from sqlite_master where sql is not null order by rowid`);
  const tables = new Map<string, Table>();
  const things = new Map<string, Thing>();
  for (const { type, name, tbl_name, sql: text } of entries) {
    if (name.startsWith("sqlite_") || typeOf.get(tbl_name) === "shadow") continue;
    if (type === "table" && typeOf.get(name) === "table") {
      tables.set(name, { name, sql: text, columns: await columnsOf(db, name), constraints: await constraintsOf(db, name) });
      continue;
    }
    const thing: Thing = {
      kind: type === "table" ? "virtual table" : type,
      name,
      table: type === "index" || type === "trigger" ? tbl_name : undefined,
      sql: text,
    };
    things.set(keyOf(thing), thing);
  }
  return { tables, things };
}

async function columnsOf(db: Kysely<unknown>, table: string): Promise<readonly Column[]> {
  const { rows } = await sql<{ name: string; type: string; notnull: number; dflt_value: string | null; hidden: number }>`
    select name, type, "notnull", dflt_value, hidden from pragma_table_xinfo(${table}) order by cid`.execute(db);
  return rows.map(({ name, type, notnull, dflt_value, hidden }) => ({
    name,
    type: type.replace(/ GENERATED ALWAYS$/i, ""),
    notNull: notnull === 1,
    default: dflt_value ?? undefined,
    generated: hidden === 3 ? "stored" : hidden === 2 ? "virtual" : undefined,
  }));
}

async function constraintsOf(db: Kysely<unknown>, table: string): Promise<readonly Constraint[]> {
  const keys = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
  const foreign = await sql<{ id: number; other: string; from: string; to: string | null; on_delete: string; on_update: string }>`
    select id, "table" as other, "from", "to", on_delete, on_update from pragma_foreign_key_list(${table}) order by id, seq`.execute(db);
  const unique = await sql<{ index: string; name: string }>`
    select l.name as "index", c.name as name from pragma_index_list(${table}) l, pragma_index_info(l.name) c where l.origin = 'u'
    order by l.name, c.seqno`.execute(db);
  const named = (names: readonly string[]): string => `(${names.map((name) => `"${name}"`).join(", ")})`;
  return [
    ...(keys.rows.length === 0
      ? []
      : [{ kind: "primary", name: undefined, definition: `PRIMARY KEY ${named(keys.rows.map(({ name }) => name))}` } as const]),
    ...[...Map.groupBy(foreign.rows, ({ id }) => id).values()].map((rows): Constraint => {
      const [first] = rows;
      const to = rows.flatMap((row) => row.to ?? []);
      const actions = [
        first?.on_delete === "NO ACTION" ? "" : ` ON DELETE ${first?.on_delete}`,
        first?.on_update === "NO ACTION" ? "" : ` ON UPDATE ${first?.on_update}`,
      ].join("");
      const definition = `FOREIGN KEY ${named(rows.map(({ from }) => from))} REFERENCES "${first?.other}"${to.length === 0 ? "" : ` ${named(to)}`}${actions}`;
      return { kind: "foreign", name: undefined, definition };
    }),
    ...[...Map.groupBy(unique.rows, ({ index }) => index).values()].map(
      (rows): Constraint => ({ kind: "unique", name: undefined, definition: `UNIQUE ${named(rows.map(({ name }) => name))}` }),
    ),
  ];
}
