import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";
import { terminalReport } from "./terminal.ts";

const edit = (from: string, to: string): SourceFile => changed(labels, from, to);
const name = "        name: { type: string, minLength: 1, maxLength: 60 }\n";

/** Slips that people make, and that must be said in their terms: the whole output lies in golden/slips/<name>.txt. */
const slips: Readonly<Record<string, SourceFile>> = {
  "second-colon": edit("description: A coloured name.", "description: A coloured name: for people"),
  "comment-by-accident": edit('default: "#888888"', "default: #888888"),
  "text-that-begins-with-a-sign": edit("description: A coloured name.", "description: @people"),
  tab: edit("      required: [name]", "\trequired: [name]"),
  "key-too-far-left": edit(name, name.slice(2)),
  "bracket-left-open": edit("operations: [list, get, create, update, delete]", "operations: [list, get"),
  "typographic-quotes": edit('pattern: "^#[0-9a-f]{6}$"', "pattern: “^#[0-9a-f]{6}$”"),
  "no-space-after-colon": edit("          prefix: lb", "          prefix:lb"),
  "two-documents": edit("components:\n", "---\ncomponents:\n"),
  "backslash-in-quotes": edit('"^#[0-9a-f]{6}$"', '"^#\\d{6}$"'),
  "number-for-text": edit("version: 1.0.0", "version: 1.0"),
  "type-of-another-language": edit("name: { type: string,", "name: { type: varchar,"),
  "null-without-quotes": edit('type: [string, "null"]', "type: [string, null]"),
  "bad-pattern": edit('"^#[0-9a-f]{6}$"', '"^#[0-9a-f{6}$"'),
  "required-without-property": edit("      required: [name]\n", "      required: [nmae]\n"),
  "bounds-the-wrong-way-round": edit("minLength: 1, maxLength: 60", "minLength: 60, maxLength: 1"),
  "bound-of-another-type": edit("minLength: 1, maxLength: 60", "minimum: 1, maxLength: 60"),
  "enum-not-of-its-type": edit(name, "        name: { type: string, enum: [yes, true, 1, null] }\n"),
  "enum-of-one-text": edit(name, "        name: { type: string, enum: red | green }\n"),
  "required-by-itself": edit(name, "        name: { type: string, required: true }\n"),
  "reference-without-sign": edit(name, `${name}        other: { ref: "#/components/schemas/Label" }\n`),
  "annotation-with-underscore": edit("      x-codegen:\n        entity", "      x_codegen:\n        entity"),
  "enum-twice": edit(name, "        name: { type: string, enum: [red, green, red] }\n"),
  "format-misspelt": edit(name, "        name: { type: string, format: datetime }\n"),
  "annotation-not-indented": edit("        entity:\n", "      entity:\n"),
  "annotation-among-properties": edit("      x-codegen:\n        entity:", "        x-codegen:\n          entity:"),
  "entity-key-a-level-too-high": edit(
    "      x-codegen:\n        entity:\n          prefix: lb\n",
    "      prefix: lb\n      x-codegen:\n        entity:\n",
  ),
  "limit-in-words": edit("scope: organization", "scope: organization\n          cache: 60"),
  "pointer-misspelt": edit(name, `${name}        other: { $ref: "#/components/schema/Label" }\n`),
  "field-of-the-server-required": edit("required: [name]", "required: [name, createdAt]"),
  "prefix-in-capitals": edit("prefix: lb", "prefix: LB"),
  "path-without-slash": edit("path: /labels", "path: labels"),
  "operation-misspelt": edit("[list, get, create, update, delete]", "[list, get, create, updte, delete]"),
  "one-name-for-a-list": edit("unique: [[name]]", "unique: [name]"),
  "sort-with-sign": edit("sort: [name,", "sort: [-name,"),
  "field-without-type": edit(name, "        name: { minLength: 1 }\n"),
  "field-in-snake-case": edit(
    "        name: { type: string, minLength",
    "        long_name: { type: string }\n        name: { type: string, minLength",
  ),
  "requires-itself": edit("requires: []", "requires: [labels]"),
  "domain-of-the-platform": { ...labels, text: labels.text.replaceAll("labels", "core") },
};

describe("a slip is said in the terms of who made it", () => {
  test.each(Object.entries(slips))("%s", async (slip, file) => {
    const { diagnostics } = plan([file]);
    expect(diagnostics).not.toEqual([]);
    await expect(terminalReport(diagnostics, [file])).toMatchFileSnapshot(`golden/slips/${slip}.txt`);
  });

  test("the permission of a domain that is not required is known by its owner", () => {
    const notes: SourceFile = {
      path: "openapi/notes.yaml",
      text: labels.text
        .replaceAll(/labels/g, "notes")
        .replaceAll(/Label/g, "Note")
        .replaceAll("lb", "nt")
        .replace("LABELS_", "NOTES_")
        .replace("mergeNote", "mergeNotes")
        .replace("{ permission: notes.write }", "{ permission: labels.write }"),
    };
    expect(plan([labels, notes]).diagnostics.map(({ message }) => message)).toContain(
      '"labels.write" is a permission of labels, which notes does not require: declare one of its own.',
    );
  });
});
