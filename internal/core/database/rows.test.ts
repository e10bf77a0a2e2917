import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { Problem } from "../problems/problem.ts";
import { testContext } from "../testing/context.ts";
import { actorId, changedOne, checkVersion, missing, ownerOrganization, ownerUser, uniqueConflict } from "./rows.ts";

const uniques = [
  { index: "labels_name_key", fields: ["name"] },
  { index: "labels_pipeline_id_number_key", fields: ["pipelineId", "number"] },
];

function thrown(act: () => unknown): unknown {
  try {
    return void act();
  } catch (error) {
    return error;
  }
}

describe("rows", () => {
  it.each([
    ["organization_id, name", ["/name"]],
    ["organization_id, pipeline_id, number", ["/pipelineId", "/number"]],
    ["organization_id, unknown", []],
  ])("points at the fields of SQLite's unique index over %s", (columns, pointers) => {
    const db = new BetterSqlite3(":memory:");
    db.exec("create table labels (organization_id, name, pipeline_id, number, unknown)");
    db.exec(`create unique index u on labels (${columns})`);
    const insert = db.prepare("insert into labels values ('a', 'b', 'c', 'd', 'e')");
    insert.run();
    const problem = thrown(() => {
      try {
        insert.run();
      } catch (error) {
        uniqueConflict("Label", uniques)(error);
      }
    });
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 409, errors: pointers.map((pointer) => ({ pointer })) });
  });

  it("points at the fields of Postgres's constraint", () => {
    const error = Object.assign(new Error("duplicate key"), { code: "23505", constraint: "labels_pipeline_id_number_key" });
    const problem = thrown(() => uniqueConflict("Label", uniques)(error));
    expect(problem).toMatchObject({ status: 409, errors: [{ pointer: "/pipelineId" }, { pointer: "/number" }] });
  });

  it("throws any other error on as it is", () => {
    const error = Object.assign(new Error("foreign key"), { code: "23503" });
    expect(thrown(() => uniqueConflict("Label", uniques)(error))).toBe(error);
    expect(thrown(() => uniqueConflict("Label", uniques)("text"))).toBe("text");
  });

  it("knows missing, stale and lost rows", () => {
    expect(missing("Label", "lb-1")).toMatchObject({ status: 404 });
    expect(thrown(() => checkVersion("Label", { version: 2 }, 1))).toMatchObject({ status: 412 });
    expect(thrown(() => checkVersion("Label", { version: 2 }, 2))).toBeUndefined();
    expect(thrown(() => checkVersion("Label", { version: 2 }, undefined))).toBeUndefined();
    expect(thrown(() => changedOne("Label", "lb-1", 0))).toMatchObject({ status: 412 });
    expect(thrown(() => changedOne("Label", "lb-1", 1))).toBeUndefined();
  });

  it("takes the owner from the context alone", () => {
    expect(ownerOrganization(testContext({ organization: "og-1" }))).toBe("og-1");
    expect(thrown(() => ownerOrganization(testContext({ organization: "" })))).toMatchObject({ status: 403 });
    expect(ownerUser(testContext({ user: "us-1" }))).toBe("us-1");
    expect(thrown(() => ownerUser(testContext({ user: null })))).toMatchObject({ status: 403 });
    expect(actorId(testContext({ user: null }))).toBeNull();
  });
});
