import { type Kysely, sql } from "kysely";
import { type Catalog, type Column, type Constraint, keyOf, type Table, type Thing } from "./catalog.ts";

const kinds = { p: "primary", f: "foreign", u: "unique" } as const;

/** Reads the tables of the current schema. What an extension brought along is left out; the extension itself is not. */
export async function postgresCatalog(db: Kysely<unknown>): Promise<Catalog> {
  const all = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> => (await query.execute(db)).rows;
  const names = await all(sql<{ name: string }>`
    select relname as name from pg_class where relkind in ('r', 'p') and ${own("pg_class", "relnamespace")} order by oid`);
  const columns = await all(sql<Column & { table: string }>`
    select c.relname as "table", a.attname as name,
      format_type(a.atttypid, a.atttypmod) || case when a.attcollation <> t.typcollation then ' COLLATE ' || quote_ident(l.collname) else '' end as type,
      a.attnotnull as "notNull",
      case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
      case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) || ' ' || case a.attgenerated::text when 's' then 'STORED' else 'VIRTUAL' end
        when a.attidentity <> '' then 'identity ' || a.attidentity::text end as generated
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and ${own("c", "relnamespace")}
    join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped
    order by c.oid, a.attnum`);
  const constraints = await all(sql<{ table: string; type: keyof typeof kinds; name: string; definition: string }>`
    select c.relname as "table", o.contype as type, o.conname as name, pg_get_constraintdef(o.oid, true) as definition
    from pg_constraint o join pg_class c on c.oid = o.conrelid and ${own("c", "relnamespace")}
    where o.contype in ('p', 'f', 'u') order by o.conname`);
  const tables = names.map(({ name }): [string, Table] => [
    name,
    {
      name,
      sql: "",
      columns: columns
        .filter(({ table }) => table === name)
        .map((column) => ({
          name: column.name,
          type: column.type,
          notNull: column.notNull,
          default: column.default ?? undefined,
          generated: column.generated ?? undefined,
        })),
      constraints: constraints
        .filter(({ table }) => table === name)
        .map(({ type, name: constraint, definition }): Constraint => ({ kind: kinds[type], name: constraint, definition })),
    },
  ]);
  const things = await all(sql<{ kind: Thing["kind"]; name: string; table: string | null; sql: string }>`
    select 'extension' as kind, extname as name, null as "table", 'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(extname) as sql
      from pg_extension where extname <> 'plpgsql'
    union all select 'function', p.proname, null, pg_get_functiondef(p.oid) from pg_proc p
      where p.prokind in ('f', 'p') and ${own("p", "pronamespace")}
    union all select 'view', c.relname, null, 'CREATE VIEW ' || quote_ident(c.relname) || E' AS\n' || rtrim(pg_get_viewdef(c.oid, true), ';')
      from pg_class c where c.relkind = 'v' and ${own("c", "relnamespace")}
    union all select 'index', c.relname, r.relname, pg_get_indexdef(i.indexrelid, 0, true) from pg_index i
      join pg_class c on c.oid = i.indexrelid join pg_class r on r.oid = i.indrelid
      where ${own("r", "relnamespace")} and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
    union all select 'trigger', g.tgname, r.relname, pg_get_triggerdef(g.oid, true) from pg_trigger g
      join pg_class r on r.oid = g.tgrelid where not g.tgisinternal and ${own("r", "relnamespace")}
    order by 1, 2`);
  return {
    tables: new Map(tables),
    things: new Map(
      things.map(({ kind, name, table, sql: text }) => {
        const thing: Thing = { kind, name, table: table ?? undefined, sql: text.replaceAll(/\bpublic\./g, "").trimEnd() };
        return [keyOf(thing), thing];
      }),
    ),
  };
}

/** Whether an object is of the current schema, and not an extension's. */
const own = (alias: string, schema: string) =>
  sql.raw(`${alias}.${schema} = current_schema()::regnamespace
    and not exists (select from pg_depend e where e.objid = ${alias}.oid and e.deptype = 'e')`);
