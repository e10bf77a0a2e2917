// Made from openapi/tools.yaml. Do not edit: change the spec and run `npm run generate`.
import type { EventLog } from "../../internal/core/events/event.ts";

/** This domain publishes nothing. */
export type ToolsEvents = Readonly<Record<string, never>>;

export const toolsEvents = (_log: EventLog): ToolsEvents => ({});
