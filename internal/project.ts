import { join } from "node:path";
import { basePath, domains } from "../generated/domains.gen.ts";
import { composePlatform, type Platform, type PlatformOptions, type Project } from "./platform.ts";

const root = join(import.meta.dirname, "..");

/** This repository: its domains, its modules, its pages. */
export const project: Project = { domains, basePath, root, pages: join(root, "web/dist") };

/** The platform of this repository. @throws as `composePlatform` does */
export const openPlatform = (options: PlatformOptions): Promise<Platform> => composePlatform(project, options);
