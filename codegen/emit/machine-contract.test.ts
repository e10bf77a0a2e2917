import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { guards, planningFixture } from "./fixture/planning.ts";

const { folder } = await planningFixture();
const load = (path: string) => import(/* @vite-ignore */ join(folder, path));
afterAll(() => rm(folder, { recursive: true }));

const { operationContract } = await load("internal/core/testing/operation-contract.ts");
const { documentContract } = await load("internal/core/testing/document-contract.ts");
const { openDefaults } = await load("internal/core/testing/open-defaults.ts");
const { planningDomain } = await load("generated/planning/domain.gen.ts");
const { planningExamples } = await load("generated/planning/examples.gen.ts");

/** Every operation of a domain with machines over HTTP: who may, what is refused, what comes back. */
operationContract("planning", {
  basePath: "/api/v1",
  operations: planningDomain.operations,
  examples: planningExamples,
  open: () =>
    openDefaults({
      ...planningDomain,
      defaults: (parts: { readonly tasks: never }) => planningDomain.defaults({ ...parts, guards: guards(parts.tasks) }),
    }),
});

/** What a transition takes: feedback of ten characters at least, an id of a commit. */
documentContract("planning", {
  document: pathToFileURL(join(folder, "generated/openapi.json")),
  operations: planningDomain.operations,
  examples: planningExamples,
});
