import { expect, test } from "vitest";
import { plan } from "../plan.ts";
import { loadSpecs } from "../read/load.ts";
import { emit } from "./emit.ts";

const { model } = plan(loadSpecs(`${import.meta.dirname}/../..`));
if (model === undefined) throw new Error("The specs have problems.");
const files = emit(model);
const file = (name: string) => files.get(`generated/${name}`) ?? "";

test("an operation that only other domains call is in the contract, and served to nobody", () => {
  expect(file("organizations/service.gen.ts")).toContain("createOrganization(ctx: Context");
  expect(file("organizations/domain.gen.ts")).toMatch(/internal: \["createOrganization", .*"membershipsOfUser"/);
  expect(file("organizations/client.gen.ts")).toContain(
    'createOrganization: (ctx, input) => remote.invoke(ctx, "createOrganization", input),',
  );
  for (const artifact of ["server", "validators", "examples", "mocks"]) {
    expect(file(`organizations/${artifact}.gen.ts`), artifact).not.toMatch(/createOrganization|membershipsOfUser|newOrganization:/);
  }
  expect(file("openapi.json")).not.toContain("/internal/");
});
