import { startProcess } from "./start-process.ts";

// Answers requests, and does nothing beside them: as many of these as requests need.
await startProcess("api");
