import type { ProcessTokens } from "../auth/process-token.ts";
import type { Tracing } from "../telemetry/tracing.ts";
import { internalPath } from "./internal-routes.ts";
import { Remote } from "./remote.ts";

/** A domain that the process at `origin` serves, asked in the name of whoever asks here. */
export const remoteDomain = (domain: string, origin: string, basePath: string, { authorize }: ProcessTokens, tracing: Tracing): Remote =>
  new Remote({ domain, url: origin + basePath, internalUrl: origin + internalPath, authorize, tracing });
