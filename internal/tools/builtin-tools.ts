import { artifactRead } from "./builtin/artifact-read.ts";
import { artifactWrite } from "./builtin/artifact-write.ts";
import { csvParse } from "./builtin/csv-parse.ts";
import { httpRequest } from "./builtin/http-request.ts";
import { tableAggregate } from "./builtin/table-aggregate.ts";
import { templateRender } from "./builtin/template-render.ts";
import { wait } from "./builtin/wait.ts";
import type { Tool } from "./tool.ts";

/** The tools that come with the platform. */
export const builtinTools: readonly Tool[] = [artifactRead, artifactWrite, csvParse, httpRequest, tableAggregate, templateRender, wait];
