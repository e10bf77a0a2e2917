// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { seeded } from "../../internal/core/testing/seeded.ts";
import { toolsDomain } from "./domain.gen.ts";
import { invocationMock, toolCreateMock, toolPatchMock } from "./mocks.gen.ts";

repositoryContract({
  entity: "Tool",
  scope: "global",
  prefix: "tl",
  open: (database) => toolsDomain.repositories(database).tools,
  create: toolCreateMock,
  patch: toolPatchMock,
  unique: [["name"]],
  filter: ["name"],
  sort: ["name"],
  immutable: ["name"],
  nullable: [],
});

operationContract({
  domain: toolsDomain,
  samples: {
    getTool: { entity: "Tool", path: { id: String(seeded("getTool", 1).id("tl")) } },
    invokeTool: { path: { name: String(seeded("invokeTool", 1).text({ maxLength: 100 })) }, body: invocationMock(1) },
  },
});
