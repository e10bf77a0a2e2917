import { describe, expect, it } from "vitest";
import { proposeMigrations } from "../migrations/propose.ts";
import { mutable } from "./entity-types.ts";
import { emitData } from "./fixture/emitters.ts";
import { domainOf, fixtureModel } from "./fixture/model.ts";

describe("the labels of the sample", () => {
  const model = fixtureModel("labels");

  it.for([...emitData(model), ...proposeMigrations(model, () => false)])("are written as a person would: %s", async ([path, text]) => {
    await expect(text).toMatchFileSnapshot(`golden/${path}.txt`);
  });

  it("come out the same from a model built anew", () => {
    expect(emitData(fixtureModel("labels"))).toEqual(emitData(model));
  });

  it("take no more than 140 columns, and end no line in blanks", () => {
    for (const [path, text] of emitData(model)) {
      expect(
        text.split("\n").filter((line) => line.length > 140 || line !== line.trimEnd()),
        path,
      ).toEqual([]);
    }
  });
});

describe("the tenant predicate", () => {
  const files = emitData(fixtureModel("labels", "gauges"));
  const text = (path: string): string => files.get(path) ?? "";

  it.for(["sqlite", "postgres"])("stands in every query of %s, but for rows without an owner and methods that go across", (dialect) => {
    const queries = text(`generated/gauges/${dialect}.gen.ts`)
      .split(/\n {2}const /)
      .filter((part) => /\bdb\.(statement|list)\(/.test(part));
    const reading = queries.filter((query) => !query.includes("insertInto"));
    const tables = (query: string): string => /(?:selectFrom|updateTable|deleteFrom)\("(\w+)"\)/.exec(query)?.[1] ?? "";
    const without = reading.filter((query) => !/\.where\("(organization_id|created_by)", "=", param\./.test(query));
    expect(without.map((query) => `${/^\w+/.exec(query)?.[0]} ${tables(query)}`)).toEqual([
      "listByTitleQuery gauges",
      "findOne units",
      "listed units",
      "updateOne units",
      "deleteOne units",
      "countAllQuery units",
    ]);
    expect(reading.length).toBeGreaterThan(without.length + 5);
  });

  it("takes the owner from the context", () => {
    expect(text("generated/gauges/sqlite.gen.ts")).not.toMatch(
      /(organization_id|created_by): (?!param\.|string|ctx\.organization|ownerUser\(ctx\)|gauge\.|pin\.)/,
    );
  });
});

describe("the two databases", () => {
  const files = emitData(fixtureModel("gauges"));
  const lines = (dialect: string): string[] => (files.get(`generated/gauges/${dialect}.gen.ts`) ?? "").split("\n");

  it("differ in as many lines as there are values that they keep differently", () => {
    const [sqlite, postgres] = [lines("sqlite"), lines("postgres")];
    expect(postgres.length).toBe(sqlite.length);
    const different = sqlite.filter(
      (line, index) =>
        line !== postgres[index] && line.replaceAll("Sqlite", "Postgres").replaceAll("sqlite", "postgres") !== postgres[index],
    );
    expect(different.map((line) => line.trim().split(/[:(]/)[0])).toMatchInlineSnapshot(`
      [
        "createdAt",
        "updatedAt",
        "shape",
        "open",
        "at",
        "maybeShape",
        "maybeOpen",
        "maybeAt",
        "anything",
        "parts",
        "created_at",
        "updated_at",
        "open",
        "at",
        "maybe_open",
        "maybe_at",
        ".where",
        "const listByOpenQuery = db.statement",
        "const rows = await listByOpenQuery.all",
        "createdAt",
        "updatedAt",
        "created_at",
        "updated_at",
        "createdAt",
        "updatedAt",
        "created_at",
        "updated_at",
      ]
    `);
  });
});

describe("an entity that never changes", () => {
  it("has neither an update nor a patch", () => {
    const model = fixtureModel("gauges");
    const pin = domainOf(model, "gauges").entities.find(({ name }) => name === "Pin");
    expect(pin && mutable(pin)).toEqual([]);
    expect(emitData(model).get("generated/gauges/types.gen.ts")).not.toContain("PinPatch");
    expect(emitData(model).get("generated/gauges/repository.gen.ts")).not.toContain("PinPatch");
  });
});
