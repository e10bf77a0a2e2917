import { expect, test } from "vitest";
import { emit } from "../emit/emit.ts";
import { plan } from "../plan.ts";

const entity = (name: string, prefix: string, more: string) => `
    ${name}:
      type: object
      required: [secret]
      properties:
        secret: { type: string, x-codegen: { sensitive: true } }
      x-codegen:
        entity: { prefix: ${prefix}, scope: organization${more} }`;

const spec = `openapi: 3.1.1
info: { title: Keys, version: "1" }
x-codegen:
  domain: keys
  tier: optional
  permissions: { keys.read: See keys }
  roles: { member: [keys.read] }
paths:
  /rings:
    get:
      operationId: listRings
      x-codegen: { permission: keys.read }
      responses:
        "200":
          description: All.
          content: { application/json: { schema: { $ref: "#/components/schemas/Rings" } } }
components:
  schemas:
    Rings: { type: array, items: { $ref: "#/components/schemas/Ring" } }${entity("Ring", "rg", "")}${entity("Key", "ky", ", path: /keys, operations: [get], read: keys.read")}${entity("Alarm", "al", ", events: [created]")}${entity("Wax", "wx", "")}
`;

test("an entity that no operation, event or schema holds stays inside: it has no view, no mock, and no place in the contract", () => {
  const { model, diagnostics } = plan([{ path: "openapi/keys.yaml", text: spec }]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  if (model === undefined) throw new Error("No model.");
  const inside = model.domains[0]?.entities.filter((item) => item.inside).map(({ name }) => name);
  expect(inside).toEqual(["Wax"]);
  const files = emit(model);
  const exported = (file: string) => [...(files.get(`generated/${file}`) ?? "").matchAll(/\w+View\b/g)].map(([name]) => name);
  expect(new Set(exported("keys/views.gen.ts"))).toEqual(new Set(["ringView", "RingView", "keyView", "KeyView", "alarmView", "AlarmView"]));
  expect(new Set(exported("contracts/keys.gen.ts"))).toEqual(new Set(["RingView", "KeyView", "AlarmView"]));
  expect(files.get("generated/contracts/keys.gen.ts")).toContain("WaxId");
  expect(files.get("generated/contracts/keys.gen.ts")).not.toContain("WaxCreate");
  expect(files.get("generated/keys/mocks.gen.ts")).toContain("function ringMock(");
  expect(files.get("generated/keys/mocks.gen.ts")).not.toContain("function waxMock(");
  expect(files.get("generated/keys/types.gen.ts")).toContain("export interface WaxCreate {");
});
