import { expect, test } from "vitest";
import { plan } from "../plan.ts";
import { emitDomain } from "./domain.ts";

const spec = (scope: string, child: string) => ({
  path: "openapi/boxes.yaml",
  text: `openapi: 3.1.1
info: { title: Boxes, version: "1" }
x-codegen: { domain: boxes }
components:
  schemas:
    Box:
      type: object
      properties: { name: { type: string } }
      x-codegen: { entity: { prefix: bx, scope: ${scope}, relations: { lids: { many: Lid, onDelete: cascade } } } }
    Lid:
      type: object
      required: [boxId]
      properties: { boxId: { type: string, x-codegen: { ref: boxes.Box } } }
      x-codegen: { entity: { prefix: ld, scope: ${child} } }
`,
});

function emitted(scope: string, child: string): string {
  const { model, diagnostics } = plan([spec(scope, child)]);
  const [domain] = model?.domains ?? [];
  if (model === undefined || domain === undefined) throw new Error(JSON.stringify(diagnostics));
  return emitDomain(domain, model)?.text ?? "";
}

test("what a purged organization has is removed from children to parents", () => {
  expect(emitted("organization", "organization")).toContain('tenantTables: ["lids", "boxes"],');
});

test("rows that belong to all, or to people, are not an organization's", () => {
  expect(emitted("global", "global")).not.toContain("tenantTables");
  expect(emitted("user", "user")).not.toContain("tenantTables");
});
