import { createHash } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import type { Context } from "../../context/context.ts";
import { StartError } from "../../problems/start-error.ts";
import type { Placeholders } from "../database.ts";
import { migrateAlone } from "../migration-lock.ts";
import { timestamp } from "../rows.ts";
import type { PostgresDatabase } from "./postgres-database.ts";

/** The journal of migrations tells of policies too, under a name that no domain has: what they were made of, and what came of it. */
interface Journal {
  core_migrations: {
    readonly domain: string;
    readonly number: number;
    readonly name: string;
    readonly sha256: string;
    readonly applied_at: string;
  };
}
const journalName = "row-security";

/** Whom the platform works as. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/**
 * As the owner of the tables: makes the role that the platform works as, unless it is there, lets it read and write rows and nothing else,
 * and brings the policies to what `policies` says (generated/row-security.gen.sql). Changes nothing where all of that is so already.
 */
export async function secureRows<Tables>(owner: PostgresDatabase<Tables>, ctx: Context, policies: string, login: Login): Promise<void> {
  const database = owner as unknown as PostgresDatabase<Journal>;
  const journal = journalOf(database);
  const role = pg.escapeIdentifier(login.user);
  const named = pg.escapeLiteral(login.user);
  const make = `do $$ begin if not exists (select from pg_roles where rolname = ${named}) then
    create role ${role} login noinherit password ${pg.escapeLiteral(login.password)}; end if; end $$`;
  await migrateAlone(database, ctx, (ctx) => database.script(ctx, make)).catch((cause) => {
    throw new StartError(
      `The role ${role} cannot be made (${messageOf(cause)}). Let somebody who may do so run CREATE ROLE ${role} LOGIN NOINHERIT PASSWORD '…', as DATABASE_URL has it, and start again.`,
      { cause },
    );
  });
  if (await journal.isCurrent(ctx, login.user, policies)) return;
  await migrateAlone(database, ctx, async (inner) => {
    // Another process may have been faster.
    if (await journal.isCurrent(inner, login.user, policies)) return;
    // Each table by itself, beside the transaction that keeps others from doing this: none is locked while another one is waited for.
    await database.outside(besides, ...policies.split("\n\n").filter((text) => text.includes(";")));
    await database.script(inner, grants(role));
    await journal.keep(inner, login.user, policies);
    ctx.log.info({ role: login.user }, "Row-level security is as the specs ask for it.");
  });
}

/** Behind who waits for a table's lock wait all who want the table. */
const besides = "set lock_timeout = '3s'; select set_config('archwright.reach', 'all', false)";

/** On what the owner owns: whoever made other tables decides about them. */
const grants = (role: string): string => `do $$ declare own record; begin
  execute format('grant usage on schema %I to ', current_schema()) || ${pg.escapeLiteral(role)};
  for own in select oid::regclass as name, relkind = 'S' as counts from pg_class
    where relnamespace = current_schema()::text::regnamespace and relkind in ('r', 'p', 'S') and pg_has_role(relowner, 'member') loop
    if own.counts then execute format('grant usage on sequence %s to ', own.name) || ${pg.escapeLiteral(role)};
    else execute format('grant select, insert, update, delete on %s to ', own.name) || ${pg.escapeLiteral(role)}; end if;
  end loop;
end $$;
revoke insert, update, delete on core_migrations from ${role}`;

/**
 * As the role that the platform works as: makes sure that policies hold for it, and that they are those of this program.
 * @throws StartError that says what is wrong, and what to do about it
 */
export async function checkRowSecurity<Tables>(working: PostgresDatabase<Tables>, ctx: Context, policies: string): Promise<void> {
  const database = working as unknown as PostgresDatabase<Journal>;
  const [me, open] = [await whoAmI(database).first(ctx, {}), await openTables(database).all(ctx, {})];
  if (me === undefined) throw new Error("Postgres does not say who asks.");
  if (me.above) {
    throw new StartError(
      `DATABASE_RLS is on, and DATABASE_URL signs in as ${me.name}, whom row-level security does not bind: it may bypass it, or owns the tables, or may become a role that does. Name another login there, and the owner's in DATABASE_OWNER_URL.`,
    );
  }
  if (!(await journalOf(database).isCurrent(ctx, me.name, policies))) {
    throw new StartError(
      "DATABASE_RLS is on, and the database's policies, or what this login may do, are not what this program needs. Run `node cmd/migrate.ts` with DATABASE_OWNER_URL, or give that to this process.",
    );
  }
  if (open.length > 0) {
    throw new StartError(
      `DATABASE_RLS is on, and these tables have an organization_id and no row-level security, for no spec describes them: ${open.map(({ name }) => name).join(", ")}. Give them policies of their own in a migration.`,
    );
  }
}

