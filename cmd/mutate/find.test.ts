import ts from "typescript";
import { describe, expect, test } from "vitest";
import { editsIn, operators } from "./find.ts";
import type { Artifact, Mutant } from "./mutant.ts";
import { mutated } from "./mutant.ts";
import { sampleOf } from "./sample.ts";

/** Each fault that is found in a text, and the text with it. */
function faults(artifact: Artifact, text: string): readonly (readonly [fault: string, text: string])[] {
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);
  return editsIn(source, operators[artifact]).map((edit) => [edit.fault, mutated(text, edit as Mutant)]);
}

describe("faults of generated code", () => {
  test.each<[Artifact, string, string, string]>([
    ["sqlite", 'q.where("organization_id", "=", p.o).where("id", "=", p.id)', "tenant predicate dropped", 'q.where("id", "=", p.id)'],
    ["sqlite", 'q.where("id", "=", p.id)', "id predicate turned", 'q.where("id", "<>", p.id)'],
    ["postgres", 'q.where("deleted_at", "is", null)', "predicate on deleted rows dropped", "q"],
    ["postgres", 'q.where("version", "=", p.v)', "version predicate dropped", "q"],
    ["sqlite", 'q.where(ofTeams("team_id", p.t)).where("id", "=", p.id)', "team predicate dropped", 'q.where("id", "=", p.id)'],
    ["sqlite", 'q.orderBy("name")', "order turned", 'q.orderBy("name", "desc")'],
    ["sqlite", "q.set({ a: p.a, b: p.b })", "column not changed", "q.set({ b: p.b })".replace("{ b", "{  b")],
    ["sqlite", 'changedOne("A", id, await u.run(x));', "lost write not noticed", "await u.run(x);"],
    ["sqlite", "await i.run(x).catch(conflict);", "conflict not told", "await i.run(x);"],
    [
      "sqlite",
      "const r = { organization_id: ctx.organization };",
      "another tenant",
      'const r = { organization_id: "og-0000000000000000" };',
    ],
    ["memory", "const f = a.o === b && seen(a);", "first condition dropped", "const f = seen(a);"],
    ["memory", "const f = rows.filter(mine);", "filter dropped", "const f = rows;"],
    ["rows", 'const aUnique = [{ fields: ["a", "b"] }];', "unique field dropped", 'const aUnique = [{ fields: ["a"] }];'],
    ["rows", "const r = { version: before.version + 1 };", "not counted up", "const r = { version: before.version };"],
    ["server", 'const o = { permission: "a.read" };', "operation opened", 'const o = { permission: "public" };'],
    ["server", "const o = { a: 1, idempotent: true };", "idempotent dropped", "const o = { a: 1 };"],
    ["validators", "integer({ minimum: 1 })", "minimum moved out", "integer({ minimum: 0 })"],
    ["validators", "integer({ maximum: 9 })", "maximum moved in", "integer({ maximum: 8 })"],
    ["validators", "object({ a: required(string()) })", "required dropped", "object({ a: optional(string()) })"],
    ["views", 'const r = { debt: ["admin"] };', "role changed", 'const r = { debt: ["nobody"] };'],
    ["service", "await events.rackCreated(ctx, rack);", "event not published", ""],
    ["behaviour", "const a = cached(db, live, rows.a, { ttl: 1 });", "cached dropped", "const a = rows.a;"],
  ])("of %s: %s has one that is called %s", (artifact, text, fault, wanted) => {
    expect(faults(artifact, text)).toContainEqual([fault, wanted]);
  });

  test("none is made of a predicate that a read before has made sure of", () => {
    const own = '.where("organization_id", "=", p.o)';
    const write = `q.updateTable("a").set({ b: p.b })${own}.where("id", "=", p.id).where("version", "=", param.expectedVersion)`;
    const told = (text: string) => faults("postgres", text).map(([fault]) => fault);
    expect(told(write)).not.toContain("tenant predicate dropped");
    expect(told(write)).toEqual(expect.arrayContaining(["tenant predicate turned", "id predicate dropped", "version predicate dropped"]));
    expect(told(`q.selectFrom("a")${own}`)).toContain("tenant predicate dropped");
  });

  test("none is made of an order that an index gives, of versions of what never changes, and of JSON that means the same", () => {
    const told = (text: string) => faults("postgres", text).map(([fault]) => fault);
    expect(told('q.where("at", "<", p.b).orderBy("at").limit(p.l)')).toEqual(expect.not.arrayContaining(["order dropped"]));
    const repository = (method: string) =>
      `function f() { q.deleteFrom("a").where("version", "=", p.v); return { async ${method}(ctx) {} }; }`;
    expect([told(repository("insert")), told(repository("update"))].map((all) => all.includes("version predicate dropped"))).toEqual([
      false,
      true,
    ]);
    for (const json of ["JSON.stringify(b)", 'db.cipher.seal(JSON.stringify(b), "x")'])
      expect(told(`const r = { a: b === null ? null : ${json} };`)).toEqual(["always the first", "comparison turned"]);
  });

  test("none is made that another rule beside it catches as well", () => {
    const made = faults("validators", 'string({ minLength: 1, pattern: "^a+$" }); string({ minLength: 1, pattern: "^a*$" });');
    expect(made.filter(([fault]) => fault === "minLength dropped")).toHaveLength(1);
    const mail = (most: number) => faults("validators", `string({ format: "email", maxLength: ${most} })`).map(([fault]) => fault);
    expect([mail(254), mail(60)].map((all) => all.includes("maxLength dropped"))).toEqual([false, true]);
  });

  test("none is made in types, which no test could see", () => {
    expect(faults("memory", "interface A { f(x: B extends C ? D : E): void }\nimport { a } from 'b';")).toEqual([]);
  });
});

describe("a sample", () => {
  const mutants = [..."aaaaaaaaaabc"].map(
    (fault, start): Mutant => ({
      ...{ file: "f", domain: "d", artifact: "rows", fault, line: 1, start, end: start, replacement: "" },
    }),
  );

  test("has each kind of fault, before any kind again", () => {
    expect(new Set(sampleOf(mutants, 3, 1).map(({ fault }) => fault))).toEqual(new Set(["a", "b", "c"]));
    expect(sampleOf(mutants, 100, 1).length).toBe(mutants.length);
  });

  test("is the same for the same seed, and another for another", () => {
    expect(sampleOf(mutants, 5, 1)).toEqual(sampleOf(mutants, 5, 1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => JSON.stringify(sampleOf(mutants, 5, seed)))).size).toBeGreaterThan(1);
  });
});
