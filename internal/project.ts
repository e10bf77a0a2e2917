import { join } from "node:path";
import { basePath, domains } from "../generated/domains.gen.ts";
import { composePlatform, type Platform, type PlatformOptions } from "./platform.ts";

const root = join(import.meta.dirname, "..");

/** The platform of this repository: its domains, its modules, its pages. @throws as `composePlatform` does */
export const openPlatform = (options: PlatformOptions): Promise<Platform> =>
  composePlatform({ domains, basePath, root, pages: join(root, "web/dist") }, options);
