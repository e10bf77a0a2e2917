import { startProcess } from "./start-process.ts";

// Does what one process does for all. One of those started is active; another takes over within five seconds.
await startProcess("scheduler");
