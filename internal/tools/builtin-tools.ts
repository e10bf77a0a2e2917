import { artifactRead } from "./builtin/artifact-read.ts";
import { artifactWrite } from "./builtin/artifact-write.ts";
import { httpRequest } from "./builtin/http-request.ts";
import { wait } from "./builtin/wait.ts";
import { computations } from "./computations.ts";
import type { Computation, Tool } from "./tool.ts";

/** The tools that come with the platform. */
export const builtinTools: readonly (Tool | Computation)[] = [artifactRead, artifactWrite, httpRequest, wait, ...computations];
