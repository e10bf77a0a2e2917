import { expect, test } from "vitest";
import { emit } from "../emit/emit.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";

const notes: SourceFile = {
  path: "openapi/notes.yaml",
  text: `openapi: 3.1.1
info: { title: Notes, version: "1" }
x-codegen:
  domain: notes
paths:
  /notes:
    get:
      operationId: readNotes
      x-codegen: { permission: optional }
      responses:
        "200": { description: The notes., content: { application/json: { schema: { type: array, items: { type: string } } } } }
        "401": { description: The token does not hold. }
        "404": { $ref: "#/components/responses/Gone" }
        4XX: { description: Wrong., content: { application/problem+json: { schema: { type: object } } } }
    delete:
      operationId: clearNotes
      x-codegen: { permission: authenticated }
      responses:
        "204": { description: Done. }
        default: { $ref: "#/components/responses/Gone" }
components:
  responses:
    Gone: { description: They are gone., content: { application/json: { schema: { $ref: "#/components/schemas/Trouble" } } } }
  schemas:
    Trouble: { type: object, required: [why], properties: { why: { type: string } } }
`,
};

test("what an annotated operation says that it answers when it fails is typed, and published beside problem documents", () => {
  const { model, diagnostics } = plan([notes]);
  expect(diagnostics).toEqual([]);
  if (model === undefined) throw new Error("No model.");
  const files = emit(model);
  expect(files.get("generated/notes/types.gen.ts")).toContain(
    "export type ReadNotesFailure = { readonly status: 404; readonly body: Trouble }",
  );
  expect(files.get("generated/notes/service.gen.ts")).toContain("@throws Failure<ClearNotesFailure>");
  const gone = { description: "They are gone.", content: { "application/json": { schema: { $ref: "#/components/schemas/Trouble" } } } };
  const told = { $ref: "#/components/responses/Problem" };
  const { paths, components } = JSON.parse(files.get("generated/openapi.json") ?? "");
  expect(paths["/notes"].get.responses).toEqual({ 200: expect.anything(), 404: gone, "4XX": told, default: told });
  expect(paths["/notes"].get.security).toEqual([{}, { bearer: [] }]);
  expect(paths["/notes"].delete.responses).toEqual({ 204: expect.anything(), default: gone });
  expect(components.schemas).toHaveProperty("Trouble");
});
