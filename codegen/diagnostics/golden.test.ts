import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { tickets } from "../fixture/tickets.ts";
import { findLongLocks } from "../migrate/long-locks.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";
import { catalog } from "./catalog.ts";
import { Problems } from "./problems.ts";
import { terminalReport } from "./terminal.ts";

const file = (path: string, text: string): SourceFile => ({ path: `openapi/${path}`, text });
const edit = (from: string, to: string): readonly SourceFile[] => [changed(labels, from, to)];
const ticket = (from: string, to: string): readonly SourceFile[] => [changed(tickets, from, to)];
const domain = (name: string, more = ""): SourceFile =>
  file(`${name}.yaml`, `openapi: 3.1.1\ninfo: { title: T, version: "1" }\nx-codegen:\n  domain: ${name}\n${more}`);

const plain = (item: string): SourceFile =>
  file("pets.yaml", `openapi: 3.1.1\ninfo: { title: T, version: "1" }\npaths: { /pets: ${item} }\n`);

const bomb = `openapi: 3.1.1
x-bomb:
  a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
  f: [*e, *e]
`;

/** Labels with notes that belong to them; `keys` of the relation, and what else is exchanged. */
const notes = (keys: string, ...exchanged: readonly (readonly [string, string])[]): readonly SourceFile[] => [
  exchanged.reduce(
    (spec, [from, to]) => changed(spec, from, to),
    changed(
      changed(labels, "          prefix: lb\n", `          prefix: lb\n          relations: { notes: { ${keys} } }\n`),
      "    Label:\n",
      `    Note:
      type: object
      required: [labelId]
      properties:
        labelId: { type: string, x-codegen: { ref: labels.Label } }
      x-codegen:
        entity: { prefix: nt, scope: organization }
    Label:
`,
    ),
  ),
];

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
  "idle-keyword": edit("minLength: 1,", "minimum: 1,"),
  impossible: edit("minLength: 1,", "minLength: 100,"),
  "no-operation-id": edit("      operationId: mergeLabel\n", ""),
  "unknown-keyword": edit("minLength: 1,", "minLenght: 1,"),
  "not-supported": edit("      parameters:\n", "      parameters:\n        - { name: q, in: query, content: { text/csv: {} } }\n"),
  ignored: edit("additionalProperties: { type: number }", "allOf: [], unevaluatedProperties: { type: number }"),
  renamed: [plain("{ get: { operationId: pet-list }, post: { operationId: petList } }")],
  "unknown-annotation": edit("          prefix: lb\n", "          prefix: lb\n          filtre: [name]\n"),
  "misspelt-annotation": edit("      x-codegen: { permission", "      x-codgen: { permission"),
  "annotation-on-info": edit("title: Labels,", "title: Labels, x-codegen: { domain: labels },"),
  "annotation-elsewhere": edit("{ permission: labels.write }", "{ permission: labels.write, prefix: lb }"),
  "immutable-without-entity": edit("{ ref: labels.Label }", "{ ref: labels.Label, immutable: true }"),
  "undeleted-for-good": edit("events: [created, updated, deleted]", "events: [created, undeleted]"),
  "deleted-at": edit("          prefix: lb\n", "          prefix: lb\n          softDelete: true\n").map((spec) =>
    changed(spec, "        color: {", "        deletedAt: { type: string }\n        color: {"),
  ),
  "not-soft": edit("          prefix: lb\n", "          prefix: lb\n          softDelete: soft\n"),
  "relation-to-nothing": notes("many: Nope, onDelete: cascade"),
  "relation-of-two-kinds": notes("many: Note, one: Note, onDelete: cascade"),
  "relation-of-no-kind": notes("onDelete: cascade"),
  "relation-twice": notes("many: Note, onDelete: cascade }, more: { many: Note, onDelete: restrict"),
  "relation-without-end": notes("many: Note"),
  "relation-to-one-of-many": notes("one: Note, onDelete: cascade"),
  "relation-clears-what-is-required": notes("many: Note, onDelete: null"),
  "relation-across-scopes": notes("many: Note, onDelete: cascade", ["prefix: nt, scope: organization", "prefix: nt, scope: user"]),
  "relation-of-hidden": notes(
    "many: Note, onDelete: cascade",
    ["prefix: nt,", "prefix: nt, softDelete: true,"],
    ["          prefix: lb\n", "          prefix: lb\n          softDelete: true\n"],
  ),
  "relation-to-hidden": notes("many: Note, onDelete: restrict", ["prefix: nt,", "prefix: nt, softDelete: true,"]),
  "relation-without-field": notes("many: Note, onDelete: restrict", [
    "labelId: { type: string, x-codegen: { ref: labels.Label } }",
    "labelId: { type: string }",
  ]),
  "relation-by-unknown-field": notes("many: Note, by: labelID, onDelete: restrict"),
  "relation-by-either": notes("many: Note, onDelete: restrict", [
    "        labelId: {",
    "        other: { type: string, x-codegen: { ref: labels.Label } }\n        labelId: {",
  ]),
  "relation-in-a-circle": notes(
    "many: Note, onDelete: restrict",
    ["prefix: nt, scope: organization", "prefix: nt, scope: organization, relations: { labels: { many: Label, onDelete: restrict } }"],
    ["        color: {", "        noteId: { type: string, x-codegen: { ref: labels.Note } }\n        color: {"],
  ),
  "relation-to-itself": edit(
    "          prefix: lb\n",
    "          prefix: lb\n          relations: { parts: { many: Label, onDelete: cascade } }\n",
  ).map((spec) =>
    changed(spec, "        color: {", "        partOf: { type: [string, 'null'], x-codegen: { ref: labels.Label } }\n        color: {"),
  ),
  "relation-takes-a-method": notes("many: Note, onDelete: restrict", [
    "prefix: nt, scope: organization",
    "prefix: nt, scope: organization, methods: { listNotesOfLabel: { returns: count } }",
  ]),
  "audit-without-readers": edit("          prefix: lb\n", "          prefix: lb\n          audit: true\n").map((spec) =>
    changed(
      changed(spec, "operations: [list, get, create, update, delete]", "operations: [list, get]"),
      "          write: labels.write\n",
      "",
    ),
  ),
  "audit-of-something": edit("          prefix: lb\n", "          prefix: lb\n          audit: [name]\n"),
  "cache-for-too-long": edit("          prefix: lb\n", "          prefix: lb\n          cache: { ttl: 2d }\n"),
  "cache-without-end": edit("          prefix: lb\n", "          prefix: lb\n          cache: true\n"),
  "roles-of-one-person": edit("          prefix: lb\n", "          prefix: lb\n          roles: true\n").map((spec) =>
    changed(spec, "scope: organization", "scope: user"),
  ),
  "roles-beside-a-cache": edit("          prefix: lb\n", "          prefix: lb\n          roles: true\n          cache: { ttl: 1h }\n"),
  "roles-that-nobody-sets": edit("          prefix: lb\n", "          prefix: lb\n          roles: true\n").map((spec) =>
    changed(
      changed(spec, "operations: [list, get, create, update, delete]", "operations: [list, get]"),
      "          write: labels.write\n",
      "",
    ),
  ),
  "teams-that-are-nothing": edit("          prefix: lb\n", "          prefix: lb\n          teams: labels.Lable\n"),
  "teams-of-one-person": edit("          prefix: lb\n", "          prefix: lb\n          teams: labels.Label\n").map((spec) =>
    changed(spec, "scope: organization", "scope: user"),
  ),
  "teams-beside-a-cache": edit(
    "          prefix: lb\n",
    "          prefix: lb\n          teams: labels.Label\n          cache: { ttl: 1h }\n",
  ),
  "teams-that-nobody-can-ask-for": [
    ...edit("          prefix: lb\n", "          prefix: lb\n          teams: crews.Crew\n"),
    domain(
      "crews",
      `components:
  schemas:
    Crew:
      type: object
      properties: { name: { type: string } }
      x-codegen: { entity: { prefix: cr, scope: organization } }
`,
    ),
  ],
  "team-twice": edit("          prefix: lb\n", "          prefix: lb\n          teams: labels.Label\n").map((spec) =>
    changed(spec, "        color: {", "        teamId: { type: string }\n        color: {"),
  ),
  "relation-to-what-no-team-hides": notes("many: Note, onDelete: cascade", [
    "          prefix: lb\n",
    "          prefix: lb\n          teams: labels.Label\n",
  ]),
  "relation-to-what-roles-hide": notes("many: Note, onDelete: restrict", ["prefix: nt,", "prefix: nt, roles: true,"]),
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
  "renamed-from-what-is-there": edit("color: { type: string,", "color: { x-codegen: { renamedFrom: name }, type: string,"),
  "renamed-twice": edit(
    "note: { type: [",
    "hue: { type: string, x-codegen: { renamedFrom: tint } }\n        tone: { type: string, x-codegen: { renamedFrom: tint } }\n        note: { type: [",
  ),
  "entity-renamed-from-itself": edit("prefix: lb\n", "prefix: lb\n          renamedFrom: Label\n"),
  "default-out-of-range": edit("default: 100", "default: 0"),
  "bad-default": edit('default: "#888888"', 'default: "grey"'),
  "where-never-holds": edit("{ by: [name], returns: one }", "{ where: { color: grey, note: null, name: null }, returns: many }"),
  "across-nothing": [changed(changed(labels, "returns: one }", "returns: one, across: true }"), "scope: organization", "scope: global")],
  "path-without-operations": edit("          operations: [list, get, create, update, delete]\n", ""),
  "no-domain": [file("some.yaml", "openapi: 3.1.1\npaths: {}\ncomponents: { schemas: { A: { type: object, x-codegen: {} } } }\n")],
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
  "reserved-plural": edit(
    "    Merge:\n",
    `    Event: { type: object, properties: {}, x-codegen: { entity: { prefix: ev, scope: global } } }\n    Merge:\n`,
  ),
  "unknown-state": ticket("from: [open], to: fixing", "from: [opne], to: fixing"),
  "unknown-initial-state": ticket("initial: open", "initial: new"),
  "unknown-terminal-state": ticket("terminal: [closed]", "terminal: [closde]"),
  "unreachable-state": ticket("enum: [open,", "enum: [lost, open,"),
  "dead-end": [
    changed(
      changed(tickets, "close: { from: [fixed, review]", "close: { from: [fixed]"),
      "          timeouts: { review: { after: 2h, transition: close } }\n",
      "",
    ),
  ],
  "leaves-terminal": ticket("close: { from: [fixed, review]", "close: { from: [fixed, review, closed]"),
  "ambiguous-automatic": ticket(
    "skip: { from: [fixed], to: closed, auto: true, guard: isSmall }",
    "skip: { from: [fixed], to: closed, auto: true }",
  ),
  "automatic-cycle": ticket("close: {", "again: { from: [review], to: fixed, auto: true }\n            close: {"),
  "automatic-self": ticket("hand_over: { from: [fixed], to: review,", "hand_over: { from: [fixed], to: '=',"),
  "automatic-start": ticket("close: {", "go: { from: [open], to: fixing, auto: true }\n            close: {"),
  "automatic-with-roles": ticket("guard: isSmall }", "guard: isSmall, allow: [fixer] }"),
  "nobody-may": ticket("to: fixing, allow: [fixer] }", "to: fixing }"),
  "unknown-machine-role": ticket("to: fixing, allow: [fixer] }", "to: fixing, allow: [fixre] }"),
  "unknown-input": ticket("input: Fix,", "input: Fxi,"),
  "timeout-of-unknown-state": ticket("timeouts: { review:", "timeouts: { reviwe:"),
  "timeout-by-unknown-transition": ticket("transition: close }", "transition: colse }"),
  "timeout-that-stays": ticket("transition: close }", "transition: start }"),
  "timeout-with-input": ticket("timeouts: {", "timeouts: { fixing: { after: 1d, transition: fix },"),
  "timeout-that-never-comes": [
    changed(
      changed(tickets, "auto: true, guard: isBig }", "auto: true }"),
      "            skip: { from: [fixed], to: closed, auto: true, guard: isSmall }\n",
      "",
    ),
  ].map((file) => changed(file, "timeouts: {", "timeouts: { fixed: { after: 1d, transition: close },")),
  "bad-duration": ticket("after: 2h", "after: 2 hours"),
  "timeout-of-users": ticket("scope: organization", "scope: user"),
  "unknown-state-field": ticket("field: status", "field: state"),
  "state-is-no-enum": ticket("field: status", "field: title"),
  "state-with-default": ticket("type: string, enum: [open,", "type: string, default: fixing, enum: [open,"),
  "reserved-state": ticket("enum: [open,", "enum: ['*', open,"),
  "machine-without-entity": [file("tickets.yaml", tickets.text.replace(/ {8}entity:\n(?: {10}.*\n)+/, ""))],
  "machine-without-path": ticket("          path: /tickets\n", ""),
  "machine-without-read": ticket("          read: tickets.read\n", ""),
  "machine-key": ticket("guard: isBig }", "gaurd: isBig }"),
  "two-transitions-on-a-path": ticket("start: {", "fixIt: { from: [open], to: fixing, allow: [fixer] }\n            fix_it: {"),
  "times-out-at": ticket("title: { type: string }", "title: { type: string }\n        timesOutAt: { type: string }"),
  "role-like-a-built-in": ticket("fixer: [tickets.read]", "membr: [], fixer: [tickets.read]"),
  "role-of-the-platform": ticket("fixer: [tickets.read]", "system: [], fixer: [tickets.read]"),
  "webhook-name": ticket("  tickets.ticket.priced:", "  ticket.priced:"),
  "webhook-without-event": ticket("x-codegen: { event: { aggregate: Ticket } }", "summary: Priced."),
  "webhook-of-nothing": ticket("aggregate: Ticket", "aggregate: Tocket"),
  "webhook-body": ticket("schema: { $ref: '#/components/schemas/Price' }", "schema: { type: object }"),
  "webhook-permission": ticket("event: { aggregate: Ticket }", "event: { aggregate: Ticket }, permission: tickets.read"),
  "webhook-method": ticket("  tickets.ticket.priced:\n    post:", "  tickets.ticket.priced:\n    put: { responses: {} }\n    post:"),
  "two-events": ticket("  tickets.ticket.priced:", "  tickets.ticket.close:"),
  "event-on-an-operation": edit("{ permission: labels.write }", "{ permission: labels.write, event: { aggregate: Label } }"),
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

/** What is wrong with a migration. */
function locked() {
  const text = '-- Names are looked for.\nCREATE INDEX "notes_name_index" ON "notes" ("name");\n';
  const problems = new Problems();
  const files = findLongLocks([{ path: "sql/notes/0002_names.postgres.sql", text }], problems);
  return { files, diagnostics: problems.list() };
}

test("what people see of a migration", async () => {
  const { files, diagnostics } = locked();
  await expect(terminalReport(diagnostics, files)).toMatchFileSnapshot("golden/long-lock.txt");
});

describe("the catalog", () => {
  const found = [...Object.values(cases).map((files) => plan(files)), locked()];
  const seen = new Set(found.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));

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
