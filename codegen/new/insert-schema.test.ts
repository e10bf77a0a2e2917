import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repository } from "../fixture/repository.ts";
import { insertSchema } from "./insert-schema.ts";

const schema = "Added:\n  type: object\n  properties:\n    text: { type: string }\n";
const meant = { type: "object", properties: { text: { type: "string" } } };

describe("a schema more", () => {
  const folders = ["openapi", "codegen/emit/fixture", "codegen/init/template/openapi", "examples/conduit/openapi"];
  const specs = folders.flatMap((folder) =>
    readdirSync(join(repository, folder)).flatMap((name) => (name.endsWith(".yaml") ? [`${folder}/${name}`] : [])),
  );

  it.each(specs)("leaves every line of %s as it is", (path) => {
    const text = readFileSync(join(repository, path), "utf8");
    const changed = insertSchema(text, schema);
    const { components, ...rest } = parse(text);
    expect(parse(changed)).toEqual({ ...rest, components: { ...components, schemas: { ...components?.schemas, Added: meant } } });
    const lines = text.split("\n");
    let next = 0;
    for (const line of changed.split("\n")) if (line === lines[next]) next++;
    expect(next).toBe(lines.length);
  });

  it.each([
    [
      "behind a comment at the end of a line",
      "components:\n  schemas:\n    A: { type: string } # one\n",
      "components:\n  schemas:\n    A: { type: string } # one\n    @",
    ],
    [
      "before what follows",
      "components:\n  schemas:\n    A: {}\n  responses: {}\npaths: {}\n",
      "components:\n  schemas:\n    A: {}\n    @  responses: {}\npaths: {}\n",
    ],
    [
      "before a comment about what follows",
      "components:\n  schemas:\n    A:\n      type: string\n# Paths\npaths: {}\n",
      "components:\n  schemas:\n    A:\n      type: string\n    @# Paths\npaths: {}\n",
    ],
    [
      "behind a block of text",
      "components:\n  schemas:\n    A:\n      description: |\n        Long.\n\n        Longer.\n",
      "components:\n  schemas:\n    A:\n      description: |\n        Long.\n\n        Longer.\n    @",
    ],
    [
      "behind a list",
      "components:\n  schemas:\n    A:\n      required:\n        - a\n        - b\n",
      "components:\n  schemas:\n    A:\n      required:\n        - a\n        - b\n    @",
    ],
    [
      "behind a schema without a value",
      "components:\n  schemas:\n    A:\npaths: {}\n",
      "components:\n  schemas:\n    A:\n    @paths: {}\n",
    ],
    [
      "at the end of a file without a last line break",
      "components:\n  schemas:\n    A: { type: string }",
      "components:\n  schemas:\n    A: { type: string }\n    @",
    ],
    ["in place of empty braces", "components:\n  schemas: {} # none\npaths: {}\n", "components:\n  schemas: # none\n    @paths: {}\n"],
    ["below an empty key", "components:\n  schemas:\npaths: {}\n", "components:\n  schemas:\n    @paths: {}\n"],
    [
      "beside other components",
      "components:\n  responses:\n    A: {}\npaths: {}\n",
      "components:\n  responses:\n    A: {}\n  schemas:\n    @paths: {}\n",
    ],
    ["in components that are empty", "components: {}\npaths: {}\n", "components:\n  schemas:\n    @paths: {}\n"],
    ["without components", "paths: {}", "paths: {}\ncomponents:\n  schemas:\n    @"],
  ])("goes %s", (_place, before, after) => {
    const placed = "Added:\n      type: object\n      properties:\n        text: { type: string }\n";
    expect(insertSchema(before, schema)).toBe(after.replace("@", placed));
  });

  it("is indented as its neighbours are", () => {
    const wide = "components:\n    schemas:\n        A:\n            type: string\n";
    expect(insertSchema(wide, schema)).toBe(
      `${wide}        Added:\n            type: object\n            properties:\n                text: { type: string }\n`,
    );
  });

  it("ends its lines as the file does", () => {
    const text = "components:\r\n  schemas:\r\n    A: {}\r\n";
    const changed = insertSchema(text, schema);
    expect(changed.replaceAll("\r\n", "")).not.toContain("\n");
    expect(parse(changed).components.schemas).toEqual({ A: {}, Added: meant });
  });

  it.each([
    ["between braces", "components: { schemas: { A: {} } }\n", /between braces/],
    ["no mapping", "- a\n", /no sound YAML/],
    ["broken", "a: [\n", /no sound YAML/],
  ])("is refused where the spec is %s", (_what, text, message) => {
    expect(() => insertSchema(text, schema)).toThrow(message);
  });
});
