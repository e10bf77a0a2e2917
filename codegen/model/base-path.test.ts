import { describe, expect, test } from "vitest";
import { emit } from "../emit/emit.ts";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";

const withServers = (servers: string, file: SourceFile = labels): SourceFile =>
  changed(file, "x-codegen:\n", `servers: ${servers}\nx-codegen:\n`);
const notes: SourceFile = {
  path: "openapi/notes.yaml",
  text: `openapi: 3.1.1
info: { title: Notes, version: "1" }
x-codegen:
  domain: notes
paths:
  /notes: { get: { operationId: readNotes, x-codegen: { permission: optional }, responses: { "204": { description: Done } } } }
`,
};

describe("the path that all operations are below", () => {
  test("is /api/v1 unless a document says otherwise, and servers elsewhere say nothing", () => {
    expect(plan([labels]).model?.basePath).toBe("/api/v1");
    expect(plan([withServers('[{ url: "https://example.com/other" }, { url: //example.com/x }]')]).model?.basePath).toBe("/api/v1");
  });

  test("is in everything that is made", () => {
    const { model } = plan([withServers("[{ url: /api }]"), notes]);
    if (model === undefined) throw new Error("No model.");
    const files = emit(model);
    expect(JSON.parse(files.get("generated/openapi.json") ?? "")).toMatchObject({ servers: [{ url: "/api" }] });
    expect(files.get("generated/domains.gen.ts")).toContain('export const basePath = "/api";');
    expect(files.get("generated/labels/contract.test.gen.ts")).toContain('basePath: "/api",');
    expect(files.get("generated/notes/mocks.gen.ts")).toContain('base = "/api"');
    expect([...files.values()].join()).not.toContain("/api/v1");
  });

  test.each([
    ["/", /cannot be what all operations are below/],
    ["/api/", /without variables or a \/ at its end/],
    ["/{version}", /without variables/],
  ])("is refused as %s", (url, message) => {
    expect(plan([withServers(`[{ url: "${url}" }]`)]).diagnostics).toEqual([
      expect.objectContaining({ code: "AW1011", severity: "error", message: expect.stringMatching(message) }),
    ]);
  });

  test("is one for all documents", () => {
    expect(plan([withServers("[{ url: /api }]"), withServers("[{ url: /v2 }]", notes)]).diagnostics).toEqual([
      expect.objectContaining({ code: "AW2008", message: expect.stringContaining("another document says /api, this one /v2") }),
    ]);
  });
});
