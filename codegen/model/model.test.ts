import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { repository } from "../fixture/repository.ts";
import { plan } from "../plan.ts";
import { loadSpecs } from "../read/load.ts";
import type { SourceFile } from "../read/source.ts";
import type { ObjectSchema, Schema } from "./json-schema.ts";
import type { Domain, Entity, Model } from "./model.ts";

function modelOf(...files: readonly SourceFile[]): Model {
  const { model, diagnostics } = plan(files);
  expect(diagnostics).toEqual([]);
  if (model === undefined) throw new Error("No model.");
  return model;
}

const named = <Item extends { readonly name: string }>(list: readonly Item[], name: string): Item => {
  const found = list.find((item) => item.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

const domainOf = (...files: readonly SourceFile[]): Domain => named(modelOf(...files).domains, "labels");
const label = (file: SourceFile = labels): Entity => named(domainOf(file).entities, "Label");

function object(domain: Domain, name: string): ObjectSchema {
  const { schema } = named(domain.schemas, name);
  if (schema.kind !== "object") throw new Error(`${name} is no object.`);
  return schema;
}

/** A schema in a line: `name!: string|null` for a required one. */
function brief(schema: Schema): string {
  switch (schema.kind) {
    case "reference":
      return schema.name;
    case "id":
      return schema.idType;
    case "enum":
      return schema.values.map((value) => JSON.stringify(value)).join("|");
    case "array":
      return `${brief(schema.items)}[]`;
    case "union":
      return schema.variants.map(brief).join("|");
    case "intersection":
      return schema.parts.map(brief).join("&");
    case "number":
      return schema.integer ? "integer" : "number";
    default:
      return schema.kind;
  }
}
const properties = (schema: ObjectSchema): readonly string[] =>
  schema.properties.map((property) => `${property.name}${property.required ? "!" : ""}: ${brief(property.schema)}`);

describe("an entity", () => {
  test("has names for code and storage", () => {
    expect(label()).toMatchObject({
      ...{ name: "Label", plural: "Labels", variable: "label", pluralVariable: "labels", table: "labels", idType: "LabelId", prefix: "lb" },
      ...{ domain: "labels", path: "/labels", scope: "organization", description: "A coloured name." },
    });
  });

  test("has the server's fields, then its own as declared", () => {
    const want = [
      ["id", "id", "text", "LabelId", "server"],
      ["organizationId", "organization_id", "text", "string", "server"],
      ["createdBy", "created_by", "text", "string", "server nullable"],
      ["createdAt", "created_at", "timestamp", "string", "server"],
      ["updatedAt", "updated_at", "timestamp", "string", "server"],
      ["version", "version", "integer", "integer", "server"],
      ["name", "name", "text", "string", "required"],
      ["color", "color", "text", "string", ""],
      ["note", "note", "text", "string", "nullable"],
      ["shape", "shape", "json", "object", "nullable"],
      ["secret", "secret", "text", "string", "nullable sensitive"],
    ];
    const found = label().fields.map(({ name, column, storage, schema, server, nullable, required, sensitive }) => {
      const flags = [server && "server", required && "required", nullable && "nullable", sensitive && "sensitive"];
      return [name, column, storage, brief(schema), flags.filter(Boolean).join(" ")];
    });
    expect(found).toEqual(want);
  });

  test.each<[string, string, string, boolean]>([
    ["{ type: string }", "text", "string", true],
    ["{ type: string, default: x }", "text", "string", false],
    ["{ type: integer }", "integer", "integer", true],
    ["{ type: integer, format: int64 }", "bigint", "integer", true],
    ["{ type: number }", "real", "number", true],
    ["{ type: boolean, default: false }", "boolean", "boolean", false],
    ["{ type: string, format: date-time }", "timestamp", "string", true],
    ["{ type: [string, 'null'], format: date-time, default: null }", "timestamp", "string", true],
    ["{ type: array, items: { type: string } }", "json", "string[]", true],
    ["{ description: Anything. }", "json", "unknown", true],
    ["{ type: [string, integer] }", "json", "string|integer", true],
    ["{ enum: [a, b], default: a }", "text", '"a"|"b"', false],
    ["{ type: [string, 'null'], enum: [a, null], default: a }", "text", '"a"', true],
    ["{ const: a, default: a }", "text", '"a"', false],
    ["{ enum: [1, 2] }", "integer", "1|2", true],
    ["{ $ref: '#/components/schemas/Color' }", "text", "Color", true],
    ["{ $ref: '#/components/schemas/Alias', default: red }", "text", "Alias", false],
    ["{ $ref: '#/components/schemas/Maybe', default: red }", "text", "Maybe", true],
    ["{ oneOf: [{ $ref: '#/components/schemas/Merge' }, { type: 'null' }] }", "json", "Merge", true],
    ["{ type: string, x-codegen: { ref: labels.Label } }", "text", "LabelId", true],
    ["{ type: [string, 'null'], x-codegen: { ref: labels.Label } }", "text", "LabelId", true],
  ])("keeps %s as %s", (schema, storage, brevity, nullable) => {
    const extra =
      "    Color: { enum: [red] }\n    Alias: { $ref: '#/components/schemas/Color' }\n    Maybe: { type: [string, 'null'], enum: [red, null] }\n";
    const file = changed(
      changed(labels, "        note: {", `        field: ${schema}\n        note: {`),
      "    Merge:\n",
      `${extra}    Merge:\n`,
    );
    const field = named(label(file).fields, "field");
    expect([field.storage, brief(field.schema), field.nullable]).toEqual([storage, brevity, nullable]);
  });

  test.each([
    ["global", ["id", "createdAt", "updatedAt", "version"], undefined],
    ["user", ["id", "createdBy", "createdAt", "updatedAt", "version"], false],
    ["organization", ["id", "organizationId", "createdBy", "createdAt", "updatedAt", "version"], true],
  ])("of scope %s has the owner that goes with it", (scope, names, nullable) => {
    const { fields } = label(changed(labels, "scope: organization", `scope: ${scope}`));
    expect(fields.filter(({ server }) => server !== undefined).map(({ name }) => name)).toEqual(names);
    expect(fields.find(({ name }) => name === "createdBy")?.nullable).toBe(nullable);
  });

  test.each([
    ["Category", "categories"],
    ["Key", "keys"],
    ["Branch", "branches"],
    ["Address", "addresses"],
    ["HTTPCall", "http_calls"],
    ["LabelSet2", "label_set2s"],
  ])("called %s is kept in %s", (name, table) => {
    const text = labels.text
      .replaceAll(/\bLabel:/g, `${name}:`)
      .replaceAll("schemas/Label", `schemas/${name}`)
      .replaceAll("labels.Label", `labels.${name}`);
    expect(named(domainOf({ ...labels, text }).entities, name).table).toBe(table);
  });
});

describe("the schemas made from an entity", () => {
  const domain = domainOf(labels);

  test("stand after the declared ones", () => {
    expect(domain.schemas.map(({ name }) => name)).toEqual(["Merge", "Label", "LabelCreate", "LabelPatch", "LabelPage"]);
  });

  test("the view has all but what is sensitive; a missing value is null", () => {
    expect(properties(object(domain, "Label"))).toEqual([
      ...[
        "id!: LabelId",
        "organizationId!: string",
        "createdBy!: string|null",
        "createdAt!: string",
        "updatedAt!: string",
        "version!: integer",
      ],
      ...["name!: string", "color!: string", "note!: string|null", "shape!: object|null"],
    ]);
  });

  test("create takes what the spec lets be written, as it is declared", () => {
    expect(properties(object(domain, "LabelCreate"))).toEqual([
      "name!: string",
      "color: string",
      "note: string|null",
      "shape: object",
      "secret: string",
    ]);
    expect(object(domain, "LabelCreate").additional).toBe(false);
  });

  test("a patch takes all of that or nothing, and null where null clears", () => {
    expect(properties(object(domain, "LabelPatch"))).toEqual([
      "name: string",
      "color: string",
      "note: string|null",
      "shape: object|null",
      "secret: string|null",
    ]);
    expect(object(domain, "LabelPatch").properties.map((property) => property.default)).toEqual(Array.from({ length: 5 }));
    expect(object(domain, "LabelPatch").additional).toBe(false);
  });

  test("a patch has nothing immutable, and neither it nor create anything read-only", () => {
    const file = changed(
      changed(labels, "name: { type: string, minLength: 1,", "name: { x-codegen: { immutable: true }, type: string, minLength: 1,"),
      "note: { type:",
      "note: { readOnly: true, type:",
    );
    expect(object(domainOf(file), "LabelCreate").properties.map(({ name }) => name)).toEqual(["name", "color", "shape", "secret"]);
    expect(object(domainOf(file), "LabelPatch").properties.map(({ name }) => name)).toEqual(["color", "shape", "secret"]);
    expect(named(object(domainOf(file), "Label").properties, "note").readOnly).toBe(true);
  });

  test("a page has items, the next cursor, and a total when asked for", () => {
    expect(properties(object(domain, "LabelPage"))).toEqual(["items!: Label[]", "nextCursor!: string|null", "total: integer"]);
    const without = changed(labels, "operations: [list, get,", "operations: [get,");
    expect(domainOf(without).schemas.map(({ name }) => name)).not.toContain("LabelPage");
  });
});

describe("operations", () => {
  const { operations } = domainOf(labels);
  const operation = (id: string) => {
    const found = operations.find((other) => other.id === id);
    if (found === undefined) throw new Error(`There is no ${id}.`);
    return found;
  };

  test("of the shorthand are spelled out beside the written ones, by path", () => {
    expect(
      operations.map(({ id, method, path, permission, response, inputType }) => [id, method, path, permission, response.status, inputType]),
    ).toEqual([
      ["listLabels", "get", "/labels", "labels.read", 200, undefined],
      ["createLabel", "post", "/labels", "labels.write", 201, undefined],
      ["getLabel", "get", "/labels/{id}", "labels.read", 200, undefined],
      ["updateLabel", "patch", "/labels/{id}", "labels.write", 200, undefined],
      ["deleteLabel", "delete", "/labels/{id}", "labels.write", 204, undefined],
      ["mergeLabel", "post", "/labels/{id}/merge", "labels.write", 200, "MergeLabelInput"],
    ]);
    expect(operation("updateLabel").crud).toEqual({ entity: "Label", kind: "update" });
    expect(operation("mergeLabel").crud).toBeUndefined();
  });

  test("a list has a parameter for each filter, and the pages'", () => {
    expect(operation("listLabels").parameters.map(({ name, variable, schema }) => [name, variable, brief(schema)])).toEqual([
      ...["eq", "ne"].map((key) => [`filter[name][${key}]`, `filterName${key === "eq" ? "Eq" : "Ne"}`, "string"]),
      ["filter[name][in]", "filterNameIn", "string[]"],
      ["filter[name][contains]", "filterNameContains", "string"],
      ...["Eq", "Lt", "Lte", "Gt", "Gte"].map((key) => [`filter[createdAt][${key.toLowerCase()}]`, `filterCreatedAt${key}`, "string"]),
      ["sort", "sort", '"name"|"-name"|"createdAt"|"-createdAt"'],
      ["limit", "limit", "integer"],
      ["cursor", "cursor", "string"],
      ["total", "total", "boolean"],
    ]);
  });

  test.each([
    ["{ type: integer }", "eq ne lt lte gt gte in"],
    ["{ type: boolean }", "eq"],
    ["{ enum: [a, b] }", "eq ne in"],
    ["{ type: string, x-codegen: { ref: labels.Label } }", "eq ne in"],
  ])("a filter of %s asks %s", (schema, operators) => {
    const file = changed(
      changed(labels, "        note: {", `        field: ${schema}\n        note: {`),
      "filter: [name, createdAt]",
      "filter: [field]",
    );
    const list = domainOf(file).operations.find(({ id }) => id === "listLabels");
    const found = list?.parameters.flatMap(({ name }) => /^filter\[field\]\[(\w+)\]$/.exec(name)?.[1] ?? []);
    expect(found?.join(" ")).toBe(operators);
  });

  test.each([
    ["permission: labels.write", "labels.write", true],
    ["permission: authenticated", "authenticated", false],
    ["public: true", "public", false],
    ["internal: true", "internal", false],
  ])("with `%s` say who may call, and whether in an organization", (annotation, permission, tenant) => {
    const file = changed(labels, "{ permission: labels.write }", `{ ${annotation} }`);
    expect(domainOf(file).operations.find(({ id }) => id === "mergeLabel")).toMatchObject({ permission, tenant });
  });

  test("bound by hand to an entity have its signature", () => {
    const without = changed(labels, "operations: [list, get, create, update, delete]", "operations: [list, get, create, delete]");
    const text = without.text.replace(
      /paths:[\s\S]*?components:/,
      `paths:
  /tags/{id}:
    patch:
      operationId: changeTag
      x-codegen: { permission: labels.write, entity: Label, kind: update }
components:`,
    );
    expect(domainOf({ ...labels, text }).operations.find(({ id }) => id === "changeTag")).toMatchObject({
      ...{ path: "/tags/{id}", crud: { entity: "Label", kind: "update" }, inputType: undefined, body: { schema: { name: "LabelPatch" } } },
      ...{ parameters: [{ name: "id", in: "path" }], response: { status: 200, schema: { name: "Label" } } },
    });
  });
});

describe("the project's own specs", () => {
  const model = modelOf(...loadSpecs(repository));
  const domain = (name: string) => named(model.domains, name);

  test("a stream of events has a discriminated union", () => {
    const stream = domain("runs").operations.find(({ id }) => id === "streamRunEvents");
    expect(stream).toMatchObject({ response: { kind: "sse", schema: { name: "RunNews" } }, inputType: "StreamRunEventsInput" });
    expect(stream?.parameters.map(({ variable }) => variable)).toEqual(["id", "lastEventId"]);
    expect(named(domain("runs").schemas, "RunNews").schema).toMatchObject({
      ...{ kind: "union", mode: "oneOf" },
      discriminator: {
        property: "kind",
        mapping: [
          { value: "log", variant: 2 },
          { value: "run", variant: 0 },
          { value: "step", variant: 1 },
        ],
      },
    });
  });

  test("bytes go in and out unread, with the headers declared", () => {
    const { operations } = domain("artifacts");
    expect(operations.find(({ id }) => id === "uploadArtifact")?.body).toMatchObject({ kind: "binary", required: true });
    const { response } = operations.find(({ id }) => id === "downloadArtifact") ?? {};
    expect(response).toMatchObject({ kind: "binary", mediaType: "application/octet-stream", schema: undefined });
    expect(response?.headers.map(({ name }) => name)).toContain("Content-Length");
  });

  test("a domain consumes another's event by a method named after it", () => {
    expect(domain("pipelines").consumes).toEqual([
      { type: "organizations.organization.created", method: "onOrganizationCreated", domain: "organizations", dataType: "Organization" },
    ]);
    expect(domain("organizations").events.map(({ type, method }) => [type, method])).toContainEqual([
      "organizations.organization.created",
      "organizationCreated",
    ]);
  });

  test("an id of another domain's entity knows its prefix", () => {
    expect(named(named(domain("organizations").entities, "Membership").fields, "userId").schema).toEqual({
      ...{ kind: "id", entity: "User", domain: "auth", prefix: "us", idType: "UserId" },
    });
  });

  test("a default behind a reference holds for the property", () => {
    expect(named(object(domain("auth"), "Credentials").properties, "keep").default).toBe("body");
  });

  test("a method may look across organizations only when it says so", () => {
    const { methods } = named(domain("organizations").entities, "Membership");
    expect(methods.map(({ name, returns, across }) => [name, returns, across])).toEqual(
      expect.arrayContaining([
        ["findByUser", "one", false],
        ["listOfUser", "many", true],
      ]),
    );
  });
});
