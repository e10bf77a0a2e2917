import { describe, expect, it } from "vitest";
import { domainOf, fixtureModel } from "../emit/fixture/model.ts";
import type { Entity } from "../model/model.ts";
import { indexes, indexName } from "./indexes.ts";

const model = fixtureModel("labels", "gauges");
const entity = (domain: string, name: string, given: Partial<Entity> = {}): Entity => {
  const found = domainOf(model, domain).entities.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return { ...found, unique: [], indexes: [], methods: [], sort: [], listed: false, ...given };
};
const columns = (of: Entity): string[] => indexes(of).map((index) => `${index.unique ? "unique " : ""}${index.columns.join(" ")}`);

describe("indexes", () => {
  it.for<[string, Entity, string[]]>([
    [
      "begin with the owner",
      entity("labels", "Label", { unique: [["name"]], indexes: [["color"]] }),
      ["unique organization_id name", "organization_id color"],
    ],
    ["begin with the person in the scope of a user", entity("gauges", "Pin", { indexes: [["gaugeId"]] }), ["created_by gauge_id"]],
    ["have no owner in the global scope", entity("gauges", "Unit", { unique: [["symbol"]] }), ["unique symbol"]],
    [
      "serve the orders of a list, creation always",
      entity("labels", "Label", { sort: ["name"], listed: true }),
      ["organization_id created_at id", "organization_id name id"],
    ],
    [
      "serve an order of a unique field once",
      entity("labels", "Label", { sort: ["name"], unique: [["name"]] }),
      ["unique organization_id name"],
    ],
    [
      "serve methods",
      entity("labels", "Label", { methods: [{ name: "ofColor", by: ["color"], where: [], returns: "many", across: false }] }),
      ["organization_id color"],
    ],
    [
      "serve methods that go across owners",
      entity("labels", "Label", { methods: [{ name: "ofColor", by: ["color"], where: [], returns: "many", across: true }] }),
      ["color"],
    ],
    [
      "leave out what a longer one begins with",
      entity("labels", "Label", { indexes: [["color"], ["color", "name"], ["color"]] }),
      ["organization_id color name"],
    ],
    [
      "keep a shorter unique one, which says more",
      entity("labels", "Label", { unique: [["color"]], indexes: [["color", "name"]] }),
      ["unique organization_id color", "organization_id color name"],
    ],
  ])("%s", ([, given, want]) => {
    expect(columns(given)).toEqual(want);
  });

  it("never share a name, and fit into Postgres", () => {
    const long = entity("labels", "Label", { table: "t".repeat(60), indexes: [["name"], ["color"]], unique: [["name"], ["color"]] });
    const names = indexes(long).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.length <= 63)).toBe(true);
    expect(indexName(entity("labels", "Label"), ["name"], "key")).toBe("labels_name_key");
  });
});
