// Made from openapi. Do not edit: change the spec and run `npm run generate`.
import { conduitDomain } from "./conduit/domain.gen.ts";

/** Those that others require come first. */
export const domains = [conduitDomain] as const;

/** Below which path all operations are served. */
export const basePath = "/api";

/** The names of what no log may hold, in whatever object they stand. */
export const sensitive: readonly string[] = ["password", "passwordHash", "password_hash"];
