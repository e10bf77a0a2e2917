// Made from openapi/conduit.yaml. Do not edit: change the spec and run `npm run generate`.
import type { EventLog } from "archwright/core/events/event";

/** This domain publishes nothing. */
export type ConduitEvents = Readonly<Record<string, never>>;

export const conduitEvents = (_log: EventLog): ConduitEvents => ({});
