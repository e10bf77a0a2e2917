import { startProcess } from "./start-process.ts";

// Does steps, delivers events, sends mail: as many of these as work needs.
await startProcess("worker");
