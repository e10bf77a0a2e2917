import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../database/migrations.ts";
import { openDatabase } from "../database/open.ts";
import { silentLog } from "./context.ts";
import { testCipher } from "./test-cipher.ts";

const made = new Map<string, Promise<string>>();

/**
 * The name of a database of the server that is migrated from a folder, to copy others from: copying takes a tenth of the time. Whoever
 * asks first makes it, in whichever process of the test run `run`; the others wait for that.
 */
export async function migratedTemplate(server: string, migrations: string, run: string): Promise<string> {
  const name = `template_${run}_${await hashOf(migrations)}`;
  const known = made.get(name) ?? makeOnce(server, migrations, name);
  made.set(name, known);
  return known;
}

/** Removes the templates of a test run from a server that goes on after it. */
export async function removeTemplates(server: string, run: string): Promise<void> {
  await administer(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database where starts_with(datname, $1)", [
      `template_${run}_`,
    ]);
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}

async function makeOnce(server: string, migrations: string, name: string): Promise<string> {
  return administer(server, async (client) => {
    // Ends with the connection.
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 1) return name;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    const url = new URL(server);
    url.pathname = `/${unfinished}`;
    const database = await openDatabase(url.href, { cipher: testCipher() });
    try {
      await migrate(database, migrations, silentLog);
    } finally {
      await database.close();
    }
    await client.query(`alter database ${unfinished} rename to ${name}`);
    return name;
  });
}

async function administer<Result>(server: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function hashOf(folder: string): Promise<string> {
  const names = existsSync(folder) ? (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".postgres.sql")) : [];
  const hash = createHash("sha256");
  for (const name of names.toSorted()) hash.update(`${name}\n${await readFile(join(folder, name), "utf8")}\n`);
  return hash.digest("hex").slice(0, 16);
}
