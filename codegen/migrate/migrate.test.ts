import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Migration, Migrations } from "../database/migrations.ts";
import { lazyPostgres, type PostgresServer } from "../database/postgres.ts";
import { testPostgres } from "../fixture/postgres.ts";
import { initialMigration } from "../migrations/initial.ts";
import type { Model } from "../model/model.ts";
import { plan } from "../plan.ts";
import { type Proposal, proposeNext } from "./propose.ts";
import { checkWords, insert, postgresDatabase, run, schemaOf, select, sqliteDatabase, type TestDatabase } from "./testing/databases.ts";
import { expected, nullable, type Row, rowsOf, tableOf } from "./testing/rows.ts";
import { anySpec, edited, modelOf, sampleOf, type TestEntity, type TestSpec } from "./testing/spec.ts";
import type { Fill } from "./values.ts";

testPostgres();

let server: PostgresServer;
beforeAll(() => {
  server = lazyPostgres();
});
afterAll(() => server.stop());

const first = (model: Model): Migrations => {
  const of = (dialect: "sqlite" | "postgres") => model.domains.flatMap((domain) => initialMigration(domain, dialect) ?? []);
  return { sqlite: of("sqlite"), postgres: of("postgres") };
};

const propose = (model: Model, migrations: Migrations, fills: ReadonlyMap<string, Fill> = new Map()): Promise<Proposal> =>
  proposeNext({ model, migrations, fills, name: undefined }, server.run);

function withFiles(migrations: Migrations, files: ReadonlyMap<string, string>): Migrations {
  const of = (dialect: "sqlite" | "postgres"): Migration[] => [
    ...migrations[dialect],
    ...[...files].filter(([path]) => path.endsWith(`.${dialect}.sql`)).map(([path, text]) => ({ path, text })),
  ];
  return { sqlite: of("sqlite"), postgres: of("postgres") };
}

/** Runs `work` on each database, made by the migrations. */
async function onBoth(migrations: Migrations, work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const sqlite = sqliteDatabase();
  try {
    await run(sqlite, migrations.sqlite);
    await work(sqlite);
  } finally {
    sqlite.close();
  }
  await server.run(migrations.postgres, (db) => work(postgresDatabase(db)));
}

/** A value for whatever needs one. */
const fillsOf = (spec: TestSpec): ReadonlyMap<string, Fill> =>
  new Map(
    modelOf(spec)
      .domains.flatMap(({ entities }) => entities)
      .flatMap((entity) => {
        const properties = spec.find(({ name }) => name === entity.name)?.properties ?? [];
        return properties
          .filter((property) => !nullable(property) && property.default === undefined)
          .map(({ name, kind }): [string, Fill] => [
            `${entity.table}.${entity.fields.find((field) => field.name === name)?.column}`,
            { value: sampleOf(kind) },
          ]);
      }),
  );

