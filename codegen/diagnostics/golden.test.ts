import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";
import { catalog } from "./catalog.ts";
import { terminalReport } from "./terminal.ts";

const file = (path: string, text: string): SourceFile => ({ path: `openapi/${path}`, text });
const edit = (from: string, to: string): readonly SourceFile[] => [changed(labels, from, to)];
const domain = (name: string, more = ""): SourceFile =>
  file(`${name}.yaml`, `openapi: 3.1.1\ninfo: { title: T, version: "1" }\nx-codegen:\n  domain: ${name}\n${more}`);

const bomb = `openapi: 3.1.1
x-bomb:
  a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
  f: [*e, *e]
`;

/** Given a spec with one fault, want the whole output, which lies in golden/<name>.txt. */
const cases: Readonly<Record<string, readonly SourceFile[]>> = {
  "bad-yaml": edit("    Merge:\n", "    Merge: [\n"),
  "not-json": edit("minimum: 1,", "minimum: .nan,"),
  "duplicate-key": edit("  tier: optional\n", "  tier: optional\n  domain: labels\n"),
  "alias-bomb": [file("bomb.yaml", bomb)],
  "alias-to-itself": edit("  requires: []\n", "  requires: &r [*r]\n"),
  "too-deep": [file("deep.yaml", `openapi: 3.1.1\nx-deep: ${"[".repeat(300)}${"]".repeat(300)}\n`)],
  "empty-file": [file("empty.yaml", "")],
  "old-version": [file("old.json", '{ "swagger": "2.0", "info": {} }')],
  "dangling-reference": edit("#/components/schemas/Merge", "#/components/schemas/Marge"),
  "missing-file": [...edit("#/components/schemas/Merge", "comon.yaml#/components/schemas/Merge"), file("common.yaml", "openapi: 3.1.1\n")],
  "foreign-reference": edit("#/components/schemas/Merge", "https://example.com/merge.json"),
  "reference-loop": edit("        into: {", "        self: { $ref: '#/components/schemas/Merge/properties/self' }\n        into: {"),
  "wrong-type": edit("minLength: 1,", "minLength: one,"),
  "no-operation-id": edit("      operationId: mergeLabel\n", ""),
  "unknown-keyword": edit("minLength: 1,", "minLenght: 1,"),
  "not-supported": edit("additionalProperties: { type: number }", "patternProperties: { '^a': { type: number } }"),
  "unknown-annotation": edit("          prefix: lb\n", "          prefix: lb\n          filtre: [name]\n"),
  "misspelt-annotation": edit("      x-codegen: { permission", "      x-codgen: { permission"),
  "annotation-on-info": edit("title: Labels,", "title: Labels, x-codegen: { domain: labels },"),
  "annotation-elsewhere": edit("{ permission: labels.write }", "{ permission: labels.write, prefix: lb }"),
  "immutable-without-entity": edit("{ ref: labels.Label }", "{ ref: labels.Label, immutable: true }"),
  "not-yet": edit("          prefix: lb\n", "          prefix: lb\n          roles: true\n"),
  "undeleted-for-good": edit("events: [created, updated, deleted]", "events: [created, undeleted]"),
  "deleted-at": edit("          prefix: lb\n", "          prefix: lb\n          softDelete: true\n").map((spec) =>
    changed(spec, "        color: {", "        deletedAt: { type: string }\n        color: {"),
  ),
  "not-soft": edit("          prefix: lb\n", "          prefix: lb\n          softDelete: soft\n"),
  "cascade-without-key": edit("scope: organization", "scope: cascade").map((spec) => changed(spec, "          unique: [[name]]\n", "")),
  "cascade-of-two-keys": edit("scope: organization", "scope: cascade").map((spec) =>
    changed(spec, "unique: [[name]]", "unique: [[name], [color]]"),
  ),
  "cascade-by-null": edit("scope: organization", "scope: cascade").map((spec) =>
    changed(spec, "unique: [[name]]", "unique: [[name, note]]"),
  ),
  "bad-scope": edit("scope: organization", "scope: organisation"),
  "missing-annotation": edit("          prefix: lb\n", ""),
  "entity-without-kind": edit("{ permission: labels.write }", "{ permission: labels.write, entity: Label }"),
  "unknown-permission": edit("{ permission: labels.write }", "{ permission: labels.wriet }"),
  "unknown-role-permission": edit("member: [labels.read]", "member: [labels.raed]"),
  "unknown-field": edit("unique: [[name]]", "unique: [[color, nmae]]"),
  "unknown-ref": edit("ref: labels.Label }", "ref: labels.Lable }"),
  "unknown-domain": [labels, domain("notes", "  requires: [lables]\n")],
  "unknown-event": [labels, domain("notes", "  requires: [labels]\n  consumes: [labels.label.craeted]\n")],
  "open-operation": edit("      x-codegen: { permission: labels.write }\n", ""),
  contradiction: edit("{ permission: labels.write }", "{ permission: labels.write, public: true }"),
  "default-out-of-range": edit("default: 100", "default: 0"),
  "bad-default": edit('default: "#888888"', 'default: "grey"'),
  "where-never-holds": edit("{ by: [name], returns: one }", "{ where: { color: grey, note: null, name: null }, returns: many }"),
  "across-nothing": [changed(changed(labels, "returns: one }", "returns: one, across: true }"), "scope: organization", "scope: global")],
  "path-without-operations": edit("          operations: [list, get, create, update, delete]\n", ""),
  "no-domain": [file("plain.yaml", "openapi: 3.1.1\npaths: {}\n")],
  "two-operations-on-a-path": edit("  /labels/{id}/merge:\n    post:", "  /labels/{label}:\n    delete:"),
  "two-operation-ids": edit("operationId: mergeLabel", "operationId: createLabel"),
  "two-tables": [
    labels,
    domain(
      "notes",
      "components: { schemas: { Label: { type: object, properties: {}, x-codegen: { entity: { prefix: lb, scope: global } } } } }\n",
    ),
  ],
  "bad-schema-name": edit("    Merge:\n", "    merge-two: { type: string }\n    Merge:\n"),
  "bad-operation-id": edit("operationId: mergeLabel", "operationId: 'merge-label(); //'"),
  "bad-parameter-name": edit("      parameters:\n", "      parameters:\n        - { name: '$', in: query, schema: { type: string } }\n"),
  "reserved-type": edit("    Merge:\n", "    Context: { type: string }\n    Merge:\n"),
  "shared-name": [labels, file("common.yaml", "openapi: 3.1.1\ncomponents: { schemas: { Label: { type: object } } }\n")],
  "input-type": edit("    Merge:\n", "    MergeLabelInput: { type: string }\n    Merge:\n"),
  nullable: edit("minLength: 1,", "minLength: 1, nullable: true,"),
  "derived-name": edit("    Merge:\n", "    LabelCreate: { type: string }\n    Merge:\n"),
  "requires-cycle": [domain("a", "  requires: [b]\n"), domain("b", "  requires: [c]\n"), domain("c", "  requires: [a]\n")],
  "not-required": [labels, domain("notes", "  consumes: [labels.label.created]\n")],
  "schema-of-another-domain": [
    labels,
    domain("notes", "components: { schemas: { Note: { $ref: 'labels.yaml#/components/schemas/Label' } } }\n"),
  ],
  "core-requires-optional": [labels, domain("notes", "  tier: core\n  requires: [labels]\n")],
  "bad-entity": edit(
    "        name: { type: string, minLength",
    "        version: { type: integer }\n        name: { type: string, minLength",
  ),
  "filter-by-json": edit("filter: [name,", "filter: [shape,"),
  "sort-by-secret": edit("sort: [name,", "sort: [secret,"),
  "unused-permission": edit("labels.read: See labels,", "labels.read: See labels, labels.print: Print labels,"),
  "same-sentence": edit('"Create, change and delete labels"', "See labels"),
  "bad-path": edit("name: id, in: path", "name: label, in: path"),
};

describe("what people see", () => {
  test.each(Object.entries(cases))("%s", async (name, files) => {
    const { model, diagnostics } = plan(files);
    expect(diagnostics).not.toEqual([]);
    expect(model === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
    await expect(terminalReport(diagnostics, files)).toMatchFileSnapshot(`golden/${name}.txt`);
  });
});

describe("the catalog", () => {
  const seen = new Set(Object.values(cases).flatMap((files) => plan(files).diagnostics.map(({ code }) => code)));

  test.each(Object.entries(catalog))("%s has a case above, and says what it is, why, and what to do", (_, entry) => {
    expect(seen).toContain(entry.code);
    for (const text of [entry.title, entry.cause, entry.fix]) expect(text.length).toBeGreaterThan(10);
    for (const sentence of [entry.cause, entry.fix]) expect(sentence).toMatch(/\.$/);
  });

  test("gives each code once", () => {
    const codes = Object.values(catalog).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
