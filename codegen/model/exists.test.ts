import { expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { refusals } from "../fixture/refusals.ts";
import { plan } from "../plan.ts";

const notes = (requires: string, property: string) => ({
  path: "openapi/notes.yaml",
  text: `openapi: 3.1.1
info: { title: Notes, version: "1" }
x-codegen: { domain: notes, requires: [${requires}] }
components:
  schemas:
    Note:
      type: object
      properties: { labelId: ${property} }
      x-codegen: { entity: { prefix: nt, scope: organization } }
`,
});
const property = "{ type: string, x-codegen: { ref: labels.Label, exists: true } }";
const said = (...files: Parameters<typeof plan>[0]) => plan(files).diagnostics.map(({ code, message }) => `${code}: ${message}`);

test("what must exist is asked of the own repository, or of the owner's get operation", () => {
  const { model, diagnostics } = plan([labels, notes("labels", property)]);
  expect(diagnostics).toEqual([]);
  const fields = model?.domains.flatMap(({ entities }) => entities.flatMap((entity) => entity.fields));
  expect(fields?.find(({ name }) => name === "labelId")?.exists).toEqual({ domain: "labels", entity: "Label", operation: "getLabel" });
});

test.each([
  ["without a ref", "{ type: string, x-codegen: { exists: true } }", "AW2005 true: "],
  ["with false, which would say nothing", "{ type: string, x-codegen: { ref: labels.Label, exists: false } }", "AW2004 false: "],
  ["on a field that nobody gives", "{ type: string, readOnly: true, x-codegen: { ref: labels.Label, exists: true } }", "AW2008 true: "],
])("it is refused %s", (_, given, want) => {
  expect(refusals(given)).toEqual([expect.stringContaining(want)]);
});

test("it is refused where the owner cannot be asked", () => {
  expect(said(labels, notes("", property))).toEqual([expect.stringMatching(/^AW3003: Label belongs to the domain labels/)]);
  const closed = changed(labels, "operations: [list, get, create, update, delete]", "operations: [list]");
  expect(said(closed, notes("labels", property))).toEqual([expect.stringMatching(/^AW2006: The domain labels has no operation that gets/)]);
});
