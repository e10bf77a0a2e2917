import { describe, expect, test } from "vitest";
import { changed } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";

/** Operations of every kind, each on a line of its own, so that a place names its operation. */
const operations: SourceFile = {
  path: "openapi/notes.yaml",
  text: `openapi: 3.1.1
info: { title: Notes, version: "1" }
x-codegen: { domain: notes, permissions: { notes.write: Write notes }, roles: { member: [notes.write] }, features: [print] }
paths:
  /a: { post: { operationId: write, x-codegen: { permission: notes.write, feature: print }, responses: { "204": { description: Done } } } }
  /b: { get: { operationId: read, x-codegen: { permission: notes.write }, responses: { "204": { description: Done } } } }
  /c: { post: { operationId: open, x-codegen: { public: true }, responses: { "204": { description: Done } } } }
  /d: { post: { operationId: mine, x-codegen: { permission: authenticated }, responses: { "204": { description: Done } } } }
  /e: { post: { operationId: inside, x-codegen: { internal: true }, responses: { "204": { description: Done } } } }
  /f: { post: { operationId: upload, x-codegen: { permission: notes.write }, requestBody: { required: true, content: { application/octet-stream: {} } }, responses: { "204": { description: Done } } } }
  /g: { get: { operationId: watch, x-codegen: { permission: notes.write, stream: sse }, responses: { "200": { description: Events, content: { text/event-stream: { schema: { type: string } } } } } } }
  /h: { post: { operationId: download, x-codegen: { permission: notes.write }, responses: { "200": { description: Bytes, content: { application/zip: { schema: { type: string, format: binary } } } } } } }
`,
};

const lines = { write: 5, read: 6, open: 7, mine: 8, inside: 9, upload: 10, watch: 11, download: 12 } as const;

