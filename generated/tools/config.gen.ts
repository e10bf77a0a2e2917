// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { Setting } from "../../internal/core/modules/domain.ts";

export interface ToolsConfig {
  /** Lets http.request reach private addresses. Anybody who may run a pipeline can then reach your network. */
  readonly httpAllowPrivate: boolean;
  /** Largest answer that http.request reads. */
  readonly httpMaxBytes: number;
  /** Longest wait of http.request for an answer. */
  readonly httpTimeoutSeconds: number;
}

export const toolsSettings: readonly Setting[] = [
  {
    name: "httpAllowPrivate",
    env: "TOOLS_HTTP_ALLOW_PRIVATE",
    type: "boolean",
    default: false,
    description: "Lets http.request reach private addresses. Anybody who may run a pipeline can then reach your network.",
  },
  {
    name: "httpMaxBytes",
    env: "TOOLS_HTTP_MAX_BYTES",
    type: "integer",
    default: 10485760,
    description: "Largest answer that http.request reads.",
    minimum: 1024,
  },
  {
    name: "httpTimeoutSeconds",
    env: "TOOLS_HTTP_TIMEOUT_SECONDS",
    type: "integer",
    default: 30,
    description: "Longest wait of http.request for an answer.",
    minimum: 1,
    maximum: 600,
  },
];
