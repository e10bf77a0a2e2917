import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authDomain } from "../generated/auth/domain.gen.ts";
import { identityCreateMock, identityPatchMock } from "../generated/auth/mocks.gen.ts";
import { pipelinesDomain } from "../generated/pipelines/domain.gen.ts";
import { pipelineCreateMock, pipelinePatchMock } from "../generated/pipelines/mocks.gen.ts";
import type { Database } from "./core/database/database.ts";
import { newId } from "./core/ids/ids.ts";
import { testContext } from "./core/testing/context.ts";
import { checkHidden } from "./core/testing/scope-contract.ts";
import { forEachDatabase, openGuarded } from "./core/testing/test-databases.ts";
import { withoutPredicates } from "./core/testing/without-predicates.ts";

let seed = 0;
const owners = {
  nextSeed: () => (++seed * 7_368_787) % 2_147_483_647,
  newOwner: () => testContext({ organization: newId("og"), user: newId("us") }),
};

/** What every owner tries on another's rows, by generated code that has forgotten whose they are. */
const hidden = {
  "an organization's": (database: Database) =>
    checkHidden({
      ...owners,
      scope: "organization",
      create: pipelineCreateMock,
      patch: pipelinePatchMock,
      repository: pipelinesDomain.repositories(withoutPredicates(database)).pipelines,
    }),
  "a user's": (database: Database) =>
    checkHidden({
      ...owners,
      scope: "user",
      create: identityCreateMock,
      patch: identityPatchMock,
      repository: authDomain.repositories(withoutPredicates(database)).identities,
    }),
} as const;

// The contract of every repository is held to the policies alone; here it is seen that this means something.
forEachDatabase(
  (_, database) => {
    it.each(Object.entries(hidden))(
      "without its predicates, code shows %s rows to others where nothing else keeps them",
      async (_, check) => {
        await expect(check(database())).rejects.toThrow();
      },
    );
  },
  ["sqlite", "postgres"],
);

describe("row-level security", () => {
  let opened: Awaited<ReturnType<typeof openGuarded>>;
  let owner: pg.Client;
  /** The platform's login, as whoever injects SQL into its statements has it. */
  let app: pg.Client;

  const connected = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  beforeAll(async () => {
    opened = await openGuarded();
    [owner, app] = [await connected(opened.place.ownerUrl), await connected(opened.place.url)];
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await opened.close();
  });

  it.each(Object.entries(hidden))("keeps %s rows from others when the predicates are gone", (_, check) => check(opened.database));

  /** Tables that name an organization or a user without being theirs alone; each with its reason. */
  const open = new Map([
    ["step_attempts", "the queue of all organizations: ids alone, claimed by workers across all of them"],
    ["core_migrations", "no rows of tenants"],
    ["sign_ups", "nobody's yet: its organization is the name that one asked for"],
  ]);

  it("is forced on every table whose rows belong to somebody", async () => {
    const { rows } = await owner.query<{ name: string; forced: boolean; policies: number }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policies p where p.tablename = c.relname) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and exists (
        select from pg_attribute a where a.attrelid = c.oid and (a.attname in ('organization_id', 'organization') or (a.attname = 'created_by' and a.attnotnull)))`);
    const wanting = rows.filter(({ name, forced, policies }) => !open.has(name) && !(forced && policies >= 2));
    expect(wanting).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  /** Does something as the platform's login in the scope of an organization or user, and undoes it. */
  async function as<Result>(whose: string, work: () => Promise<Result>): Promise<Result> {
    await app.query("begin");
    try {
      const settings = ["organization", "user"].map((name) => `set_config('archwright.${name}', $1, true)`);
      await app.query(`select ${settings.join(", ")}, set_config('archwright.reach', 'own', true)`, [whose]);
      return await work();
    } finally {
      await app.query("rollback");
    }
  }

  it("lets each table show and take only what is the organization's or the user's own", async () => {
    const { rows: tables } = await owner.query<{ name: string; key: string }>(`
      select c.relname as name, coalesce(
        (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attname in ('organization_id', 'organization') and
          not exists (select from pg_attribute u where u.attrelid = c.oid and u.attname = 'created_by' and u.attnotnull)), 'created_by') as key
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relforcerowsecurity order by 1`);
    // Rows may refer to others that are not there.
    await owner.query("set session_replication_role = replica");
    for (const { name, key } of tables) {
      const { rows: columns } = await owner.query<{ name: string; type: string }>(
        "select column_name as name, data_type as type from information_schema.columns where table_name = $1 and is_nullable = 'NO' and column_default is null and is_identity = 'NO' and column_name <> $2",
        [name, key],
      );
      const made: Readonly<Record<string, string>> = { boolean: "true", jsonb: "'{}'", text: "gen_random_uuid()::text" };
      const values = columns.map(({ type }) => made[type] ?? (type.startsWith("timestamp") ? "now()" : "1"));
      const names = columns.map((column) => `, "${column.name}"`).join("");
      const add = `insert into "${name}" ("${key}"${names}) values ('one'${values.map((value) => `, ${value}`).join("")})`;
      const find = `select from "${name}" where "${key}" = 'one'`;
      await owner.query(add);
      expect([name, await as("one", async () => (await app.query(find)).rowCount)]).toEqual([name, 1]);
      for (const other of ["two", ""]) {
        expect([name, await as(other, async () => (await app.query(find)).rowCount)]).toEqual([name, 0]);
        const removed = await as(other, async () => (await app.query(`delete from "${name}" where "${key}" = 'one'`)).rowCount);
        expect([name, removed]).toEqual([name, 0]);
        await expect(
          as(other, () => app.query(add)),
          name,
        ).rejects.toMatchObject({ code: "42501" });
      }
    }
    expect(tables.length).toBeGreaterThan(20);
  });

  it.each([
    ["become the owner", "set role OWNER"],
    ["become the owner by a setting", "select set_config('role', 'OWNER', true)"],
    ["become the owner for the session", "set session authorization OWNER"],
    ["bypass it", `alter role current_user bypassrls`],
    ["switch it off for a table", "alter table pipelines disable row level security"],
    ["let it not hold for the owner", "alter table pipelines no force row level security"],
    ["drop a policy", "drop policy archwright on pipelines"],
    ["change a policy", "alter policy archwright on pipelines using (true)"],
    ["add a policy", "create policy mine on pipelines using (true)"],
    ["empty a table", "truncate pipelines"],
    ["drop a table", "drop table pipelines cascade"],
    ["tell the journal otherwise", "delete from core_migrations"],
    ["make functions that others run", "create function public.f() returns int language sql security definer as 'select 1'"],
    ["read files of the server", "select pg_read_file('/etc/passwd')"],
    ["run programs", "copy pipelines to program 'cat'"],
  ])("does not let its login %s", async (_, sql) => {
    const asked = sql.replace("OWNER", new URL(opened.place.ownerUrl).username);
    await expect(as("one", () => app.query(asked))).rejects.toMatchObject({ code: "42501" });
  });

  it("answers with an error, and no rows, to who asks for it to be off", async () => {
    await expect(
      as("two", async () => {
        await app.query("set local row_security = off");
        return app.query("select from pipelines");
      }),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
