import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { silentLog, testContext } from "../../testing/context.ts";
import { createGuardedDatabase, type GuardedDatabase, guardedConfig } from "../../testing/test-databases.ts";
import { openMigrated, policiesOf, removePolicies } from "../open-migrated.ts";
import { connect } from "./connections.ts";
import { PostgresDatabase } from "./postgres-database.ts";
import { secureRows } from "./row-security.ts";

const schema = { root: process.cwd() };

describe("row-level security", () => {
  let place: GuardedDatabase;
  let superuser: pg.Client;
  /** As a managed server gives it: it may make roles and owns its database, and is no superuser. */
  let owner: { readonly name: string; readonly url: string };

  const config = (change: Partial<ReturnType<typeof guardedConfig>> | { readonly databaseRls: "off" } = {}) => ({
    ...guardedConfig(place),
    databaseOwnerUrl: owner.url,
    ...change,
  });
  /** What a process says that starts so; "" when it does start. */
  async function said(change: Parameters<typeof config>[0] = {}): Promise<string> {
    try {
      await (await openMigrated(config(change), schema, silentLog)).close();
      return "";
    } catch (error) {
      return String(error);
    }
  }

  beforeAll(async () => {
    place = await createGuardedDatabase();
    superuser = new pg.Client({ connectionString: place.ownerUrl });
    await superuser.connect();
    const name = `owner_${randomBytes(6).toString("hex")}`;
    const url = new URL(place.ownerUrl);
    url.username = name;
    url.password = "secret";
    owner = { name, url: url.href };
    await superuser.query(`create role ${name} login createrole password 'secret'; grant all on schema public to ${name}`);
  });
  afterAll(async () => {
    const app = new URL(place.url).username;
    await superuser.query(`drop owned by ${app}, ${owner.name}; drop role if exists ${app}; drop role ${owner.name}`);
    await superuser.end();
    await place.remove();
  });

  it("is set up by processes that start at once, as an owner who is no superuser", async () => {
    expect(await Promise.all([said(), said(), said(), said()])).toEqual(["", "", "", ""]);
  });

  it("changes nothing when all is as it should be", async () => {
    const entries = async () => (await superuser.query("select oid, xmin from pg_policy order by oid")).rows;
    const before = await entries();
    expect(before.length).toBeGreaterThan(40);
    expect(await said()).toBe("");
    expect(await entries()).toEqual(before);
  });

  it("lets a process work without the owner's login, as long as nothing is missing", async () => {
    expect(await said({ databaseOwnerUrl: "" as never })).toBe("");
  });

  it.each([
    ["a policy is gone", 'drop policy "archwright" on pipelines'],
    ["a policy says something else", 'alter policy "archwright" on pipelines using (true)'],
    ["a policy was added", "create policy more on pipelines using (true)"],
    ["a table's is switched off", "alter table pipelines disable row level security"],
    ["a table's does not hold for its owner", "alter table pipelines no force row level security"],
    ["the login may not do its work", "revoke select on pipelines from APP"],
  ])("is not taken for granted when %s; the owner puts that right", async (_, sql) => {
    await superuser.query(sql.replace("APP", new URL(place.url).username));
    expect(await said({ databaseOwnerUrl: "" as never })).toMatch(/not what this program needs. Run `node cmd\/migrate.ts`/);
    if (sql.startsWith("create policy")) await superuser.query("drop policy more on pipelines");
    expect(await said()).toBe("");
    expect(await said({ databaseOwnerUrl: "" as never })).toBe("");
  });

  it("is not on for a login that it does not bind", async () => {
    const noOwner = { databaseOwnerUrl: "" as never };
    expect(await said({ ...noOwner, databaseUrl: owner.url })).toMatch(/signs in as owner_.*, whom row-level security does not bind/);
    expect(await said({ ...noOwner, databaseUrl: place.ownerUrl })).toMatch(/whom row-level security does not bind/);
    const app = new URL(place.url).username;
    await superuser.query(`create role boss_${app} bypassrls; grant boss_${app} to ${app}`);
    expect(await said(noOwner)).toMatch(/whom row-level security does not bind/);
    await superuser.query(`drop role boss_${app}`);
    expect(await said({ databaseUrl: owner.url })).toMatch(/DATABASE_URL must have the user, another one, and the password/);
  });

  it("is wanting where a table of an organization has none", async () => {
    await superuser.query("create table strays (id text, organization_id text)");
    expect(await said()).toMatch(/have an organization_id and no row-level security, .*: strays\. Give them policies/);
    await superuser.query("drop table strays");
    expect(await said()).toBe("");
  });

  it("says which migrations a database lacks, where nobody here may make them", async () => {
    await superuser.query("delete from core_migrations where domain = 'tools'");
    expect(await said({ databaseOwnerUrl: "" as never })).toMatch(/lacks migrations: tools\/0001_initial\. Run/);
    await superuser.query("drop table tools");
    expect(await said()).toBe("");
  });

  it("tells who may not make the role what somebody else is to do", async () => {
    await superuser.query(`alter role ${owner.name} nocreaterole`);
    const other = new URL(place.url);
    other.username = "nobody_yet";
    expect(await said({ databaseUrl: other.href })).toMatch(/"nobody_yet" cannot be made .* run CREATE ROLE "nobody_yet" LOGIN/);
    await superuser.query(`alter role ${owner.name} createrole`);
  });

  it("does not let the owner's own migrations miss rows", async () => {
    await superuser.query("insert into core_settings values ('og-1', 'a', '1')");
    const pool = connect(owner.url, 2, 15_000);
    const database = new PostgresDatabase<never>(pool);
    expect((await pool.query("select from core_settings")).rowCount).toBe(0);
    const wider = `${await policiesOf(schema)}\n-- a migration\nupdate core_settings set value = '2';\n`;
    await secureRows(database, testContext(), wider, { user: new URL(place.url).username, password: "" });
    expect((await superuser.query("select value from core_settings")).rows).toEqual([{ value: "2" }]);
    // As a dump is made that is to have all rows.
    const dump = new pg.Client({ connectionString: owner.url, options: "-c archwright.reach=all" });
    await dump.connect();
    expect((await dump.query("select from core_settings")).rowCount).toBe(1);
    await dump.end();
    await database.close();
    expect(await said()).toBe("");
  });

  it("is taken away only when somebody asks for it", async () => {
    const off = { databaseRls: "off", databaseUrl: owner.url, databaseOwnerUrl: "" } as never;
    expect(await said(off)).toMatch(/keeps rows apart by row-level security\. Set DATABASE_RLS=on, or/);
    await removePolicies(config(), silentLog);
    expect((await superuser.query("select from pg_class where relforcerowsecurity or relrowsecurity")).rowCount).toBe(0);
    expect(await said(off)).toBe("");
  });

  it("is nothing for SQLite", async () => {
    expect(await said({ databaseUrl: "sqlite::memory:", databaseOwnerUrl: "" as never })).toMatch(/DATABASE_RLS=on needs Postgres/);
  });
});
