// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import { documentContract } from "../../internal/core/testing/document-contract.ts";
import { openDefaults } from "../../internal/core/testing/open-defaults.ts";
import { operationContract } from "../../internal/core/testing/operation-contract.ts";
import { repositoryContract } from "../../internal/core/testing/repository-contract.ts";
import { toolsDomain } from "./domain.gen.ts";
import { toolsExamples } from "./examples.gen.ts";
import { toolCreateMock, toolPatchMock } from "./mocks.gen.ts";
import { toolsOperations } from "./server.gen.ts";

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
  search: ["name", "title", "description"],
  immutable: ["name"],
  nullable: [],
  methods: [{ name: "findByName", by: ["name"], returns: "one" }],
});

const decided = new Set(["listTools", "getTool"]);

operationContract("tools", {
  basePath: "/api/v1",
  operations: toolsOperations.filter(({ id }) => decided.has(id)),
  examples: toolsExamples,
  open: () => openDefaults(toolsDomain),
});

documentContract("tools", {
  document: new URL("../openapi.json", import.meta.url),
  operations: toolsOperations,
  examples: toolsExamples,
});
