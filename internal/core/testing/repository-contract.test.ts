import { describe } from "vitest";
import type { Context } from "../context/context.ts";
import type { Database, ListColumn, Placeholders, SqlDatabase } from "../database/database.ts";
import type { ListQuery } from "../database/lists.ts";
import { MemoryDatabase } from "../database/memory.ts";
import { memoryPage } from "../database/memory-page.ts";
import {
  actorId,
  changedOne,
  checkVersion,
  missing,
  ownerOrganization,
  ownerUser,
  timestamp,
  type Unique,
  uniqueConflict,
} from "../database/rows.ts";
import { newId } from "../ids/ids.ts";
import { type EntityRepository, repositoryContract } from "./repository-contract.ts";
import { createTables } from "./test-tables.ts";

/** A careful repository by hand: what it passes, a generated one must pass too. */
interface Note {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly name: string;
  readonly text: string | null;
  readonly rank: number;
}
type NoteCreate = Pick<Note, "name" | "rank"> & { readonly text?: string | null };
type NotePatch = Partial<NoteCreate>;

type NoteRow = Record<keyof typeof columnOf, unknown> & { id: string; version: number };
const columnOf = {
  id: "id",
  organization_id: "organizationId",
  created_by: "createdBy",
  created_at: "createdAt",
  updated_at: "updatedAt",
  version: "version",
  name: "name",
  text: "text",
  rank: "rank",
} as const;
const names = Object.keys(columnOf) as (keyof typeof columnOf)[];

const columns: Readonly<Record<string, ListColumn>> = {
  name: { column: "name", type: "text", filter: true, sort: true },
  text: { column: "text", type: "text", filter: true, sort: true },
  rank: { column: "rank", type: "number", filter: true, sort: true },
  createdAt: { column: "created_at", type: "time", filter: true, sort: true },
};

type Scope = "organization" | "user" | "global";
const ownerField = { organization: "organizationId", user: "createdBy", global: undefined } as const;

function newNote(ctx: Context, scope: Scope, input: NoteCreate): Note {
  const now = timestamp();
  const createdBy = scope === "user" ? ownerUser(ctx) : actorId(ctx);
  const organizationId = scope === "organization" ? ownerOrganization(ctx) : ctx.organization;
  const { name, rank, text = null } = input;
  return { id: newId("nt"), organizationId, createdBy, createdAt: now, updatedAt: now, version: 1, name, text, rank };
}

function changedNote(before: Note, { name, rank, text }: NotePatch): Note {
  return {
    ...before,
    updatedAt: timestamp(),
    version: before.version + 1,
    name: name ?? before.name,
    rank: rank ?? before.rank,
    text: text === undefined ? before.text : text,
  };
}

const uniques = (scope: Scope): readonly Unique[] => {
  const owner = ownerField[scope];
  return [{ index: "notes_name_key", fields: ["name"], ...(owner === undefined ? {} : { owner }) }];
};
const ownerOf = (ctx: Context, scope: Scope) => (scope === "organization" ? ctx.organization : scope === "user" ? ownerUser(ctx) : "");

function memoryNotes(database: MemoryDatabase, scope: Scope): EntityRepository<Note, NoteCreate, NotePatch> {
  const table = database.table<Note>("Note", uniques(scope));
  const owner = ownerField[scope];
  const sees = (ctx: Context, note: Note) => owner === undefined || note[owner] === ownerOf(ctx, scope);
  const find = async (ctx: Context, id: string) => {
    const note = await table.get(ctx, id);
    return note !== undefined && sees(ctx, note) ? note : undefined;
  };
  const existing = async (ctx: Context, id: string, expected: number | undefined) => {
    const note = await find(ctx, id);
    if (note === undefined) throw missing("Note", id);
    checkVersion("Note", note, expected);
    return note;
  };
  return {
    find,
    list: async (ctx, query) =>
      memoryPage(
        (await table.all(ctx)).filter((note) => sees(ctx, note)),
        query,
        columns,
      ),
    insert: async (ctx, input) => {
      const note = newNote(ctx, scope, input);
      await table.insert(ctx, note);
      return note;
    },
    update: (ctx, id, patch, expected) =>
      database.transact(ctx, async (ctx) => {
        const note = changedNote(await existing(ctx, id, expected), patch);
        changedOne("Note", id, await table.replace(ctx, note));
        return note;
      }),
    delete: (ctx, id, expected) =>
      database.transact(ctx, async (ctx) => {
        const note = await existing(ctx, id, expected);
        await table.remove(ctx, id);
        return note;
      }),
  };
}

interface Tables {
  notes: NoteRow;
}

