import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Loaded before everything else (`node --import`): modules are compiled, and stripped of their types, once and not at each start. That is
// faster, and leaves the compiler of types out of the process. Where the folder cannot be written, all is as without.
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/node"));