describe("migrate", () => {
  it("leads from any spec to any other: the tables are as if made fresh, and the rows survive", { timeout: 600_000 }, async () => {
    const histories = anySpec.chain((one) => edited(one).chain((two) => edited(two).map((three) => [one, two, three] as const)));
    await fc.assert(
      fc.asyncProperty(histories, async ([one, two, three]) => {
        const start = first(modelOf(one));
        const second = withFiles(start, (await propose(modelOf(two), start, fillsOf(two))).files);
        const third = withFiles(second, (await propose(modelOf(three), second, fillsOf(three))).files);
        const fresh: Record<string, unknown> = {};
        await onBoth(first(modelOf(three)), async (database) => {
          fresh[database.dialect] = await schemaOf(database);
        });
        await onBoth(start, async (database) => {
          let rows = one.flatMap((entity) => rowsOf(entity).map((row) => ({ entity, table: tableOf(entity.name), row })));
          for (const { table, row } of rows) await insert(database, table, row);
          for (const [spec, from, to] of [
            [two, start, second],
            [three, second, third],
          ] as const) {
            await run(database, to[database.dialect].slice(from[database.dialect].length));
            rows = rows.flatMap(({ entity, row }) => {
              const next = expected(row, entity, spec);
              const now = spec.find(({ name }) => tableOf(name) === next?.table);
              return next === undefined || now === undefined ? [] : [{ entity: now, ...next }];
            });
            for (const entity of spec) await expectRows(database, spec, entity, rows);
            await checkWords(database);
          }
          expect(await schemaOf(database)).toEqual(fresh[database.dialect]);
        });
      }),
      { numRuns: Number(process.env.RUNS ?? 8) },
    );
  });

  it("takes out a searched table while another gets a new name", async () => {
    const note = (name: string, more: Partial<TestEntity> = {}): TestEntity => ({
      name,
      properties: [{ name: "text", kind: "text", required: true, search: false }],
      ...{ unique: [], indexes: [], ...more },
    });
    const searched = note("Branch", { properties: [{ name: "text", kind: "text", required: true, search: true }] });
    const start = first(modelOf([note("Note"), searched]));
    const after = [note("Letter", { renamedFrom: "Note" })];
    const end = withFiles(start, (await propose(modelOf(after), start)).files);
    const fresh: Record<string, unknown> = {};
    await onBoth(first(modelOf(after)), async (database) => {
      fresh[database.dialect] = await schemaOf(database);
    });
    await onBoth(end, async (database) => expect(await schemaOf(database)).toEqual(fresh[database.dialect]));
  });

  it("brings in the search of lists and takes it out again, under another name too, and loses no words on the way", async () => {
    const named = (name: string, search: boolean, more: Partial<TestEntity> = {}): TestSpec => [
      {
        name,
        properties: [
          { name: "text", kind: "text", required: true, search },
          { name: "size", kind: more.indexes === undefined ? "integer" : "text", required: true },
        ],
        ...{ unique: [], indexes: [], ...more },
      },
    ];
    const row = { ...rowsOf(named("Note", false)[0] as TestEntity)[0] } as Row;
    const steps: readonly TestSpec[] = [
      named("Note", false),
      named("Note", true),
      // A table that is made anew, for another reason, keeps its index; one of another name needs an index of another name.
      named("Note", true, { indexes: ["size"] }),
      named("Letter", true, { indexes: ["size"], renamedFrom: "Note" }),
      named("Letter", false, { indexes: ["size"] }),
    ];
    let migrations = first(modelOf(steps[0] ?? []));
    const lengths = { sqlite: [migrations.sqlite.length], postgres: [migrations.postgres.length] };
    for (const step of steps.slice(1)) {
      const proposal = await propose(modelOf(step), migrations);
      expect(proposal.items.filter(({ destroys }) => destroys)).toEqual([]);
      migrations = withFiles(migrations, proposal.files);
      for (const dialect of ["sqlite", "postgres"] as const) lengths[dialect].push(migrations[dialect].length);
    }
    await onBoth({ sqlite: [], postgres: [] }, async (database) => {
      const until = (step: number) =>
        run(
          database,
          migrations[database.dialect].slice(step === 0 ? 0 : lengths[database.dialect][step - 1], lengths[database.dialect][step]),
        );
      const count = async (table: string) => {
        const query =
          database.dialect === "sqlite"
            ? `select count(*) as n from ${table} where search_row in (select rowid from ${table}_search where ${table}_search match '"hay"*')`
            : `select count(*) as n from ${table} where search_words @@ 'hay:*'::tsquery`;
        return Number((await database.rows(query))[0]?.n);
      };
      await until(0);
      await insert(database, "notes", row);
      await until(1);
      await insert(database, "notes", { ...row, id: "later", search_words: "haystack needle" });
      await database.script(`update notes set search_words = 'hay' where id = 'a'`);
      expect(await count("notes")).toBe(2);
      await until(2);
      expect(await count("notes")).toBe(2);
      await until(3);
      expect(await count("letters")).toBe(2);
      await database.script(`update letters set search_words = 'straw' where id = 'a'; delete from letters where id = 'later'`);
      expect(await count("letters")).toBe(0);
      await checkWords(database);
      await until(4);
      const found = await schemaOf(database);
      await onBoth(first(modelOf(named("Letter", false, { indexes: ["size"] }))), async (other) => {
        if (other.dialect === database.dialect) expect(found).toEqual(await schemaOf(other));
      });
    });
  });

  it("brings in vectors, throws those of another length away, and takes them out again", { timeout: 120_000 }, async () => {
    const text = readFileSync(join(import.meta.dirname, "../emit/fixture/stories.yaml"), "utf8");
    const modelOfText = (spec: string): Model => {
      const { model, diagnostics } = plan([{ path: "openapi/stories.yaml", text: spec }]);
      if (model === undefined) throw new Error(JSON.stringify(diagnostics));
      return model;
    };
    const none = modelOfText(text.replaceAll(/^ *(?:vector: .*|meaning:\n(?: {10}.*\n)*)\n?/gm, ""));
    const short = modelOfText(text);
    const long = modelOfText(text.replace("dimensions: 64", "dimensions: 128").replace("metric: ip", "metric: l2"));
    let migrations = first(none);
    for (const [to, destroyed] of [
      [short, []],
      [long, ["drops stories_vectors_64 with all its rows"]],
      [
        none,
        [
          "drops songs_vectors_8 with all its rows",
          "drops sayings_vectors_8 with all its rows",
          "drops stories_vectors_128 with all its rows",
        ],
      ],
    ] as const) {
      const proposal = await propose(to, migrations);
      expect(
        proposal.items
          .filter(({ destroys }) => destroys)
          .map(({ text }) => text)
          .sort(),
      ).toEqual([...destroyed].sort());
      migrations = withFiles(migrations, proposal.files);
      const fresh: Record<string, unknown> = {};
      await onBoth(first(to), async (database) => {
        fresh[database.dialect] = await schemaOf(database);
      });
      await onBoth(migrations, async (database) => expect(await schemaOf(database)).toEqual(fresh[database.dialect]));
    }
  });

  it("brings in what rows belong to, and takes it out again", { timeout: 120_000 }, async () => {
    const text = readFileSync(join(import.meta.dirname, "../emit/fixture/shelves.yaml"), "utf8");
    const modelOfText = (spec: string): Model => {
      const { model, diagnostics } = plan([{ path: "openapi/shelves.yaml", text: spec }]);
      if (model === undefined) throw new Error(JSON.stringify(diagnostics));
      return model;
    };
    const related = modelOfText(text);
    const apart = modelOfText(text.replaceAll(/^ *relations: .*\n(?: {12,}.*\n)*/gm, ""));
    expect(apart).not.toEqual(related);
    for (const [from, to] of [
      [apart, related],
      [related, apart],
    ] as const) {
      const { items, files } = await propose(to, first(from));
      expect(items.length).toBeGreaterThan(1);
      const fresh: Record<string, unknown> = {};
      await onBoth(first(to), async (database) => {
        fresh[database.dialect] = await schemaOf(database);
      });
      await onBoth(withFiles(first(from), files), async (database) => expect(await schemaOf(database)).toEqual(fresh[database.dialect]));
    }
  });
});

async function expectRows(
  database: TestDatabase,
  spec: TestSpec,
  entity: TestEntity,
  rows: readonly { readonly table: string; readonly row: Row }[],
): Promise<void> {
  const table = tableOf(entity.name);
  const found = await select(database, modelOf(spec), table);
  expect(found).toEqual(rows.filter((row) => row.table === table).map(({ row }) => row));
}