/** The annotation of one operation with more in it. */
function withKeys(operation: keyof typeof lines, keys: string): SourceFile {
  const [head = ""] =
    /operationId: \w+, x-codegen: \{ /.exec(operations.text.slice(operations.text.indexOf(`operationId: ${operation},`))) ?? [];
  return changed(operations, head, `${head}${keys}, `);
}

describe("what an operation asks for", () => {
  test.each<[keyof typeof lines, string, string, RegExp]>([
    ["write", "rateLimit: { limit: 0, window: 1m, by: user }", "AW2004", /holds 1 to 1000 calls, not 0/],
    ["write", "rateLimit: { limit: 1001, window: 1m, by: user }", "AW2004", /holds 1 to 1000 calls/],
    ["write", "rateLimit: { limit: 5, window: 1500ms, by: user }", "AW2004", /whole seconds/],
    ["write", "rateLimit: { limit: 5, window: 2d, by: user }", "AW2004", /one day at the most/],
    ["write", "rateLimit: { limit: 5, window: soon, by: user }", "AW2004", /must be a duration like 30s/],
    ["write", "rateLimit: { limit: 5, window: 1m, by: ipp }", "AW2004", /must be one of ip, user, organization/],
    ["write", "rateLimit: { limit: 5, by: ip }", "AW2005", /needs `window`/],
    ["write", "rateLimit: { limit: 5, window: 1m, by: ip, burst: 3 }", "AW2001", /no key "burst"/],
    ["open", "rateLimit: { limit: 5, window: 1m, by: user }", "AW2008", /nobody knows who calls: count `by: ip`/],
    ["open", "rateLimit: { limit: 5, window: 1m, by: organization }", "AW2008", /count `by: ip`/],
    ["mine", "rateLimit: { limit: 5, window: 1m, by: organization }", "AW2008", /count `by: user`/],
    ["read", "idempotent: true", "AW2008", /a GET changes nothing/],
    ["open", "idempotent: true", "AW2008", /anybody may call it/],
    ["upload", "idempotent: true", "AW2008", /while its client sends bytes/],
    ["download", "idempotent: true", "AW2008", /bytes are not kept/],
    ["write", "transaction: none, idempotent: true", "AW2008", /could do it twice/],
    ["write", "idempotent: false", "AW2004", /must be true/],
    ["watch", "timeout: 5s", "AW2008", /any time/],
    ["write", "timeout: 11m", "AW2004", /ten minutes at the most/],
    ["write", "timeout: 5", "AW2004", /must be a duration like 30s/],
    ["read", "transaction: none", "AW2008", /it only reads/],
    ["upload", "transaction: none", "AW2008", /while its client sends bytes/],
    ["write", "transaction: some", "AW2004", /must be "none"/],
    ["write", "stale: true", "AW2008", /it may write/],
    ["watch", "stale: true", "AW2008", /what happens now/],
    ["read", "feature: prinnt", "AW2006", /no feature "prinnt"/],
    ["open", "feature: print", "AW2008", /need not act in one/],
    ...(
      [
        "rateLimit: { limit: 5, window: 1m, by: ip }",
        "idempotent: true",
        "timeout: 5s",
        "transaction: none",
        "audit: true",
        "stale: true",
        "feature: print",
      ] as const
    ).map((keys): [keyof typeof lines, string, string, RegExp] => ["inside", keys, "AW2008", /in process/]),
  ])("%s with %s is refused at its place: %s", (operation, keys, code, message) => {
    const file = withKeys(operation, keys);
    const { model, diagnostics } = plan([file]);
    expect(model).toBeUndefined();
    expect(diagnostics).toEqual([expect.objectContaining({ code, message: expect.stringMatching(message) })]);
    const { line, column } = diagnostics[0]?.location ?? { line: 0, column: 0 };
    expect(line).toBe(lines[operation]);
    const text = file.text.split("\n")[line - 1] ?? "";
    expect(column).toBeGreaterThanOrEqual(text.indexOf(keys) - 20);
    expect(column).toBeLessThanOrEqual(text.indexOf(keys) + keys.length + 1);
  });

  test("comes with a suggestion when a feature is misspelt", () => {
    expect(plan([withKeys("read", "feature: prinnt")]).diagnostics[0]).toMatchObject({ suggestion: "print" });
  });

  test("leaves no trace on operations that ask for nothing", () => {
    const { model } = plan([operations]);
    expect(model?.domains[0]?.operations.map(({ id, effects }) => [id, effects])).toEqual([
      ["write", { feature: "notes.print" }],
      ...["read", "open", "mine", "inside", "upload", "watch", "download"].map((id) => [id, undefined]),
    ]);
  });

  test("a feature that no operation has, and one that stands twice, are told of", () => {
    expect(plan([changed(operations, ", feature: print", "")]).diagnostics).toMatchObject([
      { code: "AW4001", severity: "warning", location: { line: 3 } },
    ]);
    expect(plan([changed(operations, "[print]", "[print, print]")]).diagnostics).toMatchObject([{ code: "AW2004" }]);
  });
});

describe("the menu", () => {
  const menu = (entries: string) => plan([changed(operations, "features: [print]", `features: [print], menu: [${entries}]`)]).diagnostics;
  test.each([
    ["{ id: notes, path: /notes, icon: note, order: 1, permission: notes.wriet }", "AW2006", /no permission "notes.wriet"/],
    ["{ id: notes, path: /notes, icon: note, order: -1 }", "AW2004", /0 or more/],
    ["{ id: notes, path: notes, icon: note, order: 1 }", "AW2004", /must be a path like/],
    ["{ id: notes, path: /notes, order: 1 }", "AW2005", /needs `icon`/],
    ["{ id: a, path: /a, icon: x, order: 1, label: A }, { id: b, path: /b, icon: x, order: 1 }", "AW2005", /each needs a `label`/],
    [
      "{ id: a, path: /a, icon: x, order: 1, label: A }, { id: a, path: /b, icon: x, order: 1, label: B }",
      "AW3001",
      /entry a is there already/,
    ],
    [
      "{ id: a, path: /a, icon: x, order: 1, label: A }, { id: b, path: /a, icon: x, order: 1, label: B }",
      "AW3001",
      /leads to \/a already/,
    ],
  ])("refuses %s", (entries, code, message) => {
    expect(menu(entries)).toEqual([expect.objectContaining({ code, message: expect.stringMatching(message) })]);
    expect(menu(entries)[0]?.location.line).toBe(3);
  });
});