function sqlNotes(db: SqlDatabase<Tables>, scope: Scope): EntityRepository<Note, NoteCreate, NotePatch> {
  const owner = scope === "organization" ? "organization_id" : "created_by";
  const toNote = (row: NoteRow) =>
    Object.fromEntries(
      names.map((name) => [columnOf[name], row[name] instanceof Date ? row[name].toISOString() : row[name]]),
    ) as unknown as Note;
  const toRow = (note: Note) => Object.fromEntries(names.map((name) => [name, note[columnOf[name]]])) as unknown as NoteRow;
  const all = (param: Placeholders<NoteRow>) => Object.fromEntries(names.map((name) => [name, param[name]])) as unknown as NoteRow;
  const mine = db.list((query, param: Placeholders<{ owner: string }>) => {
    const every = query.selectFrom("notes").select(names);
    return scope === "global" ? every : every.where(owner, "=", param.owner);
  }, columns);
  const findOne = db.statement((query, param: Placeholders<{ owner: string; id: string }>) => {
    const one = query.selectFrom("notes").select(names).where("id", "=", param.id);
    return scope === "global" ? one : one.where(owner, "=", param.owner);
  });
  const insertOne = db.statement((query, param: Placeholders<NoteRow>) => query.insertInto("notes").values(all(param)));
  const updateOne = db.statement((query, param: Placeholders<NoteRow & { expected: number }>) =>
    query.updateTable("notes").set(all(param)).where("id", "=", param.id).where("version", "=", param.expected),
  );
  const deleteOne = db.statement((query, param: Placeholders<{ id: string; version: number }>) =>
    query.deleteFrom("notes").where("id", "=", param.id).where("version", "=", param.version),
  );
  const conflict = uniqueConflict("Note", uniques(scope));
  const find = async (ctx: Context, id: string) => {
    const row = await findOne.first(ctx, { owner: ownerOf(ctx, scope), id });
    return row && toNote(row);
  };
  const existing = async (ctx: Context, id: string, expected: number | undefined) => {
    const note = await find(ctx, id);
    if (note === undefined) throw missing("Note", id);
    checkVersion("Note", note, expected);
    return note;
  };
  return {
    find,
    list: (ctx, query: ListQuery<object, string>) => mine.page(ctx, { owner: ownerOf(ctx, scope) }, query, toNote),
    insert: async (ctx, input) => {
      const note = newNote(ctx, scope, input);
      await insertOne.run(ctx, toRow(note)).catch(conflict);
      return note;
    },
    update: async (ctx, id, patch, expected) => {
      const before = await existing(ctx, id, expected);
      const note = changedNote(before, patch);
      changedOne("Note", id, await updateOne.run(ctx, { ...toRow(note), expected: before.version }).catch(conflict));
      return note;
    },
    delete: async (ctx, id, expected) => {
      const note = await existing(ctx, id, expected);
      changedOne("Note", id, await deleteOne.run(ctx, { id, version: note.version }));
      return note;
    },
  };
}

const letters = ["a", "B", "é", "~", "\u{1F600}", "'", "%"];

for (const scope of ["organization", "user", "global"] as const) {
  const tablesOf = (database: Database) => {
    const time = database.dialect === "postgres" ? "timestamptz" : "text";
    const owner = { organization: "organization_id, ", user: "created_by, ", global: "" }[scope];
    return `create table notes (id text primary key, organization_id text not null, created_by text, created_at ${time} not null,
      updated_at ${time} not null, version integer not null, name text not null, text text, rank integer not null);
      create unique index notes_name_key on notes (${owner}name)`;
  };
  // Each makes its own table, in databases of its own.
  describe(`notes of ${scope}`, () => {
    repositoryContract<Note, NoteCreate, NotePatch>({
      entity: `Note of ${scope}`,
      scope,
      prefix: "nt",
      unguarded: true,
      open: async (database) => {
        if (database instanceof MemoryDatabase) return memoryNotes(database, scope);
        await createTables(database, tablesOf(database));
        return sqlNotes(database as SqlDatabase<Tables>, scope);
      },
      create: (seed) => ({
        name: `${letters[seed % letters.length]}${seed}`,
        rank: seed % 4,
        ...(seed % 2 === 0 ? { text: `t${seed % 3}` } : {}),
      }),
      patch: (seed) => (seed % 3 === 0 ? { text: null } : { rank: seed % 5, name: `p${seed}` }),
      unique: [["name"]],
      filter: ["name", "text", "rank", "createdAt"],
      sort: ["name", "text", "rank", "createdAt"],
      immutable: [],
      nullable: ["text"],
    });
  });
}
