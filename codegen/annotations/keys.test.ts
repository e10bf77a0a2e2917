import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { emit } from "../emit/emit.ts";
import { labels } from "../fixture/labels.ts";
import { tickets } from "../fixture/tickets.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Json } from "../model/json-schema.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";
import { allKeys, changedAt, type Path, type Use, usesIn } from "./testing/keys.ts";
import { proofs } from "./testing/proofs.ts";
import { vocabulary } from "./vocabulary.ts";

/** Specs that belong together, by the name of each. */
type Specs = ReadonlyMap<string, Json>;

const fixture = (name: string): [string, Json] => {
  const path = join(import.meta.dirname, "../emit/fixture", `${name}.yaml`);
  return [name, parseYaml(readFileSync(path, "utf8")) as Json];
};
const groups: readonly Specs[] = [
  new Map([["labels", parseYaml(labels.text) as Json]]),
  new Map([["tickets", parseYaml(tickets.text) as Json]]),
  new Map(["catalog", "orders"].map(fixture)),
  new Map(["planning", "digest"].map(fixture)),
  ...["shelves", "ledgers", "notes", "staff", "patients", "keys", "articles", "stories", "crews"].map((name) => new Map([fixture(name)])),
];

/** One key to a line, so that the line of a diagnostic says which is meant. */
const filesOf = (specs: Specs): readonly SourceFile[] =>
  [...specs].map(([name, document]) => ({ path: `openapi/${name}.json`, text: JSON.stringify(document, null, 1) }));

interface Found extends Use {
  readonly specs: Specs;
  readonly spec: string;
}
const uses = groups.flatMap((specs) =>
  [...specs].flatMap(([spec, document]) => usesIn(document).map((use): Found => ({ ...use, specs, spec }))),
);
const byKey = Map.groupBy(uses, ({ key }) => key);
const keys = allKeys();

/** What only a migration from an earlier state can show (codegen/migrate/migrate.test.ts): here the model must know it. */
const ofMigrations = new Set(["schema.entity.renamedFrom", "property.renamedFrom"]);

const withChange = ({ specs, spec, path }: Found, change: (value: Json) => Json | undefined): Specs =>
  new Map([...specs].map(([name, document]) => [name, name === spec ? changedAt(document, path, change) : document]));

/** What is made of specs, as one text; or what is wrong with them, if anything is. */
function made(specs: Specs): { readonly files?: ReadonlyMap<string, string>; readonly problems: ReturnType<typeof plan>["diagnostics"] } {
  const { model, diagnostics } = plan(filesOf(specs));
  if (model === undefined) return { problems: diagnostics };
  const renamed = model.domains.flatMap(({ entities }) =>
    entities.flatMap((entity) => [entity.renamedFrom, ...entity.fields.map((field) => field.renamedFrom)]),
  );
  const files = new Map([...emit(model), ...proposeMigrations(model, () => false), ["renamed", renamed.join(" ")]]);
  return { files, problems: diagnostics };
}

const known = new Map(groups.map((specs) => [specs, made(specs).files] as const));

/** The lines that a path takes in a file that has each key on a line of its own. */
function linesOf(document: Json, path: Path): readonly [number, number] {
  const marked = JSON.stringify(
    changedAt(document, path, (value) => [value, "<the end of it>"] as Json),
    null,
    1,
  ).split("\n");
  const end = marked.findIndex((line) => line.includes("<the end of it>"));
  const size = JSON.stringify(pathed(document, path), null, 1).split("\n").length;
  // The mark puts the value into a list, which begins one line above it.
  const start = end - size;
  return [start, start + size - 1];
}

const pathed = (document: Json, path: Path): Json =>
  path.reduce<Json>((value, step) => Reflect.get(value as object, step) as Json, document);

const ajv = new Ajv2020({ strict: false });
ajv.addSchema(vocabulary, "vocabulary");

/** Of some strange values one that the vocabulary refuses here. */
function wrongValue(use: Found): Json {
  const document = use.specs.get(use.spec) as Json;
  const at = use.path.indexOf("x-codegen") + 1;
  const place = use.key.split(".")[0];
  for (const strange of [12, "?", "", [], {}, null, -1, [[]]] as Json[]) {
    const annotation = pathed(
      changedAt(document, use.path, () => strange),
      use.path.slice(0, at),
    );
    if (ajv.getSchema(`vocabulary#/$defs/${place}`)?.(annotation) !== true) return strange;
  }
  throw new Error(`Nothing is wrong for ${use.key}.`);
}

describe("the specs that the keys are shown with", () => {
  test("are sound", () => {
    for (const specs of groups) expect(made(specs).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("have every key", () => {
    expect(keys.filter((key) => !byKey.has(key))).toEqual([]);
  });
});

describe.each(keys)("the key %s", (key) => {
  const found = byKey.get(key) ?? [];

  test("has an effect: without it something else is made, or it is missed", () => {
    const isEffective = found.some((use) => {
      const { files, problems } = made(withChange(use, () => undefined));
      if (files === undefined) return problems.every(({ location }) => location !== undefined);
      const before = known.get(use.specs);
      const paths = new Set([...files.keys(), ...(before?.keys() ?? [])]);
      return [...paths].some((path) => (path === "renamed") === ofMigrations.has(key) && files.get(path) !== before?.get(path));
    });
    expect(isEffective).toBe(true);
  });

  test("is missed where it is misspelt, and refused where its value is wrong, at its place", () => {
    const use = found[0];
    if (use === undefined) throw new Error(`No spec has the key ${key}.`);
    const wrong = wrongValue(use);
    const specs = withChange(use, () => wrong);
    const [first, last] = linesOf(specs.get(use.spec) as Json, use.path);
    const { problems } = made(specs);
    const inPlace = problems
      .filter(({ location }) => location?.file === `openapi/${use.spec}.json`)
      .map(({ location }) => location?.line ?? 0);
    expect(
      inPlace.some((line) => first <= line && line <= last),
      `${JSON.stringify(wrong)}: lines ${first} to ${last}: ${inPlace}`,
    ).toBe(true);

    const parent = use.path.slice(0, -1);
    const name = String(use.path.at(-1));
    const misspelt: Found = { ...use, path: parent };
    const renamed = withChange(misspelt, (value) => {
      const entries = Object.entries(value as object).map(([other, inner]): [string, Json] => [
        other === name ? `${other}ss` : other,
        inner as Json,
      ]);
      return Object.fromEntries(entries);
    });
    const [line] = linesOf(renamed.get(use.spec) as Json, [...parent, `${name}ss`]);
    const said = made(renamed).problems.filter(({ location }) => location?.line === line);
    expect(said.map(({ message }) => message).join(" ")).toContain(`${name}ss`);
  });

  test("has a test of what it does", () => {
    const [file, title] = proofs[key] ?? ["", ""];
    expect(file, `${key} has no proof: name the test that fails without its effect in codegen/annotations/testing/proofs.ts`).not.toBe("");
    expect(readFileSync(file, "utf8")).toContain(title);
  });
});

test("no proof is of a key that does not exist", () => {
  expect(Object.keys(proofs).filter((key) => !keys.includes(key))).toEqual([]);
});