/** @throws StartError where policies keep rows apart, and nobody would say whose a statement may touch */
export async function refuseRowSecurity<Tables>(working: PostgresDatabase<Tables>, ctx: Context): Promise<void> {
  const guarded = working.statement<object, { readonly found: boolean }>((query) =>
    query.selectNoFrom(sql<boolean>`exists (select from pg_policy where polname = 'archwright')`.as("found")),
  );
  if ((await guarded.first(ctx, {}))?.found !== true) return;
  throw new StartError(
    "This database keeps rows apart by row-level security. Set DATABASE_RLS=on, or have it taken away first: `node cmd/migrate.ts remove-row-security` with DATABASE_OWNER_URL.",
  );
}

/** As the owner of the tables: takes all policies of the specs away again. Grants and the role stay. */
export async function removeRowSecurity<Tables>(owner: PostgresDatabase<Tables>, ctx: Context): Promise<void> {
  const remove = `do $$ declare guarded record; begin
    for guarded in select polrelid::regclass as name, polname from pg_policy where polname in ('archwright', 'archwright_read', 'archwright_all') loop
      execute format('drop policy %I on %s', guarded.polname, guarded.name);
      execute format('alter table %s no force row level security, disable row level security', guarded.name);
    end loop;
  end $$; delete from core_migrations where domain = '${journalName}'`;
  await migrateAlone(owner, ctx, (ctx) => owner.script(ctx, remove));
}

function whoAmI(database: PostgresDatabase<Journal>) {
  // Whoever is a member of a role can become it, or already has what it has.
  return database.statement<object, { readonly name: string; readonly above: boolean }>((query) =>
    query.selectNoFrom([
      sql<string>`current_user::text`.as("name"),
      sql<boolean>`exists (
        select from pg_roles r where pg_has_role(current_user, r.oid, 'member') and (
          r.rolsuper or r.rolbypassrls or r.rolcreaterole
          or exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = current_schema()::text::regnamespace)))`.as(
        "above",
      ),
    ]),
  );
}

function openTables(database: PostgresDatabase<Journal>) {
  return database.statement<object, { readonly name: string }>((query) => {
    const found = sql<{ name: string }>`
      select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
      where c.relnamespace = current_schema()::text::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
      order by 1`;
    return { compile: () => found.compile(query) };
  });
}

/** Whether policies are what they were made as, and for whom. */
function journalOf(database: PostgresDatabase<Journal>) {
  const kept = database.statement((query, _: Placeholders<object>) =>
    query.selectFrom("core_migrations").select(["name", "sha256"]).where("domain", "=", journalName),
  );
  const forget = database.statement((query, _: Placeholders<object>) =>
    query.deleteFrom("core_migrations").where("domain", "=", journalName),
  );
  const insert = database.statement((query, param: Placeholders<{ name: string; sha256: string; applied_at: string }>) =>
    query
      .insertInto("core_migrations")
      .values({ domain: journalName, number: 1, name: param.name, sha256: param.sha256, applied_at: param.applied_at }),
  );
  // All that says what a role may touch, as Postgres has it.
  const state = database.statement((query, param: Placeholders<{ readonly role: string }>) =>
    query.selectNoFrom(
      sql<string>`(select md5(string_agg(line, ' ' order by line collate "C")) from (
        select concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity, p.polname, p.polcmd, p.polpermissive, p.polroles,
          pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid),
          has_table_privilege(${param.role}::name, c.oid, 'select'), has_table_privilege(${param.role}::name, c.oid, 'insert'),
          has_table_privilege(${param.role}::name, c.oid, 'update'), has_table_privilege(${param.role}::name, c.oid, 'delete')) as line
        from pg_class c left join pg_policy p on p.polrelid = c.oid
        where c.relnamespace = current_schema()::text::regnamespace and c.relkind in ('r', 'p')) as lines)`.as("state"),
    ),
  );
  const stateNow = async (ctx: Context, role: string): Promise<string> => (await state.first(ctx, { role }))?.state ?? "";
  return {
    async isCurrent(ctx: Context, role: string, policies: string): Promise<boolean> {
      const found = await kept.first(ctx, {});
      return found?.sha256 === digest(policies) && found.name === (await stateNow(ctx, role));
    },
    async keep(ctx: Context, role: string, policies: string): Promise<void> {
      await forget.run(ctx, {});
      await insert.run(ctx, { name: await stateNow(ctx, role), sha256: digest(policies), applied_at: timestamp() });
    },
  };
}

const digest = (text: string): string => createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};
